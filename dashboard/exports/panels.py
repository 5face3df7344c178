"""The data of the panels of theme pages; never imports dash."""

from dashboard.catalogue import catalogue
from dashboard.exports.rows import Row, Sheet, economy_rows, group_rows
from dashboard.tables import Tables
from dashboard.text.panel import newest_values, parts, place_of
from dashboard.text.subject import subject_of
from dashboard.view import View


def together_sheet(view: View, tables: Tables) -> Sheet:
    """The lines of a panel: its place, every indicator, every year of the view."""
    rows: list[Row] = []
    for part in parts(subject_of(view, tables)):
        place = place_of(part)
        if place not in catalogue().economies:
            rows += group_rows(part, (place,), part.span())
        elif series := part.table.economy(place):
            rows += economy_rows(part, place, series, part.span())
    return Sheet(rows)


def strip_sheet(view: View, tables: Tables) -> Sheet:
    """The newest value of every economy of the region, for every indicator of the panel."""
    rows: list[Row] = []
    for part in parts(subject_of(view, tables)):
        for newest in newest_values(part):
            series = part.table.economy(newest.economy)
            if series:
                at = part.table.years.index(newest.year)
                rows += economy_rows(part, newest.economy, series, [at])
    return Sheet(rows)
