"""The timeline of the register: a row a programme, whose names do not run into each other."""

import pytest

from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.captions import caption
from dashboard.figures.events import timeline_figure
from dashboard.tables import tables
from dashboard.text.subject import subject_of
from dashboard.view import View


def names(**view: object) -> list[str]:
    """What stands beside the rows."""
    figure = timeline_figure(subject_of(View(**view), tables()))  # type: ignore[arg-type]
    found: list[str] = figure["layout"]["yaxis"]["ticktext"]
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_many_rows_have_names_of_one_line(lang: str) -> None:
    """All 32 programmes: each name keeps to its row, cut short where it must be."""
    said = names(lang=lang)
    assert len(said) == 32
    assert not any("<br>" in name for name in said)
    assert all(len(name) <= 36 for name in said)
    assert len(set(said)) == 32


def test_few_rows_have_room_for_two_lines() -> None:
    """A programme alone is named in full."""
    assert names(lang="en", programme="wifi") == ["Women ICT Frontier<br>Initiative (APCICT)"]


def test_the_timeline_speaks_of_no_map() -> None:
    """What has no certain place is missing on the map; along the years it is not."""
    subject = subject_of(View(lang="en"), tables())
    assert "on the map" in caption("events", subject).sentence
    assert "map" not in caption("timeline", subject).sentence
    assert caption("events", subject).sentence.startswith(caption("timeline", subject).sentence)
