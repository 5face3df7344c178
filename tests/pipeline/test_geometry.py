"""The shapes: what the build wrote to data/geo, and the steps that made it."""

import json
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import brotli
import numpy as np
import pytest
import shapely

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.exports.slides.shapes import contours
from dashboard.i18n import words
from dashboard.pipeline.geometry.build import MOST_BYTES, World, check
from dashboard.pipeline.geometry.projections import Projection, framed
from dashboard.pipeline.geometry.rules import MapRules, ShapeError, load_rules
from dashboard.pipeline.geometry.simplify import simplified
from dashboard.pipeline.geometry.sources import (
    cut_out,
    embedded_topology,
    read_layer,
    unwrapped,
)
from dashboard.pipeline.geometry.topology import as_topojson, topology
from dashboard.settings import CATALOGUE, GEO


@cache
def built(name: str) -> dict[str, Any]:
    """A file of data/geo."""
    content: dict[str, Any] = json.loads((GEO / f"{name}.json").read_bytes())
    return content


@cache
def rules() -> MapRules:
    """The map rules of the catalogue."""
    return load_rules(CATALOGUE / "map_rules.toml")


@cache
def arcs() -> list[np.ndarray]:
    """Longitudes and latitudes of every arc, as a browser decodes them."""
    transform = built("topology")["transform"]
    return [
        np.cumsum(arc, axis=0) * transform["scale"] + transform["translate"]
        for arc in built("topology")["arcs"]
    ]


@cache
def features() -> dict[str, list[list[list[int]]]]:
    """Arc numbers by area, polygon and ring."""
    return {
        g["id"]: g["arcs"] if g["type"] == "MultiPolygon" else [g["arcs"]]
        for g in built("topology")["objects"]["countries"]["geometries"]
    }


def ring(numbers: list[int]) -> np.ndarray:
    """A closed ring, on one side of the dateline."""
    pieces = [arcs()[n] if n >= 0 else arcs()[~n][::-1] for n in numbers]
    xy = np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
    return np.column_stack((np.unwrap(xy[:, 0], period=360), xy[:, 1]))


@cache
def area(code: str) -> shapely.MultiPolygon:
    """An area as the browser gets it."""
    return shapely.MultiPolygon(
        [(ring(rings[0]), [ring(r) for r in rings[1:]]) for rings in features()[code]]
    )


def test_the_shapes_stay_within_the_budget() -> None:
    """A first visit to a map loads at most 40 kB of shapes."""
    assert len(brotli.compress((GEO / "topology.json").read_bytes())) <= MOST_BYTES


def test_every_member_state_is_drawn() -> None:
    """All 193 Member States of the United Nations have a shape."""
    members = [e.iso3 for e in catalogue().economies.values() if e.un_member]
    assert len(members) == 193
    assert set(members) <= set(features())


def test_every_economy_can_be_picked() -> None:
    """Every economy has a shape or a point, but for three where nothing is measured."""
    without = set(catalogue().economies) - set(built("areas")["economies"])
    assert without == set(rules().without_shape)


def test_an_area_is_one_feature() -> None:
    """No id is repeated: plotly.js colours only the first feature of an id."""
    geometries = built("topology")["objects"]["countries"]["geometries"]
    assert len(geometries) == len(features())


def test_areas_of_undetermined_status_are_no_economies() -> None:
    """Neutral areas are drawn, and can never be coloured."""
    neutral = set(built("areas")["neutral"])
    assert neutral == {"XJK", "XAC", "XAP", "XHT", "XBT", "XIT"}
    assert neutral <= set(features())
    assert not neutral & set(built("areas")["economies"])


