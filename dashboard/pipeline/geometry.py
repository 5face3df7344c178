"""Shapes of the maps: from two pinned npm packages to the files of `data/geo`.

Imports the geometry rooms of the pipeline and the catalogue; nothing but the build imports it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.pipeline.geometry_frames import (
    PICKABLE_AREA,
    VISIBLE_AREA,
    frame_of,
    rule_for,
    small_members,
)
from dashboard.pipeline.geometry_lines import as_lists, boundary_lines
from dashboard.pipeline.geometry_preview import preview
from dashboard.pipeline.geometry_projections import Frame
from dashboard.pipeline.geometry_rules import MapRules, load_rules
from dashboard.pipeline.geometry_simplify import simplified
from dashboard.pipeline.geometry_sources import merged_areas, representative, second_areas
from dashboard.pipeline.geometry_topology import Topology, as_topojson, topology
from dashboard.settings import CATALOGUE

STEPS = 20_000  # of the grid around the globe: 0.018 degrees, 2 km at the equator
Groups = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class GeometryReport:
    """What was written: bytes and compressed bytes a file, areas, vertices, frames."""

    sizes: Mapping[str, tuple[int, int]]
    areas: int
    vertices: int
    frames: int


def build_geometry(
    node_modules: Path, out: Path, groups: Groups | None = None
) -> GeometryReport:
    """Write topology, areas, lines, frames and preview to `out`; ShapeError if a source is wrong.

    `groups` maps a frame's code to its members; without it, the groups of the catalogue that are
    offered as frames.
    """
    rules = load_rules(CATALOGUE / "map_rules.toml")
    merged = merged_areas(node_modules, rules)
    shapes = simplified(merged)
    areas = topology(shapes, STEPS)
    centres = {code: representative(shape) for code, shape in merged.items()} | rules.points
    points = {code: point for code, point in centres.items() if code not in rules.neutral}
    lines = boundary_lines(rules, areas, second_areas(node_modules, rules))
    frames = {
        code: (frame_of(members, shapes, points, rule_for(code, rules)), members)
        for code, members in (groups or _catalogue_groups()).items()
    }
    previews = {
        code: preview(frame, shapes, _by_kind(lines, rules), points)
        for code, (frame, _) in frames.items()
    }
    contents = {
        "topology": as_topojson(areas, centres),
        "lines": as_lists(lines, rules),
        "areas": _areas(shapes, points, rules, frames["world"][0]),
        "frames": {
            code: _frame(code, frame, members, shapes, points, rules, previews[code])
            for code, (frame, members) in frames.items()
        },
        "preview": previews,
    }
    sizes = {name: _write(out / f"{name}.json", value) for name, value in contents.items()}
    return GeometryReport(sizes, len(shapes), areas.vertices(), len(frames))


def _catalogue_groups() -> Groups:
    from dashboard.catalogue import catalogue

    return {code: group.members for code, group in catalogue().groups.items() if group.frame}


def _by_kind(
    lines: Mapping[str, BaseGeometry], rules: MapRules
) -> dict[str, list[BaseGeometry]]:
    kinds: dict[str, list[BaseGeometry]] = {}
    for rule in rules.lines:
        kinds.setdefault(rule.kind, []).extend(shapely.get_parts(lines[rule.key]))
    return kinds


def _areas(
    shapes: Mapping[str, BaseGeometry],
    points: Mapping[str, tuple[float, float]],
    rules: MapRules,
    world: Frame,
) -> dict[str, Any]:
    small = set(small_members(points, shapes, points, world, VISIBLE_AREA))
    return {
        "economies": {
            code: {"point": list(points[code]), "shape": code in shapes, "small": code in small}
            for code in sorted(points)
        },
        "neutral": list(rules.neutral),
    }


def _frame(
    code: str,
    frame: Frame,
    members: Sequence[str],
    shapes: Mapping[str, BaseGeometry],
    points: Mapping[str, tuple[float, float]],
    rules: MapRules,
    drawn: Mapping[str, Any],
) -> dict[str, Any]:
    seen = frozenset(drawn["paths"]) | frozenset(drawn["points"])
    projection = frame.projection
    needed = VISIBLE_AREA if code == "world" else PICKABLE_AREA
    parallels = {"parallels": list(projection.parallels)} if projection.parallels else {}
    return {
        "projection": projection.kind,
        "rotation": projection.rotation,
        **parallels,
        "center": list(frame.centre),
        "lon": list(frame.lon),
        "lat": list(frame.lat),
        "aspect": round(frame.aspect(), 4),
        "circles": small_members(members, shapes, points, frame, needed),
        "notes": rules.notes_for(seen),
    }


def _write(path: Path, value: Any) -> tuple[int, int]:
    data = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return len(data), len(brotli.compress(data))
