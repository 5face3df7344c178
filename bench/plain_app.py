"""The application that most people would write: px.choropleth in a server callback.

It reads the same tables. Its shapes are plotly's own, but come from this machine instead of
plotly's network, which flatters it. COMPRESS=1 lets Dash compress what it serves.
"""

import os
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html
from flask import Response

ROOT = Path(__file__).resolve().parent.parent
SHAPES = ROOT / "build" / "bench" / "world_110m.json"
NAMES = tomllib.loads((ROOT / "data" / "i18n" / "en" / "economies.toml").read_text("utf-8"))[
    "economies"
]
REGIONS = ["world", "escap", "eca", "ece", "eclac", "escwa"]

observations = pd.read_parquet(ROOT / "data" / "tables" / "observations.parquet")
economies = pd.read_csv(ROOT / "data" / "catalogue" / "economies.csv", keep_default_na=False)
members = pd.read_csv(ROOT / "data" / "catalogue" / "members.csv", keep_default_na=False)
economies["en"] = economies.iso3.map(NAMES)
observations = observations.merge(economies[["iso3", "en"]], left_on="economy", right_on="iso3")

app = Dash(__name__, compress=bool(os.environ.get("COMPRESS")))
server = app.server
app.layout = html.Div(
    [
        html.H1("ICT indicators"),
        dcc.Dropdown(sorted(observations.indicator.unique()), "internet-use", id="indicator"),
        dcc.Dropdown(REGIONS, "world", id="region"),
        dcc.Slider(
            2000, 2024, 1, value=2024, marks={y: str(y) for y in range(2000, 2025, 4)}, id="year"
        ),
        dcc.Graph(id="map", style={"height": "600px"}, config={"topojsonURL": "/shapes/"}),
    ]
)


@app.callback(
    Output("map", "figure"),
    Input("indicator", "value"),
    Input("region", "value"),
    Input("year", "value"),
)
def draw(indicator: str, region: str, year: int) -> Any:
    """The map of one indicator, region and year."""
    chosen = observations[(observations.indicator == indicator) & (observations.year == year)]
    if region != "world":
        chosen = chosen[chosen.economy.isin(members[members.group == region].economy)]
    return px.choropleth(
        chosen, locations="economy", color="value", hover_name="en", range_color=(0, 100)
    )


@server.get("/shapes/<name>.json")
def shapes(name: str) -> Response:  # noqa: ARG001  # there is one, whatever it is called
    """What plotly.js asks its own network for."""
    return Response(SHAPES.read_bytes(), mimetype="application/json")
