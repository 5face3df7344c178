"""Rural coverage by ITU's formula beside what ITU and the review of the WSIS targets printed."""

import pandas as pd
import pytest

from dashboard.settings import TABLES


@pytest.fixture(scope="module")
def groups() -> pd.DataFrame:
    """The group values, by indicator, group and year."""
    return pd.read_parquet(TABLES / "aggregates.parquet").set_index(["indicator", "group", "year"])


@pytest.fixture(scope="module")
def economies() -> pd.DataFrame:
    """The values of economies, by indicator, economy and year."""
    table = pd.read_parquet(TABLES / "observations.parquet")
    return table.set_index(["indicator", "economy", "year"])


# ITU, World Telecommunication/ICT Development Report 2010, of 2008: economies' figures and the
# population of their towns have been revised since.
PRINTED_2008 = {"world": (74, 2), "itu-afr": (52, 4), "itu-asp": (76, 2), "itu-eur": (98, 1)}


@pytest.mark.parametrize("group", PRINTED_2008)
def test_regions_of_2008(groups: pd.DataFrame, group: str) -> None:
    """The regions are within the stated points of what ITU printed for 2008."""
    printed, bound = PRINTED_2008[group]
    found = groups.loc[("rural-coverage-2g", group, 2008), "value"]
    assert found == pytest.approx(printed, abs=bound)


@pytest.mark.parametrize(
    ("economy", "share"), [("CHL", 68), ("GAB", 75), ("ARG", 76), ("MYS", 84), ("NZL", 85)]
)
def test_economies_of_2015(economies: pd.DataFrame, economy: str, share: int) -> None:
    """Economies that cover nearly everybody, and not nearly all of their countryside."""
    found = economies.loc[("rural-coverage-2g", economy, 2015), "value"]
    assert round(float(found)) == share
    assert economies.loc[("coverage-2g", economy, 2015), "value"] >= 95


def test_the_bound_is_never_above_total_coverage(economies: pd.DataFrame) -> None:
    """In no economy and year is the least rural share above the share of all."""
    values = economies["value"]
    pair = {"rural": values["rural-coverage-2g"], "all": values["coverage-2g"]}
    both = pd.concat(pair, axis=1).dropna()
    assert len(both) > 4000
    assert (both["rural"] <= both["all"] + 1e-6).all()


def test_the_world_of_2010_lies_between_the_bounds(groups: pd.DataFrame) -> None:
    """81 per cent at least and 88 at most: the 75 that a report of 2011 printed is below both."""
    low = groups.loc[("rural-coverage-2g", "world", 2010), "value"]
    high = groups.loc[("rural-coverage-2g-most", "world", 2010), "value"]
    assert (round(float(low), 1), round(float(high))) == (80.6, 88)


@pytest.mark.parametrize("year", [2007, 2008, 2009])
def test_silent_giants_are_bridged(
    economies: pd.DataFrame, groups: pd.DataFrame, year: int
) -> None:
    """India, Indonesia and Pakistan have a value in each year, so the world does not lose them."""
    for economy in ("IND", "IDN", "PAK"):
        assert ("coverage-2g", economy, year) in economies.index
    assert groups.loc[("coverage-2g", "world", year), "population_share_covered"] > 0.9


def test_people_without_a_signal_are_those_not_covered(groups: pd.DataFrame) -> None:
    """In the world of 2024 their number is what coverage leaves of the population."""
    covered = groups.loc[("coverage-2g", "world", 2024), "value"]
    people = groups.loc[("population", "world", 2024), "value"]
    found = groups.loc[("people-without-signal", "world", 2024), "value"]
    assert found == pytest.approx(people * (100 - covered) / 100, rel=0.002)