@pytest.mark.parametrize(
    ("place", "lon", "lat", "code"),
    [
        ("Simferopol", 34.1, 44.95, "UKR"),
        ("Laayoune", -13.1, 27.1, "ESH"),
        ("Pristina", 21.16, 42.66, "XKX"),
        ("Belgrade", 20.46, 44.8, "SRB"),
        ("Hebron", 35.1, 31.53, "PSE"),
        ("Gaza", 34.4, 31.45, "PSE"),
        ("Taipei", 121.5, 25.0, "TWN"),
        ("Srinagar", 74.8, 34.1, "XJK"),
        ("Hargeisa", 44.06, 9.56, "SOM"),
        ("Famagusta", 33.9, 35.15, "CYP"),
        ("Anadyr", 177.5, 64.7, "RUS"),
        ("Ponta Delgada", -25.5, 37.79, "PRT"),
        ("Isabela, Galapagos", -91.1, -0.8, "ECU"),
        ("Maseru", 27.9, -29.4, "LSO"),
    ],
)
def test_a_place_lies_in_its_area(place: str, lon: float, lat: float, code: str) -> None:
    """Areas follow United Nations practice, and nothing is lost by merging."""
    assert [c for c in features() if area(c).buffer(0).contains(shapely.Point(lon, lat))] == [
        code
    ], place


@pytest.mark.parametrize(("lon", "lat"), [(-88.0, 47.7), (33.0, -1.0), (51.0, 42.0)])
def test_large_lakes_are_water(lon: float, lat: float) -> None:
    """Superior, Victoria and the Caspian Sea are in no area."""
    assert not [c for c in features() if area(c).buffer(0).contains(shapely.Point(lon, lat))]


def test_the_rules_speak_of_known_areas() -> None:
    """A misspelt code in the map rules would silently do nothing."""
    chosen = rules()
    known = set(catalogue().economies) | set(chosen.neutral)
    codes = {*chosen.second, *chosen.points, *chosen.nsgt, *chosen.omitted, *chosen.without_shape}
    codes |= {*chosen.without_circle, *(c for f in chosen.frames.values() for c in f.leave_out)}
    codes |= {c for named in chosen.notes.values() for c in named} - {"*", "nsgt"}
    assert codes <= known
    assert set(chosen.frames) - {"default"} <= set(catalogue().groups)
    assert {key for frame in chosen.frames.values() for key in frame.insets} == set(chosen.insets)
    assert len(chosen.nsgt) == 17


def test_no_area_fills_the_globe() -> None:
    """Outer rings run clockwise: the other way round, a browser fills everything outside."""
    wrong = [
        code
        for code, polygons in features().items()
        if any(shapely.is_ccw(shapely.LinearRing(ring(rings[0]))) for rings in polygons)
    ]
    assert wrong == []


def test_nothing_streaks_across_the_map() -> None:
    """Between two points there are few degrees, or the dateline."""
    steps = np.concatenate([np.abs(np.diff(arc[:, 0])) for arc in arcs()])
    assert steps[steps < 180].max() < 10
    assert steps[steps >= 180].min() > 350


def test_neighbours_meet() -> None:
    """A boundary is stored once for both sides, so that no gap can open between them."""
    users: dict[int, set[str]] = {}
    for code, polygons in features().items():
        for number in (n for rings in polygons for r in rings for n in r):
            users.setdefault(number if number >= 0 else ~number, set()).add(code)
    pairs = {frozenset(codes) for codes in users.values()}
    assert max(map(len, pairs)) == 2
    expected = ("FRA DEU", "USA CAN", "XKX SRB", "XKX ALB", "ESH MAR", "SDN SSD", "LSO ZAF")
    assert {frozenset(pair.split()) for pair in expected} <= pairs


def test_boundaries_do_not_bulge() -> None:
    """No edge is so long that drawing it as a great circle would move it visibly."""
    canada = area("CAN").boundary.intersection(area("USA").boundary)
    along = shapely.get_coordinates(
        shapely.intersection(canada, shapely.box(-120, 48.9, -97, 49.1))
    )
    assert np.diff(np.sort(along[:, 0])).max() <= 6.1


