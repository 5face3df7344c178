"""The scorecard of an economy as rows and as JSON; never imports dash."""

import orjson

from dashboard.catalogue import catalogue
from dashboard.exports.media import JSON
from dashboard.exports.rows import Sheet
from dashboard.tables import Tables
from dashboard.text.economy import Row, economy_of, group_value, region_of, rows
from dashboard.text.hover import STATUS
from dashboard.text.subject import subject_of
from dashboard.view import View

HEADER = (
    "code",
    "name",
    "theme",
    "indicator",
    "title",
    "value",
    "unit",
    "year",
    "status",
    "region",
    "region_place",
    "region_ranked",
    "region_value",
    "world_place",
    "world_ranked",
    "world_value",
    "source",
    "licence",
)


def scorecard_sheet(view: View, tables: Tables) -> Sheet:
    """A row an indicator, without a value where there is none; no row without an economy."""
    subject = subject_of(view, tables)
    return Sheet([_row(row) for row in rows(subject)] if economy_of(subject) else [], HEADER)


def scorecard_json(view: View, tables: Tables) -> tuple[bytes, str]:
    """The same rows by the names of their columns."""
    sheet = scorecard_sheet(view, tables)
    body = {
        "economy": (*view.economies, "")[0],
        "data_version": tables.version,
        "rows": [dict(zip(HEADER, row, strict=True)) for row in sheet.rows],
    }
    return orjson.dumps(body), JSON


def _row(row: Row) -> tuple[object, ...]:
    one, region = row.subject, region_of(row.subject)
    iso3, origin = economy_of(one), source_of(row)
    source = catalogue().sources[origin] if origin else None
    return (
        iso3,
        one.words.economy(iso3),
        one.indicator.theme,
        one.indicator.id,
        one.name,
        row.value,
        one.unit,
        row.year,
        STATUS.get(row.letter, ""),
        region,
        *(row.region or (None, None)),
        group_value(row, region),
        *(row.world or (None, None)),
        group_value(row, "world"),
        f"{source.publisher}: {source.title}" if source else "",
        source.licence if source else "",
    )


def source_of(row: Row) -> str:
    """The id of the source of a row's value, "" without a value."""
    series, years = row.series, row.subject.table.years
    if series is None or row.year not in years:
        return ""
    return row.subject.table.sources[ord(series.sources[years.index(row.year)]) - ord("a")]
