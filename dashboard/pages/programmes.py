"""The programmes page: what five reports to the United Nations record, where, when, and where not."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.controls import (
    activity_select,
    controls_bar,
    programme_select,
    years_inputs,
)
from dashboard.components.figure import figure
from dashboard.components.keys import key_list
from dashboard.components.page import page, read_view, section
from dashboard.components.pickers import economies_picker, region_picker
from dashboard.components.programmes import (
    need_and_activity,
    programme_figures,
    records,
)
from dashboard.figures.keys import events_keys
from dashboard.i18n import Words, words
from dashboard.text.programmes import recorded
from dashboard.text.subject import subject_of
from dashboard.versions import tables_of

PATH = "/programmes"
NAME = "pages.programmes.name"
MADE_FROM = ("region", "economies", "programme", "activity", "years")


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    subject = subject_of(view, tables_of(view))
    return page(
        "programmes",
        query,
        view,
        controls_bar(
            chosen,
            region_picker(chosen, view),
            economies_picker(chosen),
            programme_select(chosen, view),
            activity_select(chosen, view),
            *years_inputs(chosen, view),
        ),
        figure("events", above=key_list(events_keys(subject))),
        section(chosen, "pages.programmes.timeline", figure("timeline")),
        section(
            chosen,
            "pages.programmes.records",
            _search(chosen),
            records(chosen, recorded(view)),
        ),
        section(chosen, "pages.programmes.need.title", *need_and_activity(subject)),
        section(chosen, "pages.programmes.figures", _figures(chosen)),
        made_from=MADE_FROM,
    )


def _search(chosen: Words) -> Component:
    label = chosen("pages.programmes.search")
    field = dbc.Input(type="search", placeholder=label, class_name="register-search")
    return html.Label([html.Span(label, className="visually-hidden"), field])


def _figures(chosen: Words) -> Component:
    return html.Div(
        [
            html.P(chosen("pages.programmes.figures_lead"), className="page-lead"),
            programme_figures(chosen),
        ]
    )
