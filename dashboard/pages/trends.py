"""The trends page: groups and highlighted economies through the years."""

from typing import Any

from dash.development.base_component import Component

from dashboard.components.controls import (
    controls_bar,
    editions_select,
    index_input,
    layout_select,
    more,
    scale_select,
    scheme_select,
    span_bar,
)
from dashboard.components.figure import figure
from dashboard.components.page import page, read_view
from dashboard.components.pickers import economies_picker, indicator_picker, region_picker
from dashboard.i18n import words

PATH = "/trends"
NAME = "pages.trends.name"


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    return page(
        "trends",
        query,
        view,
        controls_bar(
            chosen,
            indicator_picker(chosen, view),
            region_picker(chosen, view),
            economies_picker(chosen),
            scheme_select(chosen, view, may_be_none=True),
            more(
                chosen,
                layout_select(chosen, view),
                scale_select(chosen, view),
                index_input(chosen, view),
                editions_select(chosen, view),
            ),
        ),
        figure("trend", above=[span_bar(chosen)]),
    )
