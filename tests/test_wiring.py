"""What ties pages, callbacks and the browser's scripts together: ids, functions, words."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dash
import orjson
import pytest
from dash.development.base_component import Component
from werkzeug.test import Client

from dashboard.components.facts import BROWSER_WORDS
from dashboard.components.room import ROOM_WORDS
from dashboard.components.shell import shell
from dashboard.ids import Ids

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "frontend" / "src"
SCRIPTS = {
    path.name: path.read_text(encoding="utf-8")
    for path in SRC.rglob("*.js")
    if path.parent.name != "offline"
}
SOURCES = sorted((ROOT / "dashboard").rglob("*.py"))
# Buttons that a script puts on the page: choices of pickers, and chips of economies.
BUILT_BY_SCRIPTS = {("choose", "value")}
Key = str | tuple[str, ...]


@pytest.fixture(scope="module")
def callbacks(client: Client) -> list[dict[str, Any]]:
    """All callbacks, as the browser is told of them; Dash's own for pages are left out."""
    listed = orjson.loads(client.get("/_dash-dependencies").data)
    return [one for one in listed if "_pages_" not in one["output"] + str(one["inputs"])]


@pytest.fixture(scope="module")
def named(app: Any) -> list[Component]:
    """Everything on any page that has an id."""
    assert app is not None
    pages = [page["layout"]() for page in dash.page_registry.values()]
    trees = [shell("en"), *pages]
    return [node for tree in trees for node in _nodes(tree) if getattr(node, "id", None)]


@pytest.fixture(scope="module")
def known(named: list[Component]) -> set[Key]:
    """The ids of everything on any page; a pattern id counts as its names."""
    return {_key(node.id) for node in named}


def _nodes(tree: Component) -> Iterator[Component]:
    yield tree
    yield from tree._traverse()


def _key(identity: object) -> Key:
    """A plain id as it is; of a pattern id, written as JSON or not, its names."""
    if isinstance(identity, str) and identity.startswith("{"):
        identity = orjson.loads(identity)
    return tuple(sorted(identity)) if isinstance(identity, dict) else str(identity)


def _outputs(callback: dict[str, Any]) -> list[str]:
    """Of "..a.children...b.href.." two, of "a.children" one, of a nameless output none."""
    text = callback["output"].split("@")[0]
    if text.startswith(".."):
        return str(text.removeprefix("..").removesuffix("..")).split("...")
    return [text] if "." in text else []


def test_outputs_are_written_once(callbacks: list[dict[str, Any]]) -> None:
    """No two callbacks write the same property: Dash would keep the last one without a word."""
    counted = Counter(output for callback in callbacks for output in _outputs(callback))
    assert [output for output, times in counted.items() if times > 1] == []
    assert len(counted) > 20


def test_every_id_exists(callbacks: list[dict[str, Any]], known: set[Key]) -> None:
    """Whatever a callback reads or writes is on a page, or is put there by a script."""
    outputs = {_key(out.rpartition(".")[0]) for one in callbacks for out in _outputs(one)}
    read = {_key(part["id"]) for one in callbacks for part in (*one["inputs"], *one["state"])}
    assert (outputs | read) - known - BUILT_BY_SCRIPTS == set()


def test_every_property_exists(callbacks: list[dict[str, Any]], named: list[Component]) -> None:
    """Whatever a callback reads or writes of a component is a property that it has."""
    ties = {tuple(out.rsplit(".", 1)) for one in callbacks for out in _outputs(one)}
    parts = (part for one in callbacks for part in (*one["inputs"], *one["state"]))
    ties |= {(part["id"], part["property"]) for part in parts}
    wrong = [
        (identity, name, type(node).__name__)
        for identity, name in ties
        for node in named
        if _is_of(node.id, identity)
        and name not in {*node._prop_names, *node.to_plotly_json()["props"]}
    ]
    assert wrong == []
    assert len(ties) > 40


def _is_of(identity: object, tied: str) -> bool:
    """Whether a callback's id, a pattern as JSON or a plain one, means that of a component."""
    if not isinstance(identity, dict) or not tied.startswith("{"):
        return str(identity) == tied
    pattern = orjson.loads(tied)
    return pattern.keys() == identity.keys() and all(
        isinstance(value, list) or str(value) == str(identity[name])
        for name, value in pattern.items()
    )


def test_every_id_is_used(known: set[Key]) -> None:
    """No id is defined in vain."""
    assert set(map(str, Ids)) - known == set()


def test_functions_exist(callbacks: list[dict[str, Any]]) -> None:
    """Every function that a callback names is registered, and every one of these is called."""
    named = {one["clientside_function"]["function_name"] for one in callbacks}
    (registered,) = re.findall(
        r"^register\(\{(.+?)\}\);", SCRIPTS["app.js"], re.DOTALL | re.MULTILINE
    )
    assert named == set(re.findall(r"^  (\w+)", registered, re.MULTILINE)) - {"shared"}


def test_pages_work_without_the_server(callbacks: list[dict[str, Any]]) -> None:
    """No callback of ours asks the server: controls act at once, and data are fetched as faces."""
    assert [one["output"] for one in callbacks if not one["clientside_function"]] == []


def test_no_literal_ids() -> None:
    """Ids have one home: no layout and no callback spells one out."""
    found = [
        f"{path.name}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _literal_id(node)
    ]
    assert found == []


def _literal_id(call: ast.Call) -> bool:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    spelled = [keyword.value for keyword in call.keywords if keyword.arg == "id"]
    if name in {"Input", "Output", "State"} and call.args:
        spelled.append(call.args[0])
    return any(isinstance(value, ast.Constant | ast.Dict) for value in spelled)


def test_scripts_know_the_ids() -> None:
    """The ids that scripts read from the facts are those of the pages."""
    asked = {name for text in SCRIPTS.values() for name in re.findall(r"\bids\.([A-Z_]+)", text)}
    assert asked - set(Ids.__members__) == set()
    assert "VIEW" in asked


def test_scripts_have_their_words() -> None:
    """Every word that a script shows is sent to it, and none is sent in vain."""
    code = "\n".join(SCRIPTS.values())
    quoted = set(re.findall(r'"([\w-]+)"', code)) | set(re.findall(r"`(\w+)\.\$", code))
    direct = set(re.findall(r'\bwords\("(\w+)"', code))
    buttons = {f"room_{name}" for name in re.findall(r'^  \["(\w+)", ', code, re.MULTILINE)}
    assert direct - {*BROWSER_WORDS, *ROOM_WORDS} == set()
    assert {*BROWSER_WORDS, *ROOM_WORDS} - quoted - buttons == set()
