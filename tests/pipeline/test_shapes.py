"""The steps that make the shapes of the maps, on two countries and an island made here."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import shapely

from dashboard.exports.slides.shapes import contours
from dashboard.pipeline.geometry import build, build_geometry
from dashboard.pipeline.geometry.frames import frame_of, rule_for, small_members
from dashboard.pipeline.geometry.lines import as_lists, boundary_lines
from dashboard.pipeline.geometry.panels import panels, size_of
from dashboard.pipeline.geometry.preview import preview, window_path
from dashboard.pipeline.geometry.rules import (
    FrameRule,
    InsetRule,
    LineRule,
    MapRules,
    ShapeError,
    SignRule,
)
from dashboard.pipeline.geometry.topology import topology

# AAA and BBB share the meridian of 10 degrees east; CCC is a speck across the dateline.
SHAPES = {
    code: shapely.MultiPolygon([shapely.box(*box)])
    for code, box in {
        "AAA": (0, 0, 10, 10),
        "BBB": (10, 0, 20, 10),
        "CCC": (179.9, 5, 180.1, 5.1),
    }.items()
}
POINTS = {"AAA": (5.0, 5.0), "BBB": (15.0, 5.0), "CCC": (180.0, 5.05), "DDD": (12.0, 40.0)}


def rules(**changes: object) -> MapRules:
    """Rules of two lines between AAA and BBB, one of them the second source's."""
    lines = (
        LineRule("shared", "dashed", between=("AAA", "BBB")),
        LineRule("control", "dotted", between=("AAA", "BBB"), within="AAA"),
    )
    plain = MapRules(
        sources={},
        second={},
        lakes_over=1.0,
        neutral=(),
        omitted=(),
        without_shape=(),
        without_circle=(),
        nsgt=("CCC",),
        points={},
        lines=lines,
        notes={"general": ("*",), "far": ("nsgt",), "near": ("BBB",)},
        frames={"default": FrameRule(leave_out=("DDD",)), "near": FrameRule(insets=("east",))},
        signs={"near": SignRule("*", ("BBB",), members=True)},
        insets={"east": InsetRule((10.0, 20.0), (0.0, 10.0))},
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_a_line_is_the_boundary_that_two_areas_share() -> None:
    """It runs along 10 degrees east from the equator to 10 degrees north, by either source."""
    made = topology(SHAPES, 3600)
    lines = boundary_lines(rules(), made, SHAPES)
    for line in lines.values():
        assert line.equals(shapely.LineString([(10, 0), (10, 10)]))
    assert as_lists(lines, rules())["dashed"]["lon"] == [10.0, 10.0]


def test_two_lines_of_a_kind_are_told_apart() -> None:
    """Between two lines of one kind there is None."""
    lines = {key: shapely.LineString([(0, 0), (1, 2)]) for key in ("shared", "control")}
    alike = rules(lines=tuple(replace(line, kind="dashed") for line in rules().lines))
    assert as_lists(lines, alike) == {
        "dashed": {"lon": [0.0, 1.0, None, 0.0, 1.0], "lat": [0.0, 2.0, None, 0.0, 2.0]}
    }


def test_a_line_around_neutral_areas_needs_one_of_them() -> None:
    """The limit of a neutral area is its boundary with any neighbour."""
    around = rules(neutral=("AAA",), lines=(LineRule("n", "dashed", around="neutral"),))
    line = boundary_lines(around, topology(SHAPES, 3600), SHAPES)["n"]
    assert line.equals(shapely.LineString([(10, 0), (10, 10)]))


def test_a_frame_lies_around_its_members() -> None:
    """The middle of two countries from 0 to 20 east; 40 north alone asks for a cone."""
    frame = frame_of(["AAA", "BBB"], SHAPES, POINTS, FrameRule())
    assert (frame.projection.kind, frame.projection.rotation) == ("equal earth", 10.0)
    assert frame.centre == pytest.approx((10, 5), abs=0.1)
    assert frame.aspect() == pytest.approx(1.49, abs=0.02)  # Equal Earth is narrow at the equator
    north = frame_of(["DDD"], SHAPES, POINTS, FrameRule())
    assert north.projection.kind == "conic equal area"


def test_a_frame_may_go_over_the_dateline() -> None:
    """From 175 east to 175 west is ten degrees, not 350."""
    east = {**POINTS, "EEE": (175.0, 0.0), "FFF": (-175.0, 0.0)}
    frame = frame_of(["EEE", "FFF"], SHAPES, east, FrameRule())
    assert abs(frame.projection.rotation) == pytest.approx(180)


def test_rules_correct_a_frame() -> None:
    """A window crops it, a rotation turns it, and some members never stretch it."""
    rule = FrameRule(lon=(0, 12), lat=(0, 10), rotation=5.0, projection="equal earth")
    frame = frame_of(["AAA", "BBB"], SHAPES, POINTS, rule)
    assert frame.projection.rotation == 5.0
    assert frame.centre[0] == pytest.approx(6, abs=0.2)
    corrected = rule_for("x", rules(frames={**rules().frames, "x": FrameRule(leave_out=("CCC",))}))
    assert corrected.leave_out == ("CCC", "DDD")
    assert rule_for("y", rules()).leave_out == ("DDD",)


def test_specks_and_points_need_a_circle() -> None:
    """A speck and a place without a shape are small in a world of countries."""
    assert small_members([*POINTS, "QQQ"], SHAPES, POINTS, 200.0, 12.0) == ["CCC", "DDD"]


def test_a_preview_is_the_frame_on_a_grid() -> None:
    """Two paths side by side, the line between them in the middle, and points y downwards."""
    frame = frame_of(["AAA", "BBB"], SHAPES, POINTS, FrameRule())
    line = shapely.LineString([(10, 0), (10, 10)])
    (panel,) = panels(frame, FrameRule(), {})
    drawn = preview(panel, SHAPES, {"dashed": [line]}, POINTS)
    assert drawn["box"][:3] == [0, 0, 1000]
    assert set(drawn["paths"]) == {"AAA", "BBB"}
    assert all(path.startswith("M") and path.endswith("z") for path in drawn["paths"].values())
    assert drawn["lines"]["dashed"].startswith("M500 ")
    assert set(drawn["points"]) == {"AAA", "BBB"}
    assert drawn["points"]["AAA"][0] + drawn["points"]["BBB"][0] == pytest.approx(1000, abs=2)
    assert drawn["points"]["AAA"][1] == pytest.approx(drawn["box"][3] / 2, abs=2)


def test_a_column_of_insets_stands_beside_a_high_frame() -> None:
    """Two insets of one shape take half of the height each; all three are 1000 wide together."""
    frame = frame_of(["AAA"], SHAPES, POINTS, FrameRule())
    squares = {key: InsetRule((0, 10), (-5, 5)) for key in ("one", "two")}
    found = panels(frame, FrameRule(insets=("one", "two")), squares)
    (_, _, _, height), (x, y, wide, tall), (_, lower, *rest) = (panel.box for panel in found)
    assert x + wide == 1000
    assert [wide, tall] == rest
    assert y == 0
    assert lower == pytest.approx(height / 2, abs=6)
    assert size_of(found) == (1000, pytest.approx(height, abs=1))


def test_a_row_of_insets_stands_below_a_wide_frame() -> None:
    """A frame of three to one keeps the whole width, and two insets share it below."""
    wide = {**SHAPES, "EEE": shapely.MultiPolygon([shapely.box(0, 0, 60, 20)])}
    frame = frame_of(["EEE"], wide, POINTS, FrameRule())
    squares = {key: InsetRule((0, 10), (-5, 5)) for key in ("one", "two")}
    first, left, right = panels(frame, FrameRule(insets=("one", "two")), squares)
    assert first.box[2] == 1000
    assert left.box[1] == right.box[1] > first.box[3]
    assert left.box[2] == pytest.approx(496, abs=6)
    assert right.box[0] + right.box[2] == pytest.approx(1000, abs=1)


def test_the_window_of_an_inset_lies_on_the_frame() -> None:
    """The eastern half of the frame is outlined there: it begins in the middle."""
    rule = FrameRule(rotation=10.0)
    (panel,) = panels(frame_of(["AAA", "BBB"], SHAPES, POINTS, rule), FrameRule(), {})
    (outline,) = contours(window_path(panel, InsetRule((10, 20), (0, 10))))
    assert min(x for x, _ in outline) == pytest.approx(500, abs=1)
    assert max(x for x, _ in outline) > 900
    assert window_path(panel, InsetRule((100, 110), (0, 10))) == ""


def world() -> build.World:
    """All that is drawn."""
    made = topology(SHAPES, 3600)
    return build.World(rules(), SHAPES, made, POINTS, boundary_lines(rules(), made, SHAPES))


def test_everything_is_written_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five files, each with what the others promise; too many bytes leave the folder as it was."""
    monkeypatch.setattr(build, "read_world", lambda _node_modules, _rules: world())
    groups = {"world": ["AAA", "BBB", "CCC"], "near": ["AAA", "BBB"]}
    report = build_geometry(tmp_path, tmp_path / "geo", groups)
    assert (report.areas, report.frames) == (3, 2)
    names = ("topology", "lines", "areas", "frames", "preview")
    read = {name: json.loads((tmp_path / "geo" / f"{name}.json").read_bytes()) for name in names}
    assert read["frames"]["world"]["notes"] == ["general", "far", "near"]
    assert read["frames"]["near"]["notes"] == ["general", "near"]
    assert read["frames"]["near"]["circles"] == []
    assert [inset["key"] for inset in read["frames"]["near"]["insets"]] == ["east"]
    assert set(read["preview"]["near"]["insets"][0]["points"]) == {"BBB"}
    assert read["areas"]["economies"]["CCC"] == {
        "point": [180.0, 5.05],
        "shape": True,
        "small": True,
    }
    assert read["areas"]["economies"]["DDD"]["shape"] is False
    monkeypatch.setattr(build, "MOST_BYTES", 10)
    with pytest.raises(ShapeError, match="10 are allowed"):
        build_geometry(tmp_path, tmp_path / "other", groups)
    assert not (tmp_path / "other").exists()


def test_rules_must_find_their_areas() -> None:
    """An area without a shape, a line that is nowhere and a lost economy are told by name."""
    with pytest.raises(ShapeError, match="without a shape: QQQ"):
        build.check(replace(world(), rules=rules(neutral=("QQQ",))), {})
    with pytest.raises(ShapeError, match="nowhere: shared"):
        build.check(replace(world(), lines={"shared": shapely.LineString()}), {})
    with pytest.raises(ShapeError, match="neither shape nor point: QQQ"):
        build.check(world(), {"world": ["QQQ"]})
