"""A captioned figure: title, subtitle, sentence, plot, legend, source line and notes.

Every chart of every page is built here. Its words and its plot come from the chart's JSON face; the
static preview that the server paints before scripts run has the same classes and the same box, so
nothing jumps. Imports theme and ids.
"""

from collections.abc import Callable, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.ids import Ids, PatternId, caption, small
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
    return _figure(
        chart, GRAPHS[chart], lambda part: caption(chart, part), f"figure-{chart}", above, below
    )


def small_gap_figure(indicator: str, foot: Component) -> Component:
    """A gap figure of one indicator that stands beside others; `foot` is below its source line."""
    return _figure(
        "gap",
        small(indicator, "figure"),
        lambda part: small(indicator, part),
        "figure-gap figure-small",
        foot=(foot,),
    )


def _figure(
    chart: str,
    graph: str | PatternId,
    part: Callable[[str], PatternId],
    kind: str,
    above: Sequence[Component] = (),
    below: Sequence[Component] = (),
    foot: Sequence[Component] = (),
) -> Component:
    return html.Figure(
        [
            html.Figcaption(
                [
                    html.H2(id=part("title"), className="figure-title"),
                    html.P(id=part("subtitle"), className="figure-subtitle"),
                    html.P(id=part("sentence"), className="figure-sentence", role="status"),
                ],
                className="figure-head",
            ),
            *above,
            html.Div(
                dcc.Graph(
                    id=graph, figure=placeholder(), config=CONFIG, responsive=True, className="plot"
                ),
                className=f"figure-box figure-box-{chart}",
            ),
            *below,
            html.P(id=part("source"), className="figure-source"),
            html.Ul(id=part("notes"), className="figure-notes"),
            *foot,
        ],
        className=f"figure {kind}",
    )
