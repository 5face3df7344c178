"""The register of programmes says what the reports say, once, with what limits it."""

from pathlib import Path
from shutil import copy

import pytest

from dashboard.catalogue import CatalogueError
from dashboard.catalogue.programmes import load_register, register
from dashboard.settings import CATALOGUE
from dashboard.text.programmes import counted, is_mapped, recorded, took_place
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


def test_every_record_has_both_languages() -> None:
    """The register can be read and searched in English and Chinese."""
    for event in register().events:
        assert event.name("en")
        assert event.name("zh") != event.name("en")
        assert bool(event.city("en")) == bool(event.city("zh"))


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
