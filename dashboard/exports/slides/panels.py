"""Small multiples as native charts in a grid: one a panel, with its name above and its newest value.

All have the same scale, as the figure has, and their values behind them. Knows no words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.slide import Slide
from pptx.util import Pt

from dashboard import theme
from dashboard.drawing.letters import Type
from dashboard.exports.slides.axes import dress_axis, name_years, scale_of, years_of
from dashboard.exports.slides.ends import End, Plot, label_point, place_plot
from dashboard.exports.slides.lines import line_chart
from dashboard.exports.slides.page import POINTS, Box, dress, write
from dashboard.exports.slides.traces import Figure, Trace, series_of
from dashboard.figures.grid import domains, grid_of

NAME, SMALL = Type(14.6, theme.INK, bold=True), Type(12, theme.INK)
# As many years are named as a panel has room for, each with as much around it.
STEPS, AROUND = (1, 2, 5, 10, 20, 50), 1.5
# Between two panels; and the place of a plot on its chart, beside and below which are its axes.
BETWEEN = 10.0
LEFT, BELOW = 14.0, 26.0


@dataclass(frozen=True, slots=True)
class Panel:
    """Its number in the figure, its place, the room beside plots, its years, the language, a break's name."""

    place: str
    box: Box
    right: float
    years: range
    lang: str
    broken: str


def draw_panels(slide: Slide, figure: Figure, box: Box, lang: str, broken: str) -> None:
    """The panels of a figure, each a chart that can be edited."""
    places = [name.removeprefix("yaxis") for name in figure["layout"] if name.startswith("yaxis")]
    years = years_of([trace for trace in figure["data"] if trace.get("name")])
    ends = [one["text"] for one in figure["layout"]["annotations"] if "xshift" in one]
    right = max((SMALL.width(line) for end in ends for line in _lines(end)), default=0.0) + BETWEEN
    grid = grid_of(len(places), box.width, box.height, BETWEEN)
    for k, place in enumerate(places):
        (left, right), (low, high) = domains(grid._replace(ygap=0.0), k)
        panel = Box(
            box.left + left * box.width,
            box.top + (1 - high) * box.height,
            (right - left) * box.width,
            (high - low) * box.height,
        )
        _draw(slide, figure, Panel(place, panel, right, years, lang, broken))


def _lines(text: str) -> list[str]:
    """The lines of a label, without its markup."""
    return [re.sub(r"<[^>]*>", "", line).strip() for line in text.split("<br>")]


def _draw(slide: Slide, figure: Figure, panel: Panel) -> None:
    """The name of a panel, and its chart below."""
    layout, axis, box, lang = figure["layout"], f"y{panel.place}", panel.box, panel.lang
    traces = series_of([one for one in figure["data"] if one["yaxis"] == axis])
    said = [one for one in layout["annotations"] if one["yref"].split(" ")[0] == axis]
    (name, *_), end = (_lines(one["text"]) for one in said)
    write(
        slide,
        Box(box.left, box.top, box.width, NAME.leading),
        [name],
        replace(NAME, colour=said[0]["font"]["color"]),
        lang,
    )
    room = Box(box.left, box.top + NAME.leading, box.width, box.height - NAME.leading)
    if "domain" in said[1]["yref"]:
        write(slide, room, [" ".join(end)], replace(SMALL, colour=theme.QUIET_INK), lang)
        return
    _chart(slide, layout[f"yaxis{panel.place}"], traces, replace(panel, box=room), end)


def _chart(
    slide: Slide,
    described: Mapping[str, Any],
    traces: Sequence[Trace],
    panel: Panel,
    end: list[str],
) -> None:
    """The chart of a panel; its last series is what it is about, with its newest value at its end."""
    scale, box = scale_of(described), panel.box
    if scale is None:
        return
    left = LEFT + SMALL.width(scale.widest)
    plot = Plot(box, left, panel.right, BELOW, panel.years, scale)
    chart = line_chart(slide, traces, plot, panel.broken, small=True)
    dress_axis(chart.value_axis, described, box.height)
    dress(chart, Pt(round(SMALL.size * POINTS, 1)))
    most = max(plot.room.width / (AROUND * SMALL.width(str(panel.years[-1]))), 1.0)
    step = next((step for step in STEPS if len(panel.years) <= most * step), STEPS[-1])
    name_years(chart.category_axis, step)
    place_plot(chart, plot.box, plot.room)
    last = len(traces) - 1
    label_point(chart, last, traces[last], plot, End("\n".join(end), size=SMALL.size))
    (properties,) = slide.shapes[-1]._element.xpath("./p:nvGraphicFramePr/p:cNvPr")  # noqa: SLF001
    properties.set("descr", f"{traces[last]['name']}: {' '.join(end)}")
