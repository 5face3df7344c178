"""How a series becomes lines and points: what is observed, filled, broken; imports no words.

A line is solid between neighbouring values of a publisher's own, dotted where a value is filled by
us or a year between has none, and absent across a break. So are lines of groups, whose values are
all computed.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from dashboard.series import OWN

SYMBOLS = {"o": "circle", "n": "circle", "e": "diamond", "i": "circle-open", "c": "circle-open"}
# What the shape of an interval says of itself.
BAND = "band"
# The least size of a point that no line leads to.
LONE = 7
Trace = dict[str, Any]
Coordinates = tuple[list[float | None], list[float | None]]


@dataclass(slots=True)
class Pieces:
    """Coordinates of the parts of a series; None separates strokes."""

    solid: Coordinates = field(default_factory=lambda: ([], []))
    dotted: Coordinates = field(default_factory=lambda: ([], []))
    breaks: Coordinates = field(default_factory=lambda: ([], []))


@dataclass(frozen=True, slots=True)
class Course:
    """The years of a line, those from which values are not comparable, and how many years usually pass.

    An index of every second year has a `step` of 2: nothing is missing between its values.
    """

    years: Sequence[int]
    breaks: Container[int] = ()
    step: int = 1

    def broken(self, before: int, after: int) -> bool:
        """Whether a break lies between the years at two places."""
        return bool(self.breaks) and any(
            year in self.breaks for year in range(self.years[before] + 1, self.years[after] + 1)
        )

    def far(self, before: int, after: int) -> bool:
        """Whether a year between those at two places has no value."""
        return after > before + 1 or self.years[after] - self.years[before] > self.step


def pieces(course: Course, values: Sequence[float | None], status: str) -> Pieces:
    """The strokes between the values of a series, and the first value after each break."""
    found = Pieces()
    places = [k for k, value in enumerate(values) if value is not None]
    for before, after in pairwise(places):
        ends = (course.years[before], course.years[after])
        heights = (values[before], values[after])
        if course.broken(before, after):
            found.breaks[0].append(ends[1])
            found.breaks[1].append(heights[1])
            continue
        seen = status[before] in OWN and status[after] in OWN
        stroke = found.solid if seen and not course.far(before, after) else found.dotted
        _extend(stroke, ends, heights)
    return found


def drawn(
    course: Course, heights: Sequence[float | None], line: Trace, points: Trace, status: str = ""
) -> list[Trace]:
    """A line and its points as plotly traces: one, or strokes and points where it is cut or dotted.

    `points` is what the trace says of itself and of its points; values without `status` are computed.
    """
    shared = {"type": "scatter", **{k: v for k, v in points.items() if k == "yaxis"}}
    whole = {"type": "scatter", "x": list(course.years), "y": list(heights), "line": line, **points}
    parts = pieces(course, heights, status or OWN[0] * len(heights))
    if not parts.dotted[0] and not parts.breaks[0]:
        return [{**whole, "mode": "lines+markers"}]
    strokes = [
        {**shared, "mode": "lines", "x": x, "y": y, "line": {**line, **more}, "hoverinfo": "skip"}
        for (x, y), more in ((parts.solid, {}), (parts.dotted, {"dash": "dot"}))
        if x
    ]
    joined = {x for stroke in strokes for x in stroke["x"]}
    size = points["marker"]["size"]
    sizes = [size if year in joined else max(size, LONE) for year in course.years]
    return [*strokes, {**whole, "mode": "markers", "marker": {**points["marker"], "size": sizes}}]


def areas(
    course: Course,
    low: Sequence[float | None],
    high: Sequence[float | None],
    colour: str,
    opacity: float,
    **more: str,
) -> list[Trace]:
    """A closed shape between two lines, one for every unbroken run of years that have both."""
    both = [None if a is None or b is None else (a, b) for a, b in zip(low, high, strict=True)]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [course.years[k] for k in (*run, *run[::-1])],
            "y": [high[k] for k in run] + [low[k] for k in run[::-1]],
            "fill": "toself",
            "fillcolor": colour,
            "opacity": opacity,
            "line": {"width": 0},
            "hoverinfo": "skip",
            **more,
        }
        for run in runs(both, course)
        if len(run) > 1
    ]


def _extend(stroke: Coordinates, x: tuple[int, int], y: tuple[float | None, float | None]) -> None:
    """Add one segment, joined to the last one where it starts at its end."""
    if stroke[0] and (stroke[0][-1], stroke[1][-1]) == (x[0], y[0]):
        stroke[0].append(x[1])
        stroke[1].append(y[1])
        return
    if stroke[0]:
        stroke[0].append(None)
        stroke[1].append(None)
    stroke[0].extend(x)
    stroke[1].extend(y)


def runs(values: Sequence[object | None], course: Course | None = None) -> list[range]:
    """The unbroken runs of places that have a value; with a course, cut where its line is not solid."""
    found: list[range] = []
    for place, value in enumerate(values):
        if value is None:
            continue
        joined = found and found[-1].stop == place
        if joined and not (
            course and (course.broken(place - 1, place) or course.far(place - 1, place))
        ):
            found[-1] = range(found[-1].start, place + 1)
        else:
            found.append(range(place, place + 1))
    return found
