"""The native chart of a figure: what a speaker can edit, with the view's own numbers behind it.

Named traces become series. Lines over years become a line chart, rows of names a bar chart, all else
a scatter chart; a figure with two panels becomes two charts. A figure whose height is no number (the
rows of a timeline) has no native kind. Knows no words.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, pairwise
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_AXIS_CROSSES, XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from dashboard import theme
from dashboard.exports.slides.page import Box, rgb

Trace = Mapping[str, Any]
Figure = Mapping[str, Any]
LETTERS = Pt(11)
MARKER = 5
MOST_LABELS = 12


def draw_charts(slide: Slide, figure: Figure, box: Box) -> None:
    """The panels of a figure below each other, each as high as its share of the figure."""
    panels = [(name, traces) for name, traces in _panels(figure) if traces]
    shares = [_share(figure["layout"], name) for name, _ in panels]
    top = box.top
    for (name, traces), share in zip(panels, shares, strict=True):
        height = box.height * share / sum(shares)
        _draw(slide, figure, name, traces, Box(box.left, top, box.width, height))
        top += height


def has_chart(figure: Figure) -> bool:
    """Whether anything of a figure can be a native chart."""
    return any(traces for _, traces in _panels(figure))


def _panels(figure: Figure) -> Iterator[tuple[str, list[Trace]]]:
    """The series of each y axis, the upper panel first."""
    for name in ("y", "y2"):
        axis = _axis(figure["layout"], name)
        named = "ticktext" in axis and axis.get("type") != "category"
        own = [trace for trace in figure["data"] if trace.get("yaxis", "y") == name]
        yield name, [] if named else list(_series(own))


def _series(traces: Sequence[Trace]) -> Iterator[Trace]:
    """The traces that have points of their own, with the strokes that are drawn apart before them."""
    strokes: list[Trace] = []
    for trace in traces:
        if _is_series(trace):
            yield {**trace, "strokes": strokes}
            strokes = []
        elif trace.get("mode") == "lines" and "fill" not in trace:
            strokes.append(trace)


def _is_series(trace: Trace) -> bool:
    """Whether a trace has a name and points of its own: areas between lines have none."""
    return bool(trace.get("name") and "fill" not in trace and len(trace.get("x", ())))


def _axis(layout: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The axis "y" or "y2" of a layout."""
    found: Mapping[str, Any] = layout.get(f"{name[0]}axis{name[1:]}", {})
    return found


def _share(layout: Mapping[str, Any], name: str) -> float:
    low, high = _axis(layout, name).get("domain", (0, 1))
    return float(high - low)


def _draw(slide: Slide, figure: Figure, name: str, traces: Sequence[Trace], box: Box) -> None:
    layout = figure["layout"]
    described = _axis(layout, name)
    if any(isinstance(y, str) for trace in traces for y in trace["y"]):
        chart = _bars(slide, traces, box)
        _dress_axis(chart.value_axis, layout.get("xaxis", {}))
        chart.category_axis.reverse_order = True
        _name_all(chart.category_axis, box.height)
    elif layout.get("xaxis", {}).get("tickformat") == "d":
        chart = _lines(slide, traces, box)
        _dress_axis(chart.value_axis, described)
        _thin_out(chart.category_axis)
    else:
        chart = _points(slide, traces, box)
        _dress_axis(chart.value_axis, described)
        _dress_axis(chart.category_axis, layout.get("xaxis", {}))
        chart.value_axis.crosses = chart.category_axis.crosses = XL_AXIS_CROSSES.MINIMUM
    _dress(chart)


def _lines(slide: Slide, traces: Sequence[Trace], box: Box) -> Chart:
    """A line chart over years; a year without a value is a gap, never a zero."""
    known = [int(year) for trace in traces for year in trace["x"]]
    years = range(min(known), max(known) + 1)
    data = CategoryChartData()
    data.categories = [str(year) for year in years]
    for trace in traces:
        values = dict(zip(trace["x"], trace["y"], strict=True))
        data.add_series(trace["name"], [values.get(year) for year in years])
    chart = _added(slide, XL_CHART_TYPE.LINE_MARKERS, box, data)
    for series, trace in zip(chart.plots[0].series, traces, strict=True):
        _cut(series, trace, years)
        line = trace.get("line", {})
        colour = rgb(_colour(line.get("color") or trace.get("marker", {}).get("color")))
        series.smooth = False
        series.format.line.color.rgb = colour
        series.format.line.width = Pt(line.get("width", 1.6))
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, MARKER
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour
        series.marker.format.line.color.rgb = colour
    return chart


def _cut(series: Any, trace: Trace, years: range) -> None:
    """Take away the line that a program draws between two years which no stroke joins."""
    if "lines" in trace.get("mode", "lines"):
        return
    joined = {pair for stroke in trace["strokes"] for pair in pairwise(stroke["x"])}
    known = {x for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None}
    for before, year in pairwise(years):
        if {before, year} <= known and (before, year) not in joined:
            series.points[year - years[0]].format.line.fill.background()


