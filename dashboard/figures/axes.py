"""The axes that trends and gaps share: time from left to right, numbers in the language's format."""

from collections.abc import Sequence
from functools import cache
from math import log10
from typing import Any

from dashboard import theme
from dashboard.figures.labels import EndLabel, margin, middle
from dashboard.i18n import words

LINE = {"zeroline": False, "gridcolor": theme.GRID, "linecolor": theme.GRID}
MOST_DECADES = 3
# How the tooltip of one plot orders its lines (`hoversort`): as they lie.
FROM_THE_TOP = "value descending"
TICK_FONT = {"size": 12, "color": theme.QUIET_INK}


@cache
def separators(lang: str) -> str:
    """Plotly's `separators`: the decimal sign and the thousands sign of the language."""
    number = words(lang).number(12345.6, 1)
    return number[-2] + (number[2] if number[2] != "3" else number[-2])


def time_axis(first: int, last: int, **more: Any) -> dict[str, Any]:
    """Years as plain numbers; a single year gets room on both sides."""
    room = max(0.4, (last - first) * 0.015)
    axis = {
        **LINE,
        "type": "linear",
        "range": [first - room, last + room],
        "tickformat": "d",
        "tickfont": TICK_FONT,
        "showgrid": False,
        "ticks": "outside",
        "tickcolor": theme.GRID,
        "fixedrange": True,
        "hoverformat": "d",
        **more,
    }
    if last - first < 8:
        axis["dtick"] = 1
    return axis


def read_together(unit: str) -> dict[str, Any]:
    """For the time axis of one plot: its tooltip is headed by the year with the unit of its values."""
    return {"unifiedhovertitle": {"text": f"%{{x}} ({unit})"}}


def value_axis(title: str, low: float, high: float, scale: str, **more: Any) -> dict[str, Any]:
    """The axis of values from `low` to `high`; on a log scale both must be positive."""
    bounds = [low, high]
    steps: dict[str, Any] = {}
    if scale == "log":
        bounds = [log10(low), log10(high)]
        # 1, 2, 5, 10 ...: plotly would name every step, one over the other
        steps = {"dtick": "D2" if bounds[1] - bounds[0] < MOST_DECADES else 1}
    return {
        **LINE,
        "type": scale,
        "range": bounds,
        "title": {"text": title, "font": TICK_FONT, "standoff": 8},
        "tickfont": TICK_FONT,
        "tickformat": ",",
        "automargin": True,
        "fixedrange": True,
        **steps,
        **more,
    }


def bounds(values: list[float], scale: str) -> tuple[float, float]:
    """A range that holds the values with a little room: from zero, except on a log scale."""
    if scale == "log":
        positive = [value for value in values if value > 0] or [1.0]
        return min(positive) / 1.2, max(positive) * 1.2
    top, bottom = max(values, default=1.0), min(values, default=0.0)
    room = (max(top, 0.0) - min(bottom, 0.0)) * 0.06 or 1.0
    return (bottom - room if bottom < 0 else 0.0), max(top, 0.0) + room


def share(value: float, low: float, high: float, scale: str) -> float:
    """How far up an axis from `low` to `high` a value stands: 0 at its foot, 1 at its head."""
    if scale == "log":
        value, low, high = log10(value), log10(low), log10(high)
    return (value - low) / (high - low)


def time_layout(lang: str, ends: Sequence[EndLabel], **more: Any) -> dict[str, Any]:
    """The layout of a chart over time with labels at the line ends: all years read at once."""
    more.setdefault("margin", {"l": 8, "r": margin(ends), "t": 10, "b": 30})
    return theme.layout(
        separators=separators(lang),
        hovermode="x unified",
        hoversubplots="axis",
        hoverlabel={
            "font": {"size": 12},
            "bgcolor": "#ffffff",
            "bordercolor": theme.GRID,
            "namelength": -1,
        },
        dragmode=False,
        **more,
    )


def empty(text: str) -> dict[str, Any]:
    """The layout of a figure that has nothing to draw and says why."""
    hidden = {"visible": False, "fixedrange": True}
    return theme.layout(xaxis=hidden, yaxis=hidden, annotations=[middle(text)])
