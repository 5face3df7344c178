"""A captioned figure: title, subtitle, sentence, plot, legend, source line, notes and table.

On a page its view (caption, plot and what moves it) is made to fit a screen, and its notes are folded.

Every chart of every page is built here. Its words and its plot come from the chart's JSON face; what
the server paints before scripts run, a map for good, has the same classes and the same box, so nothing
jumps. The plot is walked by keyboard (`frontend/src/walk.js`), and its table is written when it
is opened (`frontend/src/rows.js`). Imports the registry of charts, words, theme and ids.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.registry import CHARTS
from dashboard.components.guide import reading
from dashboard.components.share import share
from dashboard.i18n import Words, words
from dashboard.ids import Ids, caption, dom_id, plain
from dashboard.serving.language import request_language
from dashboard.theme import placeholder

PARTS = ("title", "subtitle", "sentence", "source", "notes", "count", "questions")

# The topology's address is set inside our plotly bundle. Wheel and touch belong to the page: a map
# that swallowed them would trap the reader's scroll.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}

# The ids of the plots of charts whose years pass without a request: a script of their own draws them.
STAGES = {"map": Ids.MAP, "scatter": Ids.SCATTER}


def figure(
    chart: str,
    above: Sequence[Component] = (),
    below: Sequence[Component] = (),
    of: str = "",
    small: bool = False,
) -> Component:
    """The figure of a chart, with what stands right above and below its plot.

    `of` is a query string with what the figure holds fast while the view changes, such as
    "indicator=fixed-broadband"; `small` ones stand beside each other.
    """
    lang, ids = request_language(), figure_ids(chart, of)
    plot = _map(ids) if CHARTS[chart].is_map else _graph(ids, lang)
    inner = html.Div(plot, className="figure-plot", **{"aria-hidden": "true"})
    box = plot_box(chart, inner, **_named(chart, ids, words(lang)))
    middle = [
        html.Div([*above], className="figure-above"),
        box,
        *zoom_buttons(chart, words(lang)),
        html.Div([*below, html.Ul(className="key-list figure-marks")], className="figure-below"),
    ]
    drawn = captioned(f"{chart}{' figure-small' * small}", ids, middle)
    *view, source, notes = drawn.children
    drawn.children = [html.Div(view, className="figure-view"), source, _folded(notes, ids["count"])]
    # Small ones stand below a large one, which says how all of them are read.
    explained = reading(chart, ids["questions"], words(lang), hidden=small)
    actions = [_rows(), *share(chart, of), *explained]
    drawn.children.append(html.Div(actions, className="figure-actions"))
    return drawn


def _map(ids: Mapping[str, Any]) -> Component:
    """The place of the SVG, which is no part of Dash's tree (`frontend/src/map.js` puts it in)."""
    return html.Div(id=ids["figure"], className="plot")


def zoom_buttons(chart: str, chosen: Words) -> list[Component]:
    """What draws a map nearer, for those who have no keys and no two fingers."""
    if not CHARTS[chart].is_map:
        return []
    buttons = [
        html.Button(
            sign,
            type="button",
            title=chosen(f"access.zoom.{name}"),
            **{"aria-label": chosen(f"access.zoom.{name}"), "data-zoom": name},
        )
        for sign, name in (("+", "in"), ("\N{EN DASH}", "out"), ("", "whole"))
    ]
    name = {"role": "group", "aria-label": chosen("access.zoom.name")}
    return [html.Div(buttons, className="map-zoom", **name)]


def _graph(ids: Mapping[str, Any], lang: str) -> Component:
    return dcc.Graph(
        id=ids["figure"],
        figure=placeholder(),
        config={**CONFIG, "locale": LANGUAGES[lang].plotly},
        responsive=True,
        className="plot",
    )


def figure_ids(chart: str, of: str = "") -> dict[str, Any]:
    """The ids of a figure's plot ("figure") and of the parts of its caption."""
    if chart in STAGES:
        return {"figure": STAGES[chart]} | {part: caption(chart, part) for part in PARTS}
    return {part: plain(chart, of, part) for part in ("figure", *PARTS)}


def plot_box(chart: str, plot: Component, **properties: Any) -> Component:
    """The box around a plot, of the size that its chart has on pages."""
    return html.Div(plot, className=f"figure-box figure-box-{chart}", **properties)


def captioned(
    kind: str,
    ids: Mapping[str, Any],
    middle: Sequence[Component],
    said: Mapping[str, Any] = MappingProxyType({}),
    title: Callable[..., Component] = html.H2,
) -> Component:
    """A figure: what is in the `middle` between its caption, which holds the words that are `said`.

    `kind` is the chart, and what else its style depends on; `title` the kind of its heading.
    """
    head: list[Component] = [
        title(said.get("title"), id=ids["title"], className="figure-title"),
        html.P(said.get("subtitle"), id=ids["subtitle"], className="figure-subtitle"),
        html.P(
            said.get("sentence"), id=ids["sentence"], className="figure-sentence", role="status"
        ),
    ]
    notes = [html.Li(note) for note in said.get("notes", ())]
    return html.Figure(
        [
            html.Figcaption(head, className="figure-head"),
            *middle,
            html.P(said.get("source"), id=ids["source"], className="figure-source"),
            html.Ul(notes, id=ids["notes"], className="figure-notes"),
        ],
        className=f"figure figure-{kind}",
    )


def _named(chart: str, ids: Mapping[str, Any], chosen: Words) -> dict[str, str]:
    """What a plot is called, what it is, and what its keys do, for those who listen."""
    kind = "map" if CHARTS[chart].shapes else "chart"
    return {
        # Screen readers leave the arrow keys to it.
        "role": "application",
        "tabIndex": "0",
        "aria-labelledby": dom_id(ids["title"]),
        "aria-roledescription": chosen(f"access.{kind}"),
        "aria-describedby": f"{dom_id(ids['sentence'])} {Ids.KEYS}",
    }


def _folded(notes: Component, count: str | Mapping[str, Any]) -> Component:
    """The notes behind a line that says how many they are, one key away."""
    keys = {"aria-keyshortcuts": "n"}
    return html.Details([html.Summary(id=count, **keys), notes], className="figure-more")


def _rows() -> Component:
    """The figure's data as a table, one key away."""
    name = words(request_language())("access.table")
    table = html.Div(className="data-scroll", role="region", tabIndex="0", **{"aria-label": name})
    keys = {"aria-keyshortcuts": "t"}
    return html.Details(
        [html.Summary(name, className="rows-button", **keys), table], className="figure-rows"
    )
