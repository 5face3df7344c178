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
    pixels_of,
    rule_for,
    small_members,
)
from dashboard.pipeline.geometry.lines import as_lists, boundary_lines
from dashboard.pipeline.geometry.panels import Panel, panels, size_of
from dashboard.pipeline.geometry.preview import preview, window_path
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

    @property
    def marked(self) -> dict[str, tuple[float, float]]:
        """The points, and those of the neutral areas that have the sign of a note."""
        signed = {area for one in self.rules.signs.values() for area in self.rules.signed(one)}
        more = {area: self.centres[area] for area in signed if area in self.centres}
        return {**self.points, **more}

    def small(
        self, members: Iterable[str], panel: Panel, size: tuple[int, int], needed: float
    ) -> list[str]:
        """Members that need a circle in a panel: they cover less than the square pixels needed."""
        inhabited = (code for code in members if code not in self.rules.without_circle)
        pixels = pixels_of(panel.scale, size)
        return small_members(inhabited, self.shapes, self.points, pixels, needed)

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
    pictures = {
        code: panels(
            frame_of(members, world.shapes, world.points, rule_for(code, world.rules)),
            rule_for(code, world.rules),
            world.rules.insets,
        )
        for code, members in groups.items()
    }
    files = {
        "topology": as_topojson(world.areas, world.centres),
        "lines": as_lists(world.lines, world.rules),
        "areas": _areas(world, pictures[catalogue().world]),
        "frames": {
            code: _described(code, world, found, groups[code]) for code, found in pictures.items()
        },
        "preview": {code: _drawn(world, found) for code, found in pictures.items()},
    }
    numbers = orjson.OPT_SERIALIZE_NUMPY
    sizes = _write(out, {name: orjson.dumps(file, option=numbers) for name, file in files.items()})
    return GeometryReport(sizes, len(world.shapes), world.areas.vertices(), len(pictures))


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


def _areas(world: World, pictured: Sequence[Panel]) -> dict[str, Any]:
    points = world.points
    small = set(world.small(points, pictured[0], size_of(pictured), VISIBLE_AREA))
    return {
        "economies": {
            code: {"point": point, "shape": code in world.shapes, "small": code in small}
            for code, point in sorted(points.items())
        },
        "neutral": world.rules.neutral,
        "signs": {
            key: {
                "sign": one.sign,
                "areas": world.rules.signed(one),
                "always": () if one.members else one.areas,
            }
            for key, one in world.rules.signs.items()
        },
    }


def _drawn(world: World, pictured: Sequence[Panel]) -> dict[str, Any]:
    """The picture of a group: its size, the frame's paths, and the insets with theirs."""
    kinds = world.lines_by_kind()
    first, *insets = (preview(panel, world.shapes, kinds, world.marked) for panel in pictured)
    windows = [window_path(pictured[0], world.rules.insets[one.key]) for one in pictured[1:]]
    return {
        "size": size_of(pictured),
        **first,
        "insets": [{**one, "window": path} for one, path in zip(insets, windows, strict=True)],
    }


def _ranges(frame: Frame) -> dict[str, Any]:
    """What plotly.js is told of a frame."""
    projection = frame.projection
    return {
        "projection": projection.kind,
        "rotation": projection.rotation,
        **({"parallels": projection.parallels} if projection.parallels else {}),
        "center": frame.centre,
        "lon": frame.lon,
        "lat": frame.lat,
    }


def _described(
    code: str, world: World, pictured: Sequence[Panel], members: Sequence[str]
) -> dict[str, Any]:
    """The frame and its insets: which economies get a circle in each; and the notes of the members.

    An economy that an inset shows has its circle there, and none in the frame.
    """
    needed = VISIBLE_AREA if code == catalogue().world else PICKABLE_AREA
    size = size_of(pictured)
    seen = [_shown(panel, world.points) for panel in pictured]
    elsewhere = set().union(*seen[1:])
    circles = [world.small(members, panel, size, needed) for panel in pictured]
    insets = [
        {**_ranges(panel.frame), "key": panel.key, "circles": [c for c in own if c in held]}
        for panel, own, held in zip(pictured[1:], circles[1:], seen[1:], strict=True)
    ]
    return {
        **_ranges(pictured[0].frame),
        "aspect": round(size[0] / size[1], 4),
        "circles": [code for code in circles[0] if code not in elsewhere],
        "insets": insets,
        "notes": world.rules.notes_for(members),
    }


def _shown(panel: Panel, points: Mapping[str, tuple[float, float]]) -> set[str]:
    """The economies whose point is in a panel."""
    return set(preview(panel, {}, {}, points)["points"])


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
