"""Read the shapes of the two npm packages and make one layer of areas of them.

Longitudes run from -180 to about 191 here: an area that crosses the dateline stays in one piece.
Imports geopandas and shapely; belongs to the build alone.
"""

import io
import json
import re
from pathlib import Path

import geopandas
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from dashboard.pipeline.geometry.rules import MapRules, ShapeError, ShapeSource
from dashboard.pipeline.geometry.simplify import Shapes, to_equal_area

MISFIT = 0.02  # degrees by which the boundaries of the two sources differ
NODING = 1e-7  # degrees within which vertices are the same


def read_layer(
    node_modules: Path, source: ShapeSource, layer: str = "countries"
) -> geopandas.GeoDataFrame:
    """A layer of a source with the columns of its file; ShapeError if the pin is not met."""
    folder = node_modules / source.package
    try:
        version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
        text = (folder / source.file).read_text(encoding="utf-8")
    except (OSError, ValueError, KeyError) as error:
        raise ShapeError(f"{folder} has no readable {source.file}; run `make install`.") from error
    if version != source.version:
        raise ShapeError(f"{folder} is version {version}; the map rules ask for {source.version}.")
    if source.file.endswith(".js"):
        text = embedded_topology(text, source.topology)
    return geopandas.read_file(io.BytesIO(text.encode()), layer=layer)


# `"dist/topojson/x.json"(exports, module) { module.exports = { type: "Topology", ...` -> JSON
def embedded_topology(script: str, name: str) -> str:
    """The topology `name` that a script holds as an object literal, as JSON; nothing is run."""
    start = script.find(f'"dist/topojson/{name}.json"(exports')
    if start < 0:
        raise ShapeError(f"The script of shapes holds no topology {name}.")
    start = script.index("module.exports = ", start) + len("module.exports = ")
    literal = script[start : script.index("};\n", start) + 1]
    token = re.compile(r'"(?:\\.|[^"\\])*"|([A-Za-z_]\w*)(?=\s*:)')
    return token.sub(lambda m: f'"{m[1]}"' if m[1] else m[0], literal)


def merged_areas(node_modules: Path, rules: MapRules) -> Shapes:
    """One geometry an area id: the first source, merged by id, completed from the second."""
    first = read_layer(node_modules, rules.sources["un"])
    shapes: Shapes = {}
    for code, rows in first.groupby("id", sort=True):
        if code not in rules.omitted:
            parts = [unwrapped(part) for part in shapely.get_parts(rows.geometry.values)]
            shapes[str(code)] = shapely.union_all(shapely.make_valid(np.array(parts)))
    second = second_areas(node_modules, rules)
    for code, host in rules.second.items():
        if host:
            shapes[code], shapes[host] = cut_out(shapes[host], second[code])
        else:
            shapes[code] = second[code]
    lakes = large_lakes(node_modules, rules)
    dry = [shape.difference(lakes) for shape in shapes.values()]
    clean = shapely.coverage_clean(dry, snapping_distance=NODING)
    return dict(zip(shapes, clean, strict=True))


def large_lakes(node_modules: Path, rules: MapRules) -> BaseGeometry:
    """The lakes that are drawn as water."""
    layer = read_layer(node_modules, rules.sources["un"], "lakes")
    lakes = shapely.make_valid(layer.geometry.values)
    return shapely.union_all(lakes[shapely.area(to_equal_area(lakes)) > rules.lakes_over])


def second_areas(node_modules: Path, rules: MapRules) -> Shapes:
    """The areas of the second source by their three-letter code."""
    layer = read_layer(node_modules, rules.sources["second"])
    return dict(zip(layer["a3"], shapely.make_valid(layer.geometry.values), strict=True))


def unwrapped(part: BaseGeometry) -> BaseGeometry:
    """A polygon whose ring jumps over the dateline, moved to one side (longitudes pass 180)."""
    if np.ptp(shapely.get_coordinates(part)[:, 0]) < 180:
        return part
    return shapely.transform(part, lambda xy: np.column_stack((_east(xy[:, 0]), xy[:, 1])))


def _east(lon: np.ndarray) -> np.ndarray:
    return np.where(lon < 0, lon + 360, lon)


def cut_out(host: BaseGeometry, inner: BaseGeometry) -> tuple[BaseGeometry, BaseGeometry]:
    """(inner area, rest of the host), without slivers along the host's own outer boundary.

    The boundary of `inner` inside the host, prolonged to the host's, cuts it in two; an enclave is
    simply taken out.
    """
    if host.contains(inner):
        return inner, host.difference(inner)
    pieces = shapely.get_parts(split(host, _inner_line(host, inner)))
    inside = [p for p in pieces if inner.contains(p.representative_point())]
    outside = [p for p in pieces if not inner.contains(p.representative_point())]
    return shapely.union_all(inside), shapely.union_all(outside)


def _inner_line(host: BaseGeometry, inner: BaseGeometry) -> BaseGeometry:
    near_edge = host.boundary.buffer(MISFIT)
    line = max(
        shapely.get_parts(shapely.line_merge(inner.boundary.difference(near_edge))),
        key=shapely.length,
    )
    middle = shapely.get_coordinates(line)
    first, last = (_prolonged(host, end) for end in (middle[0], middle[-1]))
    return shapely.linestrings([first, *middle, last])


def _prolonged(host: BaseGeometry, end: np.ndarray) -> np.ndarray:
    """A point just across the host's boundary from `end`, by the shortest way."""
    foot = shapely.get_coordinates(shapely.shortest_line(host.boundary, shapely.points(end)))[0]
    return np.asarray(foot + (foot - end) * 0.01)


def representative(shape: BaseGeometry) -> tuple[float, float]:
    """A point inside the largest part of an area, longitude from -180 to 180."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    point = shapely.point_on_surface(largest)
    centre = shapely.centroid(largest)
    chosen = centre if largest.contains(centre) else point
    lon = chosen.x - 360 if chosen.x > 180 else chosen.x
    return round(lon, 2), round(chosen.y, 2)
