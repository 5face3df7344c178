"""Short gaps are filled and say so; long ones, and breaks, stay open."""

from collections.abc import Callable

import pandas as pd
import pytest

from dashboard.catalogue import Catalogue, Mark
from dashboard.pipeline.fill import fill

Make = Callable[..., pd.DataFrame]
World = Callable[..., Catalogue]

# The years that a well-reported indicator has: keeps carrying possible for the other economies.
FULL = {year: 1.0 for year in range(2000, 2021)}


def filled(frame: pd.DataFrame, economy: str = "AAA") -> dict[int, tuple[float, str]]:
    """Year -> (value, note) of the filled rows of an economy."""
    rows = frame[(frame["economy"] == economy) & (frame["status"] == "filled")]
    return {
        int(year): (round(float(value), 6), note)
        for year, value, note in zip(rows["year"], rows["value"], rows["note"], strict=True)
    }


def test_one_and_two_missing_years_are_interpolated(small: World, facts: Make) -> None:
    """One or two years between two observations lie on the straight line between them."""
    result = fill(facts({"AAA": {2000: 10, 2002: 20, 2005: 50}}), small())
    assert filled(result) == {
        2001: (15.0, "interpolated"),
        2003: (30.0, "interpolated"),
        2004: (40.0, "interpolated"),
    }


def test_three_missing_years_stay_missing(small: World, facts: Make) -> None:
    """A gap longer than the catalogue allows is not filled at all, not even in part."""
    assert filled(fill(facts({"AAA": {2000: 10, 2004: 20}}), small())) == {}


def test_last_value_is_carried_two_years(small: World, facts: Make) -> None:
    """After the last observation its value stands for at most two years, marked as carried."""
    result = fill(facts({"AAA": {2015: 10}, "BBB": FULL}), small())
    assert filled(result) == {2016: (10.0, "carried"), 2017: (10.0, "carried")}


def test_nothing_is_carried_beyond_the_indicator(small: World, facts: Make) -> None:
    """No value is made for a year in which nobody has reported."""
    assert filled(fill(facts({"AAA": {2019: 10}, "BBB": FULL}), small())) == {
        2020: (10.0, "carried")
    }
    assert filled(fill(facts({"AAA": {2019: 10}, "BBB": FULL}), small()), "BBB") == {}


def test_an_early_year_draws_no_carried_values(small: World, facts: Make) -> None:
    """A year that one economy in four has reported for does not make old values new ones."""
    values = {code: {2020: 10.0} for code in ("AAA", "BBB", "CCC")}
    result = fill(facts({**values, "DDD": {2020: 1.0, 2021: 2.0}}), small())
    assert filled(result) == {}


@pytest.mark.parametrize("max_fill", [0, 1])
def test_catalogue_sets_the_limit(small: World, facts: Make, max_fill: int) -> None:
    """An indicator with max_fill 0 is never filled; with 1, only single missing years."""
    values = {"AAA": {2000: 10, 2002: 20, 2005: 50}, "BBB": FULL}
    years = sorted(filled(fill(facts(values), small(max_fill=max_fill))))
    assert years == ([2001, 2006] if max_fill else [])


def test_nothing_is_filled_into_a_break(small: World, facts: Make) -> None:
    """Where the next value is not comparable, the gap before it stays open."""
    frame = facts({"AAA": {2000: 10, 2002: 20}}, breaks=frozenset({("AAA", 2002)}))
    assert filled(fill(frame, small())) == {}


@pytest.mark.parametrize("economy", ["AAA", ""])
def test_marks_of_the_catalogue_stop_filling(small: World, facts: Make, economy: str) -> None:
    """A marked break in a year without a value stops interpolation and carrying all the same."""
    marks = tuple(Mark("share", economy, year, "break", "scope") for year in (2001, 2016))
    result = fill(facts({"AAA": {2000: 10, 2002: 20, 2015: 30}, "DDD": FULL}), small(marks))
    assert filled(result) == {}


def test_carrying_starts_again_after_a_break(small: World, facts: Make) -> None:
    """Values after a break are filled from values after it."""
    frame = facts({"AAA": {2000: 10, 2001: 50}, "BBB": FULL}, breaks=frozenset({("AAA", 2001)}))
    assert filled(fill(frame, small())) == {2002: (50.0, "carried"), 2003: (50.0, "carried")}


def test_publishers_values_are_untouched(small: World, facts: Make) -> None:
    """Filling adds rows and changes none; the key stays unique."""
    frame = facts({"AAA": {2000: 10, 2002: 20}, "BBB": FULL})
    result = fill(frame, small())
    kept = result[result["status"] == "observed"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, frame, check_like=True)
    assert not result.duplicated(["economy", "indicator", "year"]).any()
