"""The page that a browser arrives at: as plain HTML before scripts run, and as part of Dash's layout.

Both hold the words and the picture of the page's figure, so that nothing moves or goes blank while
Dash draws the page and fetches the figure itself. Reads pages through Dash's registry. Imports components, the words of charts and the language.
"""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import SplitResult, parse_qs

import dash
import orjson
from dash import dcc, html
from dash.dash import _ID_CONTENT, _ID_DUMMY, _ID_LOCATION, _ID_STORE
from dash.development.base_component import Component
from flask import has_request_context, request

from dashboard.charts.captions import first_on
from dashboard.charts.registry import CHARTS
from dashboard.components.facts import face_address, facts, shapes_address
from dashboard.components.figure import figure_ids
from dashboard.components.found import found_tags
from dashboard.components.previews import preview_tags
from dashboard.components.shell import shell
from dashboard.drawing.names import names_drawing
from dashboard.figures.preview import shapes_markup
from dashboard.i18n import words
from dashboard.ids import Ids
from dashboard.serving.index import Opening
from dashboard.serving.language import referring, request_language
from dashboard.serving.prerender import key_of, prerender
from dashboard.versions import edition_of, tables_of
from dashboard.view import View

# What `print` makes a brief of.
BRIEFS = {"/economy", "/region"}
NOT_FOUND = "dashboard.pages.not_found_404"


def opening() -> Opening:
    """The opening of the page that the request at hand asks for."""
    lang = request_language()
    page, layout, view = _page(request.path, dict(request.args.lists()), lang)
    path = page["path"]
    chart = first_on(path)
    is_map = bool(chart) and CHARTS[chart].is_map
    filled = {key_of(figure_ids(chart)["figure"]): _drawn(chart, view)} if chart else {}
    content = prerender(layout, filled)
    return Opening(
        lang=lang,
        direction=words(lang).direction,
        title=_title(page, chart, view),
        body=prerender(shell(lang), {_ID_CONTENT: content}),
        data=(face_address(chart, view, lang),) if chart else (),
        # Below a map, plots wait: Dash loads plotly.js when it puts one on the page.
        plots=not is_map and any(isinstance(part, dcc.Graph) for part in _parts(layout)),
        shapes=bool(chart) and CHARTS[chart].shapes is not None and not is_map,
        preview="\n".join([preview_tags(path, view), found_tags(path, view)]),
        early=_early(chart, layout, lang) if is_map else "",
    )


def printed() -> Opening | None:
    """The opening of the page to be printed that the request at hand asks for; None if it is another."""
    asked = request.method in ("GET", "HEAD") and request.args.getlist("print") == ["1"]
    if not asked or request.path not in BRIEFS:
        return None
    page, layout, view = _page(request.path, dict(request.args.lists()), request_language())
    if page["path"] == "/economy" and not view.economies:
        return None  # a list to choose from
    document = html.Div(html.Main(layout, id=Ids.MAIN), className="shell")
    return Opening(
        lang=view.lang,
        direction=words(view.lang).direction,
        title=_title(page, "", view),
        body=prerender(document, {}, live=True),
        preview="\n".join([preview_tags(page["path"], view), found_tags(page["path"], view)]),
    )


def arrival() -> Component:
    """The layout, with the page that asks for it already inside.

    By itself Dash asks for a page once the layout stands, and the reader sees an empty one for that
    long. The Referer of the request is the page; where there is none, Dash asks as usual.
    """
    lang = request_language()
    address = referring(request.referrer if has_request_context() else "")
    if not address.path or address.netloc != request.host:
        return shell(lang)
    return shell(lang, _container(address, lang))


def _container(address: SplitResult, lang: str) -> Component:
    """Dash's container of pages, as it is once Dash has asked for the page at `address`."""
    page, layout, view = _page(address.path, parse_qs(address.query), lang)
    search = f"?{address.query}" if address.query else ""
    chart = first_on(page["path"])
    if chart and CHARTS[chart].shapes and not CHARTS[chart].is_map:
        plot = figure_ids(chart)["figure"]
        box = next(part for part in _parts(layout) if part.id == plot)
        box.style = {"backgroundImage": f"url('{_picture(chart, view)}')"}
    # A location that knows where it is does not ask for the page again.
    place = dcc.Location(
        id=_ID_LOCATION, refresh="callback-nav", pathname=address.path, search=search
    )
    return html.Div(
        [
            place,
            html.Div(layout, id=_ID_CONTENT, disable_n_clicks=True),
            dcc.Store(id=_ID_STORE, data={"title": _title(page, chart, view)}),
            html.Div(id=_ID_DUMMY, disable_n_clicks=True),
        ]
    )


def _page(
    path: str, asked: Mapping[str, list[str]], lang: str
) -> tuple[dict[str, Any], Component, View]:
    """What Dash knows of the page at `path`; its layout, with the words of its figure; its view."""
    pages: dict[str, dict[str, Any]] = dash.page_registry
    page = next((page for page in pages.values() if page["path"] == path), pages[NOT_FOUND])
    query = {name: texts[0] for name, texts in asked.items() if len(texts) == 1}
    view = replace(View.from_query(query), lang=lang)
    layout: Component = page["layout"](**{**query, "facts": {"lang": lang}})
    if chart := first_on(page["path"]):
        texts = _words(chart, view)
        for part in _parts(layout):
            part.children = texts.get(key_of(part.id), getattr(part, "children", None))
    return page, layout, view


def _title(page: dict[str, Any], chart: str, view: View) -> str:
    """What the tab says, as tab.js has it: what the page shows, or its name, and the product."""
    said, name = words(view.lang), page["name"]
    shown = _words(chart, view)[key_of(figure_ids(chart)["title"])] if chart else ""
    return f"{shown if shown and page['path'] != '/' else said(name)} · {said('shell.product')}"


def _parts(layout: Component) -> list[Any]:
    """The components of a layout that have an id."""
    tree = layout._traverse()  # type: ignore[no-untyped-call]  # noqa: SLF001
    return [part for part in tree if getattr(part, "id", None)]


def _words(name: str, view: View) -> dict[str, str]:
    """The words of the figure's caption, by the ids that they go to."""
    chart = CHARTS[name]
    subject, ids = chart.subject(chart.fitting(view), tables_of(view)), figure_ids(name)
    parts = {"title": chart.title, "subtitle": chart.subtitle, "sentence": chart.sentence}
    return {key_of(ids[part]): said(subject) for part, said in parts.items()}


def _early(chart: str, layout: Component, lang: str) -> str:
    """What a map's scripts need before Dash: the chart, the facts and the view of the page."""
    view = next(part.data for part in _parts(layout) if part.id == Ids.VIEW)
    return orjson.dumps({"chart": chart, "facts": facts(lang), "view": view}).decode()


def _drawn(name: str, view: View) -> str:
    """What stands in the place of the page's plot: the map itself, or a picture of one."""
    chart = CHARTS[name]
    if not chart.shapes:
        return ""
    if not chart.is_map:
        return f'<img src="{escape(_picture(name, view))}" alt="" fetchpriority="high">'
    subject = chart.subject(chart.fitting(view), tables_of(view))
    address = shapes_address(name, view, view.lang)
    return shapes_markup(subject, chart.shapes(subject), address, names_drawing(subject))


def _picture(chart: str, view: View) -> str:
    """The address of the map's picture: what it does not depend on would multiply addresses."""
    shown = replace(CHARTS[chart].fitting(view), economies=(), years=(None, None))
    return f"/view/{chart}.preview?{shown.to_query(v=edition_of(view))}"
