"""Lines over years as native charts, a panel a chart: one axis of years and one place for all.

Knows no words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION
from pptx.slide import Slide

from dashboard import theme
from dashboard.exports.slides.axes import (
    LETTERS,
    SIZE,
    YEAR,
    days_of,
    dress_axis,
    fits,
    name_years,
    scale_of,
    usual_step,
    years_of,
)
from dashboard.exports.slides.bands import breaks_of, draw_band, draw_breaks
from dashboard.exports.slides.ends import Plot, end_names, label_ends, place_plot, room_of
from dashboard.exports.slides.page import BETWEEN, Box, add_chart, dress, write
from dashboard.exports.slides.points import DASHES, Look, dress_series
from dashboard.exports.slides.traces import Figure, Trace, axis_of, colour_of

# Beside a plot: the title of its axis and what is between it, its numbers and the plot.
TITLE, ASIDE = 26.0, 12.0
BELOW, BARE = 32.0, 10.0
WIDTH = 1.6
THINNER, SMALL = 0.75, 3
QUIET = replace(LETTERS, colour=theme.QUIET_INK)
Axis = Mapping[str, Any]
Panel = tuple[str, Sequence[Trace], Box]


def draw_lines(
    slide: Slide, figure: Figure, panels: Sequence[Panel], broken: str, lang: str
) -> None:
    """The panels below each other; the last one names the years. `broken` is what a break is called."""
    years = years_of([trace for _, traces, _ in panels for trace in traces])
    names = [end_names(figure, traces) for _, traces, _ in panels]
    axes = [axis_of(figure["layout"], name) for name, _, _ in panels]
    scales = [scale for one in axes if (scale := scale_of(one))]
    left = TITLE + ASIDE + max(LETTERS.width(scale.widest) for scale in scales)
    right = max(map(room_of, names))
    for k, (_, traces, room) in enumerate(panels):
        is_last = k == len(panels) - 1
        described, box = _titled(slide, axes[k], room, lang)
        plot = Plot(box, left, right, BELOW if is_last else BARE, years, scales[k])
        chart = line_chart(slide, traces, plot, broken)
        dress_axis(chart.value_axis, described, plot.room.height)
        dress(chart, SIZE)
        name_years(chart.category_axis, usual_step(years))
        if not is_last:
            chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        place_plot(chart, plot.box, plot.room)
        label_ends(chart, traces, names[k], plot)


def _titled(slide: Slide, described: Axis, box: Box, lang: str) -> tuple[Axis, Box]:
    """An axis too short for its title: it is written above, and the room below it is left."""
    if fits(described, box.height - BELOW):
        return described, box
    title = described["title"]["text"]
    width = LETTERS.width(title)
    write(slide, replace(box, width=width, height=LETTERS.leading), [title], QUIET, lang)
    top, height = box.top + LETTERS.leading, box.height - LETTERS.leading
    return {**described, "title": {}}, replace(box, top=top, height=height)


def line_chart(
    slide: Slide, traces: Sequence[Trace], plot: Plot, broken: str, *, small: bool = False
) -> Chart:
    """A line chart over years; a year without a value is a gap, never a zero.

    In a small one lines are thinner, and only the last has points.
    """
    data = CategoryChartData()
    data.categories = days_of(plot.years)
    data.categories.number_format = YEAR
    for trace in traces:
        values = _straight(trace) or dict(zip(trace["x"], trace["y"], strict=True))
        data.add_series(trace["name"], [values.get(year) for year in plot.years])
    cut = [trace for trace in traces if trace["breaks"] and broken]
    for trace in cut:
        heights = breaks_of(trace)
        name = f"{trace['name']}{BETWEEN}{broken}"
        data.add_series(name, [heights.get(year) for year in plot.years])
    chart = add_chart(slide, XL_CHART_TYPE.LINE_MARKERS, plot.box, data)
    found = [*chart.plots[0].series]
    for series, trace in zip(found, traces, strict=False):
        series.smooth = False
        look = look_of(trace)
        if small:
            points = SMALL if trace is traces[-1] else 0
            look = replace(look, width=THINNER * look.width, size=points)
        dress_series(series, trace, look, _places(trace, plot.years))
        draw_band(series, trace, plot.years)
    for series, trace in zip(found[len(traces) :], cut, strict=True):
        series.smooth = False
        bare = {**trace, "mode": "lines"}
        dress_series(series, bare, replace(look_of(trace), width=0), [])
        draw_breaks(series, trace, plot.years, plot.scale)
    return chart


def look_of(trace: Trace) -> Look:
    """The look of a line; that of its first stroke where it is cut."""
    line: Trace = trace.get("line") or next((one["line"] for one in trace["strokes"]), {})
    dash = DASHES.get(line.get("dash", ""), "") if trace.get("line") else ""
    return Look(colour_of(trace), line.get("width", WIDTH), dash)


def _places(trace: Trace, years: range) -> list[int | None]:
    """Which point of the chart each value is."""
    return [
        None if y is None else years.index(int(x))
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]


def _straight(trace: Trace) -> dict[int, float]:
    """A line from one year to another, such as a target, in all years between, or it would be a gap."""
    if trace.get("mode") != "lines" or len(trace["x"]) != 2 or None in trace["y"]:
        return {}
    (first, last), (start, end) = map(int, trace["x"]), trace["y"]
    span = max(last - first, 1)
    return {year: start + (end - start) * (year - first) / span for year in range(first, last + 1)}
