"""Where a longitude and a latitude lie in the pre-projected picture of a region (`places.preview`).

The build projects areas and the points of economies; towns come later, and are put among them by
the same projection. Imports the places only.
"""

from collections.abc import Callable
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Any

from dashboard.figures import places

# The polynomial of the equal earth projection.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
Point = tuple[float, float]
Projection = Callable[[float, float], Point]


def place_in(region: str) -> Callable[[float, float], Point | None]:
    """What puts a longitude and a latitude in the picture of a region; None outside of it."""
    project, centre, scale = _picture(region)
    width, height = places.preview(region)["size"]

    def place(lon: float, lat: float) -> Point | None:
        x, y = project(lon, lat)
        at = width / 2 + (x - centre[0]) * scale, height / 2 - (y - centre[1]) * scale
        return at if 0 <= at[0] <= width and 0 <= at[1] <= height else None

    return place


@cache
def _picture(region: str) -> tuple[Projection, Point, float]:
    """The projection of a region, its middle in the plane, and the steps of the picture in one of it.

    The build does not keep the scale, so it is taken from the economies that it has placed.
    """
    frame, drawn = places.frame(region), places.preview(region)
    project = _projection(frame)
    centre = project(*frame["center"])
    across = down = 0.0
    for code, (x, y) in drawn["points"].items():
        at = project(*places.areas()[code]["point"])
        aside, up = at[0] - centre[0], at[1] - centre[1]
        across += (x - drawn["size"][0] / 2) * aside - (y - drawn["size"][1] / 2) * up
        down += aside**2 + up**2
    return project, centre, across / down


def _projection(frame: dict[str, Any]) -> Projection:
    """The projection of a frame on a sphere of radius 1, as plotly.js has it."""
    flat: Projection = _equal_earth
    if frame["projection"] != "equal earth":
        flat = _conic(*map(radians, frame["parallels"]))

    def project(lon: float, lat: float) -> Point:
        turned = (lon - frame["rotation"] + 180) % 360 - 180
        return flat(radians(turned), radians(lat))

    return project


def _equal_earth(lon: float, lat: float) -> Point:
    t = asin(sqrt(3) / 2 * sin(lat))
    slope = A1 + 3 * A2 * t**2 + t**6 * (7 * A3 + 9 * A4 * t**2)
    y = t * (A1 + A2 * t**2 + t**6 * (A3 + A4 * t**2))
    return 2 * sqrt(3) / 3 * lon * cos(t) / slope, y


def _conic(low: float, high: float) -> Projection:
    """The equal-area cone that touches the sphere at two parallels."""
    n = (sin(low) + sin(high)) / 2
    c = cos(low) ** 2 + 2 * n * sin(low)

    def flat(lon: float, lat: float) -> Point:
        radius = sqrt(max(0.0, c - 2 * n * sin(lat))) / n
        return radius * sin(n * lon), -radius * cos(n * lon)

    return flat
