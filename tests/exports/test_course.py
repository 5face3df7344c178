"""What pages need to move figures through the years, held to the picture, the JSON and the table."""

import re
from typing import Any

import orjson
import pytest

from dashboard.catalogue.languages import LANGUAGES
from dashboard.faces import render
from dashboard.tables import tables
from dashboard.view import View

VIEW = View(region="escap", economies=("KIR",), scheme="commissions", lang="en")


def _course(chart: str, view: View = VIEW) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(render(view, chart, "course", tables())[0])
    return found


def _picture(chart: str, view: View = VIEW) -> str:
    return render(view, chart, "panel", tables())[0].decode()


@pytest.mark.parametrize("chart", ["trend", "gap"])
def test_a_value_stands_where_the_picture_has_it(chart: str) -> None:
    """The place of a line's value, worked out from box and axes, is a point of the drawn line."""
    face, picture = _course(chart), _picture(chart)
    left, top, right, bottom = face["box"]
    (x_low, x_high), (y_low, y_high) = face["x"], face["y"]
    line = next(one for one in face["lines"] if one["code"] == "escap")
    for year in (2005, 2015):
        value = line["values"][face["years"].index(year)]
        x = left + (right - left) * (year - x_low) / (x_high - x_low)
        y = bottom - (bottom - top) * (value - y_low) / (y_high - y_low)
        short = [f"{round(number, 2):g}" for number in (x, y)]
        assert re.search(rf"(?<![\d.]){short[0]} {short[1]}(?![\d.])", picture), (year, short)


def test_lines_have_the_values_of_the_table() -> None:
    """Every line is that of its series; the world, the region and the chosen economy are there."""
    lines = {one["code"]: one["values"] for one in _course("trend")["lines"]}
    table = tables().indicator("internet-use")
    assert set(lines) == {"world", "escap", "KIR"}
    for code in ("world", "escap"):
        series = table.group(code)
        assert series is not None
        kept = [(a, b) for a, b in zip(lines[code], series.values, strict=True) if a is not None]
        assert kept
        assert all(a == b for a, b in kept)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_gap_of_a_year_is_said_with_its_year(lang: str) -> None:
    """What is said of a year names it, or the nearest one with a gap, in each language."""
    face = _course("gap", View(lang=lang))
    assert len(face["moments"]) == len(face["years"])
    for year in (2000, 2010, 2020):
        assert str(year) in face["moments"][face["years"].index(year)]


def test_pictures_of_the_world_compare_its_groups() -> None:
    """The trend of the world has the two sides of the comparison; the gap has the pair alone."""
    world = {one["code"] for one in _course("trend", View(lang="en"))["lines"]}
    assert world == {"world", "m49-developed", "m49-developing"}
    pair = {one["code"] for one in _course("gap")["lines"]}
    assert pair == {"world", "escap"}


def test_the_course_of_a_scatter_has_no_points_in_its_figure() -> None:
    """Its axes have them in all years; names, colours and layout are those of the JSON."""
    course = _course("scatter")
    whole: dict[str, Any] = orjson.loads(render(VIEW, "scatter", "json", tables())[0])
    drawn, bare = whole.pop("figure"), course.pop("figure")
    assert course == whole
    assert bare["layout"] == drawn["layout"]
    assert {"Asia", "Oceania"} <= {one.get("name") for one in bare["data"]}
    assert any(one["x"] for one in drawn["data"])
    for one, other in zip(bare["data"], drawn["data"], strict=True):
        assert not {"x", "y", "text", "customdata"} & set(one)
        assert one["marker"].get("color") == other["marker"].get("color")
