import json
import re
from importlib import import_module

import pytest
from plotly.utils import PlotlyJSONEncoder
from werkzeug.test import Client

from dashboard.app import LINKED, NOT_FOUND
from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.i18n import words
from dashboard.tables import tables

NAMES = (*LINKED, NOT_FOUND)


def _written(name: str, **query: object) -> str:
    page = import_module(f"dashboard.pages.{name}")
    return json.dumps(page.layout(**query), cls=PlotlyJSONEncoder, ensure_ascii=False)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_speak_every_language(name: str, lang: str) -> None:
    """Every page can be laid out in every language; nothing on it is a key without its word."""
    text = _written(name, lang=lang)
    assert f"pages.{name}" not in text
    assert "{value}" not in text


UNREAD = re.compile(r', \{"props": \{[^{}]*page-unread[^{}]*\}, [^{}]*\}')


@pytest.mark.parametrize("name", NAMES)
def test_pages_forgive_their_query(name: str) -> None:
    """Whatever stands in the address, the page is the default one, but for the line that says so."""
    spoiled = _written(name, indicator="x", region=["a", "b"], year="-3", colour="blue")
    assert UNREAD.sub("", spoiled) == _written(name)


def test_chinese_pages_are_chinese() -> None:
    """No English sentence is left on the map page in Chinese."""
    assert "Choose an indicator" not in _written("map", lang="zh")
    assert "各经济体相比如何" in _written("map", lang="zh")


def test_controls_start_from_the_address() -> None:
    """A link to a view opens with that view in its controls."""
    text = _written("trends", indicator="fixed-broadband", scale="log", index="2010")
    assert "Fixed-broadband subscriptions" in text
    assert '"value": "log"' in text
    assert '"value": 2010' in text


def test_what_was_left_out_is_listed() -> None:
    """Every excluded value of the catalogue is on the data page, with its reason."""
    text = _written("data")
    excluded = [mark for mark in catalogue().marks if mark.kind == "excluded"]
    assert excluded
    for mark in excluded:
        first, last = mark.span
        years = f"{first}–{last}" if last > first else str(first)
        assert f"{words('en').economy(mark.economy)}, {years}:" in text


def test_every_source_is_acknowledged() -> None:
    """The about page names publisher, vintage and licence of each source that is in the tables."""
    text = _written("about")
    for indicator in catalogue().indicators:
        for source in tables().indicator(indicator).sources:
            entry = catalogue().sources[source]
            assert all(part in text for part in (entry.title, entry.vintage, entry.licence_url))


def test_featured_indicators_exist() -> None:
    """What the overview and the gap page feature is in the catalogue, with a gap to show."""
    for name in {*catalogue().roles.overview, *catalogue().roles.divides}:
        series = (
            tables().indicator(name).gap("development", "m49-developed", "m49-developing", "all")
        )
        assert series is not None
        assert any(point is not None for point in series.points)


@pytest.mark.parametrize("path", ["gap", "theme", "overview", "region"])
def test_pages_with_a_gap_are_whole_without_a_comparison(client: Client, path: str) -> None:
    """A gap is of two: a page that is asked for none shows the usual one, and its gap page says so."""
    address = "/" if path == "overview" else f"/{path}"
    answer = client.get(f"{address}?scheme=none&lang=en")
    assert answer.status_code == 200
    layout = import_module(f"dashboard.pages.{path}").layout(scheme="none", lang="en")
    text = json.dumps(layout, cls=PlotlyJSONEncoder)
    # Links to other pages carry it on; no gap is asked for by it.
    assert not re.search(r"gap\.[a-z]+\?[^\"]*scheme=none|\"of\": \"scheme=none", text)
    assert (
        client.get("/view/gap.json?scheme=none&lang=en", follow_redirects=True).status_code == 400
    )
    assert (
        client.get("/view/trend.json?scheme=none&lang=en", follow_redirects=True).status_code == 200
    )
