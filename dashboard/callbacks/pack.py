"""The callback of the room pack: a button has it made and then states its size (`frontend/src/pack-order.js`)."""

from dash import Input, Output, clientside_callback

from dashboard.callbacks.scripts import FACTS, VIEW, script
from dashboard.ids import Ids

clientside_callback(
    script("pack"),
    Output(Ids.PACK_FILE, "children"),
    Output(Ids.PACK_FILE, "href"),
    Output(Ids.PACK_FILE, "hidden"),
    Output(Ids.PACK_STATUS, "children"),
    Input(Ids.PACK_MAKE, "n_clicks"),
    Input(Ids.PACK_LANGUAGES, "value"),
    VIEW,
    FACTS,
    prevent_initial_call=True,
)