def _bars(slide: Slide, traces: Sequence[Trace], box: Box) -> Chart:
    """A bar chart with a row a name, in the order of the figure."""
    data = CategoryChartData()
    names = list(dict.fromkeys(name for trace in traces for name in trace["y"]))
    data.categories = names
    for trace in traces:
        values = dict(zip(trace["y"], trace["x"], strict=True))
        data.add_series(trace["name"], [values.get(name) for name in names])
    chart = _added(slide, XL_CHART_TYPE.BAR_CLUSTERED, box, data)
    for series, trace in zip(chart.plots[0].series, traces, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(_colour(trace.get("marker", {}).get("color")))
    chart.plots[0].gap_width = 60
    return chart


def _points(slide: Slide, traces: Sequence[Trace], box: Box) -> Chart:
    """A scatter chart of markers.

    The lowest row is drawn first on the page and named last here. The longest series still comes
    first: LibreOffice loses those that are shorter than a later one.
    """
    traces = sorted(traces, key=lambda trace: len(_places(trace)))[::-1]
    data = XyChartData()
    for trace in traces:
        points = data.add_series(trace["name"])
        for x, y in _places(trace):
            points.add_data_point(x, y)
    chart = _added(slide, XL_CHART_TYPE.XY_SCATTER, box, data)
    own = [_colour(trace.get("marker", {}).get("color")) for trace in traces]
    colours = own if len(set(own)) == len(own) else cycle(theme.CATEGORICAL)
    for series, named in zip(chart.plots[0].series, colours, strict=False):
        series.format.line.fill.background()
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, MARKER
        series.marker.format.fill.solid()
        colour = rgb(named)
        series.marker.format.fill.fore_color.rgb = colour
        series.marker.format.line.color.rgb = colour
    return chart


def _places(trace: Trace) -> list[tuple[float, float]]:
    """The points of a trace that have both coordinates, from left to right."""
    places = zip(trace["x"], trace["y"], strict=True)
    return sorted(place for place in places if None not in place)


def _colour(colour: Any) -> str:
    """The colour of a series; that of most of its points where they have one each."""
    if isinstance(colour, list | tuple):
        colour = max(colour, key=list(colour).count)
    return colour if isinstance(colour, str) and colour.startswith("#") else theme.ACCENT


def _added(slide: Slide, kind: XL_CHART_TYPE, box: Box, data: Any) -> Chart:
    return slide.shapes.add_chart(kind, *box.emu(), data).chart


def _dress(chart: Chart) -> None:
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.RIGHT, False
    chart.font.size, chart.font.color.rgb = LETTERS, rgb(theme.INK)


def _thin_out(years: Any) -> None:
    """Name about every fifth year, level, in charts of many."""
    count = len(years._element.xpath("../c:lineChart/c:ser[1]/c:cat//c:pt"))  # noqa: SLF001  # nothing public counts
    if count > MOST_LABELS:
        _label_every(years, 5)
    years.format.line.color.rgb = rgb(theme.GRID)


def _name_all(rows: Any, height: float) -> None:
    """Name every row of a bar chart this high, with letters that fit."""
    count = len(rows._element.xpath("../c:barChart/c:ser[1]/c:cat//c:pt"))  # noqa: SLF001  # nothing public counts
    _label_every(rows, 1)
    rows.tick_labels.font.size = min(LETTERS, Pt(round(0.6 * height / max(count, 1))))


def _label_every(categories: Any, step: int) -> None:
    """Name every category that comes after so many; programs choose for themselves otherwise."""
    skip = categories._element.makeelement(qn("c:tickLblSkip"), {"val": str(step)})  # noqa: SLF001  # nothing public sets it
    categories._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)  # noqa: SLF001  # its place in the schema


def _dress_axis(one: Any, described: Mapping[str, Any]) -> None:
    """Title, range and scale of an axis of values as the figure has them."""
    is_log = described.get("type") == "log"
    if ends := described.get("range"):
        low, high = (10**end for end in ends) if is_log else ends
        one.minimum_scale, one.maximum_scale = low, high
    if is_log:
        scaling = one._element.find(qn("c:scaling"))  # noqa: SLF001  # nothing public sets the base
        scaling.insert(0, scaling.makeelement(qn("c:logBase"), {"val": "10"}))
    one.major_gridlines.format.line.color.rgb = rgb(theme.GRID)
    one.format.line.color.rgb = rgb(theme.GRID)
    one.tick_labels.number_format, one.tick_labels.number_format_is_linked = "#,##0.##", False
    if title := described.get("title", {}).get("text"):
        one.has_title = True
        one.axis_title.text_frame.text = title.replace("<br>", " ")
        font = one.axis_title.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold, font.color.rgb = LETTERS, False, rgb(theme.QUIET_INK)
    if not described.get("showticklabels", True) or not described.get("visible", True):
        one.visible = False
