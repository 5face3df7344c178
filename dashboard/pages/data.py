"""The data page: the values of a view as a table that can be sorted, searched and taken away."""

from collections.abc import Iterable
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Mark, catalogue
from dashboard.components.controls import controls_bar, year_bar
from dashboard.components.downloads import downloads
from dashboard.components.pack import pack_offer
from dashboard.components.page import page, page_link, read_view, scrolling, section
from dashboard.components.pickers import indicator_picker, region_picker
from dashboard.i18n import Words, words
from dashboard.ids import Ids
from dashboard.text.notes import marked_years
from dashboard.versions import tables_of

PATH = "/data"
NAME = "pages.data.name"
COLUMNS = ("economy", "value", "year", "status", "source", "note")


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    return page(
        "data",
        query,
        view,
        controls_bar(chosen, indicator_picker(chosen, view), region_picker(chosen, view)),
        html.Section(
            [
                html.H2(id=Ids.TABLE_TITLE, className="figure-title"),
                year_bar(chosen, view),
                _tools(chosen),
                html.P(id=Ids.TABLE_STATUS, className="figure-subtitle", role="status"),
                scrolling(_table(chosen), chosen("pages.data.table.label")),
                html.P(id=Ids.TABLE_SOURCE, className="figure-source"),
                html.P(
                    [
                        chosen("shell.version", version=tables_of(view).version),
                        " ",
                        page_link(chosen("pages.changes.question"), "/changes", view),
                    ],
                    className="figure-source",
                ),
            ],
            className="data",
        ),
        downloads(chosen, view),
        section(chosen, "pack.offer.title", *pack_offer(chosen), className="pack-offer"),
        section(chosen, "pages.data.excluded", *_excluded(chosen), className="data-excluded"),
    )


def _tools(chosen: Words) -> Component:
    search = chosen("pages.data.search")
    return html.Div(
        [
            html.Label(
                [
                    html.Span(search, className="visually-hidden"),
                    dbc.Input(id=Ids.TABLE_SEARCH, type="search", placeholder=search),
                ]
            ),
            html.A(chosen("pages.data.download"), id=Ids.DOWNLOAD, className="more", download=""),
        ],
        className="data-tools",
    )


def _table(chosen: Words) -> Component:
    """The heads, as buttons that sort; the browser fills the body."""
    heads = [
        html.Th(
            html.Button(chosen(f"pages.data.columns.{name}"), type="button"),
            scope="col",
            className=f"column-{name}",
            **{"data-column": name},
        )
        for name in COLUMNS
    ]
    return html.Table([html.Thead(html.Tr(heads))], id=Ids.TABLE, className="table data-table")


def _excluded(chosen: Words) -> Iterable[Component]:
    """Every value that was left out of the tables, with its reason; nothing disappears silently."""
    marks = [mark for mark in catalogue().marks if mark.kind == "excluded"]
    if not marks:
        return [html.P(chosen("pages.data.excluded_none"))]
    listed = html.Details(
        [
            html.Summary(
                chosen("pages.data.excluded_count", n=len(marks), number=chosen.number(len(marks)))
            ),
            html.Ul([_mark(chosen, mark) for mark in marks]),
        ]
    )
    return [html.P(chosen("pages.data.excluded_lead"), className="page-lead"), listed]


def _mark(chosen: Words, mark: Mark) -> Component:
    economy = chosen.economy(mark.economy) if mark.economy in catalogue().economies else ""
    return html.Li(
        chosen(
            "pages.data.excluded_value",
            indicator=chosen(f"indicators.{mark.indicator}.name"),
            economy=economy or mark.economy,
            years=marked_years(chosen, mark),
            reason=chosen(f"marks.{mark.reason}"),
        )
    )
