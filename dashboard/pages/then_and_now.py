"""The then and now page."""

from typing import Any

from dash.development.base_component import Component

from dashboard.components.page import page, read_view

PATH = "/then-and-now"
NAME = "pages.then_and_now.name"


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    return page("then_and_now", query, view)
