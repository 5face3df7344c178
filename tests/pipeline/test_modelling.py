"""What stands for a silent member: a bridge, its own last value moved on, or related indicators."""

import os
import subprocess
import sys

import numpy as np
import pytest

from dashboard.pipeline import modelling
from dashboard.pipeline.modelling import BASES, Panel, curve, estimates, straightened
from dashboard.settings import ROOT
from tests.pipeline.small import indicator

YEARS = np.arange(2010, 2025)
MANY = 41  # economies; the last one falls silent


def logit(share: float) -> float:
    """Of a percentage, written out."""
    return float(np.log(share / (100 - share)))


def panel(own: np.ndarray, related: np.ndarray | None = None, twin: bool = False) -> Panel:
    """A panel with at most one related indicator."""
    columns = np.empty((0, *own.shape)) if related is None else related[None]
    return Panel(YEARS, own, columns, np.array([twin] * len(columns), dtype=bool))


def growing(pace: float = 0.1) -> np.ndarray:
    """Transformed values that all grow alike, from -2 to 2 at the start."""
    start = np.linspace(-2, 2, MANY)
    return start[:, None] + pace * np.arange(len(YEARS))


def only(wanted: int = MANY - 1) -> np.ndarray:
    """The one economy that is asked for."""
    return np.arange(MANY) == wanted


def test_curve_and_back() -> None:
    """Shares move in logits and rates in logarithms, both ways; 0 and 100 have a finite place."""
    share = indicator("share", bounded=True)
    rate = indicator("rate", aggregation="rate", range=(0, 300))
    assert curve(np.array([20.0]), share) == pytest.approx([np.log(0.25)])
    assert curve(np.array([0.0, 100.0]), share) == pytest.approx([logit(0.25), logit(99.75)])
    assert curve(np.array([0.0]), rate) == pytest.approx([np.log(0.5)])
    values = np.array([3.0, 50.0, 97.0])
    for one in (share, rate):
        assert straightened(curve(values, one), one) == pytest.approx(values)


def test_a_gap_between_two_own_values_is_bridged_in_logits() -> None:
    """Pakistan: 18.9 in 2020 and 57.3 in 2024 put 26.5, 35.9 and 46.4 between, as worked by hand."""
    own = growing()
    own[-1] = np.nan
    own[-1, [10, 14]] = logit(18.9), logit(57.3)
    made = [estimates(panel(own), column, only()) for column in (11, 12, 13)]
    values = [straightened(one.levels, indicator("share", bounded=True))[0] for one in made]
    assert values == pytest.approx([26.5, 35.9, 46.4], abs=0.05)
    assert [BASES[int(one.bases[0])] for one in made] == ["bridge"] * 3
    assert [int(one.distances[0]) for one in made] == [1, 2, 1]


def test_a_gap_of_more_than_eight_years_is_no_bridge() -> None:
    """Eight missing years are bridged, nine are not."""
    own = growing()
    own[-1, 1:10] = np.nan
    assert BASES[int(estimates(panel(own), 3, only()).bases[0])] == "own"
    own[-1, 9] = 0.0
    assert BASES[int(estimates(panel(own), 3, only()).bases[0])] == "bridge"


def test_the_last_own_value_grows_as_those_near_it_did() -> None:
    """Half of it is the growth of the others, half a regression on the last value, by hand.

    All others grew by 0.1 a year. Their regression on the value of three years before has the slope
    n / (n + 1) for a penalty of one, around the means of both years.
    """
    own = growing()
    truth = own[-1, 14]
    own[-1, 12:] = np.nan
    made = estimates(panel(own), 14, only())
    others, last = own[:-1, 11], own[-1, 11]
    followed = last + 0.3
    regressed = others.mean() + 0.3 + (last - others.mean()) * 40 / 41
    assert made.levels == pytest.approx([(followed + regressed) / 2])
    assert made.levels[0] < truth
    assert (BASES[int(made.bases[0])], int(made.distances[0])) == ("own", 3)


