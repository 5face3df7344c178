"""The ranking page."""

from typing import Any

from dash.development.base_component import Component

from dashboard.components.page import page, read_view

PATH = "/ranking"
NAME = "pages.ranking.name"


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    return page("ranking", query, view)
