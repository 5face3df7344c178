"""Which words the code asks for and what it fills into them, read from the code itself."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.settings import ROOT

# "pages.map.title"; a part that the code fills in stands as {}
KEY = re.compile(r"[a-z_]+(\.([A-Za-z0-9_-]|\{\})+)+")
FILES = (".toml", ".csv")
# What the words of a language are called where they are asked.
ASKED = {"words", "chosen", "self"}


@dataclass(frozen=True, slots=True)
class Use:
    """A key in a file of the code, with the names that it fills in; None where they are not seen."""

    file: str
    key: str
    names: frozenset[str] | None

    @property
    def is_exact(self) -> bool:
        """Whether the code names one word, and not one of a kind."""
        return "{}" not in self.key

    def shows(self, key: str) -> bool:
        """Whether words are meant: those of this name, or all of the table of this name."""
        return bool(_compiled(self.key, r"(\..+)?").fullmatch(key))

    def asks(self, key: str) -> bool:
        """Whether words, without their plural form, are those of this name."""
        return bool(_compiled(self.key).fullmatch(key))


@cache
def _compiled(key: str, more: str = "") -> re.Pattern[str]:
    return re.compile(re.escape(key).replace(r"\{\}", "[^.]+") + more)


@cache
def uses(folder: Path = ROOT / "dashboard") -> dict[str, list[Use]]:
    """Every string of the code that looks like the key of words, each once, by its first part."""
    found: dict[Use, None] = {}
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes = list(ast.walk(tree))
        given = dict(_given(nodes))
        for node, text in _texts(nodes):
            if KEY.fullmatch(text) and not text.endswith(FILES):
                found[Use(path.name, text, given.get(id(node)))] = None
    by_table: dict[str, list[Use]] = {}
    for use in found:
        by_table.setdefault(use.key.partition(".")[0], []).append(use)
    return by_table


def _texts(nodes: list[ast.AST]) -> Iterator[tuple[ast.AST, str]]:
    """All strings; parts that are filled in are {}."""
    inside = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)
            yield node, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and id(node) not in inside:
            yield node, str(node.value)


def _given(nodes: list[ast.AST]) -> Iterator[tuple[int, frozenset[str]]]:
    """The strings that words are asked by in a call that names all it fills in."""
    for call in nodes:
        if isinstance(call, ast.Call) and call.args and _is_asked(call.func):
            names = [keyword.arg for keyword in call.keywords]
            # What is asked for without values is filled in by the browser, if by anybody.
            if names and None not in names:
                for node in _choices(call.args[0]):
                    yield id(node), frozenset(filter(None, names))


def _is_asked(called: ast.expr) -> bool:
    if isinstance(called, ast.Call):  # words(lang)("key")
        return isinstance(called.func, ast.Name) and called.func.id == "words"
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in ASKED


def _choices(node: ast.expr) -> Iterator[ast.expr]:
    """The strings that an argument may be: itself, or either side of a condition."""
    if isinstance(node, ast.IfExp):
        yield from _choices(node.body)
        yield from _choices(node.orelse)
    else:
        yield node
