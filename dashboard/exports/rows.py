"""The rows of a view's data: a row a value, with unit, status, source, vintage, licence and note.

The header is English and stable; names and notes are in the language of the view. Never imports dash.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.catalogue import catalogue
from dashboard.tables import EconomySeries, GroupSeries, Tables
from dashboard.text.gap import Pair, pairs
from dashboard.text.hover import STATUS
from dashboard.text.subject import Subject, frame_series, subject_of, value_place
from dashboard.text.trend import shown_groups
from dashboard.view import View

HEADER = (
    "code",
    "name",
    "indicator",
    "year",
    "value",
    "unit",
    "status",
    "source",
    "vintage",
    "licence",
    "note",
)
Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of data: its rows and the names of its columns."""

    rows: Sequence[Row]
    header: tuple[str, ...] = HEADER


def map_sheet(view: View, tables: Tables) -> Sheet:
    """The values on the map: of its year, or of all years of the span if the view has one."""
    subject = subject_of(view, tables)
    table = subject.table
    whole = view.years != (None, None)
    at = table.year_index(view.year)
    rows: list[Row] = []
    span: Sequence[int] = subject.span() if whole else [at]
    for code, series in frame_series(table, subject.in_frame()).items():
        places = span
        if not whole:
            place = value_place(series, table.years, at, subject.indicator.max_age)
            places = [] if place is None else [place]
        rows += economy_rows(subject, code, series, places)
    return Sheet([*group_rows(subject, (view.region,), span), *rows])


def trend_sheet(view: View, tables: Tables) -> Sheet:
    """The lines of a trend: groups, the publisher's own group series, economies."""
    subject = subject_of(view, tables)
    codes, span = shown_groups(subject), subject.span()
    rows = [*group_rows(subject, codes, span), *_published(subject, codes)]
    for code in view.economies:
        if series := subject.table.economy(code):
            rows += economy_rows(subject, code, series, span)
    return Sheet(rows)


def gap_sheet(view: View, tables: Tables) -> Sheet:
    """The gaps of a comparison: both groups' values and every measure, a row each."""
    subject = subject_of(view, tables)
    rows = [row for pair in pairs(subject) for row in _gap_rows(subject, pair)]
    return Sheet(rows)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of an economy, a group or a pair of groups, with how it came about."""

    code: str
    name: str
    year: int
    value: float | str
    status: str
    sources: Sequence[str]
    note: str = ""
    unit: str = ""


def economy_rows(
    subject: Subject, code: str, series: EconomySeries, places: Iterable[int]
) -> Iterator[Row]:
    """A row for each of those places that has a value."""
    years, name, unit = subject.table.years, subject.words.economy(code), subject.unit
    indicator = subject.indicator.id
    origins = {chr(ord("a") + k): _origin((one,)) for k, one in enumerate(subject.table.sources)}
    said = {int(year): _said(subject, notes) for year, notes in series.notes.items()}
    for place in places:
        value = series.values[place]
        if value is None:
            continue
        year, status = years[place], STATUS[series.status[place]]
        origin = origins[series.sources[place]]
        yield (code, name, indicator, year, value, unit, status, *origin, said.get(year, ""))


def _said(subject: Subject, notes: Iterable[int]) -> str:
    """What the publisher's notes on a value say."""
    return " ".join(subject.words(f"note_codes.{subject.table.notes[k]}") for k in notes)


def fact_row(subject: Subject, fact: Fact) -> Row:
    """The row of a fact."""
    source, vintage, licence = _origin(tuple(fact.sources))
    return (
        fact.code,
        fact.name,
        subject.indicator.id,
        fact.year,
        fact.value,
        fact.unit or subject.unit,
        fact.status,
        source,
        vintage,
        licence,
        fact.note,
    )


@cache
def _origin(codes: tuple[str, ...]) -> tuple[str, str, str]:
    """Publishers with titles, vintages and licences of some sources."""
    listed = [catalogue().sources[code] for code in codes]
    return (
        "; ".join(f"{source.publisher}: {source.title}" for source in listed),
        "; ".join(dict.fromkeys(source.vintage for source in listed)),
        "; ".join(dict.fromkeys(source.licence for source in listed)),
    )


def group_rows(subject: Subject, codes: Iterable[str], places: Sequence[int]) -> Iterator[Row]:
    """A row for each of those places at which a group has a value."""
    for code in codes:
        series = subject.table.group(code)
        for place in places if series else ():
            if series is None or (value := series.values[place]) is None:
                continue
            name, year = subject.group_label(code), subject.table.years[place]
            note, sources = _group_note(subject, series, place), subject.table.sources
            yield fact_row(subject, Fact(code, name, year, value, "computed", sources, note))


def _group_note(subject: Subject, series: GroupSeries, place: int) -> str:
    words = subject.words
    return words(
        "text.csv.group",
        n_data=words.number(series.with_data[place]),
        total=words.number(series.total),
        coverage=words.percent(series.coverage[place]),
        filled=words.percent(series.filled[place]),
    )


def _published(subject: Subject, codes: Iterable[str]) -> Iterator[Row]:
    for code in codes:
        series = subject.table.published(code)
        for place in subject.span() if series else ():
            if series is None or (value := series.values[place]) is None:
                continue
            name, year = subject.group_label(code), subject.table.years[place]
            note = subject.words("text.csv.published", edition=series.edition)
            yield fact_row(
                subject, Fact(code, name, year, value, "published", [series.source], note)
            )


def _gap_rows(subject: Subject, pair: Pair) -> Iterator[Row]:
    table, words, series = subject.table, subject.words, pair.series
    higher, lower = (subject.group_label(code) for code in (pair.higher, pair.lower))
    both, names = f"{pair.higher}/{pair.lower}", f"{higher} / {lower}"
    panel = words(f"text.csv.panel_{series.panel}")
    columns: tuple[tuple[str, str, Sequence[float | str | None], str], ...] = (
        (pair.higher, higher, series.higher, ""),
        (pair.lower, lower, series.lower, ""),
        (both, names, series.points, words("text.measures.points.name")),
        (both, names, series.ratio, words("text.measures.ratio.name")),
        (both, names, series.logit, words("text.measures.logit.name")),
        (both, names, series.years_behind, words("text.measures.years-behind.name")),
    )
    for place in subject.span():
        for code, name, values, unit in columns:
            value, year = values[place], table.years[place]
            if value is not None:
                fact = Fact(code, name, year, value, "computed", table.sources, panel, unit)
                yield fact_row(subject, fact)
