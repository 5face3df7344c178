"""Callbacks of the view: controls write it, the address bar and the links follow.

All run in the browser (`frontend/src/view.js`, `pickers.js`, `chips.js`); the pages never import them.
"""

from dash import ALL, MATCH, Input, Output, State, clientside_callback

from dashboard.callbacks.scripts import FACTS, VIEW, script
from dashboard.ids import Ids, choice, control, language, nav, picker, way

clientside_callback(
    script("choose"),
    Output(Ids.VIEW, "data"),
    Input(choice(ALL, ALL), "n_clicks"),
    Input(control(ALL), "value"),
    State(Ids.VIEW, "data"),
    FACTS,
    prevent_initial_call=True,
)

clientside_callback(
    script("links"),
    Output(nav(ALL), "href"),
    Output(language(ALL), "href"),
    Output(nav(ALL), "className"),
    Output(way(ALL, ALL, ALL), "href"),
    VIEW,
    State(nav(ALL), "id"),
    State(language(ALL), "id"),
    State(way(ALL, ALL, ALL), "id"),
    FACTS,
)

clientside_callback(
    script("options"),
    Output(picker(MATCH, "options"), "children"),
    Input(picker(MATCH, "open"), "n_clicks"),
    Input(picker(MATCH, "search"), "value"),
    VIEW,
    State(picker(MATCH, "open"), "id"),
    FACTS,
    prevent_initial_call=True,
)

clientside_callback(
    script("chosen"),
    Output(picker(MATCH, "label"), "children"),
    VIEW,
    State(picker(MATCH, "label"), "children"),
    State(picker(MATCH, "label"), "id"),
    FACTS,
    prevent_initial_call=True,
)

clientside_callback(script("own"), Output(Ids.OWN, "children"), VIEW, FACTS)

clientside_callback(script("chips"), Output(Ids.CHIPS, "children"), VIEW, FACTS)
