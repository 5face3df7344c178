"""Small multiples: a panel a line, one scale, region and world behind; and the quiet key of statuses."""

import csv
import io
import re
from typing import Any

import plotly.graph_objects as go
import pytest
from pptx import Presentation

from dashboard.catalogue import catalogue
from dashboard.charts.registry import CHARTS
from dashboard.faces import render
from dashboard.figures.grid import domains, grid_of
from dashboard.tables import tables
from dashboard.view import View

ISLANDS = ("KIR", "FJI", "TON", "WSM", "VUT", "NRU")
NAMES = ["Kiribati", "Fiji", "Tonga", "Samoa", "Vanuatu", "Nauru"]
SVG = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)


def drawn(**view: Any) -> dict[str, Any]:
    """The trend of a view."""
    return CHARTS["trend"].figure(CHARTS["trend"].subject(View(**{"lang": "en"} | view), tables()))


def axes(figure: dict[str, Any], letter: str = "y") -> dict[str, Any]:
    """The axes of values of a figure."""
    return {
        name: axis
        for name, axis in figure["layout"].items()
        if re.fullmatch(rf"{letter}axis\d*", name)
    }


def headings(figure: dict[str, Any]) -> list[str]:
    """What stands above the panels."""
    said = figure["layout"]["annotations"]
    return [re.sub("<[^>]*>", "", one["text"]) for one in said if one.get("yanchor") == "bottom"]


@pytest.mark.parametrize(
    ("layout", "count", "panels"),
    [
        ("auto", 4, 1),
        ("auto", 5, 5),
        ("auto", 6, 6),
        ("lines", 6, 1),
        ("panels", 1, 1),
        ("panels", 3, 3),
    ],
)
def test_panels_come_with_the_fifth_economy_or_by_choice(
    layout: str, count: int, panels: int
) -> None:
    """Four economies are lines, five are panels; a reader may choose either."""
    figure = drawn(economies=ISLANDS[:count], layout=layout)
    assert len(axes(figure)) == panels
    assert headings(figure) == (NAMES[:count] if "grid" in figure["layout"] else [])
    assert go.Figure(figure).data


def test_every_panel_has_one_scale_its_own_line_and_two_behind() -> None:
    """All panels have the same range; region and world are grey and thinner than what they lie behind."""
    figure = drawn(region="escap", economies=ISLANDS)
    assert len({tuple(axis["range"]) for axis in axes(figure).values()}) == 1
    assert len({tuple(axis["range"]) for axis in axes(figure, "x").values()}) == 1
    for place, code in enumerate(ISLANDS):
        own = [one for one in figure["data"] if one["yaxis"] == f"y{place + 1 if place else ''}"]
        assert [one["meta"] for one in own if "meta" in one] == ["world", "escap", code]
        lines = [one["line"] for one in own if one.get("line", {}).get("width")]
        assert {line["width"] for line in lines if line["color"] != lines[-1]["color"]} == {1.2}
        assert lines[-1]["width"] > 1.2


def test_the_newest_value_stands_at_the_end_of_each_line() -> None:
    """Of each island the newest row of the CSV, and its year where that is more than a year ago."""
    view = View(region="escap", economies=ISLANDS, lang="en")
    text = render(view, "trend", "csv", tables())[0].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    newest = {row["code"]: (int(row["year"]), float(row["value"])) for row in rows}
    said = drawn(region="escap", economies=ISLANDS)["layout"]["annotations"]
    ends = [one["text"] for one in said if one.get("xanchor") == "left" and "x" not in one["yref"]]
    ends = [text for text in ends if "<b>" not in text]
    last = max(year for year, _ in newest.values())
    assert len(ends) == len(ISLANDS)
    assert ends == [
        f"{value:.1f}" if last - year <= 1 else f"{value:.1f}<br>{year}"
        for year, value in (newest[code] for code in ISLANDS)
    ]


@pytest.mark.parametrize("scheme", [*catalogue().schemes, "none"])
def test_without_economies_each_group_of_the_comparison_has_a_panel(scheme: str) -> None:
    """Every comparison has at most twelve; without one the region stands alone before the world."""
    figure = drawn(region="escap", scheme=scheme, layout="panels")
    groups = catalogue().schemes[scheme].groups if scheme != "none" else ["escap"]
    assert len(groups) <= len(headings(figure)) <= 12
    shown = {one.get("meta") for one in figure["data"]}
    assert {"world", "escap", *groups} <= shown


