"""A captioned figure: title, subtitle, sentence, plot, legend, source line, notes and table.

Every chart of every page is built here. Its words and its plot come from the chart's JSON face; the
static preview that the server paints before scripts run has the same classes and the same box, so
nothing jumps. The plot is walked by keyboard (`assets/walk.js`), and its table is written when it
is opened (`assets/rows.js`). Imports words, theme and ids.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.guide import reading
from dashboard.components.share import share
from dashboard.i18n import words
from dashboard.ids import Ids, caption, dom_id, plain
from dashboard.serving.language import request_language
from dashboard.theme import placeholder

PARTS = ("title", "subtitle", "sentence", "source", "notes")

# The topology's address is set inside our plotly bundle. Wheel and touch belong to the page: a map
# that swallowed them would trap the reader's scroll.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}

# plotly's name of a language, where it has another one; numbers have the separators of the layout.
LOCALES = {"zh": "zh-CN"}

# Charts with a script of their own, because years pass in them without a request.
STAGED = {"map": Ids.MAP, "scatter": Ids.SCATTER}
MAPS = ("map", "events")


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
    size = " figure-small" if small else ""
    class_name = f"figure figure-{chart}{size}"
    drawn = _figure(chart, figure_ids(chart, of), class_name, above, below)
    # Small ones stand below a large one, which says how all of them are read.
    explained = [] if small else reading(chart)
    actions = [_rows(), *share(chart, of), *explained]
    drawn.children.append(html.Div(actions, className="figure-actions"))
    return drawn


def figure_ids(chart: str, of: str = "") -> dict[str, Any]:
    """The ids of a figure's plot ("figure") and of the parts of its caption."""
    if chart in STAGED:
        return {"figure": STAGED[chart]} | {part: caption(chart, part) for part in PARTS}
    return {part: plain(chart, of, part) for part in ("figure", *PARTS)}


def _figure(
    chart: str,
    ids: Mapping[str, Any],
    class_name: str,
    above: Sequence[Component] = (),
    below: Sequence[Component] = (),
) -> Component:
    head = [
        html.H2(id=ids["title"], className="figure-title"),
        html.P(id=ids["subtitle"], className="figure-subtitle"),
        html.P(id=ids["sentence"], className="figure-sentence", role="status"),
    ]
    lang = request_language()
    plot = dcc.Graph(
        id=ids["figure"],
        figure=placeholder(),
        config={**CONFIG, "locale": LOCALES.get(lang, lang)},
        responsive=True,
        className="plot",
    )
    return html.Figure(
        [
            html.Figcaption(head, className="figure-head"),
            *above,
            html.Div(
                html.Div(plot, className="figure-plot", **{"aria-hidden": "true"}),
                className=f"figure-box figure-box-{chart}",
                # Screen readers leave the arrow keys to it.
                role="application",
                tabIndex="0",
                **_named(chart, ids),
            ),
            *below,
            html.P(id=ids["source"], className="figure-source"),
            html.Ul(id=ids["notes"], className="figure-notes"),
        ],
        className=class_name,
    )


def _named(chart: str, ids: Mapping[str, Any]) -> dict[str, str]:
    """What a plot is called, what it is, and what its keys do, for those who listen."""
    kind = "map" if chart in MAPS else "chart"
    return {
        "aria-labelledby": dom_id(ids["title"]),
        "aria-roledescription": words(request_language())(f"access.{kind}"),
        "aria-describedby": f"{dom_id(ids['sentence'])} {Ids.KEYS}",
    }


def _rows() -> Component:
    """The figure's data as a table, one key away."""
    name = words(request_language())("access.table")
    table = html.Div(className="data-scroll", role="region", tabIndex="0", **{"aria-label": name})
    keys = {"aria-keyshortcuts": "t"}
    return html.Details(
        [html.Summary(name, className="rows-button", **keys), table], className="figure-rows"
    )
