"""Boxes and lines on a picture: whether they meet. Imports nothing of the dashboard."""

from collections.abc import Iterable, Sequence

Box = tuple[float, float, float, float]
Spot = tuple[float, float]
Line = tuple[Spot, Spot]


def around(at: Sequence[float], half: float) -> Box:
    """The square around a point."""
    return at[0] - half, at[1] - half, at[0] + half, at[1] + half


def grown(box: Box, by: float) -> Box:
    """A box that is larger on each side."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def met(box: Box, others: Iterable[Box]) -> list[Box]:
    """Those that share an area with a box, of the thousands that are asked about for a map."""
    left, top, right, bottom = box
    return [
        other
        for other in others
        if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
    ]


def inside(box: Box, frame: Box) -> bool:
    """Whether a box lies in another one."""
    return frame[0] < box[0] and frame[1] < box[1] and box[2] < frame[2] and box[3] < frame[3]


def holds(box: Box, spot: Spot) -> bool:
    """Whether a box has a point."""
    return box[0] <= spot[0] <= box[2] and box[1] <= spot[1] <= box[3]


def end_of(box: Box, at: Spot) -> Spot:
    """The point of a box that is nearest to another point."""
    return min(max(at[0], box[0]), box[2]), min(max(at[1], box[1]), box[3])


def bounds(line: Line) -> Box:
    """The box around a line, a little larger."""
    (x, y), (to_x, to_y) = line
    return min(x, to_x) - 1, min(y, to_y) - 1, max(x, to_x) + 1, max(y, to_y) + 1


def crosses(line: Line, box: Box) -> bool:
    """Whether a line passes through a box: it is cut off at each side in turn (Liang, Barsky)."""
    (x, y), (to_x, to_y) = line
    start, end = 0.0, 1.0
    for step, low, high in (
        (to_x - x, box[0] - x, box[2] - x),
        (to_y - y, box[1] - y, box[3] - y),
    ):
        if step == 0:
            if low >= 0 or high <= 0:
                return False
            continue
        near, far = sorted((low / step, high / step))
        start, end = max(start, near), min(end, far)
    return start < end


def cut(one: Line, other: Line) -> bool:
    """Whether two lines cross or touch."""
    return (
        _turn(*one, other[0]) * _turn(*one, other[1]) <= 0
        and _turn(*other, one[0]) * _turn(*other, one[1]) <= 0
    )


def _turn(start: Spot, end: Spot, spot: Spot) -> int:
    """On which side of a line a point lies; 0 where it is as good as on it."""
    across, down = end[0] - start[0], end[1] - start[1]
    area = across * (spot[1] - start[1]) - down * (spot[0] - start[0])
    return (area > 1) - (area < -1)
