"""A chart as a bare picture, without words around it; never imports dash.

`preview_face` is the plot alone, of any size. A chart that has a figure for little room is part of a
page as it is (`panel_face`), and `course_face` has what a script needs to move through its years.
"""

from html import escape
from typing import Any

import orjson

from dashboard import theme
from dashboard.charts.captions import caption
from dashboard.charts.registry import CHARTS
from dashboard.drawing.names import names_drawing
from dashboard.drawing.plot import placed_in, plot
from dashboard.exports.look import Look
from dashboard.figures.preview import shapes_svg
from dashboard.formats.media import JSON, SVG
from dashboard.formats.svg import XMLNS, element
from dashboard.text.subject import Subject

# The size of a panel, in units of its letters.
WIDTH, HEIGHT = 480, 190


def preview_face(name: str, subject: Subject, look: Look) -> tuple[bytes, str]:
    """The plot alone as SVG, of the size that is looked for; on shapes, of the size of their frame.

    It has the crop, the classes and the colours of the interactive one.
    """
    chart = CHARTS[name]
    title = chart.title(subject)
    if chart.shapes:
        shapes = chart.shapes(subject)
        names = names_drawing(subject) if shapes.circled else ""
        return _image(shapes_svg(subject, shapes, title, names), look), SVG
    inside = plot(chart.figure(subject), look.width, look.height)
    drawing = element(
        "svg",
        element("title", escape(title, quote=False)) + inside,
        xmlns=XMLNS,
        viewBox=f"0 0 {look.width} {look.height}",
        font_family=theme.FONT,
    )
    return _image(drawing, look), SVG


def _image(drawing: str, look: Look) -> bytes:
    """An image of a page that follows its colours, unless it is asked for in others."""
    one = (
        theme.in_palette(drawing, look.theme) if look.theme != "light" else theme.as_image(drawing)
    )
    return one.encode()


def panel_face(name: str, subject: Subject) -> tuple[bytes, str]:
    """A chart's figure for little room as SVG; KeyError where it has none."""
    drawing = plot(_panel(name, subject), WIDTH, HEIGHT)
    size = f"0 0 {WIDTH} {HEIGHT}"
    svg = element("svg", drawing, xmlns=XMLNS, viewBox=size, font_family=theme.FONT)
    return theme.as_image(svg).encode(), SVG


def course_face(name: str, subject: Subject) -> tuple[bytes, str]:
    """Where years and values stand in the picture of a chart, its lines, and its words."""
    figure, years = _panel(name, subject), subject.table.years
    placed, moments = placed_in(figure, WIDTH, HEIGHT), CHARTS[name].moments
    across, upright = placed.axes["x"], placed.axes["y"]
    said, box = caption(name, subject), placed.box
    body = {
        "text": {part: getattr(said, part) for part in ("title", "sentence", "source")},
        "size": (WIDTH, HEIGHT),
        "box": (box.left, box.top, box.right, box.bottom),
        "x": (across.low, across.high),
        "y": (upright.low, upright.high),
        "years": years,
        "latest": subject.table.latest,
        "moments": moments(subject) if moments else [],
        "lines": [_line(trace, years) for trace in figure["data"] if "name" in trace],
        "decimals": subject.indicator.decimals,
        "unit": subject.words.pattern(f"units.{subject.indicator.unit}.value"),
    }
    return orjson.dumps(body), JSON


def _panel(name: str, subject: Subject) -> dict[str, Any]:
    panel = CHARTS[name].panel
    if panel is None:
        raise KeyError(name)
    return panel(subject)


def _line(trace: dict[str, Any], years: list[int]) -> dict[str, Any]:
    """A line that a reader can point at: whose it is, its colour, its values in the table's years."""
    heights = dict(zip(trace["x"], trace["y"], strict=True))
    colour = trace["marker"]["color"]
    values = [heights.get(year) for year in years]
    return {"code": trace["meta"], "name": trace["name"], "colour": colour, "values": values}
