"""The scorecard as a file says what the economy page says."""

import tomllib
from dataclasses import replace

import orjson
import pytest

from dashboard.faces import render
from dashboard.rows.scorecard import scorecard_sheet
from dashboard.settings import CATALOGUE
from dashboard.tables import tables
from dashboard.text.economy import changes, difference, rows
from dashboard.text.subject import subject_of
from dashboard.view import View

KIRIBATI = View(economies=("KIR",), lang="en")
# As the file lists them: a row each.
CATALOGUED = list(tomllib.loads((CATALOGUE / "indicators.toml").read_text(encoding="utf-8")))


def test_every_indicator_has_a_row_with_its_source() -> None:
    """A value has a year, a status, a source and a licence; a missing one has none of them."""
    sheet = scorecard_sheet(subject_of(KIRIBATI, tables()))
    listed = [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows]
    assert [row["indicator"] for row in listed] == CATALOGUED
    for row in listed:
        parts = [row[key] for key in ("year", "status", "source", "licence")]
        assert all(parts) if row["value"] is not None else not any(parts)
    assert {row["region"] for row in listed} == {"escap"}


def test_json_has_the_same_rows() -> None:
    """A script reads by names what a spreadsheet reads by columns."""
    found = orjson.loads(render(KIRIBATI, "scorecard", "json", tables())[0])
    assert [row["indicator"] for row in found["rows"]] == CATALOGUED
    assert found["passport"]["data_version"] == tables().version


def test_no_economy_has_no_rows() -> None:
    """Without an economy there is nothing to score."""
    assert scorecard_sheet(subject_of(View(lang="en"), tables())).rows == []


def test_changes_are_between_own_values_five_years_apart() -> None:
    """The largest first, none across a break, none of values that we filled in."""
    found = changes(rows(subject_of(KIRIBATI, tables())))
    assert found
    sizes = [abs(change.size) for change in found]
    assert sizes == sorted(sizes, reverse=True)
    for change in found:
        years, series = change.row.subject.table.years, change.row.series
        assert series
        assert 4 <= years[change.end] - years[change.start] <= 6
        assert {series.status[change.start], series.status[change.end]} <= set("oen")


def test_differences_have_a_sign() -> None:
    """More, less, or a ratio where the indicator is logarithmic."""
    row = next(
        r for r in rows(subject_of(KIRIBATI, tables())) if r.subject.indicator.id == "internet-use"
    )
    assert row.value
    assert difference(row, row.value - 12.34) == "+12.3"
    assert difference(row, row.value + 12.34) == "−12.3"


@pytest.mark.parametrize(
    ("value", "other", "said"),
    [
        (37.44, 17.56, "+19.8"),
        (17.56, 37.44, "−19.8"),
        (20.04, 19.96, "0.0"),
        (20.04, 19.94, "+0.1"),
    ],
)
def test_differences_are_of_what_is_printed(value: float, other: float, said: str) -> None:
    """37.4 stands beside 17.6: the difference is 19.8, not that of 37.44 and 17.56."""
    row = next(
        r for r in rows(subject_of(KIRIBATI, tables())) if r.subject.indicator.id == "internet-use"
    )
    assert difference(replace(row, value=value), other) == said
