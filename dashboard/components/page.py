"""The frame of a page: question, lead, controls, content, and the view that it was opened with.

Pages read the query leniently: whatever cannot be read falls back to its default, and a page never
fails for its query. Imports view, words and the other components.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.facts import view_data
from dashboard.components.unread import unread
from dashboard.i18n import Words, words
from dashboard.ids import Ids
from dashboard.tables import tables
from dashboard.text.revised import revised
from dashboard.versions import kept
from dashboard.view import View

# The pages whose figure comes first.
LOOKED_AT = {"map", "trends", "gap", "ranking", "theme", "programmes", "region"}

# Those that show values of the indicator, of the region and of economies.
REVISED = {"map", "trends", "ranking", "data"}


def read_view(query: Mapping[str, Any]) -> View:
    """The view of a page's query; `facts` (from the shell) supplies a language that it lacks."""
    facts = query.get("facts") or {}
    lang = query.get("lang") or facts.get("lang") or ""
    return View.from_query({**query, "lang": lang})


class Head(NamedTuple):
    """What a page asks and what leads into it; the tab of one about a place is called by the place."""

    question: str
    lead: str
    place: str = ""


def page(
    name: str,
    query: Mapping[str, Any],
    view: View,
    *content: Component,
    said: Head | None = None,
    made_from: Sequence[str] = (),
) -> Component:
    """A page whose question and lead are `said`, or the words `pages.<name>`.

    Where one looks first, the figure comes first and the lead last (`assets/look.css`).
    `made_from` names the parameters of the view that the layout itself shows: when a control
    changes one of them, the browser asks for the page anew (`frontend/src/links.js`).
    """
    chosen = words(view.lang)
    head = said or Head(chosen(f"pages.{name}.question"), chosen(f"pages.{name}.lead"))
    data = view_data(view)
    made = json.dumps({name: data[name] for name in made_from})
    explained = html.P(head.lead, className="page-lead")
    look = name in LOOKED_AT
    kind = "page page-look" if look else "page"
    return html.Div(
        [
            dcc.Store(id=Ids.VIEW, data=data | {"lang": _asked(query)}),
            html.Header(
                [
                    html.H1(head.question, className="page-question"),
                    *([] if look else [explained]),
                    *unread(name, query, view),
                    *frozen(view, is_revised=name in REVISED),
                ],
                className="page-head",
            ),
            *content,
            *([explained] if look else []),
        ],
        className=f"{kind} page-{name.replace('_', '-')}",
        **{"data-made-from": made, "data-place": head.place},
    )


def frozen(view: View, is_revised: bool = False) -> list[Component]:
    """A link that is frozen at other data than the newest says so, and leads to those.

    With `is_revised` it tells which of its values are others now.
    """
    newest, shown = tables(), kept(view)
    if shown is newest:
        return []
    chosen = words(view.lang)
    old = shown.version if shown else view.v
    said = chosen("versions.kept" if shown else "shell.frozen", old=old, new=newest.version)
    link = html.A(chosen("versions.newest"), href=f"?{view.to_query(v='')}")
    values = revised(view, shown, newest) if shown and is_revised else []
    return [html.P([" ".join([said, *values]), " ", link], className="page-frozen", role="status")]


def page_link(text: str, path: str, view: View, class_name: str = "", **changes: Any) -> Component:
    """A link to the page at `path` with the same view, but for the `changes`; it names the language."""
    query = view.to_query(**changes)
    return dcc.Link(text, href=f"{path}?{query}" if query else path, className=class_name)


def section(chosen: Words, key: str, *content: Component, **properties: Any) -> Component:
    """A section of a page with the heading `key`."""
    return html.Section([html.H2(chosen(key), className="section-title"), *content], **properties)


def scrolling(table: Component, label: str) -> Component:
    """A table that scrolls inside the page where the screen is narrow, by keyboard too."""
    return html.Div(
        table, className="data-scroll", role="region", tabIndex="0", **{"aria-label": label}
    )


def _asked(query: Mapping[str, Any]) -> str:
    """The language that the address names; empty where the browser's settings decide."""
    return View.from_query({"lang": query.get("lang") or ""}).lang