def test_the_comparison_is_not_spoken_of_where_it_is_not_drawn() -> None:
    """Panels of economies have region and world behind: rows, subtitle and notes name no other group."""
    view = View(region="escap", economies=ISLANDS, lang="en")
    rows = render(view, "trend", "csv", tables())[0].decode("utf-8-sig")
    assert "m49-develop" not in rows
    subject = CHARTS["trend"].subject(view, tables())
    assert CHARTS["trend"].subtitle(subject) == "ESCAP"
    assert not [note for note in CHARTS["trend"].notes(subject) if "M49" in note]


def test_an_economy_without_a_value_says_so_in_its_panel() -> None:
    """Its name and a sentence stand there, and nothing is drawn but what lies behind."""
    figure = drawn(indicator="cybersecurity-index", economies=(*ISLANDS[:5], "PCN"))
    assert "Pitcairn" in headings(figure)
    own = [one for one in figure["data"] if one["yaxis"] == "y6"]
    assert {one.get("meta") for one in own} <= {"world", None}
    assert [one["text"] for one in figure["layout"]["annotations"] if "y6" in one["yref"]][1]


@pytest.mark.parametrize(("width", "height"), [(1200, 675), (1080, 1080), (320, 900)])
@pytest.mark.parametrize("count", [1, 5, 7, 12])
def test_panels_do_not_meet(width: int, height: int, count: int) -> None:
    """In pictures of any shape there is room between panels for names, years and values."""
    grid = grid_of(count, width, height, 36)
    places = [domains(grid, place) for place in range(count)]
    assert grid.rows * grid.columns >= count > (grid.rows - 1) * grid.columns
    for k, (across, up) in enumerate(places):
        assert 0 <= across[0] < across[1] <= 1 + 1e-9
        assert -1e-9 <= up[0] < up[1] <= 1 + 1e-9
        for other_across, other_up in places[k + 1 :]:
            beside = (other_across[0] - across[1]) * width
            below = (up[0] - other_up[1]) * height
            assert max(beside, below) > 14 or other_across[1] < across[0]


def test_a_picture_names_every_panel_inside_its_edges() -> None:
    """The picture has a name and a newest value a panel, and what is grey in its keys."""
    picture = render(View(region="escap", economies=ISLANDS, lang="en"), "trend", "svg", tables())[
        0
    ].decode()
    written = [re.sub("<[^>]*>", "", text) for text in SVG.findall(picture)]
    assert all(name in written for name in NAMES)
    assert {"World", "ESCAP"} <= set(written)


def test_a_slide_has_a_native_chart_a_panel_on_one_scale() -> None:
    """Six charts with their values behind them, of equal axes, each called by its economy."""
    view = View(region="escap", economies=ISLANDS, lang="ar")
    slide = Presentation(io.BytesIO(render(view, "trend", "pptx", tables())[0])).slides[0]
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert len(charts) == len(ISLANDS)
    ends = {(one.value_axis.minimum_scale, one.value_axis.maximum_scale) for one in charts}
    assert len(ends) == 1
    names = [[series.name for series in one.plots[0].series][-1] for one in charts]
    written = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert all(name in written for name in names)
    assert len(set(names)) == len(ISLANDS)


def keys(name: str, **view: Any) -> list[str]:
    """The words of the keys of a chart."""
    subject = CHARTS[name].subject(View(**{"lang": "en"} | view), tables())
    return [key.text for key in CHARTS[name].keys(subject, CHARTS[name].figure(subject))]


def test_statuses_are_explained_where_they_occur_and_nowhere_else() -> None:
    """The same words in every chart; what is printed elsewhere is there once it is asked for."""
    pacific = {"region": "escap", "economies": ("KIR", "VUT")}
    filled = "filled by us, or of an earlier year"
    assert {"publisher’s estimate", filled, "break in the series"} <= set(keys("trend", **pacific))
    assert filled in keys("map", region="escap", year=2012)
    assert filled not in keys("trend", region="escap")
    assert not [one for one in keys("trend", **pacific) if one.startswith("ITU")]
    assert "ITU, November 2024" in keys("trend", region="world", editions="newest")
    assert keys("trend", indicator="population", scheme="none") == []


@pytest.mark.parametrize("economy", ["CHN", "IND", "KIR", "PAK"])
def test_a_break_is_a_mark_that_touches_its_line(economy: str) -> None:
    """Every upright stroke stands on a point of the line of its colour."""
    figure = drawn(region="escap", economies=(economy,), scheme="none")
    strokes = [
        one for one in figure["data"] if one.get("marker", {}).get("symbol") == "line-ns-open"
    ]
    assert strokes
    for stroke in strokes:
        colour = stroke["marker"]["color"]
        lines = [one for one in figure["data"] if one.get("name") and one is not stroke]
        own = [one for one in lines if one["marker"]["color"] == colour]
        points = {point for one in own for point in zip(one["x"], one["y"], strict=True)}
        assert set(zip(stroke["x"], stroke["y"], strict=True)) <= points
