"""The rows of a chart as a reader says them, for a table below a figure; never imports dash."""

from collections.abc import Iterator, Sequence

from dashboard.catalogue import catalogue
from dashboard.charts.exhibit import Exhibit
from dashboard.rows.programmes import HEADER as EVENT
from dashboard.rows.scatter import HEADER as PAIR
from dashboard.rows.sheet import HEADER, Row, Sheet
from dashboard.text.hover import STATUS
from dashboard.text.scatter import across
from dashboard.text.stated import stated
from dashboard.text.subject import Subject

COLUMNS = ("economy", "value", "year", "status", "source", "note")
Cells = Sequence[str]
# The letters of what people call the status of a value.
LETTERS = {status: letter for letter, status in STATUS.items()}


def listed(exhibit: Exhibit, subject: Subject) -> tuple[Cells, Iterator[Cells]]:
    """The heads of the columns, and the cells of each row; by what the rows are."""
    sheet = exhibit.rows(subject)
    return {PAIR: _pairs, EVENT: _events}.get(sheet.header, _values)(subject, sheet)


def _values(subject: Subject, sheet: Sheet) -> tuple[Cells, Iterator[Cells]]:
    heads = [subject.words(f"pages.data.columns.{name}") for name in COLUMNS]
    about = {row[HEADER.index("indicator")] for row in sheet.rows}
    if len(about) > 1:
        heads.insert(1, subject.words("pages.economy.columns.indicator"))
    return heads, (_cells(subject, row, named=len(about) > 1) for row in sheet.rows)


def _cells(subject: Subject, row: Row, *, named: bool) -> Cells:
    """Name, value with its unit, year, status, source and note of a row of a data file."""
    fact = dict(zip(HEADER, row, strict=True))
    one = subject.of(indicator=fact["indicator"])
    status = f"{fact['status']}"
    own = status in STATUS.values()
    return [
        f"{fact['name']}",
        *([one.name] if named else []),
        _value(one, fact["value"], f"{fact['unit']}"),
        f"{fact['year']}",
        one.words(f"figures.status.{status}" if own else f"pack.status.{status}"),
        f"{fact['source']}" if own else "",
        f"{fact['note']}",
    ]


def _value(one: Subject, value: object, unit: str) -> str:
    """A value as a reader says it; a measure of a gap or of a spread has its name before it."""
    if isinstance(value, str):
        return one.words("figures.not_yet" if value == "not-yet" else "figures.before")
    if not isinstance(value, int | float):
        return ""
    if unit == one.unit:
        return one.value(value)
    decimals = 0 if isinstance(value, int) else 2
    return one.words("text.panel.item", name=unit, value=one.words.number(value, decimals))


def _pairs(subject: Subject, sheet: Sheet) -> tuple[Cells, Iterator[Cells]]:
    """Both values of each economy with their years."""
    other = across(subject)
    heads = [subject.words("pages.data.columns.economy"), subject.name, other.name]
    rows = (dict(zip(PAIR, row, strict=True)) for row in sheet.rows)
    return heads, (
        [f"{row['name']}", _stated(subject, row, "y"), _stated(other, row, "x")] for row in rows
    )


def _stated(part: Subject, row: dict[str, object], axis: str) -> str:
    value, year, status = (row[name] for name in (axis, f"{axis}_year", f"{axis}_status"))
    return stated(part, float(f"{value}"), int(f"{year}"), LETTERS[f"{status}"])


def _events(subject: Subject, sheet: Sheet) -> tuple[Cells, Iterator[Cells]]:
    """The records of the register: when, what, where, and the report that records it."""
    names = ("when", "name", "where", "reference")
    heads = [subject.words(f"pages.programmes.columns.{name}") for name in names]
    return heads, (_event(subject, dict(zip(EVENT, row, strict=True))) for row in sheet.rows)


def _event(subject: Subject, event: dict[str, object]) -> Cells:
    code = f"{event['code']}"
    country = subject.words.economy(code) if code in catalogue().economies else ""
    places = [f"{place}" for place in (event["city"], country) if place]
    reference = f"{event['document']}, {event['paragraph']}"
    return [f"{event['start'] or event['year']}", f"{event['name']}", ", ".join(places), reference]
