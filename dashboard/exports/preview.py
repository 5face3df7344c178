"""A chart as a bare picture, without the words around it; never imports dash."""

from html import escape

from dashboard import theme
from dashboard.charts.registry import CHARTS
from dashboard.drawing.plot import plot
from dashboard.exports.look import Look
from dashboard.figures.preview import shapes_svg
from dashboard.formats.media import SVG
from dashboard.formats.svg import XMLNS, element
from dashboard.text.subject import Subject


def preview_face(name: str, subject: Subject, look: Look) -> tuple[bytes, str]:
    """The plot alone as SVG, of the size that is looked for; on shapes, of the size of their frame.

    It has the crop, the classes and the colours of the interactive one.
    """
    chart = CHARTS[name]
    title = chart.title(subject)
    if chart.shapes:
        return shapes_svg(subject, chart.shapes(subject), title).encode(), SVG
    inside = plot(chart.figure(subject), look.width, look.height)
    drawing = element(
        "svg",
        element("title", escape(title, quote=False)) + inside,
        xmlns=XMLNS,
        viewBox=f"0 0 {look.width} {look.height}",
        font_family=theme.FONT,
    )
    return drawing.encode(), SVG
