"""The data of the panels of theme pages; never imports dash."""

from dashboard.catalogue import catalogue
from dashboard.rows.sheet import Row, Sheet, economy_rows, group_rows
from dashboard.text.panel import newest_values, parts, place_of
from dashboard.text.subject import Subject


def together_sheet(subject: Subject) -> Sheet:
    """The lines of a panel: its place, every indicator, every year of the view."""
    rows: list[Row] = []
    for part in parts(subject):
        place = place_of(part)
        if place not in catalogue().economies:
            rows += group_rows(part, (place,), part.span())
        elif series := part.table.economy(place):
            rows += economy_rows(part, place, series, part.span())
    return Sheet(rows)


def strip_sheet(subject: Subject) -> Sheet:
    """The newest value of every economy of the region, for every indicator of the panel."""
    rows: list[Row] = []
    for part in parts(subject):
        for newest in newest_values(part):
            series = part.table.economy(newest.economy)
            if series:
                at = part.table.years.index(newest.year)
                rows += economy_rows(part, newest.economy, series, [at])
    return Sheet(rows)
