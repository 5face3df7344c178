"""Whose ground a box of a map lies on: areas as rows of spans, read from their paths.

Imports boxes alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dashboard.drawing.boxes import Box

ROW = 4  # steps of the picture from one row to the next
NUMBER = re.compile("-?[0-9]+")


class Ground(NamedTuple):
    """The boxes of an area's parts, the largest first, that of all, and its spans of each row."""

    parts: Sequence[Box]
    whole: Box
    rows: Mapping[int, Sequence[tuple[float, float]]]

    @property
    def extent(self) -> float:
        """The longer side of its largest part."""
        return max(map(_longest, self.parts), default=0.0)

    def share(self, box: Box) -> float:
        """The part of a box that lies on it."""
        left, top, right, bottom = box
        whole = self.whole
        if right < whole[0] or whole[2] < left or bottom < whole[1] or whole[3] < top:
            return 0.0
        covered, first, last = 0.0, int(top / ROW), int(bottom / ROW)
        for row in range(first, last + 1):
            for start, end in self.rows.get(row, ()):
                if start < right and left < end:
                    covered += min(end, right) - max(start, left)
        return covered / ((right - left) * (last - first + 1))


# Of the regions that are looked at, not of all.
@lru_cache(1024)
def ground(path: str) -> Ground:
    """The ground of a path, which has moves, relative lines and closings."""
    crossings: dict[int, list[float]] = {}
    parts = []
    for points in _parts(path):
        across, down = [x for x, _ in points], [y for _, y in points]
        parts.append((min(across), min(down), max(across), max(down)))
        # Of each point the first row whose middle is not above it: most lines pass the middle of none.
        firsts = [-int((0.5 - y / ROW) // 1) for y in down]
        (x, y), first = points[-1], firsts[-1]
        for (to_x, to_y), to_first in zip(points, firsts, strict=True):
            if first != to_first:
                slope = (to_x - x) / (to_y - y)
                for row in range(min(first, to_first), max(first, to_first)):
                    crossings.setdefault(row, []).append(x + ((row + 0.5) * ROW - y) * slope)
            x, y, first = to_x, to_y, to_first
    rows = {}
    for row, found in crossings.items():
        found.sort()
        rows[row] = list(zip(found[::2], found[1::2], strict=True))
    lefts, tops, rights, bottoms = zip(*parts, strict=True)
    whole = (min(lefts), min(tops), max(rights), max(bottoms))
    return Ground(sorted(parts, key=_longest, reverse=True), whole, rows)


def _longest(box: Box) -> float:
    return max(box[2] - box[0], box[3] - box[1])


def _parts(path: str) -> Iterator[list[tuple[float, float]]]:
    for part in path.split("M")[1:]:
        begun, _, rest = part.partition("l")
        x, y = map(int, NUMBER.findall(begun))
        steps = [int(step) for step in NUMBER.findall(rest)]
        points = [(float(x), float(y))]
        for across, down in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + across, y + down
            points.append((float(x), float(y)))
        yield points
