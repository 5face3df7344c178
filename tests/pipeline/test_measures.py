"""Each measure of a gap says what it says it does, at its edges too."""

import math
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.formulas import BEFORE, NOT_YET
from dashboard.pipeline.measures import logit_gap, ratio, years_behind

nan = float("nan")


def behind(
    years: list[int], higher: list[float], lower: list[float], breaks: tuple[int, ...] = ()
) -> list[float | str | None]:
    """Years behind, as the tables print it: a number, a state, or None."""
    numbers, states = years_behind(np.array(years), np.array(higher), np.array(lower), breaks)
    return [
        state or (None if math.isnan(number) else round(float(number), 3))
        for number, state in zip(numbers, states, strict=True)
    ]


def test_worked_pair_of_2010() -> None:
    """Fixed broadband at the end of 2010 as the Secretary-General printed it: 24.6 is 5.6 x 4.4."""
    assert ratio(np.array([24.6]), np.array([4.4]), 1.0)[0] == pytest.approx(5.6, abs=0.05)


def test_no_ratio_near_zero() -> None:
    """A ratio to less than one per cent is noise and is left blank; exactly one is enough."""
    found = ratio(np.array([25.0, 25.0]), np.array([0.9, 1.0]), 1.0)
    assert np.isnan(found[0])
    assert found[1] == 25


def test_no_ratio_to_zero() -> None:
    """A ratio to nothing is blank even where small values are allowed."""
    assert np.isnan(ratio(np.array([2.0]), np.array([0.0]), 0.0)[0])


def test_logit_gap_is_symmetric_and_open() -> None:
    """The logit gap of 2010 (66.5 and 20.3) is 2.1, the same for those offline, none at 0 or 100."""
    higher, lower = np.array([66.5, 100.0, 50.0]), np.array([20.3, 50.0, 0.0])
    gap = logit_gap(higher, lower)
    assert gap[0] == pytest.approx(math.log(66.5 / 33.5) - math.log(20.3 / 79.7))
    assert gap[0] == pytest.approx(2.05, abs=0.005)
    assert gap[0] == pytest.approx(logit_gap(100 - lower, 100 - higher)[0])
    assert np.isnan(gap[1:]).all()


def test_years_behind_of_2018() -> None:
    """44.7 in 2018 was the reference's level about 2003.8, so 14 years earlier (SDG 2020 series)."""
    years = [2000, 2005, 2010, 2015, 2018]
    higher = [25.0, 50.7, 66.5, 76.8, 84.6]
    lower = [1.9, 7.5, 20.3, 34.1, 44.7]
    found = behind(years, higher, lower)
    assert found[:3] == [BEFORE, BEFORE, BEFORE]
    assert found[4] == pytest.approx(2018 - (2000 + 5 * 19.7 / 25.7), abs=0.001)


def test_level_of_the_first_year_is_a_crossing() -> None:
    """Standing exactly where the reference started is a number of years, not 'before'."""
    assert behind([2000, 2001, 2002], [10, 20, 30], [0, 5, 10]) == [BEFORE, BEFORE, 2.0]


def test_plateau_counts_from_its_start() -> None:
    """On a level that the reference held for years, the first year at that level counts."""
    assert behind([2000, 2001, 2002, 2003], [10, 20, 20, 30], [nan, nan, nan, 20]) == [
        None,
        None,
        None,
        2.0,
    ]


def test_dip_does_not_undo_a_crossing() -> None:
    """A level once reached stays reached: the running maximum is crossed, not the dip after it."""
    found = behind([2000, 2001, 2002, 2003, 2004], [10, 30, 20, 25, 40], [nan, nan, nan, 15, 35])
    assert found[3] == 2.75
    assert found[4] == pytest.approx(2004 - (2003 + 5 / 10), abs=0.001)


def test_not_reached_yet() -> None:
    """Where the compared group is ahead of anything the reference has reached, it says so."""
    assert behind([2000, 2001], [10, 20], [10, 25]) == [0.0, NOT_YET]


def test_reference_that_follows_later_is_negative() -> None:
    """Where the reference reached the level only later, the compared group is ahead in years."""
    assert behind([2000, 2001, 2002], [10, 20, 30], [15, 30, 30])[:2] == [-0.5, -1.0]


def test_equal_groups_are_no_years_behind() -> None:
    """Two groups that move together are nought years apart in every year."""
    assert behind([2000, 2001, 2002], [10, 20, 30], [10, 20, 30]) == [0.0, 0.0, 0.0]


def test_prices_with_the_sign_turned() -> None:
    """For prices the reference comes down first: 4 was its price two years before."""
    years, higher, lower = [2010, 2011, 2012], [4.0, 3.0, 2.0], [9.0, 6.0, 4.0]
    assert behind(years, [-x for x in higher], [-x for x in lower]) == [BEFORE, BEFORE, 2.0]


def test_missing_years_are_bridged_and_missing_values_are_none() -> None:
    """A year without a reference value is interpolated across; without a lower value it is blank."""
    assert behind([2000, 2001, 2002], [10, nan, 30], [nan, 10, 20]) == [None, 1.0, 1.0]


def test_no_years_across_a_break() -> None:
    """Levels from before a break of the whole group are never compared with those after it."""
    years, higher, lower = [2000, 2001, 2002, 2003], [10, 20, 50, 60], [5, 10, 15, 55]
    assert behind(years, higher, lower) == [BEFORE, 1.0, 1.5, 0.5]
    assert behind(years, higher, lower, breaks=(2002,)) == [BEFORE, 1.0, None, 0.5]


def test_not_reached_before_a_break_is_unknown() -> None:
    """Whether the reference would have reached a level without the break, nobody can say."""
    assert behind([2000, 2001, 2002], [10, 20, 50], [30, 30, 50], breaks=(2002,)) == [
        None,
        None,
        0.0,
    ]


@given(
    steps=st.lists(st.floats(0.1, 10), min_size=6, max_size=30),
    lag=st.integers(1, 5),
)
def test_a_follower_is_behind_by_its_lag(steps: list[float], lag: int) -> None:
    """A group that repeats the reference's path some years later is that many years behind."""
    higher = list(accumulate(steps))
    lower = [nan] * lag + higher[:-lag]
    found = behind(list(range(2000, 2000 + len(higher))), higher, lower)
    assert found[:lag] == [None] * lag
    assert found[lag:] == pytest.approx([float(lag)] * (len(higher) - lag), abs=0.001)


@given(higher=st.floats(0.1, 99.9), lower=st.floats(0.1, 99.9), shift=st.floats(0.01, 5))
def test_logit_gap_of_a_common_curve_is_constant(higher: float, lower: float, shift: float) -> None:
    """Two groups that move along the same logistic curve keep the same logit gap."""

    def later(share: float) -> float:
        odds = share / (100 - share) * math.exp(shift)
        return 100 * odds / (1 + odds)

    now = logit_gap(np.array([higher]), np.array([lower]))[0]
    then = logit_gap(np.array([later(higher)]), np.array([later(lower)]))[0]
    assert then == pytest.approx(now, abs=1e-6)
