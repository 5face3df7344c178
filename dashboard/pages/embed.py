"""The embeds: one figure without header and controls, for a frame on another site.

There is one page a chart, at `/embed/<chart>`; the year slider comes with `controls=1`.
"""

from collections.abc import Callable
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.controls import year_bar
from dashboard.components.figure import STAGED, figure
from dashboard.components.page import page, read_view
from dashboard.components.programmes import event_keys
from dashboard.exports.captions import PAGES
from dashboard.i18n import words
from dashboard.ids import Ids

NAME = "pages.embed.name"
CHARTS = tuple(PAGES)
# The charts whose marks the page explains.
WITH_KEYS = {"events", "timeline"}


def path_of(chart: str) -> str:
    """The path of the embed of a chart."""
    return f"/embed/{chart}"


def embed_layout(chart: str) -> Callable[..., Component]:
    """The layout of the embed of a chart."""

    def layout(**query: Any) -> Component:
        view = read_view(query)
        chosen = words(view.lang)
        slider = (
            [year_bar(chosen, view)] if query.get("controls") == "1" and chart in STAGED else []
        )
        legend = [html.Div(id=Ids.MAP_LEGEND, className="legend")] if chart == "map" else []
        address = f"{PAGES[chart]}?{view.to_query()}"
        link = html.A(chosen("pages.embed.whole"), href=address, target="_blank", rel="noopener")
        keys = [event_keys(chosen)] if chart in WITH_KEYS else []
        content = figure(chart, above=[*slider, *keys], below=legend)
        return page("embed", query, view, content, html.P(link), said=(chosen(NAME), ""))

    return layout
