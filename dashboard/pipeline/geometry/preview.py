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
from dashboard.pipeline.geometry.panels import Panel, window
from dashboard.pipeline.geometry.projections import Frame
from dashboard.pipeline.geometry.rules import InsetRule

TOLERANCE = 1.2  # steps; like the areas themselves, neighbours are simplified together
SPECK = 2.0  # square steps: smaller parts are left out


def preview(
    panel: Panel,
    shapes: Mapping[str, BaseGeometry],
    lines: Mapping[str, Iterable[BaseGeometry]],
    points: Points,
) -> dict[str, Any]:
    """Where a panel lies, a path for every area in it, a path for every kind of line, points."""
    frame, place, picture = panel.frame, _placement(panel), shapely.box(*_edges(panel))
    codes, placed = _placed(frame, shapes, place, picture)
    simple = shapely.coverage_simplify(placed, TOLERANCE)
    paths = {code: _areas_path(shape) for code, shape in zip(codes, simple, strict=True)}
    return {
        "box": list(panel.box),
        "scale": round(panel.scale, 3),
        "paths": {code: path for code, path in paths.items() if path},
        "lines": {kind: _lines_path(frame, parts, place, picture) for kind, parts in lines.items()},
        "points": _points(frame, points, place, picture),
    }


def window_path(panel: Panel, inset: InsetRule) -> str:
    """The window of an inset on the frame, as far as it is in the picture."""
    placed = shapely.transform(panel.frame.projection.turned(window(inset)), _placement(panel))
    inside = placed.intersection(shapely.box(*_edges(panel)))
    return "".join(
        _path(shapely.get_coordinates(part.exterior)[:-1], "z")
        for part in shapely.get_parts(inside)
        if part.geom_type == "Polygon"
    )


def _edges(panel: Panel) -> tuple[int, int, int, int]:
    left, top, width, height = panel.box
    return left, top, left + width, top + height


def _placement(panel: Panel) -> Any:
    """What puts longitudes and latitudes on the grid of the picture."""
    left, top, width, height = panel.box
    forward, scale = panel.frame.projection.forward(), panel.scale
    middle = forward(np.array([panel.frame.centre]))[0]
    centre = (left + width / 2, top + height / 2)

    def place(xy: np.ndarray) -> np.ndarray:
        return np.asarray((forward(xy) - middle) * (scale, -scale) + centre)

    return place


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
    frame: Frame, points: Points, place: Any, picture: BaseGeometry
) -> dict[str, list[int]]:
    codes = list(points)
    turned = [
        shapely.get_coordinates(frame.projection.turned(shapely.Point(points[c])))[0] for c in codes
    ]
    xy = np.rint(place(np.array(turned))).astype(int)
    inside = shapely.intersects_xy(picture, xy[:, 0], xy[:, 1])
    return {
        code: [int(x), int(y)] for code, (x, y), held in zip(codes, xy, inside, strict=True) if held
    }
