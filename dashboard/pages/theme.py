"""The theme pages: one theme at a time, made of the panels that the catalogue lists for it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Panel, catalogue
from dashboard.components.controls import controls_bar, scheme_select
from dashboard.components.figure import figure
from dashboard.components.page import Head, page, page_link, read_view, section
from dashboard.components.pickers import economies_picker, region_picker
from dashboard.components.unread import mended
from dashboard.i18n import Words, words
from dashboard.view import View

PATH = "/theme"
NAME = "pages.theme.name"


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view, notices = mended(query, read_view(query), "gap")
    chosen = words(view.lang)
    panels = [panel for panel in catalogue().panels.values() if panel.theme == view.theme]
    said = Head(
        chosen(f"pages.theme.{view.theme}.question"),
        chosen(f"pages.theme.{view.theme}.lead"),
    )
    return page(
        "theme",
        query,
        view,
        *notices,
        _themes(chosen, view),
        controls_bar(
            chosen,
            region_picker(chosen, view),
            economies_picker(chosen),
            scheme_select(chosen, view),
        ),
        html.Div([_panel(panel) for panel in panels], className="panels"),
        section(chosen, "pages.theme.further", _further(chosen, view, panels)),
        said=said,
        made_from=("theme",),
    )


def _themes(chosen: Words, view: View) -> Component:
    """Links to the other themes, the present one marked."""
    names = catalogue().theme_pages
    links = []
    for name in names:
        kind = "tab active" if name == view.theme else "tab"
        links.append(
            html.Li(page_link(chosen(f"pages.theme.{name}.name"), PATH, view, kind, theme=name))
        )
    label = {"aria-label": chosen("pages.theme.themes")}
    return html.Nav(html.Ul(links), className="tabs", **label)


def _panel(panel: Panel) -> Component:
    """A figure that holds its panel, or its part of the view, and follows the rest."""
    return figure(panel.chart, of=panel.hold or f"panel={panel.id}")


def _further(chosen: Words, view: View, panels: list[Panel]) -> Component:
    """Each indicator of the theme on the map."""
    indicators = dict.fromkeys(indicator for panel in panels for indicator in _indicators(panel))
    links = [
        html.Li(page_link(chosen(f"indicators.{name}.name"), "/map", view, indicator=name))
        for name in indicators
    ]
    return html.Ul(links, className="plain-list")


def _indicators(panel: Panel) -> tuple[str, ...]:
    held = View.from_query(dict(part.split("=") for part in panel.hold.split("&") if part))
    return panel.indicators or (held.indicator,)
