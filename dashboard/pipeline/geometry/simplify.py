"""Simplify the areas together, so that neighbours still meet; imports shapely, build alone.

Work is done in an equal-area plane (x = longitude, y = sine of latitude in degrees), where the
area of a detail is what the eye sees on an equal-area map. Islands are kept finer than continents.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Shapes = dict[str, BaseGeometry]
# The browser draws edges as great circles: a long edge along a parallel would bulge to the pole.
LONGEST_EDGE = 6.0


@dataclass(frozen=True, slots=True)
class Detail:
    """How much detail is kept.

    `tolerance` (degrees of the equal-area plane) for land masses of at least `area` (square
    degrees), in falling order; parts under `smallest_part` that touch nothing are left out unless
    their area is small itself and they are among its `kept_parts` largest.
    """

    tolerance: tuple[tuple[float, float], ...]
    smallest_part: float
    small_area: float
    kept_parts: int


DETAIL = Detail(
    tolerance=((30.0, 0.25), (3.0, 0.15), (0.3, 0.08), (0.0, 0.04)),
    smallest_part=0.03,
    small_area=1.0,
    kept_parts=8,
)


def simplified(shapes: Mapping[str, BaseGeometry], detail: Detail = DETAIL) -> Shapes:
    """The areas with fewer vertices; every area keeps at least one part."""
    codes, parts = _kept_parts(shapes, detail)
    masses = _land_masses(parts)
    sizes = np.bincount(masses, weights=shapely.area(parts))[masses]
    result = np.empty(len(parts), dtype=object)
    upper = np.inf
    for lower, tolerance in detail.tolerance:
        chosen = (sizes >= lower) & (sizes < upper)
        result[chosen] = shapely.coverage_simplify(parts[chosen], tolerance)
        upper = lower
    merged: dict[str, list[BaseGeometry]] = {}
    for code, part in zip(codes, result, strict=True):
        merged.setdefault(code, []).extend(shapely.get_parts(part))
    return {
        code: shapely.segmentize(to_degrees(shapely.multipolygons(found)), LONGEST_EDGE)
        for code, found in merged.items()
    }


def to_equal_area(shape: BaseGeometry) -> BaseGeometry:
    """Longitude, latitude -> the equal-area plane."""
    return shapely.transform(
        shape, lambda xy: np.column_stack((xy[:, 0], np.degrees(np.sin(np.radians(xy[:, 1])))))
    )


def to_degrees(shape: BaseGeometry) -> BaseGeometry:
    """The equal-area plane -> longitude, latitude."""
    return shapely.transform(
        shape, lambda xy: np.column_stack((xy[:, 0], np.degrees(np.arcsin(np.radians(xy[:, 1])))))
    )


def _kept_parts(shapes: Mapping[str, BaseGeometry], detail: Detail) -> tuple[list[str], np.ndarray]:
    codes: list[str] = []
    kept: list[BaseGeometry] = []
    everything = {code: shapely.get_parts(to_equal_area(shape)) for code, shape in shapes.items()}
    tree = shapely.STRtree([part for parts in everything.values() for part in parts])
    for code, parts in everything.items():
        by_size = sorted(parts, key=shapely.area, reverse=True)
        small = sum(shapely.area(parts)) < detail.small_area
        for rank, part in enumerate(by_size):
            wanted = rank == 0 or shapely.area(part) >= detail.smallest_part
            if wanted or (small and rank < detail.kept_parts) or _touches(tree, part):
                codes.append(code)
                kept.append(part)
    return codes, np.array(kept, dtype=object)


def _touches(tree: shapely.STRtree, part: BaseGeometry) -> bool:
    return len(tree.query(part, predicate="intersects")) > 1


def _land_masses(parts: np.ndarray) -> np.ndarray:
    """For every part the number of the connected land mass that it belongs to."""
    mass = np.arange(len(parts))
    pairs = shapely.STRtree(parts).query(parts, predicate="intersects")
    for first, second in pairs.T:
        a, b = mass[first], mass[second]
        if a != b:
            mass[mass == max(a, b)] = min(a, b)
    return mass
