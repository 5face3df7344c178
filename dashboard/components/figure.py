"""A captioned figure: title, subtitle, sentence, plot, legend, source line and notes.

Every chart of every page is built here. Its words and its plot come from the chart's JSON face; the
static preview that the server paints before scripts run has the same classes and the same box, so
nothing jumps. Imports theme and ids.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.ids import Ids, caption, dom_id, small
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

GRAPHS = {"map": Ids.MAP, "trend": Ids.TREND, "gap": Ids.GAP}


def figure(
    chart: str, above: Sequence[Component] = (), below: Sequence[Component] = ()
) -> Component:
    """The figure of a chart (map, trend, gap), with what stands right above and below its plot."""
    ids = {"figure": GRAPHS[chart]} | {part: caption(chart, part) for part in PARTS}
    return _figure(chart, ids, f"figure figure-{chart}", above, below)


def small_gap_figure(indicator: str, foot: Component) -> Component:
    """A gap figure of one indicator that stands beside others; `foot` is below it."""
    ids = {part: small(indicator, part) for part in ("figure", *PARTS)}
    return html.Div([_figure("gap", ids, "figure figure-gap figure-small"), foot])


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
    plot = dcc.Graph(
        id=ids["figure"], figure=placeholder(), config=CONFIG, responsive=True, className="plot"
    )
    return html.Figure(
        [
            html.Figcaption(head, className="figure-head"),
            *above,
            html.Div(
                plot,
                className=f"figure-box figure-box-{chart}",
                role="img",
                **{"aria-labelledby": dom_id(ids["title"])},
            ),
            *below,
            html.P(id=ids["source"], className="figure-source"),
            html.Ul(id=ids["notes"], className="figure-notes"),
        ],
        className=class_name,
    )
