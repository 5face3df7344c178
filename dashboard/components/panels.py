"""Panels: trend and gap beside the map, pictures with a year and the economies pointed at drawn on top.

`frontend/src/panels.js` moves them through the years. Imports the charts, the view and words.
"""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.charts.captions import caption
from dashboard.charts.registry import CHARTS
from dashboard.components.share import share
from dashboard.components.ways import carried
from dashboard.ids import panel
from dashboard.tables import Tables
from dashboard.versions import edition_of
from dashboard.view import View


def picture_address(chart: str, view: View) -> str:
    """The address of a chart's bare picture, in the view's language."""
    return f"/view/{chart}.preview?{CHARTS[chart].fitting(view).to_query(v=edition_of(view))}"


def chart_panel(chart: str, view: View, tables: Tables, scheme: str) -> Component:
    """A chart of the view and this comparison; what it says is of the view's year."""
    shown, of = replace(plain_view(view), scheme=scheme, year=None), f"scheme={scheme}"
    # The picture has all years.
    subject = CHARTS[chart].subject(CHARTS[chart].fitting(shown), tables)
    said = caption(chart, subject)
    moments = CHARTS[chart].moments
    sentence = said.sentence
    if moments:
        sentence = moments(subject)[subject.table.year_index(view.year)]
    title = html.Span(said.title, id=panel(chart, of, "title"))
    page = CHARTS[chart].page
    picture = html.Img(
        src=picture_address(chart, shown), alt=sentence, id=panel(chart, of, "picture")
    )
    lines = html.Div(
        id=panel(chart, of, "lines"), className="panel-lines", **{"aria-hidden": "true"}
    )
    return html.Figure(
        [
            html.H2(carried(title, page, view, "panel", scheme=scheme), className="figure-title"),
            html.Div([picture, lines], className="panel-box"),
            html.P(
                sentence,
                id=panel(chart, of, "sentence"),
                className="figure-sentence",
                role="status",
            ),
            html.Div(
                [
                    html.P(className="panel-values", **{"aria-hidden": "true"}),
                    *share(chart, of),
                ],
                className="figure-actions",
            ),
        ],
        className=f"panel panel-{chart}",
    )


def plain_view(view: View) -> View:
    """What panels follow of a view: no scale, base year or measure of another page."""
    return View(
        indicator=view.indicator,
        year=view.year,
        years=view.years,
        region=view.region,
        economies=view.economies,
        lang=view.lang,
        v=view.v,
    )