def test_lines_are_of_the_kinds_that_are_wanted() -> None:
    """Dotted is the Line of Control alone; dashed lines lie where status or course are open."""
    lines = built("lines")
    assert set(lines) == {"dashed", "dotted"}
    for line in lines.values():
        gaps = [x is None for x in line["lon"]]
        assert gaps == [y is None for y in line["lat"]]
        assert not gaps[-1]
    control = [
        (x, y)
        for x, y in zip(lines["dotted"]["lon"], lines["dotted"]["lat"], strict=True)
        if x is not None
    ]
    assert all(area("XJK").buffer(0.1).contains(shapely.Point(p)) for p in control)
    dashed = {(x, y) for x, y in zip(lines["dashed"]["lon"], lines["dashed"]["lat"], strict=True)}
    boundary = shapely.MultiPoint([p for p in dashed if p[0] is not None])
    for pair in ("SDN SSD", "ESH MAR", "XKX SRB"):
        one, other = (area(code).buffer(0.02) for code in pair.split())
        assert boundary.intersects(one.intersection(other)), pair


def test_every_region_has_a_frame() -> None:
    """Each group that is offered as a region can be drawn, with its notes and circles."""
    offered = {code for code, group in catalogue().groups.items() if group.frame}
    assert offered == set(built("frames")) == set(built("preview"))


def seen(code: str) -> set[str]:
    """The economies whose point is in the picture of a region, in the frame or in an inset."""
    drawn = built("preview")[code]
    return {point for panel in (drawn, *drawn["insets"]) for point in panel["points"]}


def test_members_are_in_their_frame() -> None:
    """Every member with a point is in the picture of its region, but for those left out."""
    far = {"sdg-513": {"SJM", "AUS", "NZL"}, "m49-150": {"RUS", "SJM"}}
    for code in set(built("frames")):
        out = set(rules().frames["default"].leave_out) | far.get(code, set())
        out |= set(rules().frames[code].leave_out) if code in rules().frames else set()
        members = set(catalogue().groups[code].members) - out
        missing = members - seen(code) - set(rules().without_shape)
        assert missing == set(), code


def test_a_map_of_asia_and_the_pacific_is_not_one_of_the_world() -> None:
    """ESCAP's map holds Turkey and French Polynesia, and neither the Americas nor the west of Africa."""
    assert {"TUR", "PYF", "NZL", "RUS"} <= seen("escap")
    assert not {"BRA", "COL", "MEX", "CAN", "NGA", "COD", "DZA", "TCD"} & seen("escap")


def test_frames_fit_their_members() -> None:
    """Members reach from edge to edge, in width or in height: a frame is as wide as they are."""
    for code, drawn in built("preview").items():
        members = catalogue().groups[code].members
        paths = "".join(drawn["paths"].get(member, "") for member in members)
        points = [point for contour in contours(paths) for point in contour]
        points += [drawn["points"][member] for member in members if member in drawn["points"]]
        across, down = (max(side) - min(side) for side in zip(*points, strict=True))
        _, _, width, height = drawn["box"]
        assert max(across / width, down / height) > 0.85, code


def test_panels_fill_the_picture_and_cover_nothing() -> None:
    """Frame and insets lie beside each other, with little between them."""
    with_insets = [code for code, drawn in built("preview").items() if drawn["insets"]]
    assert {"ece", "eclac", "escap", "escwa", "m49-150", "m49-029"} <= set(with_insets)
    for code in with_insets:
        drawn = built("preview")[code]
        boxes = [
            shapely.box(x, y, x + wide, y + tall)
            for x, y, wide, tall in (panel["box"] for panel in (drawn, *drawn["insets"]))
        ]
        whole = shapely.box(0, 0, *drawn["size"])
        assert sum(box.area for box in boxes) > 0.95 * whole.area, code
        assert all(whole.buffer(1.5).contains(box) for box in boxes), code
        assert all(not a.intersects(b) for a, b in combinations(boxes, 2)), code


def test_insets_are_larger() -> None:
    """What is crowded in a frame is at least a quarter larger in its inset."""
    for code, drawn in built("preview").items():
        for inset in drawn["insets"]:
            assert inset["scale"] > 1.25 * drawn["scale"], (code, inset["box"])


def test_circles_are_drawn_once() -> None:
    """An economy that an inset shows has no circle in the frame as well."""
    for code, frame in built("frames").items():
        drawn = built("preview")[code]
        for inset in drawn["insets"]:
            assert not set(frame["circles"]) & set(inset["points"]), code
    (caribbean, _) = built("frames")["eclac"]["insets"]
    assert {"KNA", "ATG", "MSR", "AIA"} <= set(caribbean["circles"])


