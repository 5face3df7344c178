"""What a page shows before its scripts run, for the request at hand.

Imports the pages' words, the view and the addresses of faces; no page.
"""

import dash
from flask import request

from dashboard.components.facts import face_address
from dashboard.i18n import words
from dashboard.serving.index import Opening
from dashboard.serving.language import request_language
from dashboard.view import View


def opening() -> Opening:
    """The opening of the page that the request at hand asks for."""
    lang = request_language()
    chosen = words(lang)
    query = {name: texts[0] for name, texts in request.args.lists() if len(texts) == 1}
    view = View.from_query(query)
    page = next((p for p in dash.page_registry.values() if p["path"] == request.path), None)
    name = page["name"] if page else "pages.not_found.title"
    return Opening(
        lang=lang,
        direction=chosen.direction,
        title=chosen(name),
        heading=chosen(name),
        sentence="",
        data=(face_address("map", view, lang),) if request.path == "/map" else (),
    )
