"""What is folded on a screen until it is asked for, and open on paper (`assets/content.css`).

Imports words.
"""

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import Words


def fold(title: str, *content: Component) -> Component:
    """A line that unfolds the content; a key opens it, and a search in the page does."""
    return html.Details([html.Summary(title), *content], className="fold")


def counted(words: Words, title: str, number: int) -> str:
    """A title with how many there are: "No open data (57)"."""
    return words("pages.fold.counted", title=title, number=words.number(number))
