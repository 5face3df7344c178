"""The pace of a series and its back-test, on series done by hand."""

from math import exp

import pytest

from dashboard.formulas import years_to
from dashboard.pipeline.projection import (
    Forecast,
    History,
    error_range,
    forecasts,
    inside,
    slope,
    theil_sen,
    window,
)


def series(values: list[float], start: int = 2010, breaks: tuple[int, ...] = ()) -> History:
    """A series of observed values, a value a year."""
    years = tuple(range(start, start + len(values)))
    return History(years, tuple(values), (True,) * len(values), frozenset(breaks))


def test_a_perfect_logistic_is_forecast_without_error() -> None:
    """Shares on a logistic curve are forecast exactly, in points and in slope."""
    curve = series([100 / (1 + exp(-0.3 * (year - 2015))) for year in range(2005, 2025)], 2005)
    found = list(forecasts("AAA", curve, "logit", 2024))
    assert len(found) == 5
    assert max(abs(f.points) for f in found) < 1e-9
    assert max(abs(f.slope) for f in found) < 1e-9


def test_one_outlier_does_not_move_the_slope() -> None:
    """The median of the slopes of all pairs ignores a single wild value."""
    points = [(2010 + k, 2.0 * k) for k in range(9)]
    points[4] = (2014, 90.0)
    assert theil_sen(points) == pytest.approx(2.0)


def test_the_median_of_slopes_is_no_mean() -> None:
    """Slopes of the pairs of 0, 1, 2 and 9 are 1, 1, 1, 3, 4 and 7: the median is 2, the mean 2.8."""
    assert theil_sen([(2010, 0.0), (2011, 1.0), (2012, 2.0), (2013, 9.0)]) == pytest.approx(2.0)


def test_a_plateau_has_no_pace() -> None:
    """A series that stands still has slope zero and reaches nothing."""
    assert slope(window(series([40.0] * 8), 2017) or [], "logit") == 0
    assert years_to(2017, 0.0, 1.0, 0.0, 2060) is None


def test_only_observed_values_since_the_last_break_count() -> None:
    """A break starts the series anew, and an estimate is no observed value."""
    assert window(series([1, 2, 3, 4, 50, 51, 52, 53], breaks=(2014,)), 2017) is None
    assert window(series([1, 2, 50, 51, 52, 53, 54], breaks=(2012,)), 2016) is not None
    seen = (True, True, True, True, False)
    assert window(History(tuple(range(2010, 2015)), (1, 2, 3, 4, 5), seen), 2014) is None


def test_old_values_do_not_make_a_pace() -> None:
    """Five values spread over more than fifteen years are too few."""
    years = (2000, 2005, 2010, 2015, 2020)
    assert window(History(years, (1, 2, 3, 4, 5), (True,) * 5), 2020) is None


def test_no_forecast_goes_across_a_break() -> None:
    """A break between the fit and the forecast year leaves no forecast."""
    rising = [float(k) for k in range(10, 25)]
    assert list(forecasts("AAA", series(rising), "linear", 2024))
    assert not list(forecasts("AAA", series(rising, breaks=(2023,)), "linear", 2024))


def test_four_in_five_errors_lie_inside_the_range() -> None:
    """The range of one half of the places holds about 80 % of the other half's errors."""
    errors = [Forecast(f"P{k:03}", 0.0, (k * 37 % 100 - 50) / 100) for k in range(200)]
    low, high = error_range(errors)
    assert low < 0 < high
    assert inside(errors) == pytest.approx(0.8, abs=0.06)


def test_a_forecast_looks_five_years_ahead() -> None:
    """The squares of 0 to 14: from 81 at 9 a year, 126 after five years, and it was 196."""
    squares = [float(k * k) for k in range(15)]
    newest = list(forecasts("AAA", series(squares), "linear", 2024))[-1]
    assert (newest.points, newest.slope) == (196 - 126, (196 - 126) / 5)
