"""Every field of every entry of the registry is held: take anything out, and something here notices.

The checks look at faces, pages and facts. What they expect stands in the URL contract, or here by hand;
never in the registry.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, replace
from typing import Any, NamedTuple

import orjson
import pytest

from dashboard.charts.captions import chart_of, first_on, link
from dashboard.charts.exhibit import Exhibit
from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.components.facts import chart_facts, face_address
from dashboard.exports.pictures import svg
from dashboard.faces import DEFAULT_LOOK, faces_of, render
from dashboard.i18n import words
from dashboard.offline.markup import figure
from dashboard.rows.sheet import Sheet
from dashboard.tables import tables
from dashboard.view import View, ViewError
from tests.charts.test_parameters import CHANGING, CONTRACT, LISTED

# The exhibits that the contract promises as SDMX: their rows are values of places in years.
(OBSERVED,) = (
    set(re.findall(r"`([a-z]+)`", names))
    for names in re.findall(r"as SDMX-CSV 2.0, for (.*?);", CONTRACT)
)
PICTURED = set(EXHIBITS) - {"ranking", "scorecard", "claims"}
SHAPES = {"map", "events"}
# The charts that the overview shows as pictures, and those of them whose years pass there.
PANELS, COURSES = {"trend", "gap", "pace"}, {"trend", "gap", "map", "scatter"}
# What passes in the browser without a request, in the charts that have a year bar.
FREE = {"map": {"year", "years", "economies"}, "scatter": {"year", "economies"}}
# A line of the keys of each chart whose picture does not itself name what is drawn.
KEYS = {
    "map": "No value; modelled inside groups (13)",
    "trend": "80% interval",
    "gap": "across filled, modelled or missing years",
    "together": "across filled, modelled or missing years",
    "pace": "filled by us, or of an earlier year",
    "strip": "publisher’s estimate",
    "change": "newer value",
    "scatter": "Oceania",
    "ages": "2014 or before",
    "events": "hollow: the town is not known",
    "timeline": "postponed, did not take place",
}
# Pixels below which labels would meet, where that is more than usual; rem of a row.
LEAST = {"gap": 430, "spread": 430, "change": 430, "strip": 400, "availability": 1280, "ages": 760}
USUAL = 330
ROW = {"ages": 1.25}
# The pages that arrive with the words of their first figure, and those that a figure stands for.
FIRST = {
    "map": {"/", "/map", "/region"},
    "trend": {"/trends"},
    "gap": {"/gap"},
}
PREVIEWED = {
    "map": {"/", "/map", "/region"},
    "trend": {"/trends", "/economy"},
    "gap": {"/gap"},
    "scatter": {"/ranking"},
    "pace": {"/targets"},
    "availability": {"/availability"},
    "events": {"/programmes"},
}
# Views with, for each exhibit that is about others than the indicator of the view, one of those (""
# for none at all), and a source that the indicator of the view does not have.
VIEWS = {name: replace(view, lang="en") for name, (view, _) in CHANGING.items()} | {
    "pace": View(target="sdg-9-c-1-4g", economies=("ABW",), lang="en"),
    "together": View(region="escap", economies=("ABW",), lang="en"),
}
ABOUT = {
    "scatter": "gdp-per-capita",
    "pace": "coverage-4g",
    "together": "coverage-3g",
    "strip": "internet-use-daily",
    "availability": "phone-ownership-women",
    "ages": "phone-ownership-women",
    "events": "",
    "timeline": "",
    "scorecard": "cybersecurity-index",
    "claims": "price-mobile-cellular",
}
SOURCED = {
    "trend": "ITU key ICT indicators for the world and regions",
    "scatter": "GDP per capita, PPP",
    "together": "Population coverage, by mobile network technology",
    "strip": "Individuals using the Internet at least once a day",
    "availability": "Fixed telephone subscriptions",
    "ages": "Fixed telephone subscriptions",
    "events": "A/66/64",
    "timeline": "A/66/64",
    "scorecard": "Fixed telephone subscriptions",
    "claims": "A/66/64",
}
# Values that are documented, and make no sense in a chart.
MISFITS = {
    "gap": {"scheme": "none"},
    "pace": {"target": "wsis-1-2"},
    "together": {"panel": "use-economies"},
    "strip": {"panel": "subscriptions"},
}


def face(name: str, view: View | None = None) -> dict[str, Any]:
    """The JSON face."""
    found: dict[str, Any] = orjson.loads(render(view or VIEWS[name], name, "json", tables())[0])
    return found


def holds_its_place(name: str) -> None:
    """Page and parameters are those of the contract, and a copy leads back to the page."""
    assert (EXHIBITS[name].page, sorted(EXHIBITS[name].parameters)) == (
        LISTED[name][0],
        sorted(LISTED[name][1]),
    )
    subject = EXHIBITS[name].subject(VIEWS[name], tables())
    assert re.sub(r"\?.*|^https?://[^/]*", "", link(name, subject)) == LISTED[name][0]


def holds_its_faces(name: str) -> None:
    """It exists as SDMX and as a picture, with its words and without, where that makes sense."""
    found = set(faces_of(name))
    assert ("sdmx.csv" in found) == (name in OBSERVED)
    assert ("svg" in found) == (name in PICTURED)
    assert ("preview" in found) == (name in PICTURED)
    assert ("panel" in found) == (name in PANELS)
    assert ("course" in found) == (name in COURSES)


def holds_its_facts(name: str) -> None:
    """The browser is told what is free, staged, drawn on shapes, and how low a plot may be."""
    told = chart_facts()[name]
    if name not in PICTURED:
        assert "least" not in told
        return
    assert told["shapes"] == (name in SHAPES)
    assert (set(told["free"]), told["staged"]) == (FREE.get(name, set()), name in FREE)
    assert told["least"] == LEAST.get(name, USUAL)
    asked = face_address(name, replace(VIEWS[name], year=2012, economies=("FJI",)), "en")
    free = FREE.get(name, set())
    assert ("year=" in asked) == ("year" in LISTED[name][1] and "year" not in free)
    assert ("economies=" in asked) == ("economies" in LISTED[name][1] and "economies" not in free)


def holds_its_pages(name: str) -> None:
    """The pages that arrive with its words, or are previewed with it, are these and no others."""
    every = set().union(*FIRST.values(), *PREVIEWED.values())
    assert {page for page in every if first_on(page) == name} == FIRST.get(name, set())
    assert {page for page in every if chart_of(page) == name} == PREVIEWED.get(name, set())


def holds_its_choices(name: str) -> None:
    """A value that makes no sense here is refused."""
    for parameter, value in MISFITS.get(name, {}).items():
        try:
            EXHIBITS[name].own(View(**{parameter: value}))
        except ViewError:
            continue
        pytest.fail(f"{name} takes {parameter}={value}")


def holds_its_words(name: str) -> None:
    """There are a title, a subtitle and a sentence; every chart has notes, no table has."""
    found = face(name)
    said = found["text"] if name in PICTURED else found
    assert all(said[part] for part in ("title", "subtitle", "sentence", "source"))
    assert bool(said.get("notes")) == (name in PICTURED)


def holds_its_numbers(name: str) -> None:
    """There are rows of data; a chart has something drawn, and its years where they pass."""
    text = render(VIEWS[name], name, "csv", tables())[0].decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(text, newline="")), None)
    if name in PICTURED:
        found = face(name)
        assert found["figure"]["data"]
        assert ("texts" in found) == (name in FREE)


def holds_its_passport(name: str) -> None:
    """It names what it is about and where that is from; one about others is quoted by its title."""
    passport = face(name)["passport"]
    listed = [one["indicator"] for one in passport.get("indicators", ())]
    assert ("indicators" in passport) == (name in ABOUT)
    assert (ABOUT.get(name) or None) in (*listed, None)
    assert bool(listed) == bool(ABOUT.get(name))
    assert SOURCED.get(name, "") in " ".join(one["title"] for one in passport["sources"])


def holds_its_picture(name: str) -> None:
    """The picture has the keys, and the file without a server the height of its rows."""
    if name not in PICTURED:
        return
    subject = EXHIBITS[name].subject(VIEWS[name], tables())
    # Lines break where there is room.
    drawn = re.sub(r"<[^>]*>|\s", "", svg(name, subject, DEFAULT_LOOK)[0].decode())
    found = {chart: key.replace(" ", "") in drawn for chart, key in KEYS.items()}
    assert found.get(name, True)
    assert not {KEYS[chart] for chart in found if chart != name and found[chart]} - SHARED
    page = figure(name, words("en"), subject=subject)
    rem = f"{ROW.get(name, 0) * len(subject.in_frame()) + 6:.1f}rem"
    assert (rem in page) == (name in ROW)


# Both charts of the register have this line, and charts explain statuses by the same words.
SHARED = {KEYS[name] for name in ("timeline", "gap", "pace", "strip")}

CHECKS: tuple[Callable[[str], None], ...] = (
    holds_its_place,
    holds_its_faces,
    holds_its_facts,
    holds_its_pages,
    holds_its_choices,
    holds_its_words,
    holds_its_passport,
    holds_its_numbers,
    holds_its_picture,
)


def everything_holds(name: str) -> None:
    """Go through the checks until one fails."""
    for check in CHECKS:
        check(name)


# What a field without a usual value is when it is emptied.
NOTHING: dict[str, Any] = {
    "title": lambda _: "",
    "subtitle": lambda _: "",
    "sentence": lambda _: "",
    "rows": lambda _: Sheet(()),
    "figure": lambda _: {"data": [], "layout": {}},
    "page": "",
    "parameters": (),
}


class Removal(NamedTuple):
    """An exhibit without a field, or without one entry of a field."""

    name: str
    what: str
    left: Exhibit


def usual(field: Field[Any]) -> object:
    """What a field is where an entry does not name it."""
    if field.default_factory is not MISSING:
        return field.default_factory()
    return NOTHING[field.name] if field.default is MISSING else field.default


def removals(name: str) -> Iterator[Removal]:
    """Everything that can be taken out of an entry: a field, or one of several values of it."""
    exhibit = EXHIBITS[name]
    for field in fields(exhibit):
        value, empty = getattr(exhibit, field.name), usual(field)
        if value == empty:
            continue
        yield Removal(name, field.name, replace(exhibit, **{field.name: empty}))
        if isinstance(value, Mapping):
            fewer = [{k: v for k, v in value.items() if k != gone} for gone in value]
        elif isinstance(value, tuple):
            fewer = [value[:k] + value[k + 1 :] for k in range(len(value))]
        else:
            continue
        if len(value) > 1:
            for gone, left in zip(value, fewer, strict=True):
                yield Removal(name, f"{field.name}-{gone}", replace(exhibit, **{field.name: left}))


REMOVALS = [one for name in EXHIBITS for one in removals(name)]


def taken_out(removal: Removal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put what is left of the exhibit into the registry."""
    monkeypatch.setitem(EXHIBITS, removal.name, removal.left)
    if removal.name in CHARTS:
        monkeypatch.setitem(CHARTS, removal.name, removal.left)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("name", EXHIBITS)
def test_an_entry_holds(name: str, check: Callable[[str], None]) -> None:
    """Each entry of the registry passes each check."""
    check(name)


@pytest.mark.parametrize("removal", REMOVALS, ids=lambda one: f"{one.name}-{one.what}")
def test_whatever_is_taken_out_is_noticed(
    removal: Removal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any one of its fields, or of the values of a field, an entry fails a check."""
    taken_out(removal, monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        everything_holds(removal.name)
