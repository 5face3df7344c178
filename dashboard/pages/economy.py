"""The economies page."""

from typing import Any

from dash.development.base_component import Component

from dashboard.components.page import page, read_view

PATH = "/economy"
NAME = "pages.economy.name"


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    return page("economy", query, view)
