"""The names of points: beside their points, none on another, none beyond the picture.

A name that would cover one before it stands on the other side, or further away with a line to its
point. A rim of paper keeps letters apart from what they stand on.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dashboard import theme
from dashboard.drawing import letters
from dashboard.drawing.boxes import met
from dashboard.drawing.letters import Type
from dashboard.formats.svg import Point, element, polyline

FURTHEST = 4  # lines that a name may stand away from its point
AIR = 3.0
Trace = Mapping[str, Any]


class Wanted(NamedTuple):
    """A name, the point it belongs to, the radius of that, and the side that it would stand on."""

    text: str
    at: Point
    radius: float
    side: int
    type_: Type


class Rect(NamedTuple):
    """The room of a name."""

    left: float
    top: float
    right: float
    bottom: float


def wanted(trace: Trace, places: Sequence[Point | None]) -> Iterator[Wanted]:
    """The names that a trace asks for."""
    font, marker = trace.get("textfont", {}), trace.get("marker", {})
    type_ = Type(font.get("size", 12), font.get("color", theme.INK))
    side = 1 if str(trace.get("textposition", "")).startswith("bottom") else -1
    for text, place in zip(trace.get("text", ()), places, strict=False):
        if text and place is not None:
            yield Wanted(str(text), place, marker.get("size", 6) / 2, side, type_)


def names_of_points(names: Sequence[Wanted], width: float, floor: float) -> str:
    """The names as SVG for a picture of this width, none of them on what stands below `floor`."""
    taken: list[Rect] = []
    drawn = ""
    for name in names:
        tried = [_room(name, lines, side, width) for lines, side in _sides(name)]
        within = [one for one in tried if one.top >= 0 and one.bottom <= floor] or tried
        room = next((one for one in within if not met(one, taken)), within[0])
        taken.append(room)
        drawn += _drawn(name, room)
    return drawn


def _sides(name: Wanted) -> list[tuple[int, int]]:
    return [(lines, side) for lines in range(FURTHEST) for side in (name.side, -name.side)]


def _room(name: Wanted, lines: int, side: int, width: float) -> Rect:
    """The room of a name so many lines above (-1) or below its point, inside the picture."""
    wide, tall = name.type_.of_text(name.text), name.type_.leading
    left = max(0.0, min(name.at[0] - wide / 2, width - wide))
    middle = name.at[1] + side * (name.radius + AIR + tall * (lines + 0.4))
    return Rect(left, middle - tall / 2, left + wide, middle + tall / 2)


def _drawn(name: Wanted, room: Rect) -> str:
    (x, y), half = name.at, name.type_.leading / 2
    middle = (room.top + room.bottom) / 2
    away = abs(middle - y) - half - name.radius
    line = ""
    if away > half:
        way = 1 if middle > y else -1
        ends = [(x, y + way * name.radius), (x, middle - way * half)]
        line = element("path", d=polyline(ends), fill="none", stroke=name.type_.colour)
    text = letters.line(name.text, (room.left + room.right) / 2, middle, name.type_, "center")
    return line + letters.rimmed(text, name.type_.size)
