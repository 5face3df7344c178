"""Findings as cards: what kind, what of, a picture, a sentence, and the way to the whole figure."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.charts.registry import CHARTS
from dashboard.components.panels import picture_address
from dashboard.components.share import share
from dashboard.components.ways import carried, holding
from dashboard.text.findings import Finding, findings
from dashboard.text.subject import Subject


def finding_cards(subject: Subject) -> list[Component]:
    """A card for each finding of the view's region."""
    return [_card(subject, one) for one in findings(subject)]


def _card(subject: Subject, one: Finding) -> Component:
    chart = CHARTS[one.chart]
    view = replace(one.subject.view, v=subject.view.v)
    held = {name: getattr(view, name) for name in chart.parameters}
    return html.Figure(
        [
            html.P(subject.words(f"pages.overview.kinds.{one.kind}"), className="finding-kind"),
            html.H3(
                carried(one.title, chart.page, subject.view, "finding", **held),
                className="figure-title",
            ),
            html.Img(src=picture_address(one.chart, view), alt=""),
            html.P(one.sentence, className="figure-sentence"),
            html.Div(share(one.chart, holding(view, held)), className="figure-actions"),
        ],
        className="finding panel",
    )
