"""The faces of a scatter: all years as JSON, the pairs of the view's year as rows; never imports dash."""

from typing import Any

import orjson

from dashboard.catalogue import catalogue
from dashboard.exports.media import JSON
from dashboard.exports.rows import Sheet
from dashboard.figures.scatter import bubble_sizes, scatter_figure, scatter_rule
from dashboard.packing import packed
from dashboard.tables import Tables
from dashboard.text.hover import STATUS
from dashboard.text.passport import passport, source_line
from dashboard.text.scatter import (
    REGIONS,
    across,
    pairs_at,
    population,
    scatter_notes,
    scatter_sentence,
    scatter_sources,
    scatter_subtitle,
    scatter_title,
    scatter_year,
    shared_years,
)
from dashboard.text.subject import Subject, frame_series, subject_of
from dashboard.view import View

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


def scatter_json(view: View, tables: Tables) -> tuple[bytes, str]:
    """The figure of the view's year, and both indicators' series for any other year."""
    subject = subject_of(view, tables)
    other, codes = across(subject), subject.in_frame()
    listed, years = scatter_sources(subject), shared_years(subject)
    sizes = bubble_sizes(subject)
    body = {
        "figure": scatter_figure(subject),
        "text": {
            "title": scatter_title(subject),
            "subtitle": scatter_subtitle(subject),
            "sentence": scatter_sentence(subject),
            "source": source_line(subject, listed),
            "notes": scatter_notes(subject),
        },
        "passport": passport(subject, listed, scatter_title(subject)),
        "years": years,
        "latest": scatter_year(subject_of(View(**_without_year(view)), tables)),
        "texts": [
            {"title": scatter_title(subject, year), "sentence": scatter_sentence(subject, year)}
            for year in years
        ],
        "economies": codes,
        "regions": [_region(code) for code in codes],
        "sizes": [sizes.get(code, 0) for code in codes],
        **scatter_rule(),
        "y": _axis(subject, codes),
        "x": _axis(other, codes),
    }
    return orjson.dumps(body), JSON


def _without_year(view: View) -> dict[str, Any]:
    """The parameters of the view that the latest year depends on."""
    kept = ("indicator", "against", "region", "lang")
    return {name: getattr(view, name) for name in kept}


def _axis(part: Subject, codes: tuple[str, ...]) -> dict[str, Any]:
    """An indicator with the packed series of the economies, as the map's face has them."""
    return {
        "years": part.table.years,
        "series": packed(frame_series(part.table, codes), codes),
        "decimals": part.indicator.decimals,
        "name": part.name,
        "unit": part.words(f"units.{part.indicator.unit}.value"),
    }


def _region(code: str) -> int:
    """Which of the continents an economy is in, -1 for none."""
    found = (k for k, region in enumerate(REGIONS) if code in catalogue().groups[region].members)
    return next(found, -1)


def scatter_sheet(view: View, tables: Tables) -> Sheet:
    """A row an economy that is paired in the view's year."""
    subject = subject_of(view, tables)
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
            REGIONS[_region(pair.economy)] if _region(pair.economy) >= 0 else "",
            origin,
            terms,
        )
        for pair in pairs_at(subject, year)
    ]
    return Sheet(rows, HEADER)


def _value(part: Subject, own: tuple[float, int, str]) -> tuple[object, ...]:
    value, year, letter = own
    return part.indicator.id, value, part.unit, year, STATUS[letter]
