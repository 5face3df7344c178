"""The who measures what page."""

from typing import Any

from dash.development.base_component import Component

from dashboard.components.page import page, read_view

PATH = "/availability"
NAME = "pages.availability.name"


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    return page("availability", query, view)
