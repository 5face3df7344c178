"""Pickers: a button that opens a searchable list of indicators, regions or economies.

The list itself is filled in the browser from `/choices.json` when it is first opened, so a page
does not carry hundreds of names that most readers never open. Imports words and ids.
"""

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.i18n import Words
from dashboard.ids import Ids, picker
from dashboard.view import View

# Pickers whose label does not say all.
EXPLAINED = {"region", "economies"}


def indicator_picker(chosen: Words, view: View) -> Component:
    """The picker of the indicator, grouped by theme."""
    return _picker(chosen, "indicator", chosen(f"indicators.{view.indicator}.name"))


def region_picker(chosen: Words, view: View) -> Component:
    """The picker of the region that frames the view."""
    return _picker(chosen, "region", chosen(f"groups.{view.region}.name"))


def economy_picker(chosen: Words, current: str) -> Component:
    """The picker of the economy that a page is about: the first one of the view."""
    return _picker(chosen, "economy", current)


def economies_picker(chosen: Words) -> Component:
    """The picker of highlighted economies, with a chip for each that takes it away again."""
    return html.Div(
        [
            _picker(chosen, "economies", chosen("controls.economies.add")),
            html.Ul(id=Ids.CHIPS, className="chips"),
        ],
        className="control-economies",
    )


def search_box(chosen: Words) -> Component:
    """The search for a page, an indicator, a group or an economy; the key "/" opens it."""
    label = chosen("shell.search.label")
    button = [html.Span(label), html.Kbd("/", **{"aria-hidden": "true"})]
    return html.Div(_details("go", button, chosen("shell.search.hint")), role="search")


def _picker(chosen: Words, name: str, current: str) -> Component:
    label, search = chosen(f"controls.{name}.label"), chosen(f"controls.{name}.search")
    button = [
        html.Span(chosen("text.join.named", name=label, value=""), className="visually-hidden"),
        html.Span(current, id=picker(name, "label"), className="picker-current"),
    ]
    return html.Div(
        [
            html.Span(label, className="control-label", **{"aria-hidden": "true"}),
            _details(name, button, search),
        ],
        className="control",
        title=chosen(f"guide.controls.{name}") if name in EXPLAINED else None,
    )


def _details(name: str, button: list[Component], search: str) -> Component:
    """A button that opens a panel with a search field and the options that it finds."""
    field = dbc.Input(
        id=picker(name, "search"), type="search", placeholder=search, autocomplete="off"
    )
    label = html.Label(
        [html.Span(search, className="visually-hidden"), field], className="picker-search"
    )
    options = html.Div(id=picker(name, "options"), className="picker-options")
    summary = html.Summary(button, id=picker(name, "open"), className="picker-button form-select")
    panel = html.Div([label, options], className="picker-panel")
    return html.Details([summary, panel], className=f"picker picker-{name}")
