"""The overview: the headline gaps, the world today, and where to go from here."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.components.figure import figure
from dashboard.components.guide import first_hint
from dashboard.components.headline import headline
from dashboard.components.navigation import PAGES
from dashboard.components.page import page, read_view, section
from dashboard.i18n import Words, words
from dashboard.ids import Ids

PATH = "/"
NAME = "pages.overview.name"


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    cards = [
        card
        for name in catalogue().roles.overview
        if (card := headline(name, view.lang, "/gap", view.v))
    ]
    return page(
        "overview",
        query,
        view,
        first_hint(chosen),
        section(
            chosen,
            "pages.overview.gaps",
            html.P(chosen("pages.overview.gaps_lead"), className="page-lead"),
            html.Div(cards, className="headlines"),
        ),
        section(
            chosen,
            "pages.overview.world",
            figure("map", below=[html.Div(id=Ids.MAP_LEGEND, className="legend")]),
            dcc.Link(chosen("pages.overview.see_map"), href="/map", className="more"),
        ),
        section(chosen, "pages.overview.where", _where(chosen)),
    )


def _where(chosen: Words) -> Component:
    items = [
        html.Li(
            [
                dcc.Link(chosen(key), href=path, className="where-link"),
                html.Span(chosen(f"pages.{key.split('.')[1]}.summary")),
            ]
        )
        for path, key in PAGES
        if path != PATH
    ]
    return html.Ul(items, className="where")
