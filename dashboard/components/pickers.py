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


def indicator_picker(chosen: Words, view: View) -> Component:
    """The picker of the indicator, grouped by theme."""
    return _picker(chosen, "indicator", chosen(f"indicators.{view.indicator}.name"))


def region_picker(chosen: Words, view: View) -> Component:
    """The picker of the region that frames the view."""
    return _picker(chosen, "region", chosen(f"groups.{view.region}.name"))


def economies_picker(chosen: Words) -> Component:
    """The picker of highlighted economies, with a chip for each that takes it away again."""
    return html.Div(
        [
            _picker(chosen, "economies", chosen("controls.economies.add")),
            html.Ul(id=Ids.CHIPS, className="chips"),
        ],
        className="control-economies",
    )


def _picker(chosen: Words, name: str, current: str) -> Component:
    label, search = chosen(f"controls.{name}.label"), chosen(f"controls.{name}.search")
    return html.Div(
        [
            html.Span(label, className="control-label", **{"aria-hidden": "true"}),
            html.Details(
                [
                    html.Summary(
                        [
                            html.Span(f"{label}: ", className="visually-hidden"),
                            html.Span(
                                current, id=picker(name, "label"), className="picker-current"
                            ),
                        ],
                        id=picker(name, "open"),
                        className="picker-button form-select",
                    ),
                    html.Div(
                        [
                            html.Label(
                                [
                                    html.Span(search, className="visually-hidden"),
                                    dbc.Input(
                                        id=picker(name, "search"),
                                        type="search",
                                        placeholder=search,
                                        autocomplete="off",
                                    ),
                                ],
                                className="picker-search",
                            ),
                            html.Div(id=picker(name, "options"), className="picker-options"),
                        ],
                        className="picker-panel",
                    ),
                ],
                className=f"picker picker-{name}",
            ),
        ],
        className="control",
    )
