"""The page of changes: which values are new, corrected and gone since the tables before, and why."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.components.found import FEED
from dashboard.components.page import page, read_view, section
from dashboard.components.table import Cell, table
from dashboard.i18n import Words, words
from dashboard.text.changes import (
    CORRECTED,
    GONE,
    KINDS,
    NEW,
    Fact,
    Publish,
    between_words,
    indicator_words,
    numbers_words,
    place_words,
    publishes,
    reason_words,
    summary_words,
    unit_words,
)
from dashboard.text.join import join
from dashboard.versions import tables_of

PATH = "/changes"
NAME = "pages.changes.name"
FILE = "/changes.json"
# Rows of a list; the file has all.
MOST_ROWS = 25
# Columns of words; the others have numbers.
IN_WORDS = {"indicator", "place"}


def layout(**query: Any) -> Component:
    """The page: the newest publish in full, those before it in a line each."""
    view = read_view(query)
    chosen = words(view.lang)
    told = publishes(tables_of(view))
    content = _newest(chosen, told[0]) if told else [html.P(chosen("pages.changes.unknown"))]
    return page(
        "changes",
        query,
        view,
        *content,
        *([_earlier(chosen, told[1:])] if told[1:] else []),
        _follow(chosen),
    )


def _newest(chosen: Words, publish: Publish) -> list[Component]:
    lists = {CORRECTED: ("old", "now"), GONE: ("old",), NEW: ("now",)}
    return [
        section(
            chosen,
            "pages.changes.newest",
            html.P(between_words(chosen, publish)),
            *map(html.P, summary_words(chosen, publish)),
        ),
        *([_by_indicator(chosen, publish)] if publish.facts else []),
        *(
            _listed(chosen, kind, columns, facts)
            for kind, columns in lists.items()
            if (facts := publish.of(kind))
        ),
        *([_by_economy(chosen, publish)] if publish.facts else []),
    ]


def _by_indicator(chosen: Words, publish: Publish) -> Component:
    counted = publish.counted(lambda fact: (fact.table, fact.indicator))
    rows = [
        [
            [
                _followed(chosen, indicator_words(chosen, *key), "indicator", key[1]),
                html.Br(),
                html.Small(reason_words(chosen, publish.sources[key])),
            ],
            *(chosen.number(counts[kind]) for kind in KINDS),
        ]
        for key, counts in counted
    ]
    heads = ("indicator", *KINDS)
    return _table(chosen, "pages.changes.by_indicator", heads, rows, len(rows))


def _by_economy(chosen: Words, publish: Publish) -> Component:
    counted = [
        (place, counts)
        for place, counts in publish.counted(lambda fact: fact.place)
        if place in catalogue().economies
    ]
    rows = [
        [
            _followed(chosen, chosen.economy(place), "economies", place),
            *(chosen.number(counts[kind]) for kind in KINDS),
        ]
        for place, counts in counted
    ]
    heads = ("place", *KINDS)
    return _table(chosen, "pages.changes.by_economy", heads, rows, len(rows))


def _listed(chosen: Words, kind: str, columns: tuple[str, ...], facts: Sequence[Fact]) -> Component:
    rows: list[list[Cell]] = []
    for fact in facts[:MOST_ROWS]:
        values = dict(zip(("old", "now"), numbers_words(chosen, fact), strict=True))
        name, unit = indicator_words(chosen, fact.table, fact.indicator), unit_words(chosen, fact)
        rows.append(
            [
                [
                    place_words(chosen, fact),
                    html.Br(),
                    html.Small(f"{name} · {unit}" if unit else name),
                ],
                str(fact.year),
                *(values[column] for column in columns),
            ]
        )
    heads = ("place", "year", *columns)
    return _table(chosen, f"pages.changes.lists.{kind}", heads, rows, len(facts))


def _table(
    chosen: Words,
    key: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    total: int,
) -> Component:
    shown = rows[:MOST_ROWS]
    numbers = [k for k, head in enumerate(heads) if head not in IN_WORDS]
    more = {"shown": chosen.number(len(shown)), "total": chosen.number(total)}
    return section(
        chosen,
        key,
        table(
            chosen(key), [chosen(f"pages.changes.columns.{head}") for head in heads], shown, numbers
        ),
        *([html.P(chosen("pages.changes.shown", **more))] if total > len(shown) else []),
    )


def _followed(chosen: Words, text: str, parameter: str, value: str) -> Component | str:
    """A name that leads to the feed of what it names."""
    known = value in catalogue().indicators or value in catalogue().economies
    return html.A(text, href=f"{FEED}?{parameter}={value}&lang={chosen.lang}") if known else text


def _earlier(chosen: Words, earlier: Sequence[Publish]) -> Component:
    lines = [
        html.Li(join(chosen, between_words(chosen, one), *summary_words(chosen, one)))
        for one in earlier
    ]
    return section(chosen, "pages.changes.earlier", html.Ul(lines))


def _follow(chosen: Words) -> Component:
    return section(
        chosen,
        "pages.changes.follow",
        html.P(chosen("pages.changes.follow_text")),
        html.P(
            [
                html.A(chosen("pages.changes.feed"), href=f"{FEED}?lang={chosen.lang}"),
                " · ",
                html.A(chosen("pages.changes.file"), href=FILE),
            ]
        ),
    )
