"""The parts of the economy page: who it is, the ladder of access, its peers, the list to choose from.

Imports text, words, tables and the other components.
"""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.collation import collated
from dashboard.components.page import page_link
from dashboard.components.table import Cell, table
from dashboard.i18n import Words
from dashboard.text.brief import steps
from dashboard.text.economy import Row, economy_of, group_value, groups_of, peers, region_of
from dashboard.text.measuring import own_latest
from dashboard.text.stated import stated, unstated
from dashboard.text.subject import Subject, inhabited
from dashboard.view import View

# Where the bar of a price ends, in per cent of income: 2 and 5 per cent are then seen apart.
DEAREST = 10.0


def identity(subject: Subject, listed: Sequence[Row]) -> Component:
    """Names of the groups with their editions, people and income, and what is to be said of the name."""
    words, iso3 = subject.words, economy_of(subject)
    groups = [
        html.Li(
            [
                page_link(words(f"groups.{code}.short"), "/region", subject.view, region=code),
                f" ({words.isolated(catalogue().groups[code].edition)})",
            ]
        )
        for code in groups_of(subject)
    ]
    facts = [
        html.Li(_fact(row)) for row in listed if row.subject.indicator.id in catalogue().roles.facts
    ]
    keys = [key for key in catalogue().economies[iso3].footnote.split(";") if key]
    notes = [html.Li(note) for note in words.map_notes(keys)]
    return html.Div(
        [
            html.Ul(facts, className="plain-list"),
            html.Ul(groups, className="plain-list"),
            html.Ul(notes, className="figure-notes"),
        ],
        className="identity",
        # Where no region was chosen, the header leads on to this one (`frontend/src/links.js`).
        **({"data-home": region_of(subject)} if subject.view.region == catalogue().world else {}),
    )


def _fact(row: Row) -> str:
    one = row.subject
    return one.words("text.panel.item", name=one.name, value=_value(row))


def _value(row: Row) -> str:
    if row.value is None or row.year is None:
        return unstated(row.subject, row.series)
    return stated(row.subject, row.value, row.year, row.letter)


def ladder(listed: Sequence[Row], region: str) -> Component:
    """The steps from coverage to skills, each with its number and the region's of the same year."""
    return html.Ol(
        [_step(step, row, region) for step, row in steps(listed).items()], className="ladder"
    )


def _step(step: str, row: Row, region: str) -> Component:
    words = row.subject.words
    beside = group_value(row, region)
    said = []
    if beside is not None:
        name = words(f"groups.{region}.short")
        said.append(
            html.Small(words("pages.economy.beside", name=name, value=row.subject.value(beside)))
        )
    if step == "price":
        said.append(html.Small(words("pages.economy.price_scale")))
    return html.Li(
        [
            html.Strong(words(f"pages.economy.steps.{step}")),
            html.Span(row.subject.name, className="ladder-name"),
            html.Span(
                _bars(row, step, beside),
                className=f"ladder-track ladder-track-{step}",
                **{"aria-hidden": "true"},
            ),
            html.Span(_value(row), className="ladder-value"),
            *said,
        ]
    )


def _bars(row: Row, step: str, beside: float | None) -> list[Component]:
    """The bar of the economy, and a mark where its region stands."""
    most = DEAREST if step == "price" else min(row.subject.indicator.range[1], 100)
    found: list[Component] = [
        html.Span(className="ladder-bar", style={"inlineSize": _share(row.value, most)})
    ]
    if beside is not None:
        found.append(
            html.Span(className="ladder-mark", style={"insetInlineStart": _share(beside, most)})
        )
    return found


def _share(value: float | None, most: float) -> str:
    """A value's part of the track: "64%"."""
    return f"{100 * max(0.0, min(1.0, (value or 0.0) / most)):.0f}%"


def peers_table(subject: Subject) -> Component | None:
    """The newest values of the economy and its peers, None where there are no peers."""
    codes = (economy_of(subject), *peers(subject))
    if len(codes) < 2:
        return None
    words, compared = subject.words, catalogue().roles.peers
    parts = [subject.of(indicator=name) for name in compared]
    heads = [words("pages.economy.columns.economy"), *(part.name for part in parts)]
    places = {name: place for place, name in enumerate(subject.tables.profiled)}
    rows: list[list[Cell]] = []
    for code in codes:
        own = own_latest(subject.tables, code)
        latest = [own[places[name]] if name in places else None for name in compared]
        values = [
            stated(part, *found) if found else words("text.stated.none")
            for part, found in zip(parts, latest, strict=True)
        ]
        link = page_link(words.economy(code), "/economy", subject.view, economies=(code,))
        rows.append([link, *values])
    return table(words("pages.economy.peers"), heads, rows)


def directory(chosen: Words, view: View) -> list[Component]:
    """Every economy by the part of the world that it lies in, as links."""
    found: list[Component] = []
    for group in catalogue().groups.values():
        if group.kind != "m49-subregion":
            continue
        codes = collated(chosen.lang, inhabited(group.code), chosen.economy)
        links = [
            html.Li(page_link(chosen.economy(code), "/economy", view, economies=(code,)))
            for code in codes
        ]
        found += [
            html.H3(chosen(f"groups.{group.code}.short"), className="scorecard-theme"),
            html.Ul(links, className="plain-list"),
        ]
    return found
