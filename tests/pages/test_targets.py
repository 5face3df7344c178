"""The targets page: every measure has its row, and what is not measured says so."""

import json
import re
from importlib import import_module

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.catalogue.models import TARGET_SETS
from dashboard.components.targets import glance, measures_of, targets_brief
from dashboard.i18n import words
from dashboard.tables import tables
from dashboard.text.pace import measured
from dashboard.view import View

MARK = r', \{"props": \{"children": "unofficial wording"'


def _written(**query: str) -> str:
    page = import_module("dashboard.pages.targets")
    return json.dumps(page.layout(**query), cls=PlotlyJSONEncoder, ensure_ascii=False)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_measure_has_a_row(lang: str) -> None:
    """All measures of all sets are named, measured or not."""
    text = _written(lang=lang)
    chosen = words(lang)
    for measure in catalogue().measures:
        assert json.dumps(chosen(f"measures.{measure}.name"), ensure_ascii=False)[1:-1] in text


def test_sets_hold_all_measures() -> None:
    """No measure of the catalogue is left off the page."""
    listed = [measure.id for name in TARGET_SETS for measure in measures_of(name)]
    assert sorted(listed) == sorted(catalogue().measures)


def test_the_grid_has_a_sign_for_each_region_and_target() -> None:
    """The five commissions and the world stand beside each other, each sign with its word."""
    subject = measured(View(lang="en", region="escap"), tables())
    text = json.dumps(glance(subject), cls=PlotlyJSONEncoder)
    for name in ("ECA", "ECE", "ECLAC", "ESCAP", "ESCWA"):
        assert f'"children": "{name}", "href": "/targets' in text
    assert '"children": "World"' in text
    for word in ("Met", "On track", "Off track", "Missed", "Cannot be judged"):
        assert f'"{word}", "className": "visually-hidden"' in text


@pytest.mark.parametrize("economy", ["KIR", "TUV", "NRU", "CHN", "IND", "KEN", "PSE", "ESH", "DEU"])
def test_every_kind_of_economy_has_a_page(economy: str) -> None:
    """Economies with much and with little data are all laid out."""
    text = _written(economies=economy, lang="en")
    assert words("en").economy(economy) in text
    assert "No open data" in text


def test_what_cannot_be_measured_is_said() -> None:
    """A measure without an indicator shows the words, and no number."""
    text = _written(economies="KIR", lang="en")
    unmeasured = [m for m in catalogue().measures.values() if not m.indicator]
    assert text.count("verdict is-no-data") >= len(unmeasured)


def test_unofficial_wording_is_marked() -> None:
    """Each target whose wording is unofficial carries that mark beside its name, no other does."""
    text = _written(lang="en")
    for target in catalogue().targets.values():
        name = json.dumps(f" {words('en')(f'targets.{target.id}.name')}", ensure_ascii=False)
        named, marked = text.count(name), len(re.findall(re.escape(name) + MARK, text))
        assert named > 0
        assert marked == (named if target.wording == "unofficial" else 0), target.id


def test_members_are_listed_for_a_region_only() -> None:
    """The economies of a region are compared; the whole world is too many to read."""
    assert "Choose a smaller region" in _written(lang="en")
    assert "economies=FJI" in _written(region="escap", lang="en")


def test_the_brief_lists_an_economys_targets() -> None:
    """An economy with values has a compact table, one without any has none."""
    assert targets_brief(View(lang="en"), "DEU") is not None
    brief = json.dumps(targets_brief(View(lang="en"), "DEU"), cls=PlotlyJSONEncoder)
    assert "broadband-3-world" not in brief
    assert "Individuals using the Internet" in brief
