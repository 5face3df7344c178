"""Every sign that a native chart of a slide draws is explained on the slide, and no other is.

What a sign means stands here by hand, the statuses come from the CSV of the same view.
"""

import csv
from collections.abc import Iterator
from functools import cache
from io import BytesIO, StringIO
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from dashboard.exports.slides.page import HEIGHT, UNIT, WIDTH
from dashboard.faces import render
from dashboard.i18n import words
from dashboard.tables import tables
from dashboard.view import View

# A status of a value, and the symbol that it has: the geometry of charts, and whether it is hollow.
POINTS = {
    "observed": ("circle", False),
    "not-given": ("circle", False),
    "estimated": ("diamond", False),
    "interpolated": ("circle", True),
    "carried": ("circle", True),
}
# What a sign is called, by key of the words.
DIAMOND, HOLLOW = "figures.status.estimated", "figures.marks.filled"
DOTS, BREAK, BAND = "figures.marks.dotted", "figures.marks.break", "figures.marks.band"
# The shape that stands for it among the keys.
SIGNS = {DIAMOND: "diamond", HOLLOW: "ellipse", DOTS: "line", BREAK: "line", BAND: "line"}
ARUBA = {"economies": ("ABW",), "region": "eclac"}
VIEWS: list[tuple[str, dict[str, Any]]] = [
    ("trend", {}),
    ("trend", ARUBA),
    ("trend", {"indicator": "mobile-cellular"}),
    ("trend", {**ARUBA, "layout": "panels"}),
    ("gap", {}),
    ("gap", {"indicator": "secure-servers"}),
    ("pace", ARUBA),
    ("together", {**ARUBA, "panel": "coverage"}),
    ("spread", {}),
]


class Sign(NamedTuple):
    """A sign among the keys: its geometry, whether it has no area, its dashes, where it stands."""

    geometry: str
    hollow: bool
    dash: str
    left: int
    words: int


@cache
def body(chart: str, lang: str, view: tuple[tuple[str, Any], ...]) -> bytes:
    """The file of the slide of a view."""
    return render(View(lang=lang, **dict(view)), chart, "pptx", tables())[0]


def slide(chart: str, lang: str, view: tuple[tuple[str, Any], ...]) -> Any:
    """The slide of a view, opened again."""
    return Presentation(BytesIO(body(chart, lang, view))).slides[0]


def natives(one: Any) -> list[Any]:
    """The native charts of a slide."""
    return [shape.chart for shape in one.shapes if shape.has_chart]


def keys_of(one: Any) -> dict[str, Sign]:
    """The signs that stand before words on a slide, by these words."""
    shapes = list(one.shapes)
    found = {}
    for sign, said in pairwise(shapes):
        drawn = sign._element.find(qn("p:spPr"))
        decorative = sign._element.xpath(".//*[local-name() = 'decorative']")
        if drawn is None or not decorative or not said.has_text_frame:
            continue
        dashes = drawn.xpath("a:ln/a:prstDash/@val")
        found[said.text_frame.text] = Sign(
            drawn.xpath("a:prstGeom/@prst")[0],
            drawn.find(qn("a:noFill")) is not None,
            dashes[0] if dashes else "",
            sign.left,
            said.left,
        )
    return found


def look(marker: Any) -> tuple[str, bool]:
    """The symbol of a marker, and whether it is hollow: white inside."""
    inside = marker.xpath("c:spPr/a:solidFill/a:srgbClr/@val")
    return marker.find(qn("c:symbol")).get("val"), inside == ["FFFFFF"]


def looks(series: Any) -> Iterator[tuple[str, bool]]:
    """The look of each point with a value."""
    element = series._element
    usual = look(element.find(qn("c:marker")))
    own = {
        int(one.find(qn("c:idx")).get("val")): look(one.find(qn("c:marker")))
        for one in element.findall(qn("c:dPt"))
    }
    return ((own.get(k, usual)) for k, value in enumerate(series.values) if value is not None)


