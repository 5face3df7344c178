"""The page that a browser arrives at: as plain HTML before scripts run, and as part of Dash's layout.

Both hold the words and the picture of the page's figure, so that nothing moves or goes blank while
Dash draws the page and fetches the figure itself. Reads pages through Dash's registry. Imports components, the words of charts and the language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any
from urllib.parse import SplitResult, parse_qs, urlsplit

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
from dashboard.drawing.names import page_names
from dashboard.figures.preview import shapes_markup
from dashboard.i18n import words
from dashboard.ids import Ids
from dashboard.serving.components import as_json, walked
from dashboard.serving.index import Opening
from dashboard.serving.language import referring, request_language
from dashboard.serving.prerender import key_of, prerender
from dashboard.settings import rooted, settings
from dashboard.tables import remembered
from dashboard.theme import THEMES, on_page
from dashboard.versions import edition_of, tables_of
from dashboard.view import View

# What `print` makes a brief of.
BRIEFS = {"/economy", "/region"}
NOT_FOUND = "dashboard.pages.not_found_404"
# What stands for the page in a shell without one; no word of ours.
HOLE = "\u2063page\u2063"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A page that somebody arrives at: what Dash knows of it, its layout, its view, its figure's words.

    `parts` are the components of the layout that have an id.
    """

    page: dict[str, Any]
    layout: Component
    view: View
    words: Mapping[str, str]
    parts: Sequence[Any]

    @property
    def path(self) -> str:
        """Where the page is."""
        return str(self.page["path"])

    @property
    def chart(self) -> str:
        """The chart of its first figure; empty where it has none."""
        return first_on(self.path)

    @property
    def name(self) -> str:
        """What the page is called, whatever it shows."""
        return words(self.view.lang)(self.page["name"])

    @property
    def title(self) -> str:
        """What the tab says, as tab.js has it: the place or what the page shows, or its name, and the product."""
        place = getattr(self.layout, "data-place", "")
        has_figure = bool(self.chart) and self.path != "/"
        shown = self.words[key_of(figure_ids(self.chart)["title"])] if has_figure else ""
        return tab_title(self.view.lang, place or shown or self.name)


def tab_title(lang: str, name: str) -> str:
    """The title of a tab: a name, and the product."""
    return f"{name} · {words(lang)('shell.product')}"


def opening() -> Opening:
    """The opening of the page that the request at hand asks for."""
    lang, asked = request_language(), urlsplit(request.url)
    found = _arrived(request.path, dict(request.args.lists()), lang)
    chart, view = found.chart, found.view
    is_map = bool(chart) and CHARTS[chart].is_map
    filled = {key_of(figure_ids(chart)["figure"]): _drawn(chart, view)} if chart else {}
    # Below a map, plots wait: Dash loads plotly.js when it puts one on the page.
    plots = not is_map and any(type(part) is dcc.Graph for part in found.parts)
    before, after = _shell_written(lang)
    body = f"{before}{prerender(found.layout, filled)}{after}"
    return Opening(
        lang=lang,
        direction=words(lang).direction,
        title=found.title,
        body=body,
        data=(face_address(chart, view, lang),) if chart else (),
        plots=plots,
        shapes=bool(chart) and CHARTS[chart].shapes is not None and not is_map,
        preview="\n".join([preview_tags(found.path, view), found_tags(found.path, view)]),
        early=_early(found) if is_map else "",
        theme=theme if (theme := request.args.get("theme", "")) in THEMES else "",
        # From here on the layout is Dash's.
        layout=_shell_told(lang).replace(_told(HOLE), _told(_container(found, asked)), 1),
    )


