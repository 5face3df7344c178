"""The rules of the house that no single file can show: who imports whom, what is loaded, sizes."""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "dashboard"
FILES = sorted(PACKAGE.rglob("*.py"))

DOCUMENT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
FLOORS = re.findall(r"## Layers.*?```\n(.*?)```", DOCUMENT, re.DOTALL)[0].splitlines()
# Who may import whom: a room imports rooms of lower floors, and its own; floors from the ground up.
RANKS = {name: rank for rank, floor in enumerate(reversed(FLOORS)) for name in floor.split()}
# Never to be in a process that serves: they belong to the pipeline, and cost 60 MiB and a second.
PIPELINE_ONLY = {"pandas", "numpy", "geopandas", "pyarrow", "shapely", "python_calamine"}


@cache
def imports(path: Path) -> list[tuple[str, bool]]:
    """What a file imports, as dotted names, and whether it does so as soon as it is imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    at_once = {id(node) for statement in tree.body for node in _outside_functions(statement)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, id(node) in at_once) for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [(name, id(node) in at_once) for name in names]
    return found


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    if not isinstance(node, ast.FunctionDef):
        for child in ast.iter_child_nodes(node):
            yield from _outside_functions(child)


def room(path: Path) -> str:
    """The first part of a file's name below the package: "figures", "app"."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rooms_imported(path: Path) -> set[str]:
    """The rooms of the package that a file imports."""
    names = (name.split(".") for name, _ in imports(path))
    return {parts[1] for parts in names if parts[0] == "dashboard" and len(parts) > 1}


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Every function of a file with the number of its lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_every_room_has_a_rank() -> None:
    """Rooms and the floors of the document are the same, so a new one says first where it stands."""
    assert {room(path) for path in FILES} - {"__init__"} == set(RANKS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    """A file imports rooms below its own only, so that each can be read without those above."""
    own = room(path)
    if own == "__init__":
        assert rooms_imported(path) == set()
        return
    above = {name for name in rooms_imported(path) - {own} if RANKS[name] >= RANKS[own]}
    assert above == set()


@pytest.mark.parametrize(
    "name", [name for name in RANKS if RANKS[name] < RANKS["serving"] or name == "pipeline"]
)
def test_rooms_without_dash(name: str) -> None:
    """Figures, words and faces can be used without a web application: they never import Dash."""
    found = {
        imported
        for path in FILES
        if room(path) == name
        for imported, _ in imports(path)
        if imported.split(".")[0] in {"dash", "flask", "dash_bootstrap_components"}
    }
    assert found == set()


def test_pipeline_is_entered_by_the_build_verb_alone() -> None:
    """Only the command line imports the pipeline, and only inside its verb."""
    found = {
        (room(path), at_once)
        for path in FILES
        if room(path) != "pipeline"
        for name, at_once in imports(path)
        if name.startswith("dashboard.pipeline")
    }
    assert found == {("__main__", False)}


def test_serving_loads_nothing_of_the_pipeline() -> None:
    """A process that serves pages and faces never loads pandas, geopandas or their kind."""
    script = (
        "import sys; from dashboard.app import create_app; client = create_app().server.test_client()\n"
        "for path in ('/', '/map', '/view/map.json', '/view/gap.csv', '/view/map.xlsx',\n"
        " '/view/map.parquet', '/view/map.sdmx.csv', '/data/datapackage.json', '/data/gaps.parquet'):\n"
        "    assert client.get(path, follow_redirects=True).status_code == 200\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names = set(loaded.stdout.split())
    assert "flask" in names
    assert names & PIPELINE_ONLY == set()


def test_files_and_functions_can_be_read_at_a_sitting() -> None:
    """No file is over 400 lines, no function over 60; the median stays near 130 and 10."""
    lines = {str(path): path.read_text(encoding="utf-8").count("\n") for path in FILES}
    sizes = {f"{path}:{name}": size for path in FILES for name, size in functions(path)}
    assert {path for path, count in lines.items() if count > 400} == set()
    assert {name for name, size in sizes.items() if size > 60} == set()
    assert statistics.median(lines.values()) <= 150
    assert statistics.median(sizes.values()) <= 12


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_say_what_they_are_for(path: Path) -> None:
    """Every file opens with a sentence about itself."""
    opening = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert opening
    assert opening.splitlines()[0][-1] in ".;,:" or len(opening.splitlines()) > 1


def test_ids_are_never_literal() -> None:
    """A component's id comes from `ids.py`, so that a typing error is an error and not silence."""
    found = [
        f"{path}:{keyword.value.lineno}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "id" and isinstance(keyword.value, ast.Constant)
    ]
    assert found == []
