"""What the JSON of a chart holds so that its years pass in the browser without a request.

The series of the economies travel packed (`packing.py`), with the words of every year. Never imports
dash.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard import theme
from dashboard.figures.map import class_labels
from dashboard.figures.scatter import bubble_sizes, scatter_rule
from dashboard.packing import packed
from dashboard.series import EconomySeries
from dashboard.text.modelled import silent_intervals
from dashboard.text.passport import sources
from dashboard.text.scatter import (
    across,
    continent_of,
    scatter_sentence,
    scatter_title,
    scatter_year,
    shared_years,
)
from dashboard.text.sentences import map_sentences
from dashboard.text.subject import Subject, frame_series
from dashboard.text.titles import year_title


def map_years(subject: Subject) -> dict[str, Any]:
    """Values, classes and words of all years.

    `series` holds the packed series of `economies`. The class of a value is the number of `limits`
    that it has reached. A map shows the value of its year or, up to `carry_years` years back, the
    newest one before; it is pale if it is filled (status i or c) or of an earlier year.
    """
    table, indicator = subject.table, subject.indicator
    codes = subject.in_frame()
    series = frame_series(table, codes)
    return {
        "years": table.years,
        "latest": table.latest,
        "texts": [
            {"title": year_title(subject, year), "sentence": sentence}
            for year, sentence in zip(table.years, map_sentences(subject, series), strict=True)
        ],
        "economies": codes,
        "series": packed(series, codes),
        "small": _small(series, codes, indicator.decimals),
        "silent": silent_intervals(table, codes, indicator.decimals),
        "sources": [
            f"{subject.words.publisher(source.publisher)}, {source.vintage}"
            for source in sources(subject)
        ],
        "notes": [subject.words(f"note_codes.{code}") for code in table.notes],
        "limits": indicator.class_limits,
        "colors": theme.class_colours(len(indicator.class_limits) + 1),
        "legend": class_labels(subject),
        "decimals": indicator.decimals,
        "direction": indicator.direction,
        "unit": subject.words.pattern(f"units.{indicator.unit}.value"),
        "carry_years": indicator.max_age,
    }


def _small(
    series: Mapping[str, EconomySeries], codes: Sequence[str], decimals: int
) -> dict[str, list[int]]:
    """Places of the years whose value is above nought and travels as 0, by the economy's place."""
    least = 10.0**-decimals / 2
    found = {
        str(j): [k for k, value in enumerate(series[code].values) if value and 0 < value < least]
        for j, code in enumerate(codes)
        if code in series
    }
    return {j: places for j, places in found.items() if places}


def scatter_years(subject: Subject) -> dict[str, Any]:
    """Both indicators' series, and the words of every year that has pairs."""
    codes, years = subject.in_frame(), shared_years(subject)
    sizes = bubble_sizes(subject)
    latest = replace(subject, view=replace(subject.view, year=None))
    return {
        "years": years,
        "latest": scatter_year(latest),
        "texts": [
            {"title": scatter_title(subject, year), "sentence": scatter_sentence(subject, year)}
            for year in years
        ],
        "economies": codes,
        "regions": [continent_of(code) for code in codes],
        "sizes": [sizes.get(code, 0) for code in codes],
        **scatter_rule(),
        "y": _axis(subject, codes),
        "x": _axis(across(subject), codes),
    }


def _axis(part: Subject, codes: tuple[str, ...]) -> dict[str, Any]:
    """An indicator with the packed series of the economies."""
    return {
        "years": part.table.years,
        "series": packed(frame_series(part.table, codes), codes),
        "decimals": part.indicator.decimals,
        "name": part.name,
        "unit": part.words.pattern(f"units.{part.indicator.unit}.value"),
    }
