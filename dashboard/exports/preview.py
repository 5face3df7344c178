"""A chart on shapes as a static picture; never imports dash."""

from dashboard.charts.registry import CHARTS
from dashboard.figures.preview import shapes_svg
from dashboard.formats.media import SVG
from dashboard.text.subject import Subject


def preview_face(name: str, subject: Subject) -> tuple[bytes, str]:
    """A chart on shapes as SVG: crop, classes and colours of the interactive one, without words."""
    chart = CHARTS[name]
    if chart.shapes is None:
        raise KeyError(name)
    return shapes_svg(subject, chart.shapes(subject), chart.title(subject)).encode(), SVG