def test_the_pacific_is_in_one_piece() -> None:
    """It is drawn across the dateline: Palau is in the west, French Polynesia east."""
    for code in ("escap", "escap-pac", "m49-009"):
        inset = built("preview")[code]["insets"][0]
        points, (left, _, width, _) = inset["points"], inset["box"]
        west, east = points["PLW"][0] - left, points["PYF"][0] - left
        assert 0 < west < points["KIR"][0] - left < points["WSM"][0] - left < east < width
        assert east - west > 0.8 * width


def test_every_note_is_worded_and_used() -> None:
    """The keys of rules, frames, catalogue and words agree."""
    shown = {note for frame in built("frames").values() for note in frame["notes"]}
    assert shown == set(rules().notes) == set(catalogue().map_notes)
    assert all(words(lang).has(f"map_notes.{key}") for lang in LANGUAGES for key in shown)
    assert all(frame["notes"][0] == "general" for frame in built("frames").values())
    assert "jk" in built("frames")["escap"]["notes"]
    assert "jk" not in built("frames")["eclac"]["notes"]


def test_notes_follow_the_members() -> None:
    """What only lies around the members has no note: the Sudan, Kosovo and the Falklands in ESCAP."""
    assert set(built("frames")["escap"]["notes"]) == {"general", "jk", "nsgt"}
    assert "kosovo" in built("frames")["ece"]["notes"]
    assert {"sudan", "abyei"} <= set(built("frames")["escwa"]["notes"])
    assert "flk" in built("frames")["eclac"]["notes"]
    assert built("frames")["m49-143"]["notes"] == ["general"]


def test_small_economies_get_a_circle() -> None:
    """Islands and city-states have a circle on the world map, large and empty areas have none."""
    circles = set(built("frames")["world"]["circles"])
    assert {"TUV", "KIR", "MCO", "SGP", "VAT", "MDV", "BRB"} <= circles
    assert not {"FRA", "BRA", "FJI", "BVT"} & circles
    small = {code for code, entry in built("areas")["economies"].items() if entry["small"]}
    assert small >= circles


def squares() -> dict[str, shapely.MultiPolygon]:
    """Two squares that share a side, and an island across the dateline."""
    boxes = {"AAA": (0, 0, 2, 2), "BBB": (2, 0, 4, 2), "CCC": (178, 0, 182, 2)}
    return {code: shapely.MultiPolygon([shapely.box(*box)]) for code, box in boxes.items()}


def test_a_shared_side_is_stored_once() -> None:
    """Two squares that share a side have three arcs; an island has one, wrapped at 180."""
    made = topology(squares(), 360)
    shared = [users for users in made.users() if len(users) == 2]
    assert shared == [{"AAA", "BBB"}]
    assert len(made.arcs) == 4
    written = as_topojson(made, dict.fromkeys(squares(), (0.0, 0.0)))
    island = written["objects"]["countries"]["geometries"][2]["arcs"][0][0]
    decoded = np.cumsum(written["arcs"][island], axis=0) - (180, 90)
    assert set(decoded[:, 0]) == {178, -178}
    assert made.shape("CCC").equals(squares()["CCC"])


def test_an_area_smaller_than_the_grid_stays() -> None:
    """A speck of land becomes the smallest square there is, not nothing."""
    speck = {"MCO": shapely.MultiPolygon([shapely.box(7.41, 43.72, 7.42, 43.73)])}
    assert topology(speck, 3600).shape("MCO").area == pytest.approx(0.01)


def test_simplifying_keeps_neighbours_together() -> None:
    """A jagged boundary becomes simpler on both sides in the same way."""
    side = [(2 + 0.05 * (y % 2), y / 4) for y in range(1, 40)]
    left = shapely.Polygon([(0, 0), (2, 0), *side, (2, 10), (0, 10)])
    right = shapely.Polygon([(4, 0), (2, 0), *side, (2, 10), (4, 10)])
    made = simplified({"AAA": left, "BBB": right})
    assert shapely.get_num_coordinates(made["AAA"]) < shapely.get_num_coordinates(left)
    assert made["AAA"].intersection(made["BBB"]).area == 0
    assert made["AAA"].union(made["BBB"]).area == pytest.approx(left.union(right).area, rel=0.01)


