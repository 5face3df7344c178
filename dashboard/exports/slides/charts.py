"""The native chart of a figure: what a speaker can edit, with the view's own numbers behind it.

Named traces become series. Lines over years become a line chart, rows of names a bar chart, all else
a scatter chart; a figure with two panels becomes two charts. A figure whose height is no number (the
rows of a timeline) has no native kind. Knows no words.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, pairwise
from math import ceil, floor, log10
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_AXIS_CROSSES, XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from dashboard import theme
from dashboard.drawing.letters import Type
from dashboard.exports.slides.bands import draw_band
from dashboard.exports.slides.ends import Scale, end_names, label_ends
from dashboard.exports.slides.page import Box, rgb
from dashboard.figures.lines import BAND

Trace = Mapping[str, Any]
Figure = Mapping[str, Any]
LETTERS = Pt(11)
MARKER = 5
MOST_LABELS = 12
FIFTH = 5
# About so many steps along an axis of values; ends that are round but for this share stay.
STEPS, SLACK = 6, 1e-6
HARDLY_TURNED = "60"  # of 60000 in a degree
TITLE = Type(11.5, theme.QUIET_INK)
TITLE_SHARE, SMALLEST = 0.75, 0.72


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
        yield name, [] if named else list(series_of(own))


def series_of(traces: Sequence[Trace]) -> Iterator[Trace]:
    """The traces that have points of their own, with the strokes and bands that are drawn before them."""
    strokes: list[Trace] = []
    bands: list[Trace] = []
    for trace in traces:
        if _is_series(trace):
            yield {**trace, "strokes": strokes, "bands": bands}
            strokes, bands = [], []
        elif trace.get("meta") == BAND:
            bands.append(trace)
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
        dress_axis(chart.value_axis, layout.get("xaxis", {}), box.width)
        chart.category_axis.reverse_order = True
        _name_all(chart.category_axis, box.height)
    elif layout.get("xaxis", {}).get("tickformat") == "d":
        chart = line_chart(slide, traces, box)
        scale = dress_axis(chart.value_axis, described, box.height)
        _thin_out(chart.category_axis)
        dress(chart, legend=False)
        if scale:
            label_ends(chart, traces, end_names(figure, traces), box, scale)
        return
    else:
        chart = _points(slide, traces, box)
        dress_axis(chart.value_axis, described, box.height)
        dress_axis(chart.category_axis, layout.get("xaxis", {}), box.width)
        chart.value_axis.crosses = chart.category_axis.crosses = XL_AXIS_CROSSES.MINIMUM
    dress(chart, legend=True)


def line_chart(slide: Slide, traces: Sequence[Trace], box: Box) -> Chart:
    """A line chart over years; a year without a value is a gap, never a zero."""
    known = [int(year) for trace in traces for year in trace["x"]]
    # Every fifth year is named, and those are round ones.
    first = min(known) - (min(known) % FIFTH if max(known) - min(known) >= MOST_LABELS else 0)
    years = range(first, max(known) + 1)
    data = CategoryChartData()
    data.categories = [str(year) for year in years]
    for trace in traces:
        values = _straight(trace) or dict(zip(trace["x"], trace["y"], strict=True))
        data.add_series(trace["name"], [values.get(year) for year in years])
    chart = _added(slide, XL_CHART_TYPE.LINE_MARKERS, box, data)
    for series, trace in zip(chart.plots[0].series, traces, strict=True):
        line = trace.get("line", {})
        colour = rgb(_colour(line.get("color") or trace.get("marker", {}).get("color")))
        series.smooth = False
        series.format.line.color.rgb = colour
        series.format.line.width = Pt(line.get("width", 1.6))
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, MARKER
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour
        series.marker.format.line.color.rgb = colour
        if _straight(trace):
            series.marker.style = XL_MARKER_STYLE.NONE
        _cut(series, trace, years)
        draw_band(series, trace, years)
    return chart


def _straight(trace: Trace) -> dict[int, float]:
    """A line from one year to another, such as a target, in all years between, or it would be a gap."""
    if trace.get("mode") != "lines" or len(trace["x"]) != 2 or None in trace["y"]:
        return {}
    (first, last), (start, end) = map(int, trace["x"]), trace["y"]
    span = max(last - first, 1)
    return {year: start + (end - start) * (year - first) / span for year in range(first, last + 1)}


def _cut(series: Any, trace: Trace, years: range) -> None:
    """Take away the line between two years which no stroke joins, and dot it where the stroke is."""
    if "lines" in trace.get("mode", "lines"):
        return
    joined = {pair for stroke in trace["strokes"] for pair in pairwise(stroke["x"])}
    dotted = {
        pair
        for stroke in trace["strokes"]
        for pair in pairwise(stroke["x"])
        if stroke.get("line", {}).get("dash") == "dot"
    }
    known = {x for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None}
    for before, year in pairwise(years):
        if {before, year} <= known and (before, year) not in joined:
            series.points[year - years[0]].format.line.fill.background()
        elif (before, year) in dotted:
            line = series.points[year - years[0]].format.line
            line.color.rgb, line.width = series.format.line.color.rgb, series.format.line.width
            line.dash_style = MSO_LINE.ROUND_DOT


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
    """The chart; the library numbers some axes below zero, which the schema does not know."""
    chart = slide.shapes.add_chart(kind, *box.emu(), data).chart
    for number in chart._chartSpace.xpath(".//c:axId | .//c:crossAx"):  # noqa: SLF001  # nothing public has them
        number.set("val", number.get("val").removeprefix("-"))
    return chart


def dress(chart: Chart, *, legend: bool) -> None:
    """Letters of a chart, its legend if it needs one, and no title: that is the slide's."""
    chart.has_title = False
    chart.has_legend = legend
    if legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.RIGHT, False
    chart.font.size, chart.font.color.rgb = LETTERS, rgb(theme.INK)


