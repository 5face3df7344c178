"""The names on a map: of every economy of a small group, of the highlighted ones, and signs of notes.

A name stands on its area or beside its circle; where others are in the way it is moved, and a leader
shows whose it is. Imports the places, the widths of labels and the words.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from math import cos, pi, sin
from typing import NamedTuple

from dashboard.figures import labels, places
from dashboard.figures.places import Panel
from dashboard.text.subject import Subject

SIZE, LEADING = 10.5, 1.15  # of letters in a picture 1000 wide, and of lines in letters
MOST = 30  # members of a group whose map names them all
LONGEST = 21  # letters on one of two lines
CIRCLE, BESIDE = 5.0, 7.0  # half a circle with its line, and where a name beside it begins
# How far a name is moved at most, in steps of the picture, and how many ways are tried at a distance.
FAR, STEP, WAYS = 200, 8, 24
NEAR = 50.0  # half a square in which circles crowd each other
ROOM = 0.7  # of its width that a name needs on its area
NUMBER = re.compile("-?[0-9]+")
Box = tuple[float, float, float, float]


class Name(NamedTuple):
    """Lines of letters, and their box; with `at` the end of a leader."""

    code: str
    lines: Sequence[str]
    box: Box
    at: tuple[float, float] | None


def names(subject: Subject, size: float = SIZE) -> list[Name]:
    """The names that fit in letters of a size, the highlighted ones first; signs where no name is."""
    panels = places.picture(subject.view.region).panels
    boxes = [_circle(panel, code) for panel in panels for code in panel.circles]
    wanted = _wanted(subject)
    held = {
        code: next((one for one in panels[::-1] if code in one.points), None) for code in wanted
    }
    chosen, placed = subject.view.economies, []
    # Where it is crowded first: there is the least choice.
    order = sorted(
        wanted, key=lambda code: (code not in chosen, -_crowd(held[code], code, boxes), code)
    )
    for code in order:
        lines, panel = labels.folded(wanted[code], LONGEST), held[code]
        if panel and (name := _placed(code, lines, size, panel, boxes)):
            placed.append(name)
            boxes.append(name.box)
    return placed


def _crowd(panel: Panel | None, code: str, boxes: Sequence[Box]) -> int:
    """How many circles are near an economy."""
    if panel is None:
        return 0
    x, y = panel.points[code]
    near = (x - NEAR, y - NEAR, x + NEAR, y + NEAR)
    return len(_met(near, boxes))


def _wanted(subject: Subject) -> dict[str, str]:
    """What is written for each economy."""
    inside, chosen = subject.in_frame(), subject.view.economies
    signs = places.signs(subject.view.region)
    named = [code for code in inside if len(inside) <= MOST or code in chosen]
    found = {code: subject.words.economy(code) + signs.get(code, "") for code in named}
    return {**found, **{code: sign for code, sign in signs.items() if code not in found}}


@cache
def _breadth(path: str) -> float:
    """The width of the widest part of an area, whose path has moves, relative lines and closings."""
    widest = 0
    for part in path.split("M")[1:]:
        steps = [int(step) for step in NUMBER.findall(part.partition("l")[2])[::2]]
        across = [*accumulate(steps, initial=0)]
        widest = max(widest, max(across) - min(across))
    return widest


def _circle(panel: Panel, code: str) -> Box:
    x, y = panel.points.get(code, (-99, -99))
    return x - CIRCLE, y - CIRCLE, x + CIRCLE, y + CIRCLE


def _placed(
    code: str, lines: Sequence[str], size: float, panel: Panel, taken: Sequence[Box]
) -> Name | None:
    """The name at the first place where it is in the panel and covers nothing; None without one.

    A leader crosses no other name and no circle if that can be.
    """
    wide = max(map(labels.width, lines)) * size / labels.FONT_SIZE
    tall = LEADING * size * len(lines)
    x, y = at = (float(panel.points[code][0]), float(panel.points[code][1]))
    breadth = 0.0 if code in panel.circles else _breadth(panel.paths.get(code, ""))
    first = max(BESIDE, breadth / 2) if breadth < wide * ROOM else 0.0
    own = _circle(panel, code)
    others = [box for box in taken if box != own]
    crossing = None
    for across, down, away in _tried(x, y, wide, tall, first):
        box = (across - wide / 2, down - tall / 2, across + wide / 2, down + tall / 2)
        if not _inside(box, panel.box) or _met(box, others):
            continue
        if away <= first:
            return Name(code, lines, box, None)
        led = Name(code, lines, box, at)
        start = _end(box, at)
        # Where circles share a place, a leader may run over the other one.
        apart = [other for other in _met(_between(start, at), others) if not _holds(other, at)]
        if not any(_holds(other, point) for other in apart for point in _leader(start, at)):
            return led
        crossing = crossing or led
    return crossing


def _tried(
    x: float, y: float, wide: float, tall: float, first: float
) -> Iterator[tuple[float, float, float]]:
    """Middles of the box to try, with how far they are: on an area or beside what is small, then around."""
    if not first:
        yield x, y, 0
    distance = first or BESIDE
    while distance < FAR:
        for k in range(WAYS):
            # Right, left, then in turn above and below.
            angle = (k // 2 * 2 * pi / WAYS + (pi if k % 2 else 0)) % (2 * pi)
            across, down = cos(angle), sin(angle)
            yield (
                x + across * (distance + wide / 2),
                y + down * (distance + tall / 2),
                distance,
            )
        distance += STEP


def _end(box: Box, at: tuple[float, float]) -> tuple[float, float]:
    """The point of a box that is nearest to another point."""
    left, top, right, bottom = box
    return min(max(at[0], left), right), min(max(at[1], top), bottom)


def _leader(start: tuple[float, float], end: tuple[float, float]) -> Sequence[tuple[float, float]]:
    """Points along a leader."""
    (x, y), (to_x, to_y) = start, end
    return [(x + (to_x - x) * k / 8, y + (to_y - y) * k / 8) for k in range(9)]


def leader(name: Name) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Both ends of the leader of a name; None where it stands at its place."""
    return (_end(name.box, name.at), name.at) if name.at else None


def _inside(box: Box, frame: tuple[int, int, int, int]) -> bool:
    left, top, wide, tall = frame
    return (
        left + 1 < box[0]
        and top + 1 < box[1]
        and box[2] < left + wide - 1
        and box[3] < top + tall - 1
    )


def _between(start: tuple[float, float], end: tuple[float, float]) -> Box:
    """The box around a line, a little larger."""
    (x, y), (to_x, to_y) = start, end
    return min(x, to_x) - 1, min(y, to_y) - 1, max(x, to_x) + 1, max(y, to_y) + 1


def _met(box: Box, others: Sequence[Box]) -> list[Box]:
    """Those that a box lies upon, of the thousands that are asked about for a map."""
    left, top, right, bottom = box
    return [
        other
        for other in others
        if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
    ]


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
