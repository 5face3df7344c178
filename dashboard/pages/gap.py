"""The gap page: how far apart two groups are, by four measures; two divides stand below it."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.controls import controls_bar, measure_select, scheme_select
from dashboard.components.facts import DIVIDE_YEARS, DIVIDES
from dashboard.components.figure import figure, small_gap_figure
from dashboard.components.page import page, read_view, section
from dashboard.components.pickers import indicator_picker
from dashboard.i18n import Words, words
from dashboard.view import View

PATH = "/gap"
NAME = "pages.gap.name"


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    return page(
        "gap",
        query,
        view,
        controls_bar(
            chosen,
            indicator_picker(chosen, view),
            scheme_select(chosen, view),
            measure_select(chosen, view),
        ),
        figure("gap"),
        section(
            chosen,
            "pages.gap.divides",
            html.P(chosen("pages.gap.divides_lead", year=DIVIDE_YEARS[1]), className="page-lead"),
            html.Div(
                [small_gap_figure(name, _all_years(chosen, name)) for name in DIVIDES],
                className="side-by-side",
            ),
        ),
    )


def _all_years(chosen: Words, indicator: str) -> Component:
    query = View(indicator=indicator).to_query()
    return dcc.Link(
        chosen("pages.gap.all_years"), href=f"{PATH}?{query}", className="more", refresh=False
    )
