"""The embeds over HTTP: one figure without header and controls, for a frame on another site.

There is one page a chart, at `/embed/<chart>`; the year slider comes with `controls=1`. Imports the
page of an embed, the parts of pages that it shares, and serving.
"""

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, request

from dashboard.charts.registry import CHARTS
from dashboard.components.page import frozen
from dashboard.components.previews import EMBED
from dashboard.components.unread import mended
from dashboard.offline.framed import embed_page
from dashboard.serving.answers import sentence
from dashboard.serving.language import request_language
from dashboard.theme import THEMES
from dashboard.view import View

embeds = Blueprint("embeds", __name__)


@embeds.get(f"{EMBED}<name>")
def embed(name: str) -> Response:
    """The embed of a chart; what cannot be read in its view falls back, with a notice."""
    if name not in CHARTS:
        return sentence(f"There is no chart {name!r}; there are {', '.join(CHARTS)}.", 404)
    query: dict[str, Any] = {
        key: texts[0] for key, texts in request.args.lists() if len(texts) == 1
    }
    asked = replace(View.from_query(query), lang=request_language())
    view, notices = mended(query, asked, name)
    years, theme = query.get("controls") == "1", query.get("theme", "")
    body = embed_page(
        name, view, [*notices, *frozen(view)], years=years, theme=theme if theme in THEMES else ""
    )
    return Response(body, mimetype="text/html")
