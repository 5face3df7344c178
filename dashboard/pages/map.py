"""The map page: one indicator, one region, every year."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.controls import controls_bar, year_bar
from dashboard.components.figure import figure
from dashboard.components.page import page, read_view
from dashboard.components.pickers import economies_picker, indicator_picker, region_picker
from dashboard.i18n import words
from dashboard.ids import Ids

PATH = "/map"
NAME = "pages.map.name"


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    return page(
        "map",
        query,
        view,
        controls_bar(
            chosen,
            indicator_picker(chosen, view),
            region_picker(chosen, view),
            economies_picker(chosen),
        ),
        figure(
            "map",
            above=[year_bar(chosen, view)],
            below=[html.Div(id=Ids.MAP_LEGEND, className="legend")],
        ),
    )