def test_without_a_value_within_ten_years_related_indicators_speak_alone() -> None:
    """A related indicator that says the same gives the value; without it there is none."""
    own = growing()
    truth = own[-1, 14]
    related = own.copy()
    own[-1, 5:] = np.nan
    made = estimates(panel(own, related), 14, only())
    assert BASES[int(made.bases[0])] == "own"
    own[-1, 4] = np.nan
    made = estimates(panel(own, related), 14, only())
    assert (BASES[int(made.bases[0])], int(made.distances[0])) == ("related", 0)
    assert made.levels == pytest.approx([truth], abs=0.06)
    assert not len(estimates(panel(own), 14, only()).rows)


def test_a_later_value_serves_where_there_is_none_before() -> None:
    """It takes the place of the last one in the regression."""
    own = growing()
    truth = own[-1, 0]
    own[-1, :5] = np.nan
    made = estimates(panel(own), 0, only())
    assert (BASES[int(made.bases[0])], int(made.distances[0])) == ("own-later", 5)
    assert made.levels == pytest.approx([truth], abs=0.06)


def test_a_regression_needs_thirty_economies() -> None:
    """With 29 others there is no value, with 30 there is."""
    own = growing()
    own[-1, 12:] = np.nan
    own[: MANY - 1 - 29] = np.nan
    assert not len(estimates(panel(own), 14, only()).rows)
    own[: MANY - 1 - 29] = growing()[: MANY - 1 - 29]
    own[: MANY - 1 - 30] = np.nan
    assert len(estimates(panel(own), 14, only()).rows) == 1


def test_only_columns_that_the_economy_has_are_used() -> None:
    """An economy without the related indicator is modelled as if nobody had it."""
    own = growing()
    own[-1, 12:] = np.nan
    noise = np.random.default_rng(1).normal(size=own.shape)
    noise[-1] = np.nan
    alone = estimates(panel(own), 14, only())
    assert estimates(panel(own, noise), 14, only()).levels == pytest.approx(alone.levels)


def test_silencing_hides_twins_too() -> None:
    """A related indicator of the same surveys falls silent with the indicator, another does not."""
    own, hidden = growing(), np.zeros((MANY, len(YEARS)), dtype=bool)
    hidden[-1, 12:] = True
    for twin in (True, False):
        quiet = panel(own, own, twin).silenced(hidden)
        assert np.isnan(quiet.own[-1, 12:]).all()
        assert np.isnan(quiet.related[0, -1, 12:]).all() == twin
        assert (quiet.own[:-1] == own[:-1]).all()


def test_ridge_is_the_textbook_formula() -> None:
    """The same as solving the normal equations with the penalty, written in another way."""
    generator = np.random.default_rng(2)
    columns, truth = generator.normal(2, 3, (50, 3)), generator.normal(size=50)
    wanted = generator.normal(2, 3, (4, 3))
    standard = (columns - columns.mean(0)) / columns.std(0)
    stacked = np.vstack([standard, np.eye(3)])
    slopes = np.linalg.lstsq(stacked, np.r_[truth - truth.mean(), 0, 0, 0], rcond=None)[0]
    expected = truth.mean() + ((wanted - columns.mean(0)) / columns.std(0)) @ slopes
    assert modelling.ridge(columns, truth, wanted) == pytest.approx(expected)


RIDGE = """
import hashlib, numpy
from dashboard.pipeline.modelling import ridge
chance = numpy.random.default_rng(1)
columns = chance.random((20000, 30))
print(hashlib.sha256(ridge(columns, chance.random(20000), columns).tobytes()).hexdigest())
"""


def test_the_number_of_threads_changes_no_digit() -> None:
    """A build gives the same bytes on any machine with the same processor, busy or not."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", RIDGE],
            cwd=ROOT,
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for threads in ("1", "2")
    }
    assert len(digests) == 1
