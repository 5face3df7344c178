"""Components are made and told quickly, and say what Dash's own would say."""

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.serving.components import told, walked


def test_every_component_is_met_once() -> None:
    """A walk meets what Dash's own meets, in its order: alone, in lists, between words."""
    tree = html.Div(
        [
            html.P(html.Strong("alone", id="a"), id="p"),
            "words",
            html.Ul((html.Li("1", id="one"), None, html.Li([dcc.Store(id="s"), 5]))),
        ],
        id="top",
    )
    met = [getattr(part, "id", None) for part in walked(tree)]
    assert met == ["top", "p", "a", None, "one", None, "s"]


@pytest.mark.parametrize("turn", ["checked by Dash", "made like it"])
def test_a_component_says_what_it_was_given(turn: str) -> None:  # noqa: ARG001  # the second is quick
    """Every property in the order in which it was written, and empty children where Dash has them."""
    cell = html.Td("a", className="c", **{"data-of": "b", "aria-hidden": "true"})
    assert [*told(cell)["props"].items()] == [
        ("children", "a"),
        ("className", "c"),
        ("data-of", "b"),
        ("aria-hidden", "true"),
    ]
    assert told(html.Br()) == {
        "props": {"children": None},
        "type": "Br",
        "namespace": "dash_html_components",
    }
    assert told(dcc.Location("here", pathname="/"))["props"] == {"id": "here", "pathname": "/"}
    assert told(dbc.Input(id="i", value=0))["props"] == {"id": "i", "value": 0}


@pytest.mark.parametrize("turn", ["first", "again"])
def test_a_name_that_dash_does_not_know_is_still_refused(turn: str) -> None:  # noqa: ARG001
    """What Dash has refused once is asked anew, and refused anew; so is an id that is missing."""
    with pytest.raises(TypeError, match="clas"):
        html.Td("a", clas="b")
    with pytest.raises(TypeError, match="id"):
        dcc.Location(pathname="/")


def test_no_component_knows_of_another() -> None:
    """What is set on one is on no other, and each is one of its class."""
    one, other = html.P("a"), html.P("b")
    one.title = "of one"  # type: ignore[attr-defined]
    assert (one.children, other.children) == ("a", "b")  # type: ignore[attr-defined]
    assert "title" not in told(other)["props"]
    assert isinstance(other, html.P)
    assert isinstance(other, Component)


def test_a_picture_that_its_address_holds_waits_until_it_is_near() -> None:
    """Its load is lazy, and is said to be before it begins; one that is fetched comes at once."""
    held = told(html.Img(src="data:x", alt="up"))["props"]
    assert held["loading"] == "lazy"
    assert [*held].index("loading") < [*held].index("src")
    assert "loading" not in told(html.Img(src="/view/map.preview"))["props"]
