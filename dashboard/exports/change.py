"""The data of the change in ten years; never imports dash."""

from dashboard.exports.rows import Row, Sheet, economy_rows
from dashboard.tables import Tables
from dashboard.text.movers import movers
from dashboard.text.subject import subject_of
from dashboard.view import View


def change_sheet(view: View, tables: Tables) -> Sheet:
    """The older and the newer value of every economy that has both, the largest rise first."""
    subject = subject_of(view, tables)
    rows: list[Row] = []
    for one in movers(subject):
        if series := subject.table.economy(one.code):
            rows += economy_rows(subject, one.code, series, (one.start, one.end))
    return Sheet(rows)
