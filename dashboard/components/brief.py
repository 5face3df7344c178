"""The brief of an economy: two A4 pages with every number, its year and its source.

Imports text, words and the parts of the economy page.
"""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.charts.registry import CHARTS
from dashboard.components.economy_parts import identity, ladder
from dashboard.components.page import page_link, scrolling
from dashboard.components.targets import targets_brief
from dashboard.rows.scorecard import source_of
from dashboard.settings import settings
from dashboard.text.economy import (
    Row,
    change_sentence,
    changes,
    economy_of,
    group_value,
    region_of,
    rows,
    strength_sentences,
)
from dashboard.text.notes import map_notes
from dashboard.text.stated import stated
from dashboard.text.subject import Subject
from dashboard.text.titles import year_title
from dashboard.versions import edition_of
from dashboard.view import View

Numbers = dict[str, int]
SHEETS = 2
# The shape of the trend; what the sheet has no room for is made smaller.
WIDE = "width=1000&height=400"


def brief(subject: Subject) -> list[Component]:
    """The bar above it, which is not printed, and the two pages."""
    listed = rows(subject)
    kept = [row for row in listed if row.subject.indicator.id in catalogue().roles.brief]
    known = [row for row in kept if row.value is not None]
    numbers = {origin: k for k, origin in enumerate(dict.fromkeys(map(source_of, known)), start=1)}
    return [
        _bar(subject),
        html.Div(
            [
                identity(subject, listed),
                html.Div([_standing(subject, listed), _map(subject)], className="brief-columns"),
                _part(subject, "pages.economy.ladder", ladder(subject, listed)),
                _changed(subject, listed),
                _targets(subject),
                _trend(subject),
                _foot(subject, 1),
            ],
            className="brief brief-first",
        ),
        html.Div(
            [
                _part(subject, "pages.brief.scorecard", _scorecard(subject, known, numbers)),
                _missing(subject, kept),
                _sources(subject, numbers, len(listed) - len(kept)),
                _foot(subject, 2),
            ],
            className="brief",
        ),
    ]


def _part(subject: Subject, key: str, *content: Component) -> Component:
    return html.Section([html.H2(subject.words(key)), *content])


def _bar(subject: Subject) -> Component:
    words = subject.words
    link = page_link(words("pages.brief.back"), "/economy", subject.view, print="")
    button = html.Button(
        words("pages.brief.print"), type="button", className="btn btn-primary print-now"
    )
    return html.Div([link, button], className="brief-bar")


def _standing(subject: Subject, listed: list[Row]) -> Component:
    """Strengths and lags, a sentence each."""
    words, parts = subject.words, []
    for key, best in (("strengths", True), ("lags", False)):
        said = list(strength_sentences(subject, listed, best=best))
        items = [html.Li(text) for text in said or [words("pages.economy.too_few")]]
        parts.append(_part(subject, f"pages.economy.{key}", html.Ul(items)))
    return html.Div(parts)


def _map(subject: Subject) -> Component:
    """Where it lies: the map of its region in the indicator of the view, the economy outlined."""
    words, home = subject.words, region_of(subject)
    iso3 = economy_of(subject)
    shown = View(indicator=subject.indicator.id, region=home, economies=(iso3,), lang=words.lang)
    facts = {"name": words.economy(iso3), "region": words(f"groups.{home}.name")}
    alt = words("pages.brief.map", **facts)
    address = f"/view/map.preview?{shown.to_query(v=edition_of(subject.view))}"
    title = words("text.join.named", name=alt, value=year_title(subject, subject.table.latest))
    image = html.Img(src=address, alt=alt)
    return html.Figure([image, html.Figcaption(title)], className="brief-map")


def _changed(subject: Subject, listed: list[Row]) -> Component:
    found = [html.Li(change_sentence(change)) for change in changes(listed)]
    content = (
        html.Ul(found, className="brief-changes")
        if found
        else html.P(subject.words("pages.brief.unchanged"))
    )
    rule = html.P(subject.words("pages.brief.change_rule"), className="figure-source")
    return _part(subject, "pages.brief.changed", content, rule)


def _targets(subject: Subject) -> Component:
    table = targets_brief(subject.view, economy_of(subject))
    return _part(subject, "pages.economy.targets", table) if table else html.Div()


