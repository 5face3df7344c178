"""The rows of a view's data: a row a value, with unit, status, source, vintage, licence and note.

The header is English and stable; names and notes are in the language of the view. Never imports dash.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.catalogue import catalogue
from dashboard.doubts import Doubt
from dashboard.series import EconomySeries, GroupSeries
from dashboard.text.hover import STATUS
from dashboard.text.subject import Subject

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
    "low",
    "high",
    "share_modelled",
    "own_value",
)
# What is said of values of groups and gaps in which silent members are modelled: no other row has it.
Certain = tuple[float | None, float | None, float | None, float | None]
CERTAIN: Certain = (None, None, None, None)
Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of data: its rows and the names of its columns."""

    rows: Sequence[Row]
    header: tuple[str, ...] = HEADER


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
    doubt: Certain = CERTAIN


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
        note = said.get(year, "")
        yield (code, name, indicator, year, value, unit, status, *origin, note, *CERTAIN)


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
        *fact.doubt,
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
            doubt = _certain(series.doubt(year))
            fact = Fact(code, name, year, value, "computed", sources, note, doubt=doubt)
            yield fact_row(subject, fact)


def _certain(doubt: Doubt | None) -> Certain:
    """The last columns of a group's row."""
    if doubt is None:
        return CERTAIN
    return doubt.low, doubt.high, doubt.share_modelled, doubt.own_value


def _group_note(subject: Subject, series: GroupSeries, place: int) -> str:
    words = subject.words
    said = words(
        "text.csv.group",
        n_data=words.number(series.with_data[place]),
        total=words.number(series.total),
        coverage=words.percent(series.coverage[place]),
        filled=words.percent(series.filled[place]),
    )
    doubt = series.doubt(subject.table.years[place])
    if doubt is None or doubt.low is None or doubt.high is None or doubt.own_value is None:
        return said
    facts = {"low": doubt.low, "high": doubt.high, "own": doubt.own_value}
    values = {name: subject.value(value) for name, value in facts.items()}
    modelled = words("text.csv.modelled", share=words.percent(doubt.share_modelled), **values)
    return words("text.source.between").join((said, modelled))
