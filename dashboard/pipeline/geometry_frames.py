"""Framed views: for every group a projection and ranges that show its members well.

Computed from the members' main parts; `map_rules.toml` corrects what looks wrong. Imports shapely
and numpy; belongs to the build alone.
"""

from collections.abc import Iterable, Mapping

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.pipeline.geometry_projections import Frame
from dashboard.pipeline.geometry_rules import FrameRule, MapRules
from dashboard.pipeline.geometry_simplify import to_equal_area

MAIN_SHARE = 0.1  # a part counts for the frame from this share of its area's largest part
PADDING = 0.03  # of the span, on each side
SMALLEST_SPAN = 8.0  # degrees
WIDE_SPAN = 150.0  # degrees of longitude from which a frame is drawn like the world
MIDDLE_LATITUDE = 25.0  # degrees from which a cone fits better than the world projection
PICTURE = (1200.0, 675.0)  # pixels that a circle's need is judged by
VISIBLE_AREA = 12.0  # square pixels

Points = Mapping[str, tuple[float, float]]


def frame_of(
    members: Iterable[str],
    shapes: Mapping[str, BaseGeometry],
    points: Points,
    rule: FrameRule,
) -> Frame:
    """The frame of a group; `rule` replaces what it names."""
    chosen = [m for m in members if m not in rule.leave_out and (m in shapes or m in points)]
    boxes = np.array([box for m in chosen for box in _main_boxes(m, shapes, points)])
    lon = rule.lon or _padded(*_shortest_span(boxes[:, 0], boxes[:, 2]), 360)
    lat = rule.lat or _padded(boxes[:, 1].min(), boxes[:, 3].max(), 85)
    middle = rule.rotation[0] if rule.rotation else round(sum(lon) / 2, 1)
    projection = rule.projection or _fitting(lon, lat)
    parallels = None
    if projection.startswith("conic"):
        sixth = (lat[1] - lat[0]) / 6
        parallels = rule.parallels or (round(lat[0] + sixth, 1), round(lat[1] - sixth, 1))
    return Frame(projection, middle, lon, lat, parallels)


def _fitting(lon: tuple[float, float], lat: tuple[float, float]) -> str:
    middle = abs(sum(lat) / 2)
    cone = lon[1] - lon[0] < WIDE_SPAN and middle > MIDDLE_LATITUDE and lat[0] * lat[1] > 0
    return "conic equal area" if cone else "equal earth"


def _main_boxes(
    code: str, shapes: Mapping[str, BaseGeometry], points: Points
) -> list[tuple[float, ...]]:
    """Boxes (west, south, east, north) of the parts that matter for a frame."""
    if code not in shapes:
        return [(*points[code], *points[code])]
    parts = shapely.get_parts(shapes[code])
    areas = shapely.area(parts)
    return [tuple(box) for box in shapely.bounds(parts[areas >= MAIN_SHARE * areas.max()])]


def _shortest_span(west: np.ndarray, east: np.ndarray) -> tuple[float, float]:
    """The shortest stretch of longitudes that holds all boxes; its end may pass 180."""
    order = np.argsort((west + 180) % 360)
    starts = ((west + 180) % 360)[order]
    ends = starts + (east - west)[order]
    reach = np.maximum.accumulate(ends)
    gaps = np.append(starts[1:], starts[0] + 360) - reach
    widest = int(np.argmax(gaps))
    first = (widest + 1) % len(starts)
    start = starts[first] - 180
    end = reach[widest] - 180
    if start > 180 - 1e-9:
        start -= 360
    return start, end if end >= start else end + 360


def _padded(low: float, high: float, limit: float) -> tuple[float, float]:
    """The span widened by the padding, at least the smallest span, latitudes kept on the globe."""
    span = max((high - low) * (1 + 2 * PADDING), SMALLEST_SPAN)
    middle = (low + high) / 2
    low, high = middle - span / 2, middle + span / 2
    if limit == 360 and span > 360:
        low, high = middle - 180, middle + 180
    if limit != 360:
        low, high = max(low, -limit), min(high, limit)
    return round(low, 1), round(high, 1)


def small_members(
    members: Iterable[str], shapes: Mapping[str, BaseGeometry], points: Points, frame: Frame
) -> list[str]:
    """Members that need a circle: they cover too few pixels of a picture of usual size."""
    left, bottom, right, top = frame.bounds()
    pixels = min(PICTURE[0] / (right - left), PICTURE[1] / (top - bottom))
    return [
        code
        for code in sorted(members)
        if code in points and _steradians(shapes.get(code)) * pixels**2 < VISIBLE_AREA
    ]


def _steradians(shape: BaseGeometry | None) -> float:
    """The area on a sphere of radius 1, which equal-area projections keep."""
    if shape is None:
        return 0.0
    return float(shapely.area(to_equal_area(shape)) * np.radians(1.0) ** 2)


def rule_for(code: str, rules: MapRules) -> FrameRule:
    """The corrections of a frame, or none."""
    return rules.frames.get(code, FrameRule())
