"""The page for an address that leads nowhere."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.page import page, read_view
from dashboard.i18n import words

PATH = "/404"
NAME = "pages.not_found.name"


def layout(**query: Any) -> Component:
    """The page for any query."""
    view = read_view(query)
    chosen = words(view.lang)
    return page(
        "not_found", query, view, html.P(dcc.Link(chosen("pages.not_found.home"), href="/"))
    )
