"""The app opens its tables or says which file is wrong and how to rebuild it."""

import json
from pathlib import Path

import pytest

from dashboard.tables import IndicatorTable, Tables, TablesError

HEADER = {
    "indicator": "internet-use",
    "years": [2010, 2012, 2015],
    "latest": 2012,
    "economies": ["KIR"],
    "groups": ["world"],
    "published": [],
    "gaps": [],
    "spreads": [],
    "sources": ["itu"],
    "notes": [],
}
KIRIBATI = {
    "values": [9.1, None, 13.5],
    "status": "o.e",
    "sources": "a.a",
    "notes": {},
    "packed": [],
}
WORLD = {
    "values": [28.9, None, 40.0],
    "with_data": [1, 0, 1],
    "total": 1,
    "coverage": [1.0, 0.0, 1.0],
    "filled": [0.0, 0.0, 0.0],
    "highest": [0, None, 0],
    "lowest": [0, None, 0],
}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of one economy and one group."""
    path = tmp_path / "internet-use.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in (HEADER, KIRIBATI, WORLD)))
    return path


def test_values_come_with_status(table: Path) -> None:
    """An economy's values are read with the status of each year."""
    series = IndicatorTable(table).economy("KIR")
    assert series is not None
    assert (series.values, series.status) == ([9.1, None, 13.5], "o.e")


def test_absent_series_are_none(table: Path) -> None:
    """An economy, a group or a published series without data is None, not an error."""
    opened = IndicatorTable(table)
    assert opened.economy("FJI") is None
    assert opened.group("escap") is None
    assert opened.published("world", "itu-aggregates") is None
    assert opened.gap("development", "m49-developed", "m49-developing", "all") is None


@pytest.mark.parametrize(
    ("year", "shown"), [(None, 2012), (2013, 2012), (1999, 2010), (2099, 2015)]
)
def test_year_stops_at_years_with_data(table: Path, year: int | None, shown: int) -> None:
    """A year without data shows the nearest earlier year that has some."""
    opened = IndicatorTable(table)
    assert opened.years[opened.year_index(year)] == shown


def test_cut_table_is_named(table: Path) -> None:
    """A table that is cut short stops the start with its name and the command that rebuilds it."""
    table.write_text(table.read_text().rpartition("\n")[0])
    with pytest.raises(TablesError, match=r"internet-use\.jsonl is cut short.*dashboard build"):
        IndicatorTable(table)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"indicator": "internet-use"}'])
def test_damaged_table_is_named(table: Path, content: str) -> None:
    """A table that is no table stops the start with its name."""
    table.write_text(content)
    with pytest.raises(TablesError, match=r"internet-use\.jsonl is missing or damaged"):
        IndicatorTable(table)


def test_missing_manifest_is_named(tmp_path: Path) -> None:
    """Without a manifest nothing is served."""
    with pytest.raises(TablesError, match=r"manifest\.json is missing or damaged"):
        Tables(tmp_path)
