"""The slides of a whole page by one button; `frontend/src/decks.js` asks for them."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import Words


def page_deck(chosen: Words, slides: Sequence[str]) -> Component:
    """A button for the deck of these slides, each a chart, and after "?" what it holds fast.

    All else is of the view that the page then has.
    """
    button = html.Button(
        chosen("pages.deck"),
        type="button",
        className="share-button page-deck",
        **{"data-slides": " ".join(slides)},
    )
    return html.P(button)
