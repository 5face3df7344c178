"""The values of a figure as an HTML table, from the rows of its data files; never imports dash.

The table of the map has the columns of the data page, so that `assets/table.js` keeps it at the year
that the slider shows.
"""

from collections.abc import Iterator, Sequence
from html import escape

from dashboard.catalogue import catalogue
from dashboard.exports.rows import HEADER, Row
from dashboard.exports.sheets import SHEETS
from dashboard.i18n import Words
from dashboard.ids import Ids
from dashboard.text.hover import STATUS
from dashboard.text.scatter import across, pairs_at, scatter_year
from dashboard.text.stated import stated
from dashboard.text.subject import Subject

COLUMNS = ("economy", "value", "year", "status", "source", "note")
Cells = Sequence[str]


def values_table(chart: str, subject: Subject) -> str:
    """The table, folded unless it is the map's."""
    heads, rows = _contents(chart, subject)
    body = "".join(f"<tr>{_row(cells)}</tr>" for cells in rows)
    return _table(chart, subject.words, heads, body)


def map_table(words: Words) -> str:
    """The table of a map without its rows, for `assets/table.js` to fill."""
    return _table("map", words, [words(f"pages.data.columns.{name}") for name in COLUMNS], "")


def _table(chart: str, words: Words, heads: Cells, body: str) -> str:
    name = escape(words("pages.data.table.label"))
    identity = f' id="{Ids.TABLE}"' if chart == "map" else ""
    opened = " open" if chart == "map" else ""
    return (
        f"<details{opened}><summary>{name}</summary>"
        f'<div class="data data-scroll" tabindex="0" role="region" aria-label="{name}">'
        f'<table{identity} class="table data-table">'
        f'<caption class="visually-hidden">{name}</caption>'
        f"<thead><tr>{''.join(_heads(chart, heads))}</tr></thead><tbody>{body}</tbody></table>"
        "</div></details>"
    )


def _contents(chart: str, subject: Subject) -> tuple[Cells, Iterator[Cells]]:
    words = subject.words
    if chart == "scatter":
        other = across(subject)
        return [words("pages.data.columns.economy"), subject.name, other.name], _pairs(subject)
    if chart in ("timeline", "events"):
        names = ("when", "name", "where", "reference")
        return [words(f"pages.programmes.columns.{name}") for name in names], _events(subject)
    rows = SHEETS[chart](subject.view, subject.tables).rows
    heads = [words(f"pages.data.columns.{name}") for name in COLUMNS]
    about = {row[HEADER.index("indicator")] for row in rows}
    if len(about) > 1:
        heads.insert(1, words("pages.economy.columns.indicator"))
    return heads, (_cells(subject, row, named=len(about) > 1) for row in rows)


def _heads(chart: str, heads: Cells) -> Iterator[str]:
    """The heads; those of the map are buttons that sort."""
    for name, text in zip((*COLUMNS, ""), heads, strict=False):
        if chart == "map":
            button = f'<button type="button">{escape(text)}</button>'
            yield f'<th scope="col" class="column-{name}" data-column="{name}">{button}</th>'
        else:
            yield f'<th scope="col">{escape(text)}</th>'


def _row(cells: Cells) -> str:
    first, *others = (escape(cell) for cell in cells)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others)


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


def _pairs(subject: Subject) -> Iterator[Cells]:
    other = across(subject)
    for pair in pairs_at(subject, scatter_year(subject)):
        name = subject.words.economy(pair.economy)
        yield [name, stated(subject, *pair.y), stated(other, *pair.x)]


def _events(subject: Subject) -> Iterator[Cells]:
    """The records of the register: when, what, where, and the report that records it."""
    rows = SHEETS["timeline"](subject.view, subject.tables)
    for row in rows.rows:
        event = dict(zip(rows.header, row, strict=True))
        code = f"{event['code']}"
        country = subject.words.economy(code) if code in catalogue().economies else ""
        places = [f"{place}" for place in (event["city"], country) if place]
        reference = f"{event['document']}, {event['paragraph']}"
        yield [
            f"{event['start'] or event['year']}",
            f"{event['name']}",
            ", ".join(places),
            reference,
        ]
