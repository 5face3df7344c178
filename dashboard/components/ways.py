"""Links inside a page that take the view of the moment along, as those of the header do.

The server writes them for the view that the page is opened with; `frontend/src/links.js` follows it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from dash import dcc
from dash.development.base_component import Component

from dashboard.components.facts import view_data
from dashboard.ids import way
from dashboard.serving.components import walked
from dashboard.view import PARAMETERS, View


def timed(content: Sequence[Component], view: View) -> list[Component]:
    """The content, its links with the view's year and years, where it was made of the newest ones."""
    times = View(year=view.year, years=view.years).to_query()
    for part in walked([*content] if times else []):
        if type(part) is dcc.Link:
            link: Any = part
            link.href = _at(link.href, times)
    return list(content)


def _at(address: str, times: str) -> str:
    """An address of ours with these years, unless it says others."""
    path, _, query = address.partition("?")
    pairs = [*times.split("&"), *query.split("&")]
    said = {pair.partition("=")[0]: pair for pair in pairs}
    return f"{path}?{'&'.join(said[name] for name in PARAMETERS if name in said)}"


def holding(view: View, names: Iterable[str]) -> str:
    """A query string that holds these parameters of a view fast, those with their default too."""
    texts = view_data(view)
    return urlencode({name: texts[name] for name in names}, safe="~,")


def carried(
    content: Any, path: str, view: View, part: str, class_name: str = "", **held: Any
) -> Component:
    """A link to the page at `path` with the view of the moment, but for what it holds fast.

    `part` tells links apart that hold the same.
    """
    shown = replace(view, **held)
    query = shown.to_query()
    address = f"{path}?{query}" if query else path
    return dcc.Link(
        content, id=way(path, holding(shown, held), part), href=address, className=class_name
    )
