"""The members of a region with their newest values of a theme, and the way to other themes.

Imports text, words, tables and the frame of a page.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.collation import collated
from dashboard.components.page import page_link
from dashboard.components.region_numbers import all_sources
from dashboard.components.scorecard import course
from dashboard.components.table import Cell, table
from dashboard.text.measuring import Own, own_latest
from dashboard.text.passport import source_line
from dashboard.text.stated import UNREMARKED
from dashboard.text.subject import Subject

# A table of more cells takes too long to lay out: it has fewer columns, never fewer members.
MOST_CELLS = 540
# Of more members no courses are drawn: a picture of each would weigh more than the page.
MOST_COURSES = 70


def members(subject: Subject) -> list[Component]:
    """The table of the theme of the view's indicator; who has no value at all is named below it."""
    words = subject.words
    order = collated(words.lang, subject.in_frame(), words.economy)
    columns = _columns(subject)
    owned = {code: _owned(subject, code, columns) for code in order}
    having = [code for code in order if any(owned[code])]
    if not having:
        return [html.P(words("pages.region.members.nobody"))]
    said = [
        html.P(text, className="region-without")
        for text in (_without(subject, owned), _cut(subject, columns, len(order)))
        if text
    ]
    shown = [one for one, _ in columns][: _most(len(order))]
    return [
        _table(subject, shown, {code: owned[code] for code in having}),
        *said,
        html.P(words("pages.region.members.legend"), className="figure-source"),
        html.P(source_line(subject, all_sources(shown)), className="figure-source"),
    ]


def _most(members: int) -> int:
    """How many columns the table of so many members may have."""
    return max(1, MOST_CELLS // (members or 1))


def _without(subject: Subject, owned: Mapping[str, Sequence[Own]]) -> str:
    """The members without a value of any indicator of the theme."""
    names = [subject.words.economy(code) for code, values in owned.items() if not any(values)]
    listed = subject.words.listed(names)
    return subject.words("pages.region.members.without", names=listed) if names else ""


def _cut(subject: Subject, columns: Sequence[object], members: int) -> str:
    """That the table leaves columns out, if it does."""
    if len(columns) <= _most(members):
        return ""
    return subject.words("pages.region.members.cut", total=subject.words.number(len(columns)))


def _table(
    subject: Subject, shown: Sequence[Subject], owned: Mapping[str, Sequence[Own]]
) -> Component:
    words = subject.words
    newest = [
        max((own[1] for own in column if own), default=one.table.latest)
        for one, column in zip(shown, zip(*owned.values(), strict=True), strict=False)
    ]
    heads = [words("pages.region.members.economy"), *map(_head, shown, newest)]
    rows: list[list[Cell]] = [
        [link, *map(_cell, shown, values, newest)]
        for link, values in zip(_links(subject, owned), owned.values(), strict=True)
    ]
    above = _groups(subject, shown, newest)
    if len(owned) <= MOST_COURSES:
        # The course of the view's own indicator stands behind its value.
        heads.insert(2, words("pages.economy.columns.course"))
        lines = [*map(subject.table.group, _group_codes(subject))]
        lines += map(subject.table.economy, owned)
        for line, row in zip(lines, (*above, *rows), strict=True):
            row.insert(2, course(subject, line) or "–")
    return table(
        words("pages.region.members.label"),
        heads,
        [*above, *rows],
        numbers=range(1, len(heads)),
        className="table data-table region-members",
    )


def _columns(subject: Subject) -> list[tuple[Subject, int]]:
    """The indicators of the theme with their places in a profile, the view's own first."""
    theme, profiled = subject.indicator.theme, subject.tables.profiled
    ids = [entry.id for entry in catalogue().indicators.values() if entry.theme == theme]
    ordered = dict.fromkeys((subject.indicator.id, *ids))
    return [(subject.of(indicator=one), profiled.index(one)) for one in ordered if one in profiled]


def _owned(subject: Subject, code: str, columns: Sequence[tuple[Subject, int]]) -> list[Own]:
    latest = own_latest(subject.tables, code)
    return [latest[k] for _, k in columns]


def _head(one: Subject, year: int) -> str:
    return one.words("pages.region.members.head", name=one.name, unit=one.unit, year=year)


def _links(subject: Subject, codes: Iterable[str]) -> Iterator[Component]:
    """Links to the pages of economies; their addresses differ in one code, and are written once."""
    example = next(iter(catalogue().economies))
    query = subject.view.to_query(economies=(example,))
    before, after = query.split(f"economies={example}")
    for code in codes:
        href = f"/economy?{before}economies={code}{after}"
        yield dcc.Link(subject.words.economy(code), href=href)


def _cell(one: Subject, own: Own, newest: int) -> Cell:
    """The value; its year where it is older than the newest one, a mark where it is an estimate."""
    words = one.words
    if own is None:
        return html.Span(words("pages.region.members.none"), className="region-none")
    value, year, letter = own
    number = one.number(value)
    if letter in UNREMARKED:
        if year == newest:
            return number
        return words("pages.region.members.older", value=number, year=year)
    if year == newest:
        return words("pages.region.members.estimated", value=number)
    return words("pages.region.members.estimated_older", value=number, year=year)


def _groups(subject: Subject, shown: Sequence[Subject], newest: Sequence[int]) -> list[list[Cell]]:
    """A row for the region and one for the world."""
    return [
        [
            html.Strong(subject.group_label(code)),
            *(_group(*one, code) for one in zip(shown, newest, strict=True)),
        ]
        for code in _group_codes(subject)
    ]


def _group_codes(subject: Subject) -> list[str]:
    return list(dict.fromkeys((subject.view.region, catalogue().world)))


def _group(one: Subject, newest: int, code: str) -> Cell:
    series = one.table.group(code)
    known = [k for k, value in enumerate(series.values) if value is not None] if series else []
    if series is None or not known:
        key = "none" if series else "unformed"
        return html.Span(one.words(f"pages.region.members.{key}"), className="region-none")
    return _cell(one, (series.values[known[-1]] or 0.0, one.table.years[known[-1]], "o"), newest)


def other_themes(subject: Subject) -> Component:
    """Links to the same page about the first indicator of every other theme."""
    words = subject.words
    firsts: dict[str, str] = {}
    for entry in catalogue().indicators.values():
        firsts.setdefault(entry.theme, entry.id)
    links = [
        html.Li(page_link(words(f"themes.{theme}.name"), "/region", subject.view, indicator=first))
        for theme, first in firsts.items()
        if theme != subject.indicator.theme
    ]
    return html.Div(
        [html.Span(words("pages.region.members.themes")), html.Ul(links)], className="region-themes"
    )
