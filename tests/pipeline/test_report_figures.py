"""What the Secretary-General's reports of 2006 and 2011 printed, beside what the tables say today.

`report_figures.csv` has one printed statement a row. Where `reason` is empty, today's tables agree
within the tolerance; where it is not, the row gives today's value (blank: none is shown) and why.
"""

import csv
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from dashboard.settings import TABLES

FIGURES = Path(__file__).with_name("report_figures.csv")


def figures() -> list[dict[str, str]]:
    """The printed statements."""
    with FIGURES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@cache
def values() -> Mapping[tuple[str, str, int], float]:
    """(indicator, group or economy, year) -> value in the built tables."""
    groups = pd.read_parquet(TABLES / "aggregates.parquet").rename(columns={"group": "place"})
    economies = pd.read_parquet(TABLES / "observations.parquet")
    both = pd.concat([groups, economies.rename(columns={"economy": "place"})])
    index = zip(both["indicator"], both["place"], both["year"], strict=True)
    return dict(zip(index, both["value"].astype(float), strict=True))


def value(indicator: str, place: str, year: int) -> float:
    """The value in the tables, nan where the cell is blank."""
    return values()[indicator, place, year]


def amount(indicator: str, place: str, year: int) -> float:
    """How many there are: the rate per 100 people times the people."""
    return value(indicator, place, year) / 100 * value("population", place, year)


def part_of_world(indicator: str, place: str, year: int) -> float:
    """Developing countries' share of the amounts of both lists."""
    own = amount(indicator, place, year)
    return own / (own + amount(indicator, "m49-developed", year))


def all_telephones(place: str, year: int) -> float:
    """Fixed and mobile telephones."""
    return amount("fixed-telephone", place, year) + amount("mobile-cellular", place, year)


def measured(figure: Mapping[str, str]) -> float:
    """Today's value of a printed statement."""
    indicator, place, year = figure["indicator"], figure["place"], int(figure["year"])
    ways: dict[str, Callable[[], float]] = {
        "value": lambda: value(indicator, place, year),
        "amount": lambda: amount(indicator, place, year),
        "part of world": lambda: part_of_world(indicator, place, year),
        "growth": lambda: (
            amount(indicator, place, year) / amount(indicator, place, int(figure["since"]))
        ),
        "part of world's telephones": lambda: (
            all_telephones(place, year)
            / (all_telephones(place, year) + all_telephones("m49-developed", year))
        ),
        "mobile over fixed": lambda: (
            value("mobile-cellular", place, year) / value("fixed-telephone", place, year)
        ),
    }
    return ways[figure["measure"]]()


def agrees(figure: Mapping[str, str], found: float) -> bool:
    """Whether the value found bears out the printed statement."""
    printed, tolerance = float(figure["printed"]), float(figure["tolerance"])
    if figure["relation"] == "more than":
        return found > printed
    return abs(found - printed) <= tolerance


def named(figure: Mapping[str, str]) -> str:
    """A short name for the test's report."""
    return f"{figure['document']}-{figure['paragraph']}-{figure['indicator']}-{figure['place']}"


@pytest.mark.parametrize("figure", [f for f in figures() if not f["reason"]], ids=named)
def test_printed_figure_still_stands(figure: dict[str, str]) -> None:
    """A figure printed then is borne out by today's tables."""
    found = measured(figure)
    assert agrees(figure, found), f"{figure['statement']}: today {found:g}"


@pytest.mark.parametrize("figure", [f for f in figures() if f["reason"]], ids=named)
def test_printed_figure_was_revised(figure: dict[str, str]) -> None:
    """A figure that no longer stands has today's value and the reason beside it."""
    found = measured(figure)
    assert not agrees(figure, found)
    if figure["today"]:
        today = float(figure["today"])
        assert found == pytest.approx(today, rel=0.02), f"{figure['reason']}: {found:g}"
    else:
        assert pd.isna(found)
