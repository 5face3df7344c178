"""Verdicts on targets, on series done by hand."""

from typing import Any

import pytest

from dashboard.pipeline.projection import History
from dashboard.pipeline.targets import Goal, PlaceSeries, reading


def read(
    values: list[float],
    goal: Goal,
    until: int = 2024,
    scale: str = "linear",
    breaks: tuple[int, ...] = (),
) -> dict[str, Any]:
    """The reading of a series that ends in `until`, with a back-test's errors of -0.5 to 0.5 a year."""
    years = tuple(range(until - len(values) + 1, until + 1))
    whole = History(years, tuple(values), (True,) * len(values), frozenset(breaks))
    return reading(PlaceSeries(whole, scale, 2024, 1, (-0.5, 0.5), group=False), goal)


def at_least(threshold: float | None, deadline: int = 2030) -> Goal:
    """A goal of at least a threshold."""
    return Goal(threshold, None, "at-least", deadline)


RISING = [50.0, 52.0, 54.0, 56.0, 58.0, 60.0]


def test_the_required_pace_is_what_is_missing_a_year() -> None:
    """From 60 in 2024 to 75 in 2030: 2.5 a year, against a pace of 2.0."""
    found = read(RISING, at_least(75))
    assert (found["required"], found["pace"]) == (2.5, 2.0)
    assert found["verdict"] == "off-track"
    assert found["arrival"] == [2030, 2032, 2034]
    assert found["window"] == [2019, 2024]


def test_exactly_at_the_border_is_on_track() -> None:
    """A pace of 2 a year from 60 in 2024 reaches 72 in 2030, and not 72.1."""
    assert read(RISING, at_least(72))["verdict"] == "on-track"
    assert read(RISING, at_least(72.1))["verdict"] == "off-track"


def test_a_threshold_that_is_reached_is_met() -> None:
    """A value at the threshold is met, and nothing is required or projected any more."""
    found = read(RISING, at_least(60))
    assert (found["verdict"], found["required"], found["arrival"]) == ("met", None, None)


def test_less_may_be_better() -> None:
    """A price at the threshold is met; a falling one arrives; a rising one does not."""
    below = Goal(2.0, None, "at-most", 2030)
    assert read([4.0, 3.5, 3.0, 2.5, 2.0], below)["verdict"] == "met"
    falling = read([8.0, 7.0, 6.0, 5.0, 4.0], below)
    assert (falling["verdict"], falling["arrival"]) == ("on-track", [2026, 2026, 2028])
    rising = read([4.0, 5.0, 6.0, 7.0, 8.0], below)
    assert (rising["verdict"], rising["arrival"]) == ("off-track", [None, None, None])


def test_a_plateau_and_a_dip_never_arrive() -> None:
    """A pace of zero, and one away from the threshold, give no year of arrival."""
    for values in ([40.0] * 6, [60.0, 58.0, 56.0, 54.0, 52.0, 50.0]):
        found = read(values, at_least(95), scale="logit")
        assert (found["verdict"], found["arrival"]) == ("off-track", [None, None, None])


def test_parity_is_a_band_without_a_projection() -> None:
    """Inside the band is met, outside is not, on either side; no year of arrival is given."""
    band = Goal(0.98, 1.02, "between", 2030)
    assert read([0.9, 0.92, 0.94, 0.96, 0.99], band)["verdict"] == "met"
    for last in (0.97, 1.03):
        found = read([0.9, 0.92, 0.94, 0.96, last], band)
        assert (found["verdict"], found["arrival"], found["required"]) == ("off-track", None, None)


def test_a_date_that_has_passed_is_judged_by_the_value_near_it() -> None:
    """Below the threshold at the date is missed, even if it was reached later."""
    assert read(RISING, at_least(56, 2020))["verdict"] == "missed"
    assert read(RISING, at_least(52, 2020))["verdict"] == "met"
    later = read(RISING, at_least(58, 2015))
    assert (later["verdict"], later["reason"]) == ("cannot-say", "no-value")
    assert read(RISING, at_least(70, 2015))["verdict"] == "missed"
    early = read(RISING, at_least(70, 2020), until=2015)
    assert (early["verdict"], early["reason"]) == ("cannot-say", "old")


@pytest.mark.parametrize(
    ("values", "options", "reason"),
    [
        ([], {}, "no-value"),
        ([50.0], {}, "few-values"),
        ([50.0, 52.0, 54.0, 56.0], {}, "few-values"),
        (RISING, {"breaks": (2022,)}, "break"),
        (RISING, {"until": 2019}, "old"),
    ],
)
def test_what_cannot_be_said_says_why(
    values: list[float], options: dict[str, Any], reason: str
) -> None:
    """No value, too few, too few since a break, or too old: no verdict and no year of arrival."""
    found = read(values, at_least(95), **options)
    assert (found["verdict"], found["reason"]) == ("cannot-say", reason)
    assert found["arrival"] is None


def test_without_a_threshold_there_are_values_but_no_verdict() -> None:
    """An indicator without a number set has its value and pace, and no verdict."""
    found = read(RISING, at_least(None))
    assert (found["verdict"], found["reason"]) == ("cannot-say", "no-threshold")
    assert (found["value"], found["pace"], found["required"]) == (60.0, 2.0, None)


def test_checkpoints_take_the_value_at_most_a_year_away() -> None:
    """The years 2005, 2010 and 2015 take their own value, or that of the year after or before."""
    found = read([10.0, 11.0, 12.0], at_least(50), until=2009)
    assert found["checkpoints"] == [None, 12.0, None]


def test_an_interval_that_holds_the_threshold_decides_nothing() -> None:
    """A modelled group at 51 (48 to 55) has neither met nor missed 50; at 51 (50.5 to 55) it has."""
    years = (2012, 2013, 2014, 2015)
    series = History(years, (40.0, 44.0, 48.0, 51.0), (True,) * 4, frozenset())

    def verdict(low: float, high: float, deadline: int) -> tuple[str, str]:
        given = PlaceSeries(
            series, "linear", 2015, 1, (-0.5, 0.5), group=True, ends={2015: (low, high)}
        )
        found = reading(given, at_least(50, deadline))
        return found["verdict"], found["reason"]

    assert verdict(48, 55, 2015) == ("cannot-say", "interval")
    assert verdict(48, 55, 2030) == ("cannot-say", "interval")
    assert verdict(50.5, 55, 2015) == ("met", "")
