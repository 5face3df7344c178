"""The register of programmes says what the reports say, once, with what limits it."""

import re
from pathlib import Path
from shutil import copy

import pytest

from dashboard.catalogue import CatalogueError
from dashboard.catalogue.programmes import load_register, register
from dashboard.i18n import words
from dashboard.settings import CATALOGUE
from dashboard.text.programmes import counted, is_mapped, recorded, took_place, town, what, where
from dashboard.view import View

FILES = ("documents.csv", "events.csv", "programme_figures.csv")


def test_register_is_whole() -> None:
    """124 records and 102 figures from five reports."""
    assert len(register().events) == 124
    assert len(register().figures) == 102
    assert len(register().documents) == 5


def test_what_did_not_take_place_is_marked() -> None:
    """Four activities were planned when the report was written, one was postponed."""
    statuses = [event.status for event in register().events]
    assert statuses.count("planned") == 4
    assert statuses.count("postponed") == 1
    postponed = next(event for event in register().events if event.status == "postponed")
    assert (postponed.economy, postponed.start) == ("MYS", "2007-10")


def test_one_activity_in_two_reports_counts_once() -> None:
    """The alliance's meeting in Kuala Lumpur is in two reports."""
    events = recorded(View(economies=("MYS",), programme="gaid"))
    assert len(events) == 2
    assert [event.document for event in counted(events)] == ["a-61-254"]


def test_plans_are_no_activity() -> None:
    """Kenya and Türkiye have a planned record only; need is not hidden behind it."""
    done = {event.economy for event in took_place(register().events)}
    assert not {"KEN", "TUR"} & done


def test_a_doubtful_place_is_not_on_the_map() -> None:
    """The parliaments' conference of 2010 is printed for Geneva and recalled for Midrand."""
    event = next(e for e in register().events if e.programme == "undesa-ipu")
    assert not is_mapped(event)
    assert event.point is None


def test_a_record_is_worded_in_the_language_of_the_page() -> None:
    """Name and town of a record come from the words; a record without a town has none."""
    accra = next(event for event in register().events if event.city == "accra")
    assert what(words("en"), accra) == "African regional preparatory conference of WSIS"
    assert where(words("en"), accra) == "Accra, Ghana"
    assert where(words("zh"), accra) == "加纳，阿克拉"
    assert town(words("en"), next(event for event in register().events if not event.city)) == ""


def test_a_figure_is_known_by_its_paragraph() -> None:
    """The id of a figure says where it is printed, so that its words can be found."""
    for figure in register().figures:
        assert re.fullmatch(rf"{figure.document}-{figure.paragraph}-\d+", figure.id)


def test_views_narrow_the_register() -> None:
    """Region, programme, type and years leave what they name."""
    pacific = recorded(View(region="escap", programme="wifi", activity="launch"))
    assert {event.economy for event in pacific} == {"ARM", "BGD", "IND", "KGZ", "KHM", "LKA", "PHL"}
    assert {e.year for e in recorded(View(years=(2010, 2010)))} == {2010}
    assert recorded(View(region="eclac", programme="wifi")) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("events.csv", ",held,", ",cancelled,"),
        ("events.csv", "e-2006-63,36", "e-1999-1,36"),
        ("programme_figures.csv", "cumulative", "exact"),
        ("programme_figures.csv", "e-escap-65-8-4-1", "e-escap-65-8-2-1"),
        ("documents.csv", "id,symbol", "id,name"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, file: str, old: str, new: str) -> None:
    """A slip in a file stops the start with a sentence that names the file."""
    for name in FILES:
        copy(CATALOGUE / name, tmp_path)
    path = tmp_path / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"\.csv"):
        load_register(tmp_path)
