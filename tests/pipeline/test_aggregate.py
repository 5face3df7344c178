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


def test_rate_is_a_sum_over_a_sum(small: Small) -> None:
    """A rate per 100 sums the counts, not the rates: 100 x (9 + 10) / 40 = 47.5."""
    counts = pd.DataFrame(
        {"economy": ["AAA", "BBB"], "indicator": "share", "year": 2010, "count": [9.0, 10.0]}
    )
    rates = small.facts({"AAA": {2010: 80}, "BBB": {2010: 40}})
    result = aggregate(
        pd.concat([rates, small.people(YEARS)]), counts, small.catalogue(aggregation="rate")
    )
    assert row(result, "rich")["value"] == pytest.approx(47.5)


def test_rate_without_a_count_is_weighed(small: Small) -> None:
    """Where there is a rate and no count, rate x population stands for it: (9 + 12) / 40."""
    counts = pd.DataFrame(
        {"economy": ["AAA"], "indicator": ["share"], "year": [2010], "count": [9.0]}
    )
    rates = small.facts({"AAA": {2010: 80}, "BBB": {2010: 40}})
    result = aggregate(
        pd.concat([rates, small.people(YEARS)]), counts, small.catalogue(aggregation="rate")
    )
    assert row(result, "rich")["value"] == pytest.approx(52.5)


def test_a_count_without_a_value_does_not_enter(small: Small) -> None:
    """A count whose rate was left out of the tables is left out of the group too."""
    counts = pd.DataFrame(
        {"economy": ["AAA", "BBB"], "indicator": "share", "year": 2010, "count": [999.0, 12.0]}
    )
    rates = small.facts({"BBB": {2010: 40}})
    result = aggregate(
        pd.concat([rates, small.people(YEARS)]), counts, small.catalogue(aggregation="rate")
    )
    assert row(result, "rich")["value"] == pytest.approx(40)


@pytest.mark.parametrize(
    ("aggregation", "expected"), [("median", 35.0), ("mean", 39.0), ("sum", 156.0)]
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


def test_a_year_without_population_still_counts_against_coverage(small: Small) -> None:
    """A big economy whose population of one year is missing does not vanish from the group."""
    populations = small.people(range(2009, 2011))
    gone = (populations["economy"] == "DDD") & (populations["year"] == 2010)
    frame = pd.concat([small.facts(VALUES), small.facts({"AAA": {2009: 70}}), populations[~gone]])
    poor = row(aggregate(frame, small.no_counts, small.catalogue()), "poor")
    assert poor["population_share_covered"] == pytest.approx(60 / 160)
    assert pd.isna(poor["value"])