def test_an_area_is_cut_out_without_slivers() -> None:
    """The second source's outline is followed inside the host only; its outer side is the host's."""
    host = shapely.box(0, 0, 10, 10)
    inner, rest = cut_out(host, shapely.box(4, -0.1, 6, 3))
    assert inner.symmetric_difference(shapely.box(4, 0, 6, 3)).area == pytest.approx(0)
    assert inner.area + rest.area == pytest.approx(host.area)
    enclave, rest = cut_out(host, shapely.box(4, 4, 6, 6))
    assert enclave.area == 4
    assert len(rest.interiors) == 1


def test_a_ring_over_the_dateline_is_moved_to_one_side() -> None:
    """An island at 179 east to 179 west runs from 179 to 181."""
    island = shapely.Polygon([(179, 0), (-179, 0), (-179, 1), (179, 1)])
    assert unwrapped(island).bounds == (179, 0, 181, 1)


def test_a_topology_is_read_out_of_a_script() -> None:
    """Names of an object literal are quoted; words inside strings are left alone."""
    script = (
        '"dist/topojson/world_50m.json"(exports, module) {\n'
        '  module.exports = { type: "Topology", arcs: [], name: "a: b" };\n    }'
    )
    assert json.loads(embedded_topology(script, "world_50m")) == {
        "type": "Topology",
        "arcs": [],
        "name": "a: b",
    }
    with pytest.raises(ShapeError, match="holds no topology usa_50m"):
        embedded_topology(script, "usa_50m")


def test_another_version_of_a_package_is_refused(tmp_path: Path) -> None:
    """Shapes come from the pinned version alone: lines could move in another."""
    source = rules().sources["second"]
    folder = tmp_path / source.package
    (folder / "world").mkdir(parents=True)
    (folder / source.file).write_text("{}")
    (folder / "package.json").write_text('{"version": "9.9.9"}')
    with pytest.raises(ShapeError, match=r"is version 9\.9\.9; the map rules ask for 1\.0\.0"):
        read_layer(tmp_path, source)
    with pytest.raises(ShapeError, match="make install"):
        read_layer(tmp_path / "nowhere", source)


def test_an_economy_that_cannot_be_drawn_stops_the_build() -> None:
    """The sentence names the economy."""
    shapes = {code: shapely.box(0, 0, 1, 1) for code in features()}
    lines = {"sudan": shapely.LineString([(0, 0), (1, 1)])}
    world = World(rules(), shapes, topology({}, 360), dict.fromkeys(shapes, (0.0, 0.0)), lines)
    with pytest.raises(ShapeError, match="neither shape nor point: QQQ"):
        check(world, {"world": ["FRA", "QQQ"]})


@pytest.mark.parametrize(
    "projection",
    [Projection("equal earth", 30.0), Projection("conic equal area", 10.0, (40.0, 60.0))],
)
def test_a_frame_has_the_picture_that_was_asked_for(projection: Projection) -> None:
    """Ranges are found whose picture has the wanted size around the wanted centre."""
    x, y = projection.forward()(np.array([(25.0, 50.0)]))[0]
    frame = framed(projection, (x - 0.6, y - 0.3, x + 0.6, y + 0.3))
    assert frame.bounds() == pytest.approx((x - 0.6, y - 0.3, x + 0.6, y + 0.3), abs=0.001)
    assert frame.centre == pytest.approx((25, 50), abs=0.01)


def test_longer_ranges_make_larger_pictures() -> None:
    """The search for ranges rests on this."""
    projection = Projection("conic equal area", 0.0, (30.0, 60.0))
    widths = [projection.box_size((-lon, lon), (30, 60))[0] for lon in (5, 20, 60, 90)]
    assert all(a < b for a, b in pairwise(widths))
