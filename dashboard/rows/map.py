"""The rows of a map: its group, and a value an economy; never imports dash."""

from collections.abc import Sequence

from dashboard.rows.sheet import Row, Sheet, economy_rows, group_rows
from dashboard.text.subject import Subject, frame_series, value_place


def map_sheet(subject: Subject) -> Sheet:
    """The values on the map: of its year, or of all years of the span if the view has one."""
    table = subject.table
    whole = subject.view.years != (None, None)
    at = table.year_index(subject.view.year)
    rows: list[Row] = []
    span: Sequence[int] = subject.span() if whole else [at]
    for code, series in frame_series(table, subject.in_frame()).items():
        places = span
        if not whole:
            place = value_place(series, table.years, at, subject.indicator.max_age)
            places = [] if place is None else [place]
        rows += economy_rows(subject, code, series, places)
    return Sheet([*group_rows(subject, (subject.view.region,), span), *rows])
