"""The overview: a reader's own country, the headline numbers, one indicator three ways, what stands out."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.charts.registry import CHARTS
from dashboard.components.commissions import commissions
from dashboard.components.controls import controls_bar, year_bar
from dashboard.components.figure import figure
from dashboard.components.findings import finding_cards
from dashboard.components.guide import first_hint
from dashboard.components.headline import headlines
from dashboard.components.navigation import PAGES
from dashboard.components.page import page, read_view, section
from dashboard.components.panels import chart_panel
from dashboard.components.pickers import economies_picker, indicator_picker, region_picker
from dashboard.components.ways import carried
from dashboard.ids import Ids
from dashboard.text.region import own_scheme
from dashboard.text.subject import Subject, subject_of
from dashboard.versions import tables_of

PATH = "/"
NAME = "pages.overview.name"


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    subject = subject_of(view, tables_of(view))
    chosen, found = subject.words, finding_cards(subject)
    cards = [html.Div(found, className="findings")] if found else []
    return page(
        "overview",
        query,
        view,
        first_hint(chosen),
        _own(subject),
        *(strip for strip in [headlines(subject, catalogue().roles.overview)] if strip),
        _linked(subject),
        *(section(chosen, "pages.overview.findings", card) for card in cards),
        section(chosen, "pages.overview.commissions", *commissions(subject)),
        section(chosen, "pages.overview.where", _where(subject)),
        made_from=("region", "indicator"),
    )


def _own(subject: Subject) -> Component:
    """The reader's own country or region: it is chosen here, and has a page."""
    words, view = subject.words, subject.view
    title = html.H2(words("pages.overview.own"), className="own-title")
    region = words("pages.overview.profile", name=subject.group_label(view.region))
    return html.Section(
        [
            title,
            html.Div(
                [region_picker(words, view), economies_picker(words)], className="own-pickers"
            ),
            html.P([carried(region, "/region", view, "own"), html.Span(id=Ids.OWN)]),
        ],
        className="own",
    )


def _linked(subject: Subject) -> Component:
    """Map, trend and gap of one indicator; one year bar moves all three."""
    words, view = subject.words, subject.view
    scheme = own_scheme(view.region) or CHARTS["gap"].fitting(view).scheme
    tables = subject.tables
    return html.Section(
        [
            html.Div(
                [controls_bar(words, indicator_picker(words, view)), year_bar(words, view)],
                className="linked-bar",
            ),
            figure("map", below=[html.Div(id=Ids.MAP_LEGEND, className="legend")]),
            html.Div(
                [chart_panel(chart, view, tables, scheme) for chart in ("trend", "gap")],
                className="linked-panels",
            ),
        ],
        className="linked",
        **{"aria-label": subject.name},
    )


def _where(subject: Subject) -> Component:
    words = subject.words
    items = [
        html.Li(
            [
                carried(words(key), path, subject.view, "where", "where-link"),
                html.Span(words(f"pages.{key.split('.')[1]}.summary")),
            ]
        )
        for path, key in PAGES
        if path != PATH
    ]
    return html.Ul(items, className="where")
