"""Shapes of the maps: from two pinned npm packages to the files of `data/geo`.

Imports the other files of this folder and the catalogue.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli
import orjson
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.catalogue import catalogue
from dashboard.pipeline.geometry.frames import (
    PICKABLE_AREA,
    VISIBLE_AREA,
    frame_of,
    rule_for,
    small_members,
)
from dashboard.pipeline.geometry.lines import as_lists, boundary_lines
from dashboard.pipeline.geometry.preview import preview
from dashboard.pipeline.geometry.projections import Frame
from dashboard.pipeline.geometry.rules import MapRules, ShapeError, load_rules
from dashboard.pipeline.geometry.simplify import simplified
from dashboard.pipeline.geometry.sources import (
    merged_areas,
    representative,
    second_areas,
)
from dashboard.pipeline.geometry.topology import Topology, as_topojson, topology
from dashboard.settings import CATALOGUE

STEPS = 20_000  # of the grid around the globe: 0.018 degrees, 2 km at the equator
MOST_BYTES = 40_000  # of the compressed topology: every first visit to a map loads it
Groups = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class GeometryReport:
    """What was written: (bytes, compressed bytes) a file; numbers of areas, vertices, frames."""

    sizes: Mapping[str, tuple[int, int]]
    areas: int
    vertices: int
    frames: int


@dataclass(frozen=True, slots=True)
class World:
    """All that is drawn: areas, the points of economies, and lines by the key of their rule."""

    rules: MapRules
    shapes: Mapping[str, BaseGeometry]
    areas: Topology
    centres: Mapping[str, tuple[float, float]]
    lines: Mapping[str, BaseGeometry]

    @property
    def points(self) -> dict[str, tuple[float, float]]:
        """Where the circle of each economy goes: longitude, latitude."""
        neutral = self.rules.neutral
        return {code: point for code, point in self.centres.items() if code not in neutral}

    def small(self, members: Iterable[str], frame: Frame, pixels: float) -> list[str]:
        """Members that need a circle in a frame: they cover less than so many square pixels."""
        inhabited = (code for code in members if code not in self.rules.without_circle)
        return small_members(inhabited, self.shapes, self.points, frame, pixels)

    def lines_by_kind(self) -> dict[str, list[BaseGeometry]]:
        """The lines of each kind (dashed, dotted)."""
        kinds: dict[str, list[BaseGeometry]] = {}
        for rule in self.rules.lines:
            kinds.setdefault(rule.kind, []).extend(shapely.get_parts(self.lines[rule.key]))
        return kinds


def build_geometry(node_modules: Path, out: Path, groups: Groups | None = None) -> GeometryReport:
    """Write topology, areas, lines, frames and preview to `out`; ShapeError if a source is wrong.

    `groups` maps a frame's code to its members; without it, the groups that the catalogue offers
    as frames. Nothing is written unless everything could be made.
    """
    world = read_world(node_modules, load_rules(CATALOGUE / "map_rules.toml"))
    groups = groups or {
        code: group.members for code, group in catalogue().groups.items() if group.frame
    }
    check(world, groups)
    frames = {
        code: frame_of(members, world.shapes, world.points, rule_for(code, world.rules))
        for code, members in groups.items()
    }
    kinds = world.lines_by_kind()
    previews = {
        code: preview(frame, world.shapes, kinds, world.points) for code, frame in frames.items()
    }
    files = {
        "topology": as_topojson(world.areas, world.centres),
        "lines": as_lists(world.lines, world.rules),
        "areas": _areas(world, frames[catalogue().world]),
        "frames": {
            code: {**_ranges(frame), **_contents(code, world, frame, groups[code], previews[code])}
            for code, frame in frames.items()
        },
        "preview": previews,
    }
    numbers = orjson.OPT_SERIALIZE_NUMPY
    sizes = _write(out, {name: orjson.dumps(file, option=numbers) for name, file in files.items()})
    return GeometryReport(sizes, len(world.shapes), world.areas.vertices(), len(frames))


def read_world(node_modules: Path, rules: MapRules) -> World:
    """Read, merge and simplify everything."""
    merged = merged_areas(node_modules, rules)
    shapes = simplified(merged)
    areas = topology(shapes, STEPS)
    centres = {code: representative(shape) for code, shape in merged.items()}
    centres.update(rules.points)
    lines = boundary_lines(rules, areas, second_areas(node_modules, rules))
    return World(rules, shapes, areas, centres, lines)


def check(world: World, groups: Groups) -> None:
    """ShapeError unless every rule finds its areas and every economy can be drawn."""
    named = [*world.rules.neutral, *(code for r in world.rules.lines for code in r.between)]
    if missing := sorted(set(named) - set(world.shapes)):
        raise ShapeError(f"map_rules.toml names areas without a shape: {', '.join(missing)}.")
    if empty := [key for key, line in world.lines.items() if line.is_empty]:
        raise ShapeError(f"map_rules.toml has lines that are nowhere: {', '.join(empty)}.")
    members = {code for codes in groups.values() for code in codes}
    if lost := sorted(members - set(world.points) - set(world.rules.without_shape)):
        raise ShapeError(f"Economies with neither shape nor point: {', '.join(lost)}.")


def _areas(world: World, frame: Frame) -> dict[str, Any]:
    points = world.points
    small = set(world.small(points, frame, VISIBLE_AREA))
    return {
        "economies": {
            code: {"point": point, "shape": code in world.shapes, "small": code in small}
            for code, point in sorted(points.items())
        },
        "neutral": world.rules.neutral,
    }


def _ranges(frame: Frame) -> dict[str, Any]:
    """What plotly.js is told of the frame."""
    projection = frame.projection
    return {
        "projection": projection.kind,
        "rotation": projection.rotation,
        **({"parallels": projection.parallels} if projection.parallels else {}),
        "center": frame.centre,
        "lon": frame.lon,
        "lat": frame.lat,
        "aspect": round(frame.aspect(), 4),
    }


def _contents(
    code: str, world: World, frame: Frame, members: Sequence[str], drawn: Mapping[str, Any]
) -> dict[str, Any]:
    """Which economies get a circle in the frame, and which notes belong under it."""
    needed = VISIBLE_AREA if code == catalogue().world else PICKABLE_AREA
    seen = frozenset(drawn["paths"]) | frozenset(drawn["points"])
    return {
        "circles": world.small(members, frame, needed),
        "notes": world.rules.notes_for(seen),
    }


def _write(out: Path, files: Mapping[str, bytes]) -> dict[str, tuple[int, int]]:
    """Put each file in the place of the old one; sizes in bytes, as is and compressed."""
    sizes = {name: (len(data), len(brotli.compress(data))) for name, data in files.items()}
    if (size := sizes["topology"][1]) > MOST_BYTES:
        raise ShapeError(f"The shapes take {size} bytes compressed; {MOST_BYTES} are allowed.")
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        new = out / f".{name}.json.new"
        new.write_bytes(data)
        new.replace(out / f"{name}.json")
    return sizes
