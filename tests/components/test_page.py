import pytest
from dash import dcc, html

from dashboard.components.page import Head, page, read_view
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


def _told(name: str, query: dict[str, str]) -> list[str]:
    tree = page(name, query, read_view(query), html.P(), said=Head("Question?", "Lead."))
    return [
        node.children
        for node in tree._traverse()
        if "page-unread" in (getattr(node, "className", None) or "")
    ]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            {"indicator": "cybersecurity"},
            "This view has no indicator=cybersecurity; shown instead: Internet use.",
        ),
        ({"economies": "KIR~XXX"}, "Not known in economies, and left out: XXX."),
        (
            {"indicator": "fixed-broadband", "year": "1991"},
            "This view has no year=1991; shown instead: 2000.",
        ),
    ],
)
def test_what_an_address_asks_in_vain_is_told_in_one_line(query: dict[str, str], said: str) -> None:
    """An unknown indicator, a piece that is no economy, a year without data: each says so at the head."""
    assert _told("map", query) == [said]


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("theme", {"theme": "foo"}, "This view has no theme=foo; shown instead: Use."),
        ("map", {"theme": "foo"}, "Not known in theme, and left out: foo."),
        ("map", {"target": "foo"}, "Not known in target, and left out: foo."),
        ("theme", {"panel": "foo"}, "Not known in panel, and left out: foo."),
        ("gap", {"measure": "foo"}, "This view has no measure=foo; shown instead: Difference."),
        ("map", {"year": "3000"}, "This view has no year=3000; shown instead: 2024."),
        ("trends", {"years": "2020..2010"}, "Not known in years, and left out: 2020..2010."),
        ("trends", {"years": "2030..2040"}, "Not known in years, and left out: 2030..2040."),
        ("gap", {"years": "earliest..1970"}, "Not known in years, and left out: earliest..1970."),
        ("programmes", {"programme": "zz"}, "Not known in programme, and left out: zz."),
    ],
)
def test_what_is_shown_instead_has_a_name(name: str, query: dict[str, str], said: str) -> None:
    """By its name, never by the word of the address; what the page shows nothing of is left out."""
    assert _told(name, query) == [said]


@pytest.mark.parametrize(
    "query",
    [{}, {"economies": "KIR,FJI"}, {"economies": "KIR~FJI~"}, {"year": "2020"}, {"lang": "xx"}],
)
def test_an_address_that_can_be_read_is_no_matter(query: dict[str, str]) -> None:
    """Nothing is said where all is shown as asked."""
    assert _told("map", query) == []
