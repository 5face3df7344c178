"""The documentation names everything that can be said to the dashboard."""

import re
import tomllib
from configparser import ConfigParser
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.check import validate
from dashboard.faces import all_faces
from dashboard.settings import ROOT, SETTINGS
from dashboard.view import PARAMETERS

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRACT = (ROOT / "docs" / "url-contract.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HOW_TO_ADD = (ROOT / "docs" / "how-to-add.md").read_text(encoding="utf-8")
GUIDES = "".join(re.findall(r"`[^`]*`|```.*?```", CONTRIBUTING + HOW_TO_ADD, re.DOTALL))
VERBS = re.findall(
    r'add_parser\("(\w+)"', (ROOT / "dashboard" / "__main__.py").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_settings_are_documented(setting: object) -> None:
    """The README has every setting that the environment can change."""
    assert f"| `{setting.name}` |" in README  # type: ignore[attr-defined]


@pytest.mark.parametrize("verb", VERBS)
def test_verbs_are_documented(verb: str) -> None:
    """The README has every verb of the command line."""
    assert f"`python -m dashboard {verb}" in README


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameters_are_documented(name: str) -> None:
    """The URL contract has every parameter."""
    assert f"| `{name}` |" in CONTRACT


@pytest.mark.parametrize("face", sorted({face for _, face in all_faces()}))
def test_faces_are_documented(face: str) -> None:
    """The URL contract has every face."""
    assert re.search(rf"^\| [^|]*`{face}`", CONTRACT, re.MULTILINE)


@pytest.mark.parametrize("word", sorted(set(re.findall(r"\bmake (\w+)", README + GUIDES))))
def test_make_words_exist(word: str) -> None:
    """Every make command of the README and of the guides is one of the Makefile."""
    assert re.search(rf"^{word}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("text", [CONTRIBUTING, HOW_TO_ADD], ids=["contributing", "how-to-add"])
def test_what_guides_name_exists(text: str) -> None:
    """Tests, folders and files that the guides send a newcomer to are there."""
    named = re.findall(r"(?<![\w/.])((?:tests|data|dashboard|docs)/[\w./-]+\w)(?![\w/]*[<*])", text)
    # The first line of a block says where the worked example would go.
    examples = set(re.findall(r"^# (\S+)$", text, re.MULTILINE))
    assert len(named) > 3
    assert [name for name in named if not (ROOT / name).exists() and name not in examples] == []


def test_contributing_is_one_page_with_five_commands() -> None:
    """It can be read before the first change, and its commands work."""
    commands = re.findall(r"^\| `([^`]+)` \|", CONTRIBUTING, re.MULTILINE)
    assert len(commands) == 5
    assert len(CONTRIBUTING.splitlines()) < 60
    assert "GOLDEN" in (ROOT / "tests" / "exports" / "test_golden.py").read_text(encoding="utf-8")


def test_editors_are_told_what_the_formatter_does() -> None:
    """The editor's settings are those that ruff formats by and that the scripts have."""
    config = ConfigParser()
    config.read_string("[top]\n" + (ROOT / ".editorconfig").read_text(encoding="utf-8"))
    ruff = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]
    assert config.getint("*", "max_line_length") == ruff["line-length"]
    assert config.getint("*.py", "indent_size") == ruff.get("indent-width", 4)
    indents = [
        len(line) - len(line.lstrip(" "))
        for path in (ROOT / "assets").rglob("*.css")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r" +[a-z-]+: [^;]*;$", line)
    ]
    assert min(indents) == config.getint("*", "indent_size")


def test_vintages_are_explained_as_they_are_checked() -> None:
    """The forms of a vintage that the guide names pass the check."""
    (forms,) = re.findall(r"such as `(\d+)`, `([\d-]+)` or `([\d-]+)`, as precise", HOW_TO_ADD)
    source = next(iter(catalogue().sources.values()))
    for form in forms:
        wrong = validate(replace(catalogue(), sources={source.id: replace(source, vintage=form)}))
        assert not [fault for fault in wrong if "vintage" in fault]


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
)
def test_links_lead_somewhere(page: Path) -> None:
    """Links between the documents lead to files that exist."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
