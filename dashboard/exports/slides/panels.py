"""Small multiples as native charts in a grid: one a panel, with its name above and its newest value.

All have the same scale, as the figure has, and their values behind them. Knows no words.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.slide import Slide
from pptx.util import Pt

from dashboard import theme
from dashboard.drawing.letters import Type
from dashboard.exports.slides.charts import dress, dress_axis, line_chart, name_years, series_of
from dashboard.exports.slides.ends import label_point, place_plot
from dashboard.exports.slides.page import Box, write
from dashboard.exports.slides.shapes import draw_keys
from dashboard.figures.grid import domains, grid_of
from dashboard.figures.keys import Key

NAME, SMALL = Type(12, theme.INK, bold=True), Pt(9)
MARKER = 3
# As many years are named as a panel has room for.
MOST_YEARS, STEPS = 4, (1, 2, 5, 10, 20, 50)
# Between two panels; and the place of a plot on its chart, beside and below which are its axes.
BETWEEN = 10.0
KEYS = 26.0
LEFT, TOP, BELOW = 28.0, 4.0, 26.0
Figure = Mapping[str, Any]
Trace = Mapping[str, Any]


def draw_panels(slide: Slide, figure: Figure, box: Box, lang: str) -> None:
    """The panels of a figure, each a chart that can be edited."""
    layout = figure["layout"]
    below = Box(box.left, box.top + box.height - KEYS, box.width, KEYS)
    draw_keys(slide, _keys(figure), below, lang)
    box = Box(box.left, box.top, box.width, box.height - KEYS)
    places = [name.removeprefix("yaxis") for name in layout if name.startswith("yaxis")]
    grid = grid_of(len(places), box.width, box.height, BETWEEN)
    for k, place in enumerate(places):
        (left, right), (low, high) = domains(grid._replace(ygap=0.0), k)
        panel = Box(
            box.left + left * box.width,
            box.top + (1 - high) * box.height,
            (right - left) * box.width,
            (high - low) * box.height,
        )
        _draw(slide, figure, place, panel, lang)


def _keys(figure: Figure) -> list[Key]:
    """What lies behind every panel, with its colour."""
    greys = {
        trace["name"]: trace["line"]["color"]
        for place in {one["yaxis"] for one in figure["data"]}
        for trace in [*series_of([one for one in figure["data"] if one["yaxis"] == place])][:-1]
        if "line" in trace
    }
    return [Key(colour, name) for name, colour in sorted(greys.items())]


def _draw(slide: Slide, figure: Figure, place: str, box: Box, lang: str) -> None:
    """A panel: its name, and its chart below."""
    layout, axis = figure["layout"], f"y{place}"
    traces = list(series_of([one for one in figure["data"] if one["yaxis"] == axis]))
    said = [one for one in layout["annotations"] if one["yref"].split(" ")[0] == axis]
    name, end = (re.sub(r"<[^>]*>", " ", one["text"]).strip() for one in said)
    colour = said[0]["font"]["color"]
    write(slide, Box(box.left, box.top, box.width, NAME.leading), [name], _in(colour), lang)
    room = Box(box.left, box.top + NAME.leading, box.width, box.height - NAME.leading)
    if "domain" in said[1]["yref"]:
        write(slide, room, [end], Type(11, theme.QUIET_INK), lang)
        return
    _chart(slide, layout[f"yaxis{place}"], traces, room, end)


def _in(colour: str) -> Type:
    return Type(NAME.size, colour, bold=True)


def _chart(
    slide: Slide, described: Mapping[str, Any], traces: Sequence[Trace], box: Box, end: str
) -> None:
    """The chart of a panel; its last series is what it is about."""
    chart = line_chart(slide, traces, box)
    dress_axis(chart.value_axis, described, box.height)
    dress(chart, legend=False)
    chart.font.size = SMALL
    count = len(chart.plots[0].categories)
    name_years(chart.category_axis, next(step for step in STEPS if count <= MOST_YEARS * step))
    chart.value_axis.tick_labels.font.size = chart.category_axis.tick_labels.font.size = SMALL
    *behind, own = chart.plots[0].series
    own.marker.size = MARKER
    for series in behind:
        series.marker.style = XL_MARKER_STYLE.NONE
    room = Type(SMALL.pt, theme.INK).width(end) + 8
    wide = box.width - LEFT - room
    tall = box.height - TOP - BELOW
    sides = (LEFT / box.width, TOP / box.height, wide / box.width, tall / box.height)
    place_plot(chart, sides)
    last = len(traces) - 1
    label_point(chart, last, traces[last], end, 0.0)
    (properties,) = slide.shapes[-1]._element.xpath("./p:nvGraphicFramePr/p:cNvPr")  # noqa: SLF001
    properties.set("descr", f"{traces[last]['name']}: {end}")
