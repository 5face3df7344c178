"""The projections of plotly.js, computed here so that a preview is the same picture.

Everything is on a sphere of radius 1. Imports pyproj and shapely; belongs to the build alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.pipeline.geometry.rules import ShapeError

CLIP_PAD = 1e-3  # plotly.js draws its box of ranges this much smaller
DEGREES = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad"
WAY = np.linspace(0, 1, 21)[:, None]
NEAR_EQUATOR = (40.0, 25.0, 10.0)  # degrees: latitudes around which ranges are sought
WIDEST = {"equal earth": 180.0, "conic equal area": 100.0}  # half a range, in degrees
SEARCHES = 40
NEAR = 4e-3  # share of width and height that a picture may differ from what was asked
Pair = tuple[float, float]
Forward = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Projection:
    """A projection of plotly.js: its type, its central meridian and, for a cone, two parallels."""

    kind: str
    rotation: float
    parallels: tuple[float, float] | None = None

    def forward(self) -> Forward:
        """Longitudes and latitudes in degrees -> the plane, y upwards."""
        project = _transformer(self).transform

        def forward(xy: np.ndarray) -> np.ndarray:
            return np.column_stack(project(xy[:, 0], xy[:, 1]))

        return forward

    def inverse(self, x: float, y: float) -> tuple[float, float]:
        """A place in the plane -> longitude and latitude in degrees."""
        lon, lat = _transformer(self).transform(x, y, direction="INVERSE")
        return float(lon), float(lat)

    def box_size(self, lon: tuple[float, float], lat: tuple[float, float]) -> tuple[float, float]:
        """Width and height of the picture that plotly.js makes of these ranges."""
        xy = self.forward()(_range_box(lon, lat))
        width, height = np.ptp(xy, axis=0)
        return float(width), float(height)

    def turned(self, shape: BaseGeometry) -> BaseGeometry:
        """The shape cut at the meridian opposite the central one, in one turn around it."""
        west, east = self.rotation - 180, self.rotation + 180
        left, _, right, _ = shapely.bounds(shape)
        if west <= left and right <= east:
            return shape
        window = shapely.box(west, -90, east, 90)
        copies = [
            shapely.transform(shape, lambda xy, d=d: xy + np.array((d, 0))) for d in (-360, 0, 360)
        ]
        return shapely.union_all([window.intersection(copy) for copy in copies])


@cache
def _transformer(projection: Projection) -> pyproj.Transformer:
    turned = f"+lon_0={projection.rotation} +R=1 +over"
    if projection.kind == "equal earth":
        step = f"+proj=eqearth {turned}"
    elif projection.kind == "conic equal area" and projection.parallels:
        low, high = projection.parallels
        step = f"+proj=aea {turned} +lat_1={low} +lat_2={high}"
    else:
        raise ShapeError(f"map_rules.toml asks for {projection.kind!r}: known are {list(WIDEST)}.")
    return pyproj.Transformer.from_pipeline(f"{DEGREES} +step {step}")


@dataclass(frozen=True, slots=True)
class Frame:
    """A framed view as plotly.js takes it.

    The ranges `lon` and `lat` give the size of the picture; `centre` (longitude, latitude) is in
    its middle, wherever the ranges themselves lie.
    """

    projection: Projection
    lon: tuple[float, float]
    lat: tuple[float, float]
    centre: tuple[float, float]

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the picture in the plane."""
        width, height = self.projection.box_size(self.lon, self.lat)
        x, y = self.projection.forward()(np.array([self.centre]))[0]
        return x - width / 2, y - height / 2, x + width / 2, y + height / 2

    def aspect(self) -> float:
        """Width over height of the picture."""
        width, height = self.projection.box_size(self.lon, self.lat)
        return width / height


def framed(projection: Projection, bounds: tuple[float, float, float, float]) -> Frame:
    """The frame whose picture is `bounds` (left, bottom, right, top in the plane).

    plotly.js takes ranges of longitude and latitude only, so ranges are sought whose picture has
    that size; a cone needs them nearer to the equator, where it is wide, if the picture is large.
    ShapeError if there are none.
    """
    left, bottom, right, top = bounds
    lon, lat = projection.inverse((left + right) / 2, (bottom + top) / 2)
    for limit in NEAR_EQUATOR:
        middle = min(max(lat, -limit), limit)
        if found := _ranges(projection, middle, (right - left, top - bottom)):
            return Frame(projection, *found, (round(lon, 3), round(lat, 3)))
    raise ShapeError(f"No ranges in {projection} give a picture of {bounds}; see map_rules.toml.")


def _ranges(projection: Projection, lat: float, wanted: Pair) -> tuple[Pair, Pair] | None:
    """Ranges around a latitude whose picture has the wanted size; found one after the other."""
    most_lon, most_lat = WIDEST[projection.kind], 89.0 - abs(lat)
    half_lon = half_lat = 10.0

    def size(lon: float, lat_: float) -> Pair:
        middle = projection.rotation
        return projection.box_size((middle - lon, middle + lon), (lat - lat_, lat + lat_))

    def width(lon: float) -> float:
        return size(lon, half_lat)[0]

    def height(lat: float) -> float:
        return size(half_lon, lat)[1]

    for _ in range(SEARCHES):
        half_lon = _bisect(width, wanted[0], most_lon)
        half_lat = _bisect(height, wanted[1], most_lat)
        if np.allclose(size(half_lon, half_lat), wanted, rtol=NEAR):
            middle = projection.rotation
            return (
                (round(middle - half_lon, 3), round(middle + half_lon, 3)),
                (round(lat - half_lat, 3), round(lat + half_lat, 3)),
            )
    return None


def _bisect(measure: Callable[[float], float], wanted: float, most: float) -> float:
    """The value up to `most` whose growing measure is as wanted, or the nearest end."""
    low, high = 0.1, most
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if measure(middle) < wanted else (low, middle)
    return high


# plotly.js: makeRangeBox; each side runs along great circles between its points
def _range_box(lon: Pair, lat: Pair) -> np.ndarray:
    lons = np.linspace(lon[0] + CLIP_PAD, lon[1] - CLIP_PAD, 5)
    low, high = lat[0] + CLIP_PAD, lat[1] - CLIP_PAD
    corners = [*((x, high) for x in lons), *((x, low) for x in lons[::-1]), (lons[0], high)]
    return _great_circles(np.radians(corners))


def _great_circles(corners: np.ndarray) -> np.ndarray:
    """Points every twentieth of the way from corner to corner, in degrees; longitudes run on."""
    lon, lat = corners.T
    xyz = np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
    mixed = xyz[:-1, None] * (1 - WAY) + xyz[1:, None] * WAY
    mixed /= np.linalg.norm(mixed, axis=2)[:, :, None]
    turned = np.unwrap(np.arctan2(mixed[:, :, 1], mixed[:, :, 0]), axis=1)
    turned += (lon[:-1] - turned[:, 0])[:, None]
    up = np.arcsin(np.clip(mixed[:, :, 2], -1, 1))
    return np.asarray(np.degrees(np.column_stack((turned.ravel(), up.ravel()))))
