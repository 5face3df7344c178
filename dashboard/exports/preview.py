"""A chart on shapes as a static picture; never imports dash."""

from dashboard.charts.registry import CHARTS
from dashboard.drawing.names import names_drawing
from dashboard.figures.preview import shapes_svg
from dashboard.formats.media import SVG
from dashboard.text.subject import Subject


def preview_face(name: str, subject: Subject) -> tuple[bytes, str]:
    """A chart on shapes as SVG: crop, classes and colours of the interactive one, with its names."""
    chart = CHARTS[name]
    if chart.shapes is None:
        raise KeyError(name)
    shapes = chart.shapes(subject)
    names = names_drawing(subject) if shapes.circled else ""
    return shapes_svg(subject, shapes, chart.title(subject), names).encode(), SVG
