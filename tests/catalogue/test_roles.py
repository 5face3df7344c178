"""What single entries are used for: refused with a sentence where it does not fit, and all that pages need."""

import json
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.catalogue import Catalogue, CatalogueError, catalogue, load_catalogue
from dashboard.catalogue.check import validate
from dashboard.view import View, _default
from tests.catalogue.test_load import spoil


def with_roles(**changes: object) -> Catalogue:
    """The catalogue with other roles."""
    return replace(catalogue(), roles=replace(catalogue().roles, **changes))  # type: ignore[arg-type]


def test_world_is_everybody_of_the_catalogue() -> None:
    """The group that stands for the world has no list of members and holds every economy."""
    known = catalogue()
    assert known.groups[known.world].members == tuple(known.economies)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (with_roles(people="folk"), "roles.toml, people: 'folk' is not among the indicators."),
        (with_roles(developed="north"), "developed: 'north' is not among the groups."),
        (with_roles(context="fun"), "context: 'fun' is not among the themes."),
        (with_roles(beside="x"), "beside: 'x' is not among the schemes."),
        (with_roles(region=("fax",)), "region: 'fax' is not among the indicators."),
        (with_roles(overview=()), "roles.toml, overview: at least one entry is needed."),
        (with_roles(ladder={"use": ("fax",)}), "ladder.use: 'fax' is not among the indicators."),
        (with_roles(ladder={"use": ()}), "ladder.use: at least one entry is needed."),
        (with_roles(start={"theme": "fax"}), "start.theme: 'fax' is not among the theme pages."),
        (with_roles(start={"theme": "use"}), "roles.toml, start: panel has no default."),
        (
            with_roles(start={"year": "2020"}),
            "start: year is no parameter that can have a default.",
        ),
    ],
)
def test_unknown_entries_are_faults(found: Catalogue, sentence: str) -> None:
    """A role that nothing in the catalogue can play is a sentence of the check."""
    assert any(sentence in line for line in validate(found)), validate(found)


def test_there_is_one_world() -> None:
    """Without a group of that kind, or with two, the check says so."""
    groups = {code: group for code, group in catalogue().groups.items() if group.kind != "world"}
    assert any("not 0" in line for line in validate(replace(catalogue(), groups=groups)))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('people = "population"', "", "roles.toml: 'people' is missing"),
        ('people = "population"', 'folk = "population"', "roles.toml: 'folk' is no role"),
        ('people = "population"', "people = 1", "roles.toml: people must be an id in quotes"),
        (
            'facts = ["population", "gdp-per-capita"]',
            'facts = "population"',
            "facts must be a list",
        ),
        ('use = ["internet-use"]', 'use = "internet-use"', "ladder.use must be a list"),
        ("[ladder]", "[steps]", "roles.toml: 'ladder' is missing"),
    ],
)
def test_spoilt_file_is_named(folder: Path, old: str, new: str, sentence: str) -> None:
    """Whoever breaks the file reads which role it is."""
    spoil(folder / "roles.toml", old, new)
    with pytest.raises(CatalogueError, match=sentence):
        load_catalogue(folder)


@pytest.mark.parametrize(
    ("page", "role", "query"),
    [
        ("overview", "overview", {}),
        ("gap", "divides", {}),
        ("region", "region", {"region": "escap"}),
        ("economy", "peers", {"economies": "KIR"}),
        ("economy", "ladder", {"economies": "KIR"}),
    ],
)
def test_an_entry_of_the_catalogue_is_all_that_a_page_needs(
    monkeypatch: pytest.MonkeyPatch, page: str, role: str, query: dict[str, str]
) -> None:
    """An indicator that a page does not single out stands there once roles.toml names it."""
    indicator = "secure-servers" if role != "divides" else "households-internet"
    changed = with_roles(**{role: {"use": (indicator,)} if role == "ladder" else (indicator,)})
    before = _count(page, indicator, query)
    for name in (f"pages.{page}", "components.economy_parts", "text.brief"):
        monkeypatch.setattr(f"dashboard.{name}.catalogue", lambda: changed)
    assert _count(page, indicator, query) > before


def _count(page: str, indicator: str, query: dict[str, str]) -> int:
    """How often a page says the name of an indicator or leads to it."""
    layout: Callable[..., object] = import_module(f"dashboard.pages.{page}").layout
    text = json.dumps(layout(**query, lang="en"), cls=PlotlyJSONEncoder)
    name = {"secure-servers": "ecure Internet servers"}.get(indicator, indicator)
    return text.count(name) + text.count(f"indicator={indicator}")


def test_a_view_starts_with_what_the_catalogue_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """The defaults of a view are those of roles.toml, and are left out of its address."""
    start = {**catalogue().roles.start, "indicator": "egdi", "region": "escap"}
    monkeypatch.setattr("dashboard.view.catalogue", lambda: with_roles(start=start))
    monkeypatch.setattr("dashboard.view._default", _default.__wrapped__)
    assert (View().indicator, View().region) == ("egdi", "escap")
    assert View(indicator="egdi").to_query() == ""
    assert View(indicator="internet-use").to_query() == "indicator=internet-use"
