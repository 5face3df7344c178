"""The panels of a picture: the frame of a group, and insets, larger, where its members are crowded.

The frame has the proportions of its members. Insets fill a column beside it, or a row below a wide one;
nothing is covered. Imports the frames and the projections; belongs to the build alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from dashboard.pipeline.geometry.frames import chosen_projection
from dashboard.pipeline.geometry.projections import Frame, framed
from dashboard.pipeline.geometry.rules import FrameRule, InsetRule

WIDTH = 1000  # steps of the grid of a picture
GAP = 8  # steps between two panels
WIDE = 1.9  # width over height from which insets stand below
EDGE = 12  # points along each side of a window
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Panel:
    """A frame and its place in the picture: left, top, width and height in steps of the grid."""

    key: str
    frame: Frame
    box: Box

    @property
    def scale(self) -> float:
        """Steps of the grid in one of the plane."""
        left, _, right, _ = self.frame.bounds()
        return self.box[2] / (right - left)


def panels(frame: Frame, rule: FrameRule, insets: Mapping[str, InsetRule]) -> list[Panel]:
    """The frame itself, then its insets."""
    frames = [inset_frame(insets[key]) for key in rule.insets]
    boxes = _boxes(frame.aspect(), [one.aspect() for one in frames])
    keys = ("", *rule.insets)
    return [
        Panel(key, one, box) for key, one, box in zip(keys, [frame, *frames], boxes, strict=True)
    ]


def inset_frame(inset: InsetRule) -> Frame:
    """The frame of a window, as it is: nothing is added around it."""
    (west, east), (south, north) = inset.lon, inset.lat
    projection = chosen_projection((west, east), (south, north), FrameRule())
    bounds = shapely.total_bounds(
        shapely.transform(projection.turned(window(inset)), projection.forward())
    )
    left, bottom, right, top = (float(v) for v in bounds)
    return framed(projection, (left, bottom, right, top))


def window(inset: InsetRule) -> shapely.Polygon:
    """The window in degrees, with points along its sides, which bend in a projection."""
    (west, east), (south, north) = inset.lon, inset.lat
    lon, lat = np.linspace(west, east, EDGE), np.linspace(south, north, EDGE)
    sides = [
        *((x, south) for x in lon),
        *((east, y) for y in lat[1:]),
        *((x, north) for x in lon[-2::-1]),
        *((west, y) for y in lat[-2:0:-1]),
    ]
    return shapely.Polygon(sides)


def _boxes(aspect: float, insets: Sequence[float]) -> list[Box]:
    """The places of a frame and of insets of these aspects, in a picture that is `WIDTH` wide."""
    if not insets:
        return [(0, 0, WIDTH, round(WIDTH / aspect))]
    between = GAP * (len(insets) - 1)
    if aspect > WIDE:
        top = round(WIDTH / aspect)
        height = (WIDTH - between) / sum(insets)
        lefts = np.cumsum([0.0, *(height * one + GAP for one in insets)])
        row = [
            (round(x), top + GAP, round(height * one), round(height))
            for x, one in zip(lefts, insets, strict=False)
        ]
        return [(0, 0, WIDTH, top), *row]
    # Heights of the column and of the frame are the same: width = aspect * height + GAP + column.
    upright = sum(1 / one for one in insets)
    height = (WIDTH - GAP + between / upright) / (aspect + 1 / upright)
    column = (height - between) / upright
    tops = np.cumsum([0.0, *(column / one + GAP for one in insets)])
    left = WIDTH - round(column)
    stack = [
        (left, round(y), round(column), round(column / one))
        for y, one in zip(tops, insets, strict=False)
    ]
    return [(0, 0, left - GAP, round(height)), *stack]


def size_of(found: Sequence[Panel]) -> tuple[int, int]:
    """Width and height of the picture."""
    return WIDTH, max(top + height for _, top, _, height in (panel.box for panel in found))