def printed() -> Opening | None:
    """The opening of the page to be printed that the request at hand asks for; None if it is another."""
    asked = request.method in ("GET", "HEAD") and request.args.getlist("print") == ["1"]
    if not asked or request.path not in BRIEFS:
        return None
    found = _arrived(request.path, dict(request.args.lists()), request_language())
    if found.path == "/economy" and not found.view.economies:
        return None  # a list to choose from
    document = html.Div(html.Main(found.layout, id=Ids.MAIN), className="shell")
    return Opening(
        lang=found.view.lang,
        direction=words(found.view.lang).direction,
        # A file printed of it is called by this.
        title=found.title,
        body=prerender(document, {}, live=True),
        preview="\n".join(
            [preview_tags(found.path, found.view), found_tags(found.path, found.view)]
        ),
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
    path = address.path.removeprefix(settings().root)
    found = _arrived(path, parse_qs(address.query), lang)
    return shell(lang, _container(found, address))


# The shell is the same around all pages of a language.
@remembered(8)
def _shell_written(lang: str) -> tuple[str, str]:
    """The HTML before and after the page."""
    before, _, after = prerender(shell(lang), {_ID_CONTENT: HOLE}).partition(HOLE)
    return before, after


@remembered(8)
def _shell_told(lang: str) -> str:
    """The layout with a hole where its page belongs."""
    return _told(shell(lang, HOLE))


def _told(layout: object) -> str:
    return as_json(layout).decode()


def _container(found: Arrived, address: SplitResult) -> Component:
    """Dash's container of pages, as it is once Dash has asked for the page at `address`."""
    search, chart = f"?{address.query}" if address.query else "", found.chart
    if chart and CHARTS[chart].shapes and not CHARTS[chart].is_map:
        plot = figure_ids(chart)["figure"]
        box = next(part for part in found.parts if part.id == plot)
        box.style = {"backgroundImage": f"url('{_picture(chart, found.view)}')"}
    # A location that knows where it is does not ask for the page again.
    place = dcc.Location(
        id=_ID_LOCATION, refresh="callback-nav", pathname=address.path, search=search
    )
    return html.Div(
        [
            place,
            html.Div(found.layout, id=_ID_CONTENT, disable_n_clicks=True),
            dcc.Store(id=_ID_STORE, data={"title": found.title}),
            html.Div(id=_ID_DUMMY, disable_n_clicks=True),
        ]
    )


def _arrived(path: str, asked: Mapping[str, list[str]], lang: str) -> Arrived:
    """The page at `path` for a query, with the words of its figure."""
    pages: dict[str, dict[str, Any]] = dash.page_registry
    page = next((page for page in pages.values() if page["path"] == path), pages[NOT_FOUND])
    query = {name: texts[0] for name, texts in asked.items() if len(texts) == 1}
    view = replace(View.from_query(query), lang=lang)
    layout: Component = page["layout"](**{**query, "facts": {"lang": lang}})
    chart = first_on(page["path"])
    texts = _words(chart, view) if chart else {}
    parts = _parts(layout)
    for part in parts if texts else []:
        if (key := key_of(part.id)) in texts:
            part.children = texts[key]
    return Arrived(page, layout, view, texts, parts)


def _parts(layout: Component) -> list[Any]:
    """The components of a layout that have an id."""
    return [part for part in walked(layout) if getattr(part, "id", None)]


def _words(name: str, view: View) -> dict[str, str]:
    """The words of the figure's caption, by the ids that they go to."""
    chart = CHARTS[name]
    subject, ids = chart.subject(chart.fitting(view), tables_of(view)), figure_ids(name)
    parts = {"title": chart.title, "subtitle": chart.subtitle, "sentence": chart.sentence}
    return {key_of(ids[part]): said(subject) for part, said in parts.items()}


def _early(found: Arrived) -> str:
    """What a map's scripts need before Dash: the chart, the facts and the view of the page."""
    view = next(part.data for part in found.parts if part.id == Ids.VIEW)
    told = {"chart": found.chart, "facts": facts(found.view.lang), "view": view}
    return orjson.dumps(told).decode()


def _drawn(name: str, view: View) -> str:
    """What stands in the place of the page's plot: the map itself, or a picture of one."""
    chart = CHARTS[name]
    if not chart.shapes:
        return ""
    if not chart.is_map:
        return f'<img src="{escape(_picture(name, view))}" alt="" fetchpriority="high">'
    subject = chart.subject(chart.fitting(view), tables_of(view))
    address = shapes_address(name, view, view.lang)
    drawn = shapes_markup(subject, chart.shapes(subject), address, page_names(subject))
    return on_page(drawn)


def _picture(chart: str, view: View) -> str:
    """The address of the map's picture: what it does not depend on would multiply addresses."""
    shown = replace(CHARTS[chart].fitting(view), economies=(), years=(None, None))
    return rooted(f"/view/{chart}.preview?{shown.to_query(v=edition_of(view))}")
