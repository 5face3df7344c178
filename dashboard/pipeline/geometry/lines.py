"""Boundary lines that are not drawn as settled, by kind; imports shapely, build alone."""

from collections.abc import Mapping

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.pipeline.geometry.rules import LineRule, MapRules
from dashboard.pipeline.geometry.simplify import Shapes
from dashboard.pipeline.geometry.topology import Topology

Kinds = dict[str, dict[str, list[float | None]]]
LINE_TOLERANCE = 0.05  # degrees
MARGIN = 0.02  # degrees: a line of the second source may run this far outside its area


def boundary_lines(rules: MapRules, topology: Topology, second: Shapes) -> dict[str, BaseGeometry]:
    """The lines by the key of their rule; each follows the simplified areas exactly."""
    return {
        rule.key: (
            _from_second(rule, topology, second) if rule.within else _shared(rule, rules, topology)
        )
        for rule in rules.lines
    }


def _shared(rule: LineRule, rules: MapRules, topology: Topology) -> BaseGeometry:
    """The stretches of boundary that two areas share: both of `between`, or one of `around`."""
    sides = set(rules.line_sides(rule))
    needed = 1 if rule.around else 2
    arcs = [
        topology.degrees(arc)
        for arc, users in zip(topology.arcs, topology.users(), strict=True)
        if len(users) > 1 and len(users & sides) >= needed
    ]
    return shapely.line_merge(shapely.multilinestrings([shapely.linestrings(a) for a in arcs]))


def _from_second(rule: LineRule, topology: Topology, second: Shapes) -> BaseGeometry:
    first, other = (second[code].boundary for code in rule.between)
    line = shapely.line_merge(first.intersection(other))
    inside = line.intersection(topology.shape(rule.within).buffer(MARGIN))
    return shapely.simplify(shapely.line_merge(inside), LINE_TOLERANCE)


def as_lists(lines: Mapping[str, BaseGeometry], rules: MapRules) -> Kinds:
    """By kind, the longitudes and latitudes of all its lines, with None between two lines."""
    kinds: Kinds = {}
    for rule in rules.lines:
        found = kinds.setdefault(rule.kind, {"lon": [], "lat": []})
        for part in shapely.get_parts(lines[rule.key]):
            if found["lon"]:
                found["lon"].append(None)
                found["lat"].append(None)
            xy = shapely.get_coordinates(part).round(2).tolist()
            found["lon"] += [x for x, _ in xy]
            found["lat"] += [y for _, y in xy]
    return kinds
