from dash import dcc, html

from dashboard.components.page import page, read_view
from dashboard.components.pickers import region_picker
from dashboard.i18n import words
from dashboard.ids import Ids, picker
from dashboard.view import View


def test_nonsense_falls_back() -> None:
    """A query that cannot be read gives the default view, never an error."""
    assert read_view({"indicator": "nonsense", "year": "soon", "economies": "??"}) == View()
    assert read_view({"indicator": ["internet-use", "egdi"]}) == View()


def test_language_of_the_tab() -> None:
    """Without a language in the address the page speaks that of the shell around it."""
    assert read_view({"facts": {"lang": "ru"}}).lang == "ru"
    assert read_view({"facts": {"lang": "ru"}, "lang": "es"}).lang == "es"


def test_an_open_language_stays_open() -> None:
    """A language that only the browser's settings chose is not written into addresses."""
    query = {"facts": {"lang": "fr"}}
    store = page("map", query, read_view(query), html.P()).children[0]
    assert isinstance(store, dcc.Store)
    assert store.id == Ids.VIEW
    assert store.data["lang"] == ""


def test_pickers_show_what_is_chosen() -> None:
    """The button of a picker names the choice before any script has run."""
    tree = region_picker(words("en"), View(region="escap"))
    label = next(n for n in tree._traverse() if getattr(n, "id", None) == picker("region", "label"))
    assert "ESCAP" in label.children
