"""The native chart of a figure: what a speaker can edit, with the view's own numbers behind it.

Named traces become series. Lines over years become a line chart, rows of names a bar chart, all else
a scatter chart; a figure with two panels becomes two charts. A figure whose height is no number (the
rows of a timeline) has no native kind. Knows no words.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.exports.slides.axes import LETTERS, SIZE, dress_axis
from dashboard.exports.slides.ends import TOP, place_plot
from dashboard.exports.slides.lines import ASIDE, BELOW, draw_lines
from dashboard.exports.slides.page import POINTS, Box, add_chart, dress, rgb
from dashboard.exports.slides.points import Look, dress_series
from dashboard.exports.slides.traces import (
    Figure,
    Trace,
    colours_of,
    differing_of,
    has_rows,
    is_over_time,
    panels_of,
    share_of,
)

ROW = 0.62  # of the height of a row, its letters


def has_chart(figure: Figure) -> bool:
    """Whether anything of a figure can be a native chart."""
    return any(traces for _, traces in panels_of(figure))


def draw_charts(slide: Slide, figure: Figure, box: Box, broken: str, lang: str) -> None:
    """The panels of a figure below each other, each as high as its share of the figure."""
    panels = [(name, traces) for name, traces in panels_of(figure) if traces]
    shares = [share_of(figure["layout"], name) for name, _ in panels]
    top, placed = box.top, []
    for (name, traces), share in zip(panels, shares, strict=True):
        height = box.height * share / sum(shares)
        placed.append((name, traces, Box(box.left, top, box.width, height)))
        top += height
    if is_over_time(figure):
        draw_lines(slide, figure, placed, broken, lang)
        return
    for _, traces, room in placed:
        (_bars if has_rows(traces) else _points)(slide, figure, traces, room)


def _bars(slide: Slide, figure: Figure, traces: Sequence[Trace], box: Box) -> None:
    """A bar chart with a row a name, in the order of the figure."""
    data = CategoryChartData()
    names = list(dict.fromkeys(name for trace in traces for name in trace["y"]))
    data.categories = names
    for trace in traces:
        values = dict(zip(trace["y"], trace["x"], strict=True))
        data.add_series(trace["name"], [values.get(name) for name in names])
    chart = add_chart(slide, XL_CHART_TYPE.BAR_CLUSTERED, box, data)
    colours = colours_of(traces)
    for series, trace in zip(chart.plots[0].series, traces, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(colours[trace["name"]])
        for k, colour in differing_of(trace).items():
            fill = series.points[names.index(trace["y"][k])].format.fill
            fill.solid()
            fill.fore_color.rgb = rgb(colour)
    chart.plots[0].gap_width = 60
    # The title of the slide has the unit: rows need the room.
    described = figure["layout"].get("xaxis", {})
    low, high = described["range"]
    is_log = described.get("type") == "log"
    if not is_log and all(x is None or x >= 0 for trace in traces for x in trace["x"]):
        low = max(low, 0.0)  # bars begin there
    dress_axis(chart.value_axis, {**described, "range": [low, high], "title": {}}, box.width)
    dress(chart, SIZE)
    _name_all(chart, names, box)


def _name_all(chart: Chart, names: Sequence[str], box: Box) -> None:
    """Name every row of a bar chart, with letters that fit, and the values below."""
    tall = box.height - TOP - BELOW
    letters = replace(LETTERS, size=min(LETTERS.size, ROW * tall / len(names)))
    left = ASIDE + max(map(letters.width, names))
    place_plot(chart, box, Box(box.left + left, box.top + TOP, box.width - left - 2 * ASIDE, tall))
    rows = chart.category_axis
    rows.reverse_order = True
    rows.format.line.fill.background()
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    last = rows._element.find(qn("c:noMultiLvlLbl"))  # noqa: SLF001  # nothing public sets it
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        last.addprevious(last.makeelement(qn(name), {"val": "1"}))
    rows.tick_labels.font.size = Pt(round(letters.size * POINTS, 1))


def _points(slide: Slide, figure: Figure, traces: Sequence[Trace], box: Box) -> None:
    """A scatter chart of markers.

    The lowest row is drawn first on the page and named last here. The longest series still comes
    first: LibreOffice loses those that are shorter than a later one.
    """
    colours = colours_of(traces)
    traces = sorted(traces, key=lambda trace: len(_places(trace)))[::-1]
    data = XyChartData()
    for trace in traces:
        points = data.add_series(trace["name"])
        for x, y, _ in _places(trace):
            points.add_data_point(x, y)
    chart = add_chart(slide, XL_CHART_TYPE.XY_SCATTER, box, data)
    for series, trace in zip(chart.plots[0].series, traces, strict=True):
        order = {k: place for place, (_, _, k) in enumerate(_places(trace))}
        look = Look(colours[trace["name"]], 0)
        dress_series(series, trace, look, [order.get(k) for k in range(len(trace["x"]))])
    for series, trace in zip(chart.plots[0].series, traces, strict=True):
        _name_chosen(series, figure, _places(trace))
    layout = figure["layout"]
    dress_axis(chart.value_axis, layout.get("yaxis", {}), box.height)
    dress_axis(chart.category_axis, layout.get("xaxis", {}), box.width)
    chart.value_axis.crosses = chart.category_axis.crosses = XL_AXIS_CROSSES.MINIMUM
    dress(chart, SIZE)


def _name_chosen(series: Any, figure: Figure, places: Sequence[tuple[Any, Any, int]]) -> None:
    """The names that the figure writes at points, those of highlighted economies."""
    for trace in figure["data"]:
        said = trace["text"] if trace.get("mode") == "markers+text" else ()
        for x, y, text in zip(trace["x"], trace["y"], said, strict=False):
            # In a row of dots a name stands in the middle of the row, its dot where it has room.
            at = [k for k, (a, b, _) in enumerate(places) if a == x and abs(b - y) < 1 / 2]
            for k in at[:1]:
                label = series.points[k].data_label
                label.text_frame.text = text
                font = label.text_frame.paragraphs[0].runs[0].font
                font.size, font.bold = SIZE, True
                label.position = XL_LABEL_POSITION.ABOVE


def _places(trace: Trace) -> list[tuple[Any, Any, int]]:
    """The points of a trace that have both coordinates, from left to right, each with its place in it."""
    places = zip(trace["x"], trace["y"], range(len(trace["x"])), strict=True)
    return sorted(place for place in places if None not in place)
