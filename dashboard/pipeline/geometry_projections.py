"""The projections of plotly.js, computed here so that a preview is the same picture.

Everything is on a sphere of radius 1. Imports pyproj and shapely; belongs to the build alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

CLIP_PAD = 1e-3  # plotly.js draws its box of ranges this much smaller
Forward = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Frame:
    """A framed view as plotly.js takes it: projection type, central meridian, ranges.

    `lon` may pass 180; `parallels` belongs to conic projections alone.
    """

    projection: str
    rotation: float
    lon: tuple[float, float]
    lat: tuple[float, float]
    parallels: tuple[float, float] | None = None

    def forward(self) -> Forward:
        """Longitudes and latitudes in degrees -> the plane, y upwards."""
        project = pyproj.Transformer.from_pipeline(self._pipeline()).transform

        def forward(xy: np.ndarray) -> np.ndarray:
            return np.column_stack(project(xy[:, 0], xy[:, 1]))

        return forward

    def _pipeline(self) -> str:
        turned = f"+lon_0={self.rotation} +R=1 +over"
        if self.projection == "equal earth":
            return f"+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=eqearth {turned}"
        if self.projection == "conic equal area" and self.parallels:
            low, high = self.parallels
            return f"+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=aea {turned} +lat_1={low} +lat_2={high}"
        raise ValueError(f"The projection {self.projection!r} is not known here.")

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the picture: the projected box of ranges."""
        xy = self.forward()(_range_box(self.lon, self.lat))
        return xy[:, 0].min(), xy[:, 1].min(), xy[:, 0].max(), xy[:, 1].max()

    def aspect(self) -> float:
        """Width over height of the picture."""
        left, bottom, right, top = self.bounds()
        return (right - left) / (top - bottom)

    def turned(self, shape: BaseGeometry) -> BaseGeometry:
        """The shape cut at the meridian opposite the central one, in one turn around it."""
        west, east = self.rotation - 180, self.rotation + 180
        left, _, right, _ = shapely.bounds(shape)
        if west <= left and right <= east:
            return shape
        window = shapely.box(west, -90, east, 90)
        copies = [shapely.transform(shape, lambda xy, d=d: xy + (d, 0)) for d in (-360, 0, 360)]
        return shapely.union_all([window.intersection(copy) for copy in copies])


# plotly.js: makeRangeBox; each side runs along great circles between its points
def _range_box(lon: tuple[float, float], lat: tuple[float, float]) -> np.ndarray:
    lons = np.linspace(lon[0] + CLIP_PAD, lon[1] - CLIP_PAD, 5)
    low, high = lat[0] + CLIP_PAD, lat[1] - CLIP_PAD
    corners = [*((x, high) for x in lons), *((x, low) for x in lons[::-1]), (lons[0], high)]
    sides = [_great_circle(a, b) for a, b in zip(corners, corners[1:], strict=False)]
    return np.concatenate(sides)


def _great_circle(start: tuple[float, float], end: tuple[float, float]) -> np.ndarray:
    """Points every hundredth of the way; longitudes run on from that of `start`."""
    ends = np.radians([start, end])
    xyz = np.column_stack(
        (
            np.cos(ends[:, 1]) * np.cos(ends[:, 0]),
            np.cos(ends[:, 1]) * np.sin(ends[:, 0]),
            np.sin(ends[:, 1]),
        )
    )
    way = np.linspace(0, 1, 101)[:, None]
    mixed = xyz[0] * (1 - way) + xyz[1] * way
    mixed /= np.linalg.norm(mixed, axis=1)[:, None]
    lon = np.unwrap(np.arctan2(mixed[:, 1], mixed[:, 0]))
    lon += ends[0, 0] - lon[0]
    return np.degrees(np.column_stack((lon, np.arcsin(np.clip(mixed[:, 2], -1, 1)))))
