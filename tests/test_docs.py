"""The documentation names everything that can be said to the dashboard."""

import re
from pathlib import Path

import pytest

from dashboard.faces import all_faces
from dashboard.settings import ROOT, SETTINGS
from dashboard.view import PARAMETERS

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRACT = (ROOT / "docs" / "url-contract.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
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


@pytest.mark.parametrize("word", sorted(set(re.findall(r"\bmake (\w+)", README))))
def test_make_words_exist(word: str) -> None:
    """Every make command of the README is one of the Makefile."""
    assert re.search(rf"^{word}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))])
def test_links_lead_somewhere(page: Path) -> None:
    """Links between the documents lead to files that exist."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
