"""Style sheets name what is there: a class or an id that nothing writes is a dead rule."""

import re
from pathlib import Path

import pytest

from dashboard.settings import CATALOGUE, ROOT

SHEETS = [*(ROOT / "assets").glob("*.css"), *(ROOT / "frontend" / "src").rglob("*.css")]
WORD = re.compile(r"[\w-]+")
# What plotly.js, its own page of measures and Dash write.
OF_LIBRARIES = {"main-svg", "draglayer", "js-line", "js-plotly-tester", "dash-graph"}


def texts(folder: Path, *endings: str) -> str:
    """All files of a folder that end so, as one text."""
    paths = [path for ending in endings for path in folder.rglob(f"*{ending}")]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


CODE = texts(ROOT / "dashboard", ".py", ".html") + texts(ROOT / "frontend" / "src", ".js")
WRITTEN = set(WORD.findall(CODE))
# f"is-{one.verdict}", `column-${kind}`: a beginning, whose end is a word of code or catalogue.
BEGINNINGS = set(re.findall(r"([\w-]+-)\$?\{", CODE))
ENDS = WRITTEN | set(WORD.findall(texts(CATALOGUE, ".toml", ".csv")))


def named(sheet: str) -> set[str]:
    """The classes and ids in the selectors of a style sheet.

    "a.b:is(.c, #d) { color: #eee }" names b, c and d.
    """
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    selectors = [text for text in re.findall(r"([^{};]+)\{", bare) if "@" not in text]
    return {name for text in selectors for name in re.findall(r"[.#]([A-Za-z_][\w-]*)", text)}


def is_written(name: str) -> bool:
    """Whether code writes a class or an id, whole or in two parts."""
    parts = ((name[:k], name[k:]) for k in range(1, len(name)))
    return name in WRITTEN | OF_LIBRARIES or any(
        start in BEGINNINGS and end in ENDS for start, end in parts
    )


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_class_of_a_sheet_is_written_by_code(sheet: Path) -> None:
    """No rule is left behind by what it was for."""
    found = named(sheet.read_text(encoding="utf-8"))
    assert {name for name in found if not is_written(name)} == set()


def test_a_dead_rule_is_seen() -> None:
    """In whatever part of a selector; colours, comments and files are no classes."""
    sheet = "/* .z */ a.b:is(.c, #d) > .e-f { color: #eee; mask: url(g.svg) } @media (x) { .h { } }"
    assert named(sheet) == {"b", "c", "d", "e-f", "h"}
    assert not is_written("figure-box-qqq")
    assert is_written("is-confirmed")
    assert not is_written("is-confirmed-qqq")
