"""The rows of the scorecard of an economy; never imports dash."""

from dashboard.catalogue import catalogue
from dashboard.rows.sheet import Sheet
from dashboard.text.economy import Row, economy_of, group_value, region_of, rows
from dashboard.text.hover import STATUS
from dashboard.text.subject import Subject

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


def scorecard_sheet(subject: Subject) -> Sheet:
    """A row an indicator, without a value where there is none; no row without an economy."""
    return Sheet([_row(row) for row in rows(subject)] if economy_of(subject) else [], HEADER)


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
        group_value(row, catalogue().world),
        f"{source.publisher}: {source.title}" if source else "",
        source.licence if source else "",
    )


def source_of(row: Row) -> str:
    """The id of the source of a row's value, "" without a value."""
    series, years = row.series, row.subject.table.years
    if series is None or row.year not in years:
        return ""
    return row.subject.table.sources[ord(series.sources[years.index(row.year)]) - ord("a")]
