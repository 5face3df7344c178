"""Framed views: for every group a projection and ranges that show its members well.

Computed from the members' main parts; `map_rules.toml` corrects what looks wrong. Imports shapely
and numpy; belongs to the build alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.pipeline.geometry.projections import Frame, Projection, framed
from dashboard.pipeline.geometry.rules import FrameRule, MapRules
from dashboard.pipeline.geometry.simplify import to_equal_area

MAIN_SHARE = 0.1  # a part counts for the frame from this share of its area's largest part
PADDING = 0.03  # of width and height, on each side
SMALLEST_SPAN = 0.1  # of the plane (radians): about 6 degrees
WIDE_SPAN = 180.0  # degrees of longitude from which a frame is drawn like the world
MIDDLE_LATITUDE = 25.0  # degrees from which a cone fits better than the world projection
# Width over height of a frame: it follows the members, and surroundings fill it beyond these.
ASPECTS = (0.78, 3.4)
PICTURE = (1200.0, 600.0)  # pixels that a circle's need is judged by
VISIBLE_AREA = 12.0  # square pixels, for the world
PICKABLE_AREA = 30.0  # square pixels, for a closer frame, which is there to tell islands apart

Points = Mapping[str, tuple[float, float]]
Shapes = Mapping[str, BaseGeometry]


def frame_of(members: Iterable[str], shapes: Shapes, points: Points, rule: FrameRule) -> Frame:
    """The frame of a group; `rule` replaces what it names."""
    main = [
        part
        for code in members
        if code not in rule.leave_out
        for part in _main_parts(code, shapes, points)
    ]
    projection = _projection(main, rule)
    placed = [projection.turned(part) for part in main]
    if rule.lon or rule.lat:
        window = shapely.box(*_window(rule, projection))
        placed = [part.intersection(window) for part in placed]
    forward = projection.forward()
    bounds = shapely.total_bounds([shapely.transform(part, forward) for part in placed])
    return framed(projection, _completed(bounds, projection))


def _window(rule: FrameRule, projection: Projection) -> tuple[float, float, float, float]:
    west, east = rule.lon or (projection.rotation - 180, projection.rotation + 180)
    south, north = rule.lat or (-90, 90)
    return west, south, east, north


def _main_parts(code: str, shapes: Shapes, points: Points) -> list[BaseGeometry]:
    """The parts of an area that matter for a frame; its point where it has no shape."""
    if code not in shapes:
        return [shapely.Point(points[code])] if code in points else []
    parts = shapely.get_parts(shapes[code])
    areas = shapely.area(parts)
    return list(parts[areas >= MAIN_SHARE * areas.max()])


def _projection(parts: list[BaseGeometry], rule: FrameRule) -> Projection:
    boxes = shapely.bounds(parts)
    lon = rule.lon or _shortest_span(boxes[:, 0], boxes[:, 2])
    lat = rule.lat or (float(boxes[:, 1].min()), float(boxes[:, 3].max()))
    return chosen_projection(lon, lat, rule)


def chosen_projection(
    lon: tuple[float, float], lat: tuple[float, float], rule: FrameRule
) -> Projection:
    """Equal Earth or, away from the equator, a cone for this stretch of longitudes and latitudes."""
    (west, east), (south, north) = lon, lat
    rotation = round((west + east) / 2, 1) if rule.rotation is None else rule.rotation
    one_side = south * north > 0 and abs(south + north) / 2 > MIDDLE_LATITUDE
    cone = one_side and east - west < WIDE_SPAN
    kind = rule.projection or ("conic equal area" if cone else "equal earth")
    if kind == "equal earth":
        return Projection(kind, rotation)
    sixth = (north - south) / 6
    return Projection(
        kind, rotation, rule.parallels or (round(south + sixth, 1), round(north - sixth, 1))
    )


def _shortest_span(west: np.ndarray, east: np.ndarray) -> tuple[float, float]:
    """The shortest stretch of longitudes that holds all boxes; its end may pass 180."""
    order = np.argsort((west + 180) % 360)
    starts = ((west + 180) % 360)[order]
    reach = np.maximum.accumulate(starts + (east - west)[order])
    gaps = np.append(starts[1:], starts[0] + 360) - reach
    widest = int(np.argmax(gaps))
    start = float(starts[(widest + 1) % len(starts)] - 180)
    end = float(reach[widest] - 180)
    return start, end if end >= start else end + 360


def _completed(bounds: np.ndarray, projection: Projection) -> tuple[float, float, float, float]:
    """Bounds with padding and an aspect that suits a page, kept on the globe where it can be."""
    left, bottom, right, top = (float(v) for v in bounds)
    width = max((right - left) * (1 + 2 * PADDING), SMALLEST_SPAN)
    height = max((top - bottom) * (1 + 2 * PADDING), SMALLEST_SPAN)
    wider = max(width, height * ASPECTS[0])
    higher = max(height, width / ASPECTS[1])
    x, y = (left + right) / 2, (bottom + top) / 2
    if projection.kind == "equal earth":
        edge, pole = projection.forward()(np.array([(projection.rotation + 180, 0), (0, 90)]))
        wider = min(wider, 2 * edge[0])
        x = min(max(x, wider / 2 - edge[0]), edge[0] - wider / 2)
        y = min(max(y, higher / 2 - pole[1]), pole[1] - higher / 2)
    return x - wider / 2, y - higher / 2, x + wider / 2, y + higher / 2


def pixels_of(scale: float, size: tuple[int, int]) -> float:
    """Pixels in one of the plane, in a picture of usual size; `scale` is in steps of its grid."""
    return scale * min(PICTURE[0] / size[0], PICTURE[1] / size[1])


def small_members(
    members: Iterable[str], shapes: Shapes, points: Points, pixels: float, pixels_needed: float
) -> list[str]:
    """Members that need a circle: even their largest part is small at so many pixels in the plane."""
    return [
        code
        for code in sorted(members)
        if code in points and _largest_part(shapes.get(code)) * pixels**2 < pixels_needed
    ]


def _largest_part(shape: BaseGeometry | None) -> float:
    """The area on a sphere of radius 1, which equal-area projections keep; 0 without a shape."""
    if shape is None:
        return 0.0
    areas = shapely.area(shapely.get_parts(to_equal_area(shape)))
    return float(areas.max() * np.radians(1.0) ** 2)


def rule_for(code: str, rules: MapRules) -> FrameRule:
    """The corrections of a frame, with the members that never stretch one."""
    rule = rules.frames.get(code, FrameRule())
    return replace(rule, leave_out=rule.leave_out + rules.frames["default"].leave_out)
