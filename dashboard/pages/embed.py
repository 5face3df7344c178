"""The embeds: one figure without header and controls, for a frame on another site.

There is one page a chart, at `/embed/<chart>`; the year slider comes with `controls=1`.
"""

from collections.abc import Callable
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts.registry import CHARTS
from dashboard.components.controls import year_bar
from dashboard.components.figure import figure
from dashboard.components.keys import key_list
from dashboard.components.page import mended, page, read_view
from dashboard.components.previews import EMBED
from dashboard.i18n import words
from dashboard.ids import Ids
from dashboard.versions import tables_of

NAME = "pages.embed.name"


def path_of(chart: str) -> str:
    """The path of the embed of a chart."""
    return f"{EMBED}{chart}"


def embed_layout(name: str) -> Callable[..., Component]:
    """The layout of the embed of a chart."""
    chart = CHARTS[name]

    def layout(**query: Any) -> Component:
        view, notices = mended(query, read_view(query), name)
        chosen, has_years = words(view.lang), query.get("controls") == "1" and chart.every_year
        slider = [year_bar(chosen, view)] if has_years else []
        # The legend of the map follows its year, all other keys stand.
        legend = [html.Div(id=Ids.MAP_LEGEND, className="legend")] if chart.is_map else []
        keys = [] if chart.is_map else key_list(chart.keys(chart.subject(view, tables_of(view))))
        address = f"{chart.page}?{view.to_query()}"
        link = html.A(chosen("pages.embed.whole"), href=address, target="_blank", rel="noopener")
        content = figure(name, above=[*slider, *keys], below=legend)
        return page("embed", query, view, *notices, content, html.P(link), said=(chosen(NAME), ""))

    return layout
