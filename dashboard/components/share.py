"""The share menu of a figure: links, embed code, copies, citation, sentence; `frontend/src/share.js` fills it."""

from dash import html
from dash.development.base_component import Component

from dashboard.charts.registry import CHARTS
from dashboard.i18n import words
from dashboard.serving.language import request_language


def share(chart: str, of: str) -> list[Component]:
    """The menu, closed."""
    summary = html.Summary(words(request_language())("controls.share"), className="share-button")
    facts = {"data-chart": chart, "data-of": of}
    if CHARTS[chart].observed:
        facts["data-observed"] = ""
    return [html.Details([summary, html.Div(className="share-panel")], className="share", **facts)]