def _thin_out(years: Any) -> None:
    """Name about every fifth year in charts of many."""
    count = len(years._element.xpath("../c:lineChart/c:ser[1]/c:cat//c:pt"))  # noqa: SLF001  # nothing public counts
    name_years(years, FIFTH if count > MOST_LABELS else 1)


def name_years(years: Any, step: int) -> None:
    """Name every year that comes after so many, level."""
    _label_every(years, step)
    # Programs turn what they find too near, though every fifth has the room; LibreOffice breaks what is
    # level, and leaves what is turned by next to nothing.
    years.tick_labels.font.size = LETTERS
    body = years._element.find(qn("c:txPr")).find(qn("a:bodyPr"))  # noqa: SLF001  # nothing public turns
    body.set("rot", HARDLY_TURNED)
    body.set("vert", "horz")
    years.format.line.color.rgb = rgb(theme.GRID)


def _name_all(rows: Any, height: float) -> None:
    """Name every row of a bar chart this high, with letters that fit."""
    count = len(rows._element.xpath("../c:barChart/c:ser[1]/c:cat//c:pt"))  # noqa: SLF001  # nothing public counts
    _label_every(rows, 1)
    rows.tick_labels.font.size = min(LETTERS, Pt(round(0.45 * height / max(count, 1))))


def _label_every(categories: Any, step: int) -> None:
    """Name every category that comes after so many; programs choose for themselves otherwise."""
    last = categories._element.find(qn("c:noMultiLvlLbl"))  # noqa: SLF001  # nothing public sets it
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        last.addprevious(last.makeelement(qn(name), {"val": str(step)}))


def _ends(described: Mapping[str, Any]) -> tuple[Scale, float] | None:
    """The range of an axis, from a round start, and the step between its ticks."""
    if not (ends := described.get("range")):
        return None
    low, high = ends
    if described.get("type") == "log":
        return Scale(10 ** floor(low + SLACK), 10 ** ceil(high - SLACK), is_log=True), 10
    rough = (high - low) / STEPS
    power = 10 ** floor(log10(rough))
    step = next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= rough)
    low = floor(low / step + SLACK) * step
    return Scale(low, high, is_log=False), step


def dress_axis(one: Any, described: Mapping[str, Any], length: float) -> Scale | None:
    """Title, range and scale of an axis of values as the figure has them, with round ticks."""
    is_log = described.get("type") == "log"
    found = _ends(described)
    if found:
        one.minimum_scale, one.maximum_scale = found[0].low, found[0].high
        one.major_unit = found[1]
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
        # A title that is longer than its axis would be broken.
        fits = min(1.0, TITLE_SHARE * length / TITLE.width(title))
        font.size, font.bold = Pt(round(LETTERS.pt * max(fits, SMALLEST), 1)), False
        font.color.rgb = rgb(theme.QUIET_INK)
    if not described.get("showticklabels", True) or not described.get("visible", True):
        one.visible = False
    return found[0] if found else None
