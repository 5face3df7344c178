"""Callbacks of the figures: a changed view fetches a face once and shows it (`frontend/src/charts.js`).

The map and the scatter are different: their faces hold all years, so a changed year redraws without a request
(`frontend/src/map.js`, `scatter.js`, `years.js`).
"""

from dash import MATCH, Input, Output, State, clientside_callback

from dashboard.callbacks.scripts import FACTS, VIEW, script
from dashboard.components.figure import PARTS, STAGES
from dashboard.ids import Ids, caption, panel, plain

# What a part of a caption is filled with: a text, or a list of notes.
CHILDREN = "children"


def _caption(chart: str) -> list[Output]:
    return [Output(caption(chart, part), CHILDREN) for part in PARTS]


clientside_callback(script("map"), *_caption("map"), Output(Ids.MAP_LEGEND, CHILDREN), VIEW, FACTS)

clientside_callback(
    script("scatter"), Output(STAGES["scatter"], "figure"), *_caption("scatter"), VIEW, FACTS
)

clientside_callback(
    script("chart"),
    Output(plain(MATCH, MATCH, "figure"), "figure"),
    *(Output(plain(MATCH, MATCH, part), CHILDREN) for part in PARTS),
    VIEW,
    State(plain(MATCH, MATCH, "figure"), "id"),
    FACTS,
)

clientside_callback(
    script("panel"),
    Output(panel(MATCH, MATCH, "picture"), "src"),
    Output(panel(MATCH, MATCH, "picture"), "alt"),
    Output(panel(MATCH, MATCH, "title"), CHILDREN),
    Output(panel(MATCH, MATCH, "sentence"), CHILDREN),
    VIEW,
    State(panel(MATCH, MATCH, "lines"), "id"),
    FACTS,
)

clientside_callback(script("yearMoved"), Input(Ids.YEAR, "value"), FACTS, prevent_initial_call=True)
clientside_callback(
    script("yearTyped"), Input(Ids.YEAR_TYPED, "value"), FACTS, prevent_initial_call=True
)
clientside_callback(script("play"), Input(Ids.PLAY, "n_clicks"), FACTS, prevent_initial_call=True)

clientside_callback(
    script("table"),
    Output(Ids.TABLE_TITLE, CHILDREN),
    Output(Ids.TABLE_SOURCE, CHILDREN),
    Output(Ids.TABLE_STATUS, CHILDREN),
    Output(Ids.DOWNLOAD, "href"),
    VIEW,
    Input(Ids.TABLE_SEARCH, "value"),
    FACTS,
)

clientside_callback(
    script("ranking"),
    Output(Ids.RANKING_TITLE, CHILDREN),
    Output(Ids.RANKING_SENTENCE, CHILDREN),
    Output(Ids.RANKING_ORDER, CHILDREN),
    Output(Ids.RANKING_SOURCE, CHILDREN),
    Output(Ids.RANKING_DOWNLOAD, "href"),
    VIEW,
    FACTS,
)
