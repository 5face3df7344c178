"""What a page shows before its scripts run: itself, with the words and the picture of its figure.

Reads pages through Dash's registry. Imports components, the words of charts and the language.
"""

from dataclasses import replace
from html import escape
from typing import Any

import dash
from flask import request

from dashboard.components.facts import face_address
from dashboard.components.shell import shell
from dashboard.edition import edition
from dashboard.i18n import words
from dashboard.ids import Ids, caption
from dashboard.serving.index import Opening
from dashboard.serving.language import request_language
from dashboard.serving.prerender import key_of, prerender
from dashboard.tables import tables
from dashboard.text.gap import gap_sentence
from dashboard.text.sentences import map_sentence
from dashboard.text.subject import Subject, frame_series, subject_of
from dashboard.text.titles import subtitle, title
from dashboard.text.trend import trend_sentence
from dashboard.view import View

# The chart that a page shows first.
FIRST_CHART = {"/": "map", "/map": "map", "/trends": "trend", "/gap": "gap"}
NOT_FOUND = "dashboard.pages.not_found_404"
# The component into which Dash puts a page.
CONTENT = "_pages_content"


def opening() -> Opening:
    """The opening of the page that the request at hand asks for."""
    lang = request_language()
    query = {name: texts[0] for name, texts in request.args.lists() if len(texts) == 1}
    view = replace(View.from_query(query), lang=lang)
    page = _page(request.path)
    chart = FIRST_CHART.get(page["path"], "")
    layout = page["layout"](**{**query, "lang": lang})
    content = prerender(layout, _figure(chart, view) if chart else {})
    return Opening(
        lang=lang,
        direction=words(lang).direction,
        title=words(lang)(page["name"]),
        body=prerender(shell(lang), {CONTENT: content}),
        data=(face_address(chart, view, lang),) if chart else (),
        shapes=chart == "map",
    )


def _page(path: str) -> dict[str, Any]:
    pages: dict[str, dict[str, Any]] = dash.page_registry
    return next((page for page in pages.values() if page["path"] == path), pages[NOT_FOUND])


def _figure(chart: str, view: View) -> dict[str, str]:
    """What the figure's components will hold: the parts of its caption and, on a map, a picture."""
    subject = subject_of(view, tables())
    parts = {"subtitle": subtitle(subject, chart), **_title_and_sentence(chart, subject)}
    filled = {key_of(caption(chart, part)): escape(text) for part, text in parts.items()}
    if chart == "map":
        address = escape(f"/view/map.svg?{_picture(view).to_query(v=edition())}")
        filled[key_of(Ids.MAP)] = f'<img src="{address}" alt="" fetchpriority="high">'
    return filled


def _title_and_sentence(chart: str, subject: Subject) -> dict[str, str]:
    if chart == "gap":
        return {"title": title(subject, chart), "sentence": gap_sentence(subject)}
    if chart == "trend":
        return {"title": title(subject, chart), "sentence": trend_sentence(subject)}
    table = subject.table
    at = table.year_index(subject.view.year)
    series = frame_series(table, subject.in_frame())
    sentence = map_sentence(subject, series, table.group(subject.view.region), at)
    return {"title": title(subject, chart, table.years[at]), "sentence": sentence}


def _picture(view: View) -> View:
    """The view of the map's picture: what it does not depend on would multiply its addresses."""
    return View(indicator=view.indicator, year=view.year, region=view.region, lang=view.lang)
