"""The about page: methods, how to read the figures, sources with vintages and licences, limits."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Source, catalogue
from dashboard.components.page import page, page_link, read_view, scrolling, section
from dashboard.i18n import Words, words
from dashboard.tables import tables
from dashboard.view import View

PATH = "/about"
NAME = "pages.about.name"

# Sections of prose: each has a heading and its points under `pages.about.<section>`.
PROSE = {
    "methods": ("groups", "threshold", "filled", "panel", "membership", "published"),
    "reading": ("classes", "no_data", "circles", "breaks", "measures", "age"),
    "limits": ("vintages", "estimates", "development", "maps"),
}
SOURCE_COLUMNS = ("publisher", "title", "vintage", "licence")


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    return page(
        "about",
        query,
        view,
        *(_prose(chosen, name, points) for name, points in PROSE.items()),
        _comparisons(chosen),
        _sources(chosen),
        _languages(chosen, view),
    )


def _prose(chosen: Words, name: str, points: tuple[str, ...]) -> Component:
    items = [
        html.Div(
            [
                html.Dt(chosen(f"pages.about.{name}.{point}.term")),
                html.Dd(chosen(f"pages.about.{name}.{point}.text")),
            ]
        )
        for point in points
    ]
    return section(chosen, f"pages.about.{name}.title", html.Dl(items, className="prose"))


def _comparisons(chosen: Words) -> Component:
    items = [
        html.Div([html.Dt(chosen(f"schemes.{key}.name")), html.Dd(chosen(f"schemes.{key}.note"))])
        for key in catalogue().schemes
    ]
    return section(chosen, "pages.about.comparisons", html.Dl(items, className="prose"))


def _sources(chosen: Words) -> Component:
    heads = [html.Th(chosen(f"pages.about.columns.{c}"), scope="col") for c in SOURCE_COLUMNS]
    used = dict.fromkeys(
        source
        for indicator in catalogue().indicators
        for source in tables().indicator(indicator).sources
    )
    rows = [_source_row(chosen, catalogue().sources[name]) for name in used]
    table = html.Table([html.Thead(html.Tr(heads)), html.Tbody(rows)], className="table data-table")
    return section(
        chosen,
        "pages.about.sources",
        html.P(chosen("pages.about.sources_lead", version=tables().version), className="page-lead"),
        scrolling(table, chosen("pages.about.sources_table")),
    )


def _source_row(chosen: Words, source: Source) -> Component:
    link = html.A(_english(source.title), href=source.url, rel="noreferrer")
    way = [html.Br(), html.Small(chosen(f"derived.{source.derived}"))] if source.derived else []
    return html.Tr(
        [
            html.Td(html.Bdi(chosen.publisher(source.publisher))),
            html.Td([link, *way]),
            html.Td(source.vintage),
            html.Td(
                html.A(_english(source.licence), href=source.licence_url, rel="noreferrer license")
            ),
        ]
    )


def _english(text: str) -> Component:
    """A publisher's own words, which have no other language: so spoken, and so laid out."""
    return html.Bdi(text, lang="en")


def _languages(chosen: Words, view: View) -> Component:
    return section(
        chosen,
        "pages.about.languages",
        html.P(chosen("pages.about.languages_text")),
        html.P(page_link(chosen("pages.about.to_data"), "/data", view, "more")),
    )
