"""The key above or below a figure: what its colours and marks mean, as a list."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.figures.keys import Key
from dashboard.theme import on_page


def key_list(keys: Sequence[Key]) -> list[Component]:
    """The keys, a mark or a box of the colour and its words each; nothing where there are none."""
    items = [html.Li([_sign(key), key.text]) for key in keys]
    return [html.Ul(items, className="key-list")] if items else []


def _sign(key: Key) -> Component:
    if key.symbol:
        return html.Span(key.sign, className="key-sign", style={"color": on_page(key.colour)})
    return html.Span(className="key-swatch", style={"background": on_page(key.colour)})
