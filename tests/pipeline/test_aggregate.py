"""Group values follow the rule of their kind; every expected number here was worked by hand."""

from typing import Any

import pandas as pd
import pytest

from dashboard.pipeline.aggregate import aggregate
from tests.pipeline.small import Small

YEARS = range(2010, 2011)
VALUES = {"AAA": {2010: 80}, "BBB": {2010: 40}, "CCC": {2010: 30}, "DDD": {2010: 6}}


def row(frame: pd.DataFrame, group: str, year: int = 2010, indicator: str = "share") -> Any:
    """The one row of a group, indicator and year."""
    found = frame[
        (frame["group"] == group) & (frame["year"] == year) & (frame["indicator"] == indicator)
    ]
    assert len(found) == 1
    return found.iloc[0]


def test_share_is_weighted_by_population(small: Small) -> None:
    """A share of people counts each economy by its people: (80 x 10 + 40 x 30) / 40 = 50."""
    result = aggregate(
        pd.concat([small.facts(VALUES), small.people(YEARS)]), small.no_counts, small.catalogue()
    )
    assert row(result, "rich")["value"] == pytest.approx(50)
    assert row(result, "world")["value"] == pytest.approx((800 + 1200 + 1800 + 600) / 200)
    assert row(result, "rich")["method"] == "mean weighted by population"


def counts(**by_economy: float) -> pd.DataFrame:
    """Absolute numbers of 2010 behind the rates of `share`."""
    rows = {"economy": [code.upper() for code in by_economy], "count": list(by_economy.values())}
    return pd.DataFrame(rows).assign(indicator="share", year=2010)


def rich_rate(small: Small, numbers: pd.DataFrame) -> float:
    """The rate of the rich: 80 per 100 of 10 people, 40 per 100 of 30 people, and `numbers`."""
    rates = small.facts({"AAA": {2010: 80}, "BBB": {2010: 40}})
    frame = pd.concat([rates, small.people(YEARS)])
    return float(
        row(aggregate(frame, numbers, small.catalogue(aggregation="rate")), "rich")["value"]
    )


def test_rate_is_a_sum_over_a_sum(small: Small) -> None:
    """A rate per 100 sums the counts, not the rates: 100 x (8.2 + 12.3) / 40 = 51.25."""
    assert rich_rate(small, counts(aaa=8.2, bbb=12.3)) == pytest.approx(51.25)


def test_rate_without_a_count_is_weighed(small: Small) -> None:
    """Where there is a rate and no count, rate x population stands for it: (8.2 + 12) / 40."""
    assert rich_rate(small, counts(aaa=8.2)) == pytest.approx(50.5)


def test_count_of_another_vintage_is_not_mixed_in(small: Small) -> None:
    """A count more than a twentieth from rate x population is older than the rate: (8 + 12.3)."""
    assert rich_rate(small, counts(aaa=9.0, bbb=12.3)) == pytest.approx(50.75)


def test_a_count_without_a_value_does_not_enter(small: Small) -> None:
    """A count whose rate was left out of the tables is left out of the group too."""
    numbers = counts(aaa=8.0, bbb=12.0)
    rates = small.facts({"BBB": {2010: 40}})
    result = aggregate(
        pd.concat([rates, small.people(YEARS)]), numbers, small.catalogue(aggregation="rate")
    )
    assert row(result, "rich")["value"] == pytest.approx(40)


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [("median", 35.0), ("mean", 39.0), ("sum", 156.0), ("expanded", 156.0)],
)
def test_prices_indices_and_populations(small: Small, aggregation: str, expected: float) -> None:
    """Prices are the economy in the middle, indices a plain mean, populations a sum."""
    catalogue = small.catalogue(aggregation=aggregation)
    result = aggregate(
        pd.concat([small.facts(VALUES), small.people(YEARS)]), small.no_counts, catalogue
    )
    assert row(result, "world")["value"] == pytest.approx(expected)


def test_none_means_no_group_value(small: Small) -> None:
    """An indicator that must not be aggregated has no group values."""
    frame = pd.concat([small.facts(VALUES), small.people(YEARS)])
    result = aggregate(frame, small.no_counts, small.catalogue(aggregation="none"))
    assert set(result["indicator"]) == {"population"}


@pytest.mark.parametrize("aggregation", ["share", "median", "mean"])
def test_thin_coverage_blanks_the_value_and_keeps_the_share(small: Small, aggregation: str) -> None:
    """Below two thirds of the group's people there is no value, but the share covered is told."""
    frame = pd.concat([small.facts({"DDD": {2010: 6}, "BBB": {2010: 40}}), small.people(YEARS)])
    result = aggregate(frame, small.no_counts, small.catalogue(aggregation=aggregation))
    poor = row(result, "poor")
    assert pd.isna(poor["value"])
    assert poor["population_share_covered"] == pytest.approx(100 / 160)
    assert (poor["status"], poor["economies_with_data"]) == ("low-coverage", 1)
    assert poor["economies_total"] == 2
    assert row(result, "rich")["value"] == pytest.approx(40)


def test_exactly_two_thirds_is_enough(small: Small) -> None:
    """The threshold itself is covered: 60 of 90 people."""
    frame = pd.concat([small.facts({"CCC": {2010: 7}}), small.people(YEARS, ddd=30)])
    assert row(aggregate(frame, small.no_counts, small.catalogue()), "poor")[
        "value"
    ] == pytest.approx(7)


def test_filled_weight_is_reported(small: Small) -> None:
    """The share of the weight that rests on values filled by us stands beside the value."""
    frame = pd.concat(
        [
            small.facts({"AAA": {2010: 80}}),
            small.facts({"BBB": {2010: 40}}, status="filled"),
            small.people(YEARS),
        ]
    )
    assert row(aggregate(frame, small.no_counts, small.catalogue()), "rich")[
        "share_filled"
    ] == pytest.approx(0.75)


def test_highest_and_lowest_economies_are_named(small: Small) -> None:
    """Each group value names the economies at its two ends."""
    result = aggregate(
        pd.concat([small.facts(VALUES), small.people(YEARS)]), small.no_counts, small.catalogue()
    )
    world = row(result, "world")
    assert (world["highest"], world["lowest"]) == ("AAA", "DDD")


def test_value_without_weight_does_not_enter_a_share(small: Small) -> None:
    """An economy without a population figure enters no weighted value, and is not counted."""
    populations = small.people(YEARS)
    populations = populations[populations["economy"] != "AAA"]
    rich = row(
        aggregate(
            pd.concat([small.facts(VALUES), populations]), small.no_counts, small.catalogue()
        ),
        "rich",
    )
    assert rich["value"] == pytest.approx(40)
    assert (rich["economies_with_data"], rich["highest"]) == (1, "BBB")


@pytest.mark.parametrize(("known", "covered"), [(2005, 1.0), (2004, 60 / 160)])
def test_a_year_without_population_takes_a_near_one(
    small: Small, known: int, covered: float
) -> None:
    """A population at most five years off weighs a value; an older one still counts as missing."""
    populations = small.people(range(2004, 2011))
    gone = (populations["economy"] == "DDD") & (populations["year"] != known)
    early = small.facts({"AAA": dict.fromkeys(range(2004, 2010), 70)})
    frame = pd.concat([small.facts(VALUES), early, populations[~gone]])
    poor = row(aggregate(frame, small.no_counts, small.catalogue()), "poor")
    assert poor["population_share_covered"] == pytest.approx(covered)
    assert pd.isna(poor["value"]) is (covered < 2 / 3)
