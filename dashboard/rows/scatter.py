"""The rows of a scatter: the pairs of the view's year; never imports dash."""

from dashboard.rows.sheet import Sheet
from dashboard.text.hover import STATUS
from dashboard.text.scatter import (
    REGIONS,
    across,
    continent_of,
    pairs_at,
    population,
    scatter_sources,
    scatter_year,
)
from dashboard.text.subject import Subject

HEADER = (
    "code",
    "name",
    "year",
    "x_indicator",
    "x",
    "x_unit",
    "x_year",
    "x_status",
    "y_indicator",
    "y",
    "y_unit",
    "y_year",
    "y_status",
    "population",
    "region",
    "source",
    "licence",
)


def scatter_sheet(subject: Subject) -> Sheet:
    """A row an economy that is paired in the view's year."""
    other, year, people = across(subject), scatter_year(subject), population(subject)
    listed = scatter_sources(subject)
    origin = "; ".join(f"{source.publisher}: {source.title}" for source in listed)
    terms = "; ".join(dict.fromkeys(source.licence for source in listed))
    rows = [
        (
            pair.economy,
            subject.words.economy(pair.economy),
            year,
            *_value(other, pair.x),
            *_value(subject, pair.y),
            people.get(pair.economy),
            REGIONS[continent_of(pair.economy)] if continent_of(pair.economy) >= 0 else "",
            origin,
            terms,
        )
        for pair in pairs_at(subject, year)
    ]
    return Sheet(rows, HEADER)


def _value(part: Subject, own: tuple[float, int, str]) -> tuple[object, ...]:
    value, year, letter = own
    return part.indicator.id, value, part.unit, year, STATUS[letter]
