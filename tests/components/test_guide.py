"""Guidance: every chart can be read, every control is explained, in six languages."""

import ast
import re

import pytest

from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.registry import CHARTS
from dashboard.components.guide import CONTROLS, KEYS, first_hint
from dashboard.i18n import words
from dashboard.serving.prerender import prerender
from dashboard.settings import ROOT

# A sentence ends where a space or the end follows its stop; Chinese puts no space.
STOP = re.compile(r"[.!?؟](?=\s|$)|。")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_says_how_it_is_read(chart: str, lang: str) -> None:
    """Two to four sentences a chart: fewer explain nothing, more are not read."""
    assert 2 <= len(STOP.findall(words(lang)(f"guide.read.{chart}"))) <= 4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_hint_has_two_sentences(lang: str) -> None:
    """One for all, and one for those who have keys."""
    said = [words(lang)(f"guide.hint.{name}") for name in ("share", "delegates")]
    assert [len(STOP.findall(sentence)) for sentence in said] == [1, 1]
    assert all(sentence in prerender(first_hint(words(lang)), {}) for sentence in said)


def test_every_control_is_explained() -> None:
    """A control that a page gets is in the list of what the controls mean."""
    tree = ast.parse((ROOT / "dashboard" / "components" / "controls.py").read_text("utf-8"))
    made = {
        call.args[1].value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in {"_select", "_labelled"}
        and isinstance(call.args[1], ast.Constant)
    }
    assert {"scheme", "measure", "scale", "index"} <= made <= set(CONTROLS)


def test_no_key_means_two_things_in_one_place() -> None:
    """Two scripts that listened to the same key would both act."""
    for section in KEYS.values():
        keys = [key for pressed, _ in section for key in pressed]
        assert len(keys) == len(set(keys))
