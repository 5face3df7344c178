"""What browsers may ask of Dash itself: the page at an address, and nothing else.

Every other callback runs in the browser. Dash looks things up in whatever JSON it is sent and fails
on what it does not find, so the question is read here first. Imports settings and the answers.
"""

from typing import Any

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, request

from dashboard.serving.answers import sentence
from dashboard.settings import rooted

UPDATE = "/_dash-update-component"
Question = dict[str, Any]


def refuse_nonsense(app: Dash) -> None:
    """Answer 400 to what no page of ours asks of Dash, 404 to scripts that it does not have."""
    server = app.server

    def refuse() -> Response | None:
        if request.path != UPDATE or request.method != "POST":
            return None
        body = request.get_json(silent=True)
        if any(is_asked(body, one) for one in app._callback_list):  # noqa: SLF001  # no other way
            return None
        return sentence("This is no question that a page of this dashboard asks.", 400)

    server.before_request(refuse)
    server.register_error_handler(DependencyException, _unknown_script)


def _unknown_script(_: DependencyException) -> Response:
    return sentence("There is no script of this name.", 404)


def is_asked(body: object, callback: Question) -> bool:
    """Whether a body asks for a callback of the server, and gives what it takes: texts, and facts."""
    if callback["clientside_function"] or not isinstance(body, dict):
        return False
    given = [*_listed(body, "inputs"), *_listed(body, "state")]
    taken = [*callback["inputs"], *callback["state"]]
    return (
        body.get("output") == callback["output"]
        and [_place(one) for one in given] == [_place(one) for one in taken]
        and all(_is_of_an_address(one) for one in given[: len(callback["inputs"])])
        and all(_are_facts(one.get("value")) for one in given[len(callback["inputs"]) :])
        and all(isinstance(one, str) for one in _listed(body, "changedPropIds"))
        and _are_outputs(body.get("outputs"), callback["output"])
    )


def _listed(body: Question, name: str) -> list[Any]:
    found = body.get(name)
    return found if isinstance(found, list) else []


def _place(one: object) -> tuple[object, object]:
    return (one.get("id"), one.get("property")) if isinstance(one, dict) else (None, None)


def _is_of_an_address(one: Question) -> bool:
    """Whether it is a text; that of a path begins with the root of ours."""
    value = one.get("value")
    return isinstance(value, str) and (
        one["property"] != "pathname" or value.startswith(rooted("/"))
    )


def _are_facts(value: object) -> bool:
    """Whether pages can take it: they read the language alone, and find it out themselves without."""
    return value is None or (isinstance(value, dict) and isinstance(value.get("lang", ""), str))


def _are_outputs(outputs: object, named: str) -> bool:
    """Whether the parts are those that the name of a callback joins: "..a.children...b.data.."."""
    parts = outputs if isinstance(outputs, list) else []
    places = (_place(part) for part in parts)
    return "...".join(f"{name}.{of}" for name, of in places) == named.strip(".")
