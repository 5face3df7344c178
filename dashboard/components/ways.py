"""Links inside a page that take the view of the moment along, as those of the header do.

The server writes them for the view that the page is opened with; `frontend/src/links.js` follows it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from dash import dcc
from dash.development.base_component import Component

from dashboard.components.facts import view_data
from dashboard.ids import way
from dashboard.serving.components import walked
from dashboard.view import View

TIMES = ("year", "years")


def timed(content: Sequence[Component], view: View) -> list[Component]:
    """The content, its links with the view's year and years, where it was made of the newest ones."""
    times = tuple((name, getattr(view, name)) for name in TIMES)
    for part in content:
        links: list[Any] = [one for one in walked(part) if type(one) is dcc.Link]
        for link in links:
            link.href = _at(link.href, times)
    return list(content)


@lru_cache(1024)
def _at(address: str, times: tuple[tuple[str, Any], ...]) -> str:
    """An address of ours with these years, unless it says others."""
    parts = urlsplit(address)
    query = {name: texts[0] for name, texts in parse_qs(parts.query).items()}
    lacking = {name: value for name, value in times if name not in query}
    written = View.from_query(query).to_query(**lacking)
    return f"{parts.path}?{written}" if written else parts.path


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
