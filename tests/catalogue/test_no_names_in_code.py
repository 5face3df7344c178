"""Code names no indicator, economy, group, source or target: what is singled out stands in the catalogue."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dashboard.catalogue import catalogue
from dashboard.settings import ROOT

PACKAGE = ROOT / "dashboard"
SCRIPTS = [ROOT / "assets", ROOT / "frontend"]
QUOTED = re.compile(r"""(["'`])([A-Za-z0-9-]+)\1""")
WORD = re.compile(r"[A-Za-z0-9-]+")
# An id inside a longer text: the key of a word, or a part of a query.
KEYED = re.compile(
    r"(?:\b(?:indicators|groups|schemes|themes|panels|targets|measures|sources)\.|"
    r"\b(?:indicator|region|economies|scheme|panel|target|against)=)([A-Za-z0-9-]+)"
)
# Words that are also ids but mean something else where they stand, with what they mean there. That a
# group is the world is its kind, so the kinds stand in one place.
OTHERWISE = {
    ("__main__.py", "escap"): "an example",
    ("catalogue/claims.py", "subscriptions"): "a reason why nothing is compared",
    ("catalogue/models.py", "development"): "a kind of group",
    ("catalogue/models.py", "income"): "a kind of group",
    ("catalogue/models.py", "itu"): "a kind of group",
    ("catalogue/models.py", "unctad"): "a kind of group",
    ("catalogue/models.py", "transition"): "a kind of group",
    ("catalogue/models.py", "world"): "a kind of group",
    ("components/choices.py", "development"): "a kind of group",
    ("components/choices.py", "transition"): "a kind of group",
    ("components/choices.py", "income"): "a kind of group",
    ("components/choices.py", "unctad"): "a kind of group",
    ("components/programmes.py", "skills"): "a column",
    ("components/scorecard.py", "world"): "a column",
    ("exports/parquet.py", "population"): "a column",
    ("exports/metadata.py", "coverage"): "a key of the description",
    ("offline/pack/data.py", "world"): "a column",
    ("offline/pack/page.py", "world"): "a column",
    ("rows/scatter.py", "population"): "a column",
    ("pages/about.py", "development"): "a paragraph",
    ("pipeline/checks.py", "coverage"): "a table",
    ("pipeline/gaps.py", "coverage"): "a column",
    ("pipeline/profiles.py", "income"): "a kind of group",
    ("pipeline/published.py", "itu-aggregates"): "a reader",
    ("pipeline/readers/itu_idi.py", "idi"): "a series of the publisher",
    ("pipeline/readers/registry.py", "itu-idi"): "a reader",
    ("pipeline/readers/registry.py", "itu-internet-by-sex"): "a reader",
    ("pipeline/readers/registry.py", "un-egov"): "a reader",
    ("pipeline/readers/un.py", "egdi"): "a series of the publisher",
    ("pipeline/serve.py", "coverage"): "a column",
    ("samples.py", "coverage"): "a name in braces",
    ("share.js", "PNG"): "a format of pictures",
    ("text/economy.py", "income"): "a kind of group",
}


@cache
def ids() -> frozenset[str]:
    """Every id of the catalogue."""
    known = catalogue()
    return frozenset(
        {*known.themes, *known.indicators, *known.economies, *known.groups, *known.schemes}
        | {*known.sources, *known.targets, *known.measures, *known.panels}
    )


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of a Python file with its line; what stands alone, such as a docstring, is no code."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


def named(text: str) -> set[str]:
    """The ids that a text is, or holds as a key or in a query; anywhere, if no common word is like it."""
    rare = {one for one in WORD.findall(text) if "-" in one or one in catalogue().economies}
    return {text, *rare, *KEYED.findall(text)} & ids()


def found() -> Iterator[tuple[str, str, int]]:
    """(file, id, line) of every id in code."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for line, text in texts(path):
            yield from ((str(path.relative_to(PACKAGE)), one, line) for one in named(text))
    for path in sorted(file for folder in SCRIPTS for file in folder.rglob("*.*js")):
        for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            quoted = {word for _, word in QUOTED.findall(text)} & ids()
            yield from ((path.name, one, line) for one in quoted)


def test_code_names_nothing_of_the_catalogue() -> None:
    """An id in code is a word that means something else there, and is listed above with its meaning."""
    names = [f"{file}:{line} {one}" for file, one, line in found() if (file, one) not in OTHERWISE]
    assert names == [], f"{len(names)} names in code"


def test_every_exception_is_needed() -> None:
    """What is listed above stands in code."""
    assert set(OTHERWISE) - {(file, one) for file, one, _ in found()} == set()
