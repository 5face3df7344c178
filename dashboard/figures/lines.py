"""How a series becomes lines and points: what is observed, filled, broken; imports no words.

A line is solid between neighbouring observed or estimated values, dotted where a value is filled by
us or a year between has none, and absent across a break.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

OBSERVED = "oe"
SYMBOLS = {"o": "circle", "e": "diamond", "i": "circle-open", "c": "circle-open"}
Coordinates = tuple[list[float | None], list[float | None]]


@dataclass(slots=True)
class Pieces:
    """Coordinates of the parts of a series; None separates strokes."""

    solid: Coordinates = field(default_factory=lambda: ([], []))
    dotted: Coordinates = field(default_factory=lambda: ([], []))
    breaks: Coordinates = field(default_factory=lambda: ([], []))


def pieces(
    years: Sequence[int], values: Sequence[float | None], status: str, breaks: Container[int]
) -> Pieces:
    """The strokes between the values of a series and the middle of each break.

    `breaks` holds the years whose value is not comparable with the ones before.
    """
    found = Pieces()
    places = [k for k, value in enumerate(values) if value is not None]
    for before, after in pairwise(places):
        ends = (years[before], years[after])
        heights = (values[before], values[after])
        if any(years[k] in breaks for k in range(before + 1, after + 1)):
            found.breaks[0].append(sum(ends) / 2)
            found.breaks[1].append(sum(height or 0.0 for height in heights) / 2)
            continue
        seen = status[before] in OBSERVED and status[after] in OBSERVED
        stroke = found.solid if seen and after == before + 1 else found.dotted
        _extend(stroke, ends, heights)
    return found


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


def runs(values: Sequence[object | None]) -> list[range]:
    """The unbroken runs of places that have a value."""
    found: list[range] = []
    for place, value in enumerate(values):
        if value is None:
            continue
        if found and found[-1].stop == place:
            found[-1] = range(found[-1].start, place + 1)
        else:
            found.append(range(place, place + 1))
    return found
