"""The map as a static picture; never imports dash."""

from dashboard.exports.media import SVG
from dashboard.figures.preview import map_svg
from dashboard.tables import Tables
from dashboard.text.subject import frame_series, subject_of
from dashboard.text.titles import year_title
from dashboard.view import View


def map_picture(view: View, tables: Tables) -> tuple[bytes, str]:
    """The map of a view's year as SVG: crop, classes and colours of the interactive one."""
    subject = subject_of(view, tables)
    at = subject.table.year_index(view.year)
    series = frame_series(subject.table, subject.in_frame())
    words = year_title(subject, subject.table.years[at])
    return map_svg(subject, series, at, words).encode(), SVG
