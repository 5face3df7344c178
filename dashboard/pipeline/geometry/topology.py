"""Write and read TopoJSON: areas on a grid of whole numbers, every boundary stored once.

The result is what plotly.js asks of a `world_110m.json`. Imports shapely; belongs to the build.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Point = tuple[int, int]
Arc = tuple[Point, ...]
ORIGIN = np.array((180, 90))  # west and south of the grid, in degrees
EMPTY_LAYERS = ("land", "ocean", "coastlines", "lakes", "rivers", "subunits")


@dataclass
class Topology:
    """Arcs on a grid of `steps` steps around the globe, and the rings of every area.

    An area is a list of polygons, a polygon a list of rings (first the outer one, clockwise), a
    ring a list of arc numbers, ~n standing for arc n backwards. Points keep longitudes above 180.
    """

    steps: int
    arcs: list[Arc] = field(default_factory=list)
    areas: dict[str, list[list[list[int]]]] = field(default_factory=dict)

    @property
    def scale(self) -> float:
        """Degrees of one step of the grid."""
        return 360 / self.steps

    def users(self) -> list[set[str]]:
        """For every arc, the areas that it bounds."""
        found: list[set[str]] = [set() for _ in self.arcs]
        for code, polygons in self.areas.items():
            for number in (n for rings in polygons for ring in rings for n in ring):
                found[number if number >= 0 else ~number].add(code)
        return found

    def degrees(self, arc: Arc) -> list[tuple[float, float]]:
        """Longitudes (they may pass 180) and latitudes of an arc."""
        return [(x * self.scale - 180, y * self.scale - 90) for x, y in arc]

    def shape(self, code: str) -> BaseGeometry:
        """The area as a geometry, longitudes passing 180 where it crosses the dateline."""
        polygons = [
            shapely.Polygon(self._ring(rings[0]), [self._ring(r) for r in rings[1:]])
            for rings in self.areas[code]
        ]
        return shapely.multipolygons(polygons)

    def _ring(self, numbers: list[int]) -> list[tuple[float, float]]:
        points: list[Point] = []
        for n in numbers:
            arc = self.arcs[n] if n >= 0 else self.arcs[~n][::-1]
            points.extend(arc if not points else arc[1:])
        return self.degrees(tuple(points))

    def vertices(self) -> int:
        """Vertices of all rings, shared ones counted for each area."""
        return sum(shapely.get_num_coordinates(self.shape(code)) for code in self.areas)


def topology(shapes: Mapping[str, BaseGeometry], steps: int) -> Topology:
    """Put all areas on a grid and store every stretch of boundary once."""
    result = Topology(steps)
    rings = {
        code: [_rings(polygon, result.scale) for polygon in shapely.get_parts(shape)]
        for code, shape in sorted(shapes.items())
    }
    nodes = _nodes([ring for polygons in rings.values() for rs in polygons for ring in rs])
    numbers: dict[Arc, int] = {}
    for code, polygons in rings.items():
        result.areas[code] = [
            [[_number(arc, numbers) for arc in _cut(ring, nodes)] for ring in rs]
            for rs in polygons
            if rs
        ]
    result.arcs = list(numbers)
    return result


def _rings(polygon: BaseGeometry, scale: float) -> list[list[Point]]:
    """Closed rings on the grid, outer one clockwise first; rings that vanish are left out."""
    oriented = shapely.orient_polygons(polygon, exterior_cw=True)
    outer = _on_grid(shapely.get_exterior_ring(oriented), scale)
    if len(outer) < 4:
        outer = _speck(polygon, scale)
    holes = (_on_grid(hole, scale) for hole in oriented.interiors)
    return [outer, *(hole for hole in holes if len(hole) >= 4)]


def _on_grid(ring: BaseGeometry, scale: float) -> list[Point]:
    xy = np.rint((shapely.get_coordinates(ring) + ORIGIN) / scale).astype(int)
    points = [(int(x), int(y)) for x, y in xy]
    return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def _speck(polygon: BaseGeometry, scale: float) -> list[Point]:
    """The smallest square of the grid, for an area smaller than a step."""
    x, y = (int(v) for v in (shapely.get_coordinates(polygon.centroid)[0] + ORIGIN) / scale)
    return [(x, y), (x, y + 1), (x + 1, y + 1), (x + 1, y), (x, y)]


def _nodes(rings: list[list[Point]]) -> set[Point]:
    """Points where boundaries meet or part: not everywhere the same two neighbours."""
    neighbours: dict[Point, frozenset[Point]] = {}
    nodes: set[Point] = set()
    for ring in rings:
        for before, point, after in zip([ring[-2], *ring[:-2]], ring[:-1], ring[1:], strict=True):
            pair = frozenset((before, after))
            if neighbours.setdefault(point, pair) != pair:
                nodes.add(point)
    return nodes


def _cut(ring: list[Point], nodes: set[Point]) -> list[Arc]:
    """The ring cut at its nodes; a ring without nodes is one arc from its lowest point."""
    corners = ring[:-1]
    starts = [i for i, point in enumerate(corners) if point in nodes]
    first = starts[0] if starts else corners.index(min(corners))
    turned = corners[first:] + corners[: first + 1]
    arcs: list[Arc] = []
    begin = 0
    for i in range(1, len(turned)):
        if turned[i] in nodes or i == len(turned) - 1:
            arcs.append(tuple(turned[begin : i + 1]))
            begin = i
    return arcs


def _number(arc: Arc, numbers: dict[Arc, int]) -> int:
    backwards = arc[::-1]
    if backwards in numbers:
        return ~numbers[backwards]
    return numbers.setdefault(arc, len(numbers))


def as_topojson(topology: Topology, centres: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
    """The TopoJSON object: `countries` by area id, with plotly's `ct` (where a label points to)."""
    geometries = []
    for code, polygons in topology.areas.items():
        one = len(polygons) == 1
        geometries.append(
            {
                "type": "Polygon" if one else "MultiPolygon",
                "id": code,
                "properties": {"ct": list(centres[code])},
                "arcs": polygons[0] if one else polygons,
            }
        )
    empty = {"type": "GeometryCollection", "geometries": []}
    return {
        "type": "Topology",
        "transform": {"scale": [topology.scale] * 2, "translate": [-180, -90]},
        "objects": {
            "countries": {"type": "GeometryCollection", "geometries": geometries},
            **dict.fromkeys(EMPTY_LAYERS, empty),
        },
        "arcs": [_deltas(arc, topology.steps) for arc in topology.arcs],
    }


def _deltas(arc: Arc, steps: int) -> list[list[int]]:
    """Differences between points, longitudes brought back to -180..180."""
    wrapped = [(x - steps if x > steps else x, y) for x, y in arc]
    previous = [(0, 0), *wrapped[:-1]]
    return [[x - px, y - py] for (x, y), (px, py) in zip(wrapped, previous, strict=True)]
