"""The figure of a pace: what is drawn, and what is left out."""

from typing import Any

from dashboard.figures.pace import pace_figure
from dashboard.tables import Tables
from dashboard.text.pace import measured
from dashboard.view import View


def _drawn(tables: Tables, **view: Any) -> dict[str, dict[str, Any]]:
    subject = measured(View(**{"lang": "en", "economies": ("KIR",), **view}), tables)
    return {str(trace.get("meta")): trace for trace in pace_figure(subject)["data"]}


def test_observed_estimated_and_filled_values_look_different(tables: Tables) -> None:
    """Circles for observed, diamonds for estimated, hollow ones for filled values."""
    symbols = _drawn(tables)["KIR"]["marker"]["symbol"]
    assert symbols[0] == "circle"
    assert symbols[2] == "circle-open"
    assert symbols[3] == "diamond"


def test_the_fan_starts_at_the_newest_value(tables: Tables) -> None:
    """The projection starts where the values end, and its middle stays inside the fan."""
    drawn = _drawn(tables)
    middle, fan = drawn["projection"], drawn["fan"]
    assert (middle["x"][0], round(middle["y"][0], 6)) == (2012, 12.0)
    half = len(fan["y"]) // 2
    low, high = fan["y"][:half], fan["y"][half:][::-1]
    for a, b, c in zip(low, middle["y"], high, strict=True):
        assert a <= b + 1e-9
        assert b <= c + 1e-9


def test_the_line_needed_ends_at_the_date(tables: Tables) -> None:
    """The required pace leads to the threshold in the year of the target."""
    line = _drawn(tables)["required"]
    assert line["x"] == [2012, 2030]
    assert line["y"] == [12.0, 100.2]


def test_the_threshold_has_its_date(tables: Tables) -> None:
    """A line at the threshold, with a star in the year of the target."""
    drawn = _drawn(tables)
    assert drawn["threshold"]["y"] == [100, 100]
    assert drawn["deadline"]["x"] == [2030]


def test_a_chosen_pace_is_drawn_to_the_threshold(tables: Tables) -> None:
    """Only a chosen pace has a line; it ends at the threshold when it gets there."""
    assert "chosen" not in _drawn(tables)
    line = _drawn(tables, pace=8.0)["chosen"]
    assert line["x"] == [2012, 2023]
    assert line["y"] == [12.0, 100.0]
