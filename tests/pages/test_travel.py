"""Year, years, region and economies travel along every link inside a page."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

ASKED = {"year": "2015", "years": "2010..2024", "region": "escap", "economies": "KIR~FJI"}
# Pages that lead to what a report claims of a place and a year, and nowhere else.
OF_REPORTS = {"then_and_now"}
PAGES = (
    "overview",
    "map",
    "trends",
    "gap",
    "ranking",
    "region",
    "economy",
    "theme",
    "targets",
    "availability",
    "programmes",
    "data",
    "changes",
    "about",
)


def _links(tree: Any) -> Iterator[str]:
    children = getattr(tree, "children", None)
    if str(address := getattr(tree, "href", None) or "").startswith("/"):
        yield str(address)
    for child in children if isinstance(children, list | tuple) else [children]:
        if child is not None and not isinstance(child, str | int):
            yield from _links(child)


def _to_pages(name: str, **query: str) -> list[tuple[str, dict[str, str]]]:
    layout = import_module(f"dashboard.pages.{name}").layout(lang="en", **query)
    parts = [urlsplit(address) for address in _links(layout)]
    files = ("/view/", "/data/", "/pack", "/changes.")
    return [
        (part.path, {key: texts[0] for key, texts in parse_qs(part.query).items()})
        for part in parts
        if not part.path.startswith(files)
    ]


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"overview"}))
def test_years_travel(name: str) -> None:
    """Each link inside a page keeps the year and the years of the view, or has its own on purpose."""
    for path, query in _to_pages(name, **ASKED):
        assert query.get("year") == ASKED["year"], (path, query)
        assert query.get("years") == ASKED["years"], (path, query)


@pytest.mark.parametrize("name", PAGES)
def test_a_place_travels(name: str) -> None:
    """Each link names a region and economies: those of the view, or the one that it leads to."""
    for path, query in _to_pages(name, **ASKED):
        assert query.get("region"), (path, query)
        # Where a whole region stands with a target is no question of one of its economies.
        assert query.get("economies") or path == "/targets", (path, query)


def test_the_economy_page_leads_to_the_region_that_it_compares_with() -> None:
    """From Kiribati's page, no region chosen, indicators lead to Kiribati beside ESCAP."""
    trends = [query for path, query in _to_pages("economy", economies="KIR") if path == "/trends"]
    assert len(trends) > 40
    assert {query.get("region") for query in trends} == {"escap"}
    assert {query.get("economies") for query in trends} == {"KIR"}


def test_what_the_overview_shows_of_other_views_has_its_own_years() -> None:
    """All but the findings keep the years of the view; a finding is of the newest ones."""
    told = [query for _, query in _to_pages("overview", **ASKED)]
    without = [query for query in told if query.get("years") != ASKED["years"]]
    assert len(told) > 20
    assert len(without) == 2
