"""The gap page: how far apart two groups are, by four measures; two divides stand below it."""

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.components.controls import (
    controls_bar,
    measure_select,
    members_select,
    more,
    scheme_select,
    years_inputs,
)
from dashboard.components.figure import figure
from dashboard.components.page import page, page_link, read_view, section
from dashboard.components.pickers import indicator_picker
from dashboard.components.unread import mended
from dashboard.i18n import Words, words
from dashboard.view import View

PATH = "/gap"
NAME = "pages.gap.name"
# The years of the two divides between developed and developing regions of which one closed while the
# other opened, up to the one in which that was first said.
DIVIDE_YEARS = (2000, 2010)


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view, notices = mended(query, read_view(query), "gap")
    chosen = words(view.lang)
    return page(
        "gap",
        query,
        view,
        controls_bar(
            chosen,
            indicator_picker(chosen, view),
            scheme_select(chosen, view),
            *years_inputs(chosen, view),
            measure_select(chosen, view),
            more(chosen, members_select(chosen, view)),
        ),
        *notices,
        figure("gap"),
        section(
            chosen,
            "pages.gap.divides",
            html.P(chosen("pages.gap.divides_lead", year=DIVIDE_YEARS[1]), className="page-lead"),
            html.Div(
                [_divide(chosen, view, name) for name in catalogue().roles.divides],
                className="side-by-side",
            ),
        ),
    )


def _divide(chosen: Words, shown: View, indicator: str) -> Component:
    """What the page compares does not change a divide: it holds its whole view."""
    start = catalogue().roles.start
    fixed = (
        f"region={start['region']}&scheme={start['scheme']}&measure=points&members=all&year=latest"
    )
    years = "..".join(map(str, DIVIDE_YEARS))
    more = page_link(
        chosen("pages.gap.all_years"),
        PATH,
        replace(shown, indicator=indicator, measure="points", members="all"),
        "more",
        scheme=start["scheme"],
    )
    held = f"indicator={indicator}&years={years}&{fixed}"
    return html.Div([figure("gap", of=held, small=True), more])
