"""Short gaps are filled and say so; long ones, and breaks, stay open."""

import pandas as pd
import pytest

from dashboard.catalogue import Mark
from dashboard.pipeline.fill import fill
from tests.pipeline.small import Small

# The years that a well-reported indicator has: keeps carrying possible for the other economies.
FULL = dict.fromkeys(range(2000, 2021), 1.0)


def filled(frame: pd.DataFrame, economy: str = "AAA") -> dict[int, tuple[float, str]]:
    """Year -> (value, note) of the filled rows of an economy."""
    rows = frame[(frame["economy"] == economy) & (frame["status"] == "filled")]
    return {
        int(year): (round(float(value), 6), note)
        for year, value, note in zip(rows["year"], rows["value"], rows["note"], strict=True)
    }


def test_one_and_two_missing_years_are_interpolated(small: Small) -> None:
    """One or two years between two observations lie on the straight line between them."""
    result = fill(small.facts({"AAA": {2000: 10, 2002: 20, 2005: 50}}), small.catalogue())
    assert filled(result) == {
        2001: (15.0, "interpolated"),
        2003: (30.0, "interpolated"),
        2004: (40.0, "interpolated"),
    }


def test_three_missing_years_stay_missing(small: Small) -> None:
    """A gap longer than the catalogue allows is not filled at all, not even in part."""
    assert filled(fill(small.facts({"AAA": {2000: 10, 2004: 20}}), small.catalogue())) == {}


def test_last_value_is_carried_two_years(small: Small) -> None:
    """After the last observation its value stands for at most two years, marked as carried."""
    result = fill(small.facts({"AAA": {2015: 10}, "BBB": FULL}), small.catalogue())
    assert filled(result) == {2016: (10.0, "carried"), 2017: (10.0, "carried")}


def test_nothing_is_carried_beyond_the_indicator(small: Small) -> None:
    """No value is made for a year in which nobody has reported."""
    assert filled(fill(small.facts({"AAA": {2019: 10}, "BBB": FULL}), small.catalogue())) == {
        2020: (10.0, "carried")
    }
    assert (
        filled(fill(small.facts({"AAA": {2019: 10}, "BBB": FULL}), small.catalogue()), "BBB") == {}
    )


def test_an_early_year_draws_no_carried_values(small: Small) -> None:
    """A year that one economy in four has reported for does not make old values new ones."""
    values = {code: {2020: 10.0} for code in ("AAA", "BBB", "CCC")}
    result = fill(small.facts({**values, "DDD": {2020: 1.0, 2021: 2.0}}), small.catalogue())
    assert filled(result) == {}


@pytest.mark.parametrize("max_fill", [0, 1])
def test_catalogue_sets_the_limit(small: Small, max_fill: int) -> None:
    """An indicator with max_fill 0 is never filled; with 1, only single missing years."""
    values = {"AAA": {2000: 10, 2002: 20, 2005: 50}, "BBB": FULL}
    years = sorted(filled(fill(small.facts(values), small.catalogue(max_fill=max_fill))))
    assert years == ([2001, 2006] if max_fill else [])


def test_nothing_is_filled_into_a_break(small: Small) -> None:
    """Where the next value is not comparable, the gap before it stays open."""
    frame = small.facts({"AAA": {2000: 10, 2002: 20}}, breaks=frozenset({("AAA", 2002)}))
    assert filled(fill(frame, small.catalogue())) == {}


@pytest.mark.parametrize("economy", ["AAA", ""])
def test_marks_of_the_catalogue_stop_filling(small: Small, economy: str) -> None:
    """A marked break in a year without a value stops interpolation and carrying all the same."""
    marks = tuple(Mark("share", economy, year, "break", "scope") for year in (2001, 2016))
    result = fill(
        small.facts({"AAA": {2000: 10, 2002: 20, 2015: 30}, "DDD": FULL}), small.catalogue(marks)
    )
    assert filled(result) == {}


def test_carrying_starts_again_after_a_break(small: Small) -> None:
    """Values after a break are filled from values after it."""
    frame = small.facts(
        {"AAA": {2000: 10, 2001: 50}, "BBB": FULL}, breaks=frozenset({("AAA", 2001)})
    )
    assert filled(fill(frame, small.catalogue())) == {
        2002: (50.0, "carried"),
        2003: (50.0, "carried"),
    }


def test_publishers_values_are_untouched(small: Small) -> None:
    """Filling adds rows and changes none; the key stays unique."""
    frame = small.facts({"AAA": {2000: 10, 2002: 20}, "BBB": FULL})
    result = fill(frame, small.catalogue())
    kept = result[result["status"] == "observed"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, frame, check_like=True)
    assert not result.duplicated(["economy", "indicator", "year"]).any()


def test_bridge(small: Small) -> None:
    """With bridge 4, four missing years between two values are interpolated, and two are carried."""
    values = {"AAA": {2006: 30, 2011: 80, 2017: 90}, "BBB": dict.fromkeys(range(2006, 2022), 50)}
    found = filled(fill(small.facts(values), small.catalogue(bridge=4)))
    between = {2007: 40.0, 2008: 50.0, 2009: 60.0, 2010: 70.0}
    assert found == {
        **{year: (value, "interpolated") for year, value in between.items()},
        2018: (90.0, "carried"),
        2019: (90.0, "carried"),
    }
