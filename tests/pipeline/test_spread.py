"""How unequal economies are: by hand, against brute force, and as an identity."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue import catalogue
from dashboard.pipeline.spread import (
    gini,
    parts_of,
    spread,
    theil,
    theil_between,
    with_rest,
)
from tests.pipeline.small import Small

YEARS = range(2010, 2012)

# value, weight and part (2: in none) of each economy
worlds = st.lists(
    st.tuples(
        st.floats(0, 100).map(lambda x: round(x, 2)),
        st.floats(0.01, 1000).map(lambda x: round(x, 2)),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=12,
)


def column(numbers: list[float]) -> np.ndarray:
    """One year of numbers."""
    return np.array(numbers, dtype=np.float64)[:, None]


def brute(values: list[float], weights: list[float]) -> float:
    """The Gini coefficient as the double sum over all pairs."""
    shares = np.array(weights) / sum(weights)
    x = np.array(values)
    pairs = (shares[:, None] * shares[None, :] * abs(x[:, None] - x[None, :])).sum()
    return float(pairs / (2 * (shares * x).sum()))


@given(worlds)
def test_gini_is_the_double_sum(world: list[tuple[float, float, int]]) -> None:
    """The running sum gives what the sum over all pairs gives; nothing where all have nothing."""
    values, weights, _ = map(list, zip(*world, strict=True))
    found = gini(column(values), column(weights), np.ones((1, len(values)), dtype=bool))[0, 0]
    if sum(values) == 0:
        assert np.isnan(found)
    else:
        assert found == pytest.approx(brute(values, weights), abs=1e-9)


@given(worlds)
def test_theil_is_between_and_within(world: list[tuple[float, float, int]]) -> None:
    """What lies between the parts and what lies within them is all there is."""
    values, weights, where = map(list, zip(*world, strict=True))
    x, w, place = column(values), column(weights), np.array(where)
    parts = with_rest(np.array([place == 0, place == 1]), np.ones(len(place), dtype=bool))
    total = theil(x, w, np.ones((1, len(place)), dtype=bool))[0, 0]
    if sum(values) == 0:
        assert np.isnan(total)
    else:
        within = sum(
            sum(a * b for a, b, inside in zip(values, weights, part, strict=True) if inside)
            / sum(a * b for a, b in zip(values, weights, strict=True))
            * np.nan_to_num(theil(x, w, part[None]))[0, 0]
            for part in parts
        )
        assert theil_between(x, w, parts)[0] + within == pytest.approx(total, abs=1e-9)


def test_by_hand() -> None:
    """Two economies of equal size, one with all: Gini one half, Theil ln 2, and 0 ln 0 is 0."""
    x, w, both = column([0, 10]), column([1, 1]), np.ones((1, 2), dtype=bool)
    assert gini(x, w, both)[0, 0] == pytest.approx(0.5)
    assert theil(x, w, both)[0, 0] == pytest.approx(np.log(2))


def frame(small: Small, values: dict[str, dict[int, float]]) -> pd.DataFrame:
    """The spread of `share`, by group and year."""
    observations = pd.concat([small.facts(values), small.people(YEARS)], ignore_index=True)
    found = spread(observations, small.no_counts, small.catalogue())
    return found[found["indicator"] == "share"].set_index(["group", "year"])


def test_order(small: Small) -> None:
    """Highest, median and lowest are of the members with a value, and say who they are."""
    found = frame(small, {"AAA": {2010: 80}, "BBB": {2010: 40}, "DDD": {2010: 6}})
    row = found.loc[("world", 2010)]
    assert (row["n"], row["high"], row["median"], row["low"]) == (3, 80, 40, 6)
    assert (row["highest"], row["lowest"]) == ("AAA", "DDD")


def test_two_thirds(small: Small) -> None:
    """Below two thirds of the population there is a range, and no measure of inequality."""
    found = frame(small, {"AAA": {2010: 80}, "BBB": {2010: 40}, "CCC": {2010: 10}})
    assert np.isnan(found.loc[("world", 2010), "gini"])
    assert found.loc[("rich", 2010), "gini"] > 0


def test_one_economy(small: Small) -> None:
    """A group in which one economy alone has values has no spread."""
    found = frame(small, {"AAA": {2010: 80}, "BBB": {2010: 40}, "CCC": {2010: 10}})
    assert "poor" not in found.index.get_level_values("group")


def test_no_values() -> None:
    """Without a value there is no spread."""
    small = Small()
    people = small.people(YEARS)
    found = spread(people, small.no_counts, small.catalogue())
    assert set(found["indicator"]) == {"population"}
    assert found["gini"].isna().all()


def test_parts() -> None:
    """Sub-regions of its own come first, the continents divide the world, else finest M49."""
    entries = catalogue()
    assert parts_of("escap", entries)[0] == "escap-enea"
    assert "m49-142" in parts_of("world", entries)
    assert "m49-154" in parts_of("ece", entries)
    assert parts_of("m49-054", entries) == []
