"""The timeline of the register: a row a programme, whose names do not run into each other."""

import re
import tomllib

import pytest

from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.captions import caption
from dashboard.figures.events import timeline_figure
from dashboard.settings import ROOT
from dashboard.tables import tables
from dashboard.text.subject import subject_of
from dashboard.view import View

STYLES = ROOT / "assets" / "programmes.css"


def bare(text: str) -> str:
    """A name without spaces and isolates."""
    return re.sub("[\\s\u2066-\u2069]", "", text)


def names(**view: object) -> list[str]:
    """What stands beside the rows."""
    figure = timeline_figure(subject_of(View(**view), tables()))  # type: ignore[arg-type]
    found: list[str] = figure["layout"]["yaxis"]["ticktext"]
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_many_rows_have_whole_names(lang: str) -> None:
    """All 32 programmes are named in full, in two lines at most."""
    said = [name.split("<br>") for name in names(lang=lang)]
    assert max(map(len, said)) <= 2
    file = (ROOT / f"data/i18n/{lang}/programmes.toml").read_text(encoding="utf-8")
    known = {bare(name) for name in tomllib.loads(file)["programmes"]["names"].values()}
    assert len({bare("".join(lines)) for lines in said} & known) == 32


def test_two_lines_have_room_in_a_row() -> None:
    """Two lines, the second a fifth higher than its letters: the box of 32 rows is as high, and the years below it."""
    (height,) = re.findall(r"timeline {\s*block-size: (\d+)rem", STYLES.read_text(encoding="utf-8"))
    rows = timeline_figure(subject_of(View(lang="en"), tables()))["layout"]["yaxis"]
    low, high = rows["range"]
    assert (int(height) * 16 - 38) / (high - low) >= 2.2 * rows["tickfont"]["size"]


def test_few_rows_have_room_for_two_lines() -> None:
    """A programme alone is named in full."""
    assert names(lang="en", programme="wifi") == ["Women ICT Frontier<br>Initiative (APCICT)"]


def test_the_timeline_speaks_of_no_map() -> None:
    """What has no certain place is missing on the map; along the years it is not."""
    subject = subject_of(View(lang="en"), tables())
    assert "on the map" in caption("events", subject).sentence
    assert "map" not in caption("timeline", subject).sentence
    assert caption("events", subject).sentence.startswith(caption("timeline", subject).sentence)
    assert "hollow" in " ".join(caption("events", subject).notes)
    assert "hollow" not in " ".join(caption("timeline", subject).notes)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_few_rows_have_their_names_whole(lang: str) -> None:
    """Five programmes of a region leave room for all letters of their names."""
    said = names(lang=lang, region="escwa")
    assert 1 < len(said) <= 8
    assert not any("…" in name for name in said)


@pytest.mark.parametrize("chart", ["events", "timeline"])
def test_a_choice_of_economies_stands_in_the_title(chart: str) -> None:
    """Records of Kiribati alone are not those of the region."""
    view = View(lang="en", region="escap", economies=("KIR",))
    assert caption(chart, subject_of(view, tables())).title == "Kiribati: Recorded activities"