def _trend(subject: Subject) -> Component:
    """The course of the economy beside its region and the world, as large as the sheet has room."""
    code, home = economy_of(subject), region_of(subject)
    shown = View(
        indicator=subject.indicator.id, region=home, economies=(code,), lang=subject.words.lang
    )
    one = CHARTS["trend"].subject(shown, subject.tables)
    title, query = CHARTS["trend"].title(one), shown.to_query(v=edition_of(subject.view))
    address = f"/view/trend.preview?{query}&{WIDE}"
    parts = [html.H2(title), html.Img(src=address, alt=title)]
    return html.Section(html.Div(parts), className="brief-trend")


def _foot(subject: Subject, number: int) -> Component:
    """What a sheet is, of which day its data are, where it came from, and which of how many it is."""
    words, code = subject.words, economy_of(subject)
    address = f"{settings().address}/economy?{View(economies=(code,)).to_query(lang=words.lang)}"
    facts = {"name": words.economy(code), "product": words("shell.product")}
    day = words.day(subject.tables.manifest["built"])
    said = words("pages.brief.foot", day=day, **facts)
    page = words("pages.brief.page", number=words.number(number), all=words.number(SHEETS))
    link = html.A(address, href=address, dir="ltr", className="brief-address")
    return html.Footer([html.Span(said), link, html.Span(page)], className="brief-end")


def _scorecard(subject: Subject, known: Sequence[Row], numbers: Numbers) -> Component:
    """A row an indicator with a value: value, places, region and world, number of the source."""
    words, home = subject.words, region_of(subject)
    region = words(f"groups.{home}.short")
    regional = home != catalogue().world
    heads = [
        words("pages.economy.columns.indicator"),
        words("pages.economy.columns.value"),
        *([words("pages.economy.columns.region", region=region)] if regional else []),
        words("pages.economy.columns.world"),
        *([region] if regional else []),
        words("pages.brief.world"),
        html.Span(words("access.source"), className="visually-hidden"),
    ]
    body = [html.Tr([html.Td(cell) for cell in _cells(row, home, numbers)]) for row in known]
    head = html.Tr([html.Th(text, scope="col") for text in heads])
    listed = html.Table([html.Thead(head), html.Tbody(body)], className="brief-table")
    return scrolling(listed, words("pages.brief.scorecard"))


def _cells(row: Row, home: str, numbers: Numbers) -> list[str]:
    one = row.subject
    value = stated(one, row.value or 0.0, row.year or 0, row.letter)
    # Compared with the world, its place and its value are told once.
    regional = home != catalogue().world
    places = [
        _place(one, found) for found in ((row.region, row.world) if regional else (row.world,))
    ]
    groups = [group_value(row, code) for code in dict.fromkeys((home, catalogue().world))]
    beside = ["–" if value is None else one.number(value) for value in groups]
    return [one.name, value, *places, *beside, f"[{numbers[source_of(row)]}]"]


def _place(one: Subject, found: tuple[int, int] | None) -> str:
    if found is None:
        return "–"
    number = one.words.number
    return one.words("pages.economy.place", place=number(found[0]), ranked=number(found[1]))


def _missing(subject: Subject, listed: Sequence[Row]) -> Component:
    names = [row.subject.name for row in listed if row.value is None]
    if not names:
        return html.Div()
    said = _part(subject, "pages.economy.missing", html.P(subject.words.listed(names)))
    return html.Div(said, className="brief-missing")


def _sources(subject: Subject, numbers: Numbers, more: int) -> Component:
    """The sources by their numbers, how many indicators the page has more, notes and data version."""
    words = subject.words
    listed = [(number, catalogue().sources[origin]) for origin, number in numbers.items()]
    items = [
        html.Li(
            f"[{number}] {one.publisher}: {one.title}, {one.vintage} ({one.licence})",
            lang="en",
            dir="ltr",
        )
        for number, one in listed
    ]
    keys = [key for key in catalogue().economies[economy_of(subject)].footnote.split(";") if key]
    version = words("pages.brief.version", version=subject.tables.version)
    notes = " ".join(map_notes(subject, ("general", *keys))[-2 - len(keys) :])
    return html.Section(
        [
            html.H2(words("pages.brief.sources")),
            html.Ul(items, className="brief-sources"),
            html.P(
                [words("pages.brief.more", number=words.number(more)), " ", notes, " ", version]
            ),
        ],
        className="brief-foot",
    )
