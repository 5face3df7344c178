"""What an address asks for and nobody has, said in one line with what is shown instead."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts.registry import CHARTS
from dashboard.components.facts import view_data
from dashboard.i18n import Words, words
from dashboard.theme import PALETTES
from dashboard.versions import tables_of
from dashboard.view import View

# Pages that show nothing of a view.
UNTELLING = {"about", "changes", "not_found"}
# Those whose year is moved by a bar, and those of a span of an indicator's years.
YEARLY = {"map", "ranking", "region", "data"}
SPANNED = {"trends", "gap"}
# Parameters that change nothing of what is shown.
UNTOLD = {"lang", "v", "present", "print"}
# Of a text that could not be read.
MOST_LETTERS = 40
# What the value of a parameter is called. What is asked of the others in vain is left out.
CALLED = {
    "indicator": "indicators.{}.name",
    "against": "indicators.{}.name",
    "region": "groups.{}.name",
    "scheme": "schemes.{}.name",
    "theme": "pages.theme.{}.name",
    "panel": "panels.{}.name",
    "target": "measures.{}.name",
    "measure": "controls.measure.{}",
    "members": "controls.members.{}",
    "scale": "controls.scale.{}",
    "layout": "controls.layout.{}",
    "editions": "controls.editions.{}",
}
# What other pages than these do not show.
SHOWN_BY = {
    "against": {"ranking"},
    "scheme": {"trends", "gap", "theme", "overview"},
    "theme": {"theme"},
    "panel": {""},
    "target": {"targets"},
    "measure": {"gap"},
    "members": {"gap"},
    "scale": {"trends"},
    "layout": {"trends"},
    "editions": {"trends"},
}


def mended(query: Mapping[str, Any], view: View, chart: str) -> tuple[View, list[Component]]:
    """The view with values that fit a page's chart in place of those asked for, and a notice of each."""
    chosen, misfits = words(view.lang), CHARTS[chart].misfits(view)
    wrong = {name: shown for name, shown in misfits.items() if query.get(name)}
    shown_view = replace(view, **wrong)
    notices: list[Component] = [
        html.P(
            _told(chosen, name, query[name], _called(chosen, name, shown_view)),
            className="page-frozen",
            role="status",
        )
        for name in wrong
    ]
    return shown_view, notices


def unread(page: str, query: Mapping[str, Any], view: View) -> list[Component]:
    """What the address asks for and nobody has, in one line."""
    if page in UNTELLING:
        return []
    chosen = words(view.lang)
    wrong = {name: text for name, text in View.unread(query).items() if name not in UNTOLD}
    # Not a page of a theme, but how this one looks (dashboard/opening.py).
    if wrong.get("theme") in PALETTES:
        del wrong["theme"]
    wrong |= _without_data(page, view)
    if not wrong:
        return []
    told = [
        _told(chosen, name, text, _instead(chosen, page, name, view))
        for name, text in wrong.items()
    ]
    return [html.P(" ".join(told), className="page-frozen page-unread", role="status")]


def _without_data(page: str, view: View) -> dict[str, str]:
    """The year or the span of years that can be read, and in which the indicator has nothing."""
    if page in YEARLY and view.year not in (None, _year(view)):
        return {"year": str(view.year)}
    first, last = view.years
    years = tables_of(view).indicator(view.indicator).years
    inside = (first is None or first <= years[-1]) and (last is None or last >= years[0])
    if page in SPANNED and not inside:
        return {"years": view_data(view)["years"]}
    return {}


def _year(view: View) -> int:
    """The year that is shown."""
    table = tables_of(view).indicator(view.indicator)
    return table.years[table.year_index(view.year)]


def _instead(chosen: Words, page: str, name: str, view: View) -> str:
    """What a page shows in place of what it was asked; empty where it shows nothing."""
    if name == "year":
        return str(_year(view)) if page in YEARLY else ""
    return _called(chosen, name, view) if page in SHOWN_BY.get(name, {page}) else ""


def _called(chosen: Words, name: str, view: View) -> str:
    """How a page calls the value of a parameter; empty where it has no name."""
    return chosen(CALLED[name].format(getattr(view, name))) if name in CALLED else ""


def _told(chosen: Words, name: str, text: str, instead: str) -> str:
    key = "misfit" if instead else "unread"
    return chosen(f"pages.{key}", name=name, value=text[:MOST_LETTERS], shown=instead)
