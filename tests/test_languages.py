"""A seventh language is an entry of the table and a folder of words; no code has a list of languages."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale

from dashboard.catalogue.languages import LANGUAGES
from dashboard.settings import I18N, ROOT

CODES = "|".join(LANGUAGES)
# A comparison with a code, or two codes as neighbours in a list or as keys.
COMPARED = re.compile(rf"""lang(?:uage)?\s*={{2,3}}\s*["'](?:{CODES})["']""")
LISTED = re.compile(
    rf"""["'](?:{CODES})["']\s*(?::[^,\n]*)?,\s*["']?(?:{CODES})["']?\s*[,:)\]}}]"""
)
# The fallback of committee mode's second language; the languages that the register was made in.
ALLOWED = {
    "frontend/src/room/enter.js": 'lang === "en"',
    "dashboard/text/programmes.py": '"en", "zh")',
}
SCRIPT = """
import sys
from dashboard.checks import findings
from dashboard.i18n import words
from dashboard.view import View
from dashboard.tables import tables
from dashboard.faces import render
from dashboard.app import create_app
page = create_app().server.test_client().get("/map?lang=he").text
assert '<html lang="he" dir="rtl"' in page, page[:200]
assert "עברית" in page
assert words("he").number(1234.5, 1) == "1,234.5"
assert words("he").economy("KIR") == "קיריבטי"
assert "קיריבטי" in render(View(lang="he", region="escap"), "map", "csv", tables())[0].decode()
view = View(lang="he")
assert len(render(view, "trend", "pptx", tables())[0]) > 10_000
assert "he" in render(view, "map", "html", tables())[0].decode()
print(*findings(None).faults, sep="\\n")
"""


def sources() -> list[Path]:
    """The code of the application, of the pages and of the front-end build."""
    kinds = {"dashboard": "*.py", "assets": "*.js", "frontend": "*.*js"}
    return [path for folder, kind in kinds.items() for path in (ROOT / folder).rglob(kind)]


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_code_has_no_list_of_languages(path: Path) -> None:
    """No tuple, no dictionary and no comparison that a seventh language would have to enter."""
    text = path.read_text(encoding="utf-8")
    found = [match[0] for rule in (COMPARED, LISTED) for match in rule.finditer(text)]
    allowed = ALLOWED.get(str(path.relative_to(ROOT)), "\0")
    assert [one for one in found if allowed not in one and one not in allowed] == []


def test_the_search_finds_what_it_is_for() -> None:
    """The lists that stood in the code once would be found."""
    assert COMPARED.search('if lang == "ar":')
    assert LISTED.search('LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")')
    assert LISTED.search('{"ar": "ar-SA", "zh": "zh-CN"}')


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_words_and_names(code: str) -> None:
    """The table and the folders are the same languages, and direction and names are CLDR's."""
    assert {path.name for path in I18N.iterdir() if path.is_dir()} == set(LANGUAGES)
    locale = Locale.parse(LANGUAGES[code].babel)
    assert (
        locale.character_order
        == {"rtl": "right-to-left", "ltr": "left-to-right"}[LANGUAGES[code].direction]
    )
    assert LANGUAGES[code].name.casefold() in (locale.get_display_name() or "").casefold()
    assert (
        LANGUAGES[code].plotly.lower() == "en"
        or (
            ROOT / "node_modules/plotly.js/lib/locales" / f"{LANGUAGES[code].plotly.lower()}.js"
        ).exists()
    )


def test_a_seventh_language_is_seen_everywhere(tmp_path: Path) -> None:
    """An entry and a folder, and nothing else: pages, slides, files and the check have it."""
    for folder in ("dashboard", "data/i18n"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    folders = ("assets", "build", "frontend", "data/catalogue", "data/tables", "data/geo")
    for name in (*folders, "requirements.txt", "package-lock.json", "pyproject.toml"):
        (tmp_path / name).symlink_to(ROOT / name)
    table = tmp_path / "data/i18n/languages.json"
    entries = json.loads(table.read_text(encoding="utf-8"))
    hebrew = dict.fromkeys(("babel", "browser", "plotly"), "he")
    entries["he"] = {"name": "עברית", "direction": "rtl", "office": "he-IL", **hebrew}
    table.write_text(json.dumps(entries), encoding="utf-8")
    shutil.copytree(I18N / "en", tmp_path / "data/i18n/he")
    # What English says of one, Hebrew says of one and of two: the check asks for both.
    for path in (tmp_path / "data/i18n/he").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^(.*\.)?one = (.*)\n(?!.*\btwo = )", r"\1one = \2\n\1two = \2\n", text)
        path.write_text(text, encoding="utf-8")
    name = tmp_path / "data/i18n/he/economies.toml"
    english = name.read_text(encoding="utf-8")
    name.write_text(english.replace('KIR = "Kiribati"', 'KIR = "קיריבטי"'), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "CACHE": "", "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), (
        done.stderr[-2000:] + done.stdout[:1000]
    )
