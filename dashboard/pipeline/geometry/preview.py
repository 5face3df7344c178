"""Pre-projected paths of every frame, for a static map that is painted before the script runs.

Imports shapely and numpy; belongs to the build alone. The picture has the crop and the aspect of
the interactive map, on a grid of whole numbers with y downwards.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.pipeline.geometry.frames import Points
from dashboard.pipeline.geometry.projections import Frame

WIDTH = 1000  # steps of the grid
TOLERANCE = 1.2  # steps; like the areas themselves, neighbours are simplified together
SPECK = 2.0  # square steps: smaller parts are left out


def preview(
    frame: Frame,
    shapes: Mapping[str, BaseGeometry],
    lines: Mapping[str, Iterable[BaseGeometry]],
    points: Points,
) -> dict[str, Any]:
    """Size of the picture, a path for every area in it, a path for every kind of line, points."""
    place, size = _placement(frame)
    picture = shapely.box(0, 0, *size)
    codes, placed = _placed(frame, shapes, place, picture)
    simple = shapely.coverage_simplify(placed, TOLERANCE)
    paths = {code: _areas_path(shape) for code, shape in zip(codes, simple, strict=True)}
    return {
        "size": list(size),
        "paths": {code: path for code, path in paths.items() if path},
        "lines": {kind: _lines_path(frame, parts, place, picture) for kind, parts in lines.items()},
        "points": _points(frame, points, place, size),
    }


def _placement(frame: Frame) -> tuple[Any, tuple[int, int]]:
    left, bottom, right, top = frame.bounds()
    scale = WIDTH / (right - left)
    forward = frame.projection.forward()

    def place(xy: np.ndarray) -> np.ndarray:
        return (forward(xy) - (left, top)) * (scale, -scale)

    return place, (WIDTH, round((top - bottom) * scale))


def _placed(
    frame: Frame, shapes: Mapping[str, BaseGeometry], place: Any, picture: BaseGeometry
) -> tuple[list[str], np.ndarray]:
    """The areas that are in the picture, cut to it."""
    codes, placed = [], []
    for code, shape in shapes.items():
        inside = _cut(shapely.transform(frame.projection.turned(shape), place), picture)
        if not inside.is_empty:
            codes.append(code)
            placed.append(inside)
    return codes, np.array(placed, dtype=object)


def _cut(shape: BaseGeometry, picture: BaseGeometry) -> BaseGeometry:
    valid = shape if shape.is_valid else shapely.make_valid(shape)
    parts = shapely.get_parts(shapely.get_parts(valid.intersection(picture)))
    polygons = [part for part in parts if part.geom_type == "Polygon"]
    return shapely.multipolygons(polygons) if polygons else shapely.Polygon()


def _areas_path(shape: BaseGeometry) -> str:
    parts = shapely.get_parts(shape)
    rings = [
        ring
        for part in parts[shapely.area(parts) >= SPECK]
        for ring in (part.exterior, *part.interiors)
    ]
    return "".join(_path(shapely.get_coordinates(ring)[:-1], "z") for ring in rings)


def _lines_path(
    frame: Frame, parts: Iterable[BaseGeometry], place: Any, picture: BaseGeometry
) -> str:
    placed = [shapely.transform(frame.projection.turned(part), place) for part in parts]
    seen = shapely.get_parts(shapely.intersection(np.array(placed, dtype=object), picture))
    lines = [line for line in shapely.get_parts(seen) if line.geom_type == "LineString"]
    simple = shapely.simplify(np.array(lines, dtype=object), TOLERANCE / 2)
    return "".join(_path(shapely.get_coordinates(line), "") for line in simple)


# [[1, 2], [4, 2], [4, 9]] -> "M1 2l3 0 0 7"
def _path(xy: np.ndarray, end: str) -> str:
    steps = np.rint(xy).astype(int)
    deltas = [(int(dx), int(dy)) for dx, dy in np.diff(steps, axis=0) if dx or dy]
    if len(deltas) < (2 if end else 1):
        return ""
    numbers = " ".join(f"{dx} {dy}" for dx, dy in deltas).replace(" -", "-")
    return f"M{steps[0][0]} {steps[0][1]}l{numbers}{end}"


def _points(
    frame: Frame, points: Points, place: Any, size: tuple[int, int]
) -> dict[str, list[int]]:
    codes = list(points)
    turned = [
        shapely.get_coordinates(frame.projection.turned(shapely.Point(points[c])))[0] for c in codes
    ]
    xy = np.rint(place(np.array(turned))).astype(int)
    return {
        code: [int(x), int(y)]
        for code, (x, y) in zip(codes, xy, strict=True)
        if 0 <= x <= size[0] and 0 <= y <= size[1]
    }
