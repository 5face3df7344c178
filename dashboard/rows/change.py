"""The data of the change in ten years; never imports dash."""

from dashboard.rows.sheet import Row, Sheet, economy_rows
from dashboard.text.movers import movers
from dashboard.text.subject import Subject


def change_sheet(subject: Subject) -> Sheet:
    """The older and the newer value of every economy that has both, the largest rise first."""
    rows: list[Row] = []
    for one in movers(subject):
        if series := subject.table.economy(one.code):
            rows += economy_rows(subject, one.code, series, (one.start, one.end))
    return Sheet(rows)
