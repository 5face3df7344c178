"""Where a longitude and a latitude lie in a panel of a pre-projected picture (`places.picture`).

The build projects areas and the points of economies; towns come later, and are put among them by
the same projection. Imports the places only.
"""

from collections.abc import Callable, Mapping
from math import asin, cos, radians, sin, sqrt
from typing import Any

from dashboard.figures.places import Panel

# The polynomial of the equal earth projection.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
Point = tuple[float, float]
Projection = Callable[[float, float], Point]


def place_in(panel: Panel) -> Callable[[float, float], Point | None]:
    """What puts a longitude and a latitude in a panel of a picture; None outside of it."""
    project = _projection(panel.frame)
    x, y = project(*panel.frame["center"])
    left, top, width, height = panel.box

    def place(lon: float, lat: float) -> Point | None:
        across, down = project(lon, lat)
        aside, below = (across - x) * panel.scale, (y - down) * panel.scale
        if abs(aside) > width / 2 or abs(below) > height / 2:
            return None
        return left + width / 2 + aside, top + height / 2 + below

    return place


def _projection(frame: Mapping[str, Any]) -> Projection:
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