def drawn_by(native: Any, broken: str) -> set[str]:
    """The signs of a native chart, by what they are called."""
    found = set()
    for series in native.plots[0].series:
        element, is_break = series._element, series.name.endswith(broken)
        symbols = set(looks(series))
        found |= {DIAMOND} if ("diamond", False) in symbols else set()
        found |= {HOLLOW} if ("circle", True) in symbols else set()
        found |= {DOTS} if element.xpath("c:dPt/c:spPr/a:ln/a:prstDash[@val='sysDot']") else set()
        if element.find(qn("c:errBars")) is not None:
            found.add(BREAK if is_break else BAND)
    return found


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize(("chart", "view"), VIEWS)
def test_what_is_drawn_is_explained_and_nothing_else(
    chart: str, view: dict[str, Any], lang: str
) -> None:
    """Each sign of statuses in the charts has its words on the slide, beside a shape that looks like it."""
    one, say = slide(chart, lang, tuple(view.items())), words(lang)
    drawn = {sign for native in natives(one) for sign in drawn_by(native, say(BREAK))}
    keys = keys_of(one)
    assert {name for name in SIGNS if say(name) in keys} == drawn
    for name in drawn:
        sign = keys[say(name)]
        assert sign.geometry == SIGNS[name]
        assert sign.hollow == (name == HOLLOW)
        assert bool(sign.dash) == (name == DOTS)
        assert (sign.left > sign.words) == (lang == "ar")


def test_the_views_of_the_test_have_every_sign() -> None:
    """Else the test above would not fail where one of them is forgotten."""
    broken = words("en")(BREAK)
    slides = [slide(chart, "en", tuple(view.items())) for chart, view in VIEWS]
    drawn = {sign for one in slides for native in natives(one) for sign in drawn_by(native, broken)}
    assert drawn == set(SIGNS)


def test_points_have_the_symbols_of_their_statuses() -> None:
    """Aruba's values of Internet use: those that the CSV calls estimated, filled, observed look so."""
    text = render(View(lang="en", **ARUBA), "trend", "csv", tables())[0].decode("utf-8-sig")
    rows = [row for row in csv.DictReader(StringIO(text)) if row["code"] == "ABW"]
    statuses = [row["status"] for row in sorted(rows, key=lambda row: int(row["year"]))]
    assert {"estimated", "interpolated", "carried", "observed", "not-given"} <= set(statuses)
    (native,) = natives(slide("trend", "en", tuple(ARUBA.items())))
    (own,) = [series for series in native.plots[0].series if series.name == "Aruba"]
    assert list(looks(own)) == [POINTS[status] for status in statuses]


def test_breaks_are_marked_at_their_first_value() -> None:
    """China's series of Internet use breaks where the catalogue says so: a bar stands there."""
    view = {"economies": ("CHN",), "region": "escap"}
    (native,) = natives(slide("trend", "en", tuple(view.items())))
    say = words("en")(BREAK)
    (own,) = [one for one in native.plots[0].series if one.name == f"China · {say}"]
    values = list(own.values)
    (line,) = [one for one in native.plots[0].series if one.name == "China"]
    marked = [k for k, value in enumerate(values) if value is not None]
    assert marked
    assert [values[k] for k in marked] == [list(line.values)[k] for k in marked]
    assert own._element.xpath("c:spPr/a:ln/a:noFill")


def test_what_is_hollow_in_a_scatter_is_hollow_on_its_slide() -> None:
    """As many hollow points as rows whose value is older than the year, and the key says what they are."""
    view = {"region": "escap", "year": 2024}
    text = render(View(lang="en", **view), "scatter", "csv", tables())[0].decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    older = [
        row
        for row in rows
        if "2024" not in (row["x_year"], row["y_year"]) or row["x_year"] != row["y_year"]
    ]
    one = slide("scatter", "en", tuple(view.items()))
    (native,) = natives(one)
    hollow = [h for series in native.plots[0].series for _, h in looks(series)]
    assert hollow.count(True) == len(older) > 0
    assert len(hollow) == len(rows)
    assert keys_of(one)[words("en")("pages.ranking.hollow")].hollow


@pytest.mark.parametrize("lang", ["en", "ar", "fr", "es", "ru", "zh"])
@pytest.mark.parametrize("chart", ["trend", "map", "scatter", "timeline", "ages"])
def test_keys_stand_between_the_figure_and_its_sources(chart: str, lang: str) -> None:
    """None is cut or lies over anything: keys below the figure, above the sources, inside the slide."""
    one = slide(chart, lang, tuple(ARUBA.items()))
    signs = [s for s in one.shapes if s._element.xpath(".//*[local-name() = 'decorative']")]
    shapes = list(one.shapes)
    texts = [shapes[shapes.index(sign) + 1] for sign in signs]
    assert signs
    top, bottom = min(s.top for s in texts), max(s.top + s.height for s in texts)
    written = [s for s in shapes if s.has_text_frame and s.text_frame.text and s not in texts]
    for other in [s for s in shapes if not s.has_text_frame and s not in signs] + written:
        assert other.top + other.height <= top + UNIT or other.top >= bottom - UNIT
    assert all(s.left >= 0 and s.left + s.width <= WIDTH * UNIT for s in texts)
    assert bottom <= HEIGHT * UNIT
