"""Pictures of every chart: nothing that must be said is lost, in any language, size or colour."""

import json
import re
import struct
from html import unescape
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from dashboard.charts.registry import CHARTS
from dashboard.exports.look import SIZES, Look
from dashboard.faces import render
from dashboard.tables import tables
from dashboard.view import View, ViewError

LANGUAGES = ("en", "ar", "zh")
CHOSEN: dict[str, Any] = {"region": "escap", "economies": ("KIR", "CHN")}
ISOLATES = re.compile("[\u2066-\u2069]")
SVG = "{http://www.w3.org/2000/svg}"


def svg(chart: str, look: Look | None = None, **view: Any) -> str:
    """The picture of a chart as SVG."""
    return render(View(**view), chart, "svg", tables(), look or Look())[0].decode()


def written(drawing: str) -> str:
    """All letters of a picture without spaces: lines break where there is room."""
    texts = ET.fromstring(drawing).iter(f"{SVG}text")
    joined = "".join("".join(text.itertext()) for text in texts)
    return re.sub(r"\s", "", ISOLATES.sub("", unescape(joined)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_is_a_png(chart: str, lang: str) -> None:
    """Every chart becomes a PNG of the size asked for, without a browser."""
    look = Look(640, 480)
    body, media_type = render(View(lang=lang, **CHOSEN), chart, "png", tables(), look)
    assert media_type == "image/png"
    assert body.startswith(b"\x89PNG")
    assert struct.unpack(">II", body[16:24]) == (640, 480)


@pytest.mark.parametrize("size", ["slide", "og"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_png_keeps_its_words(lang: str, size: str) -> None:
    """Title, sentence, all notes, sources with licences and address are texts of the file, as the page's."""
    view = View(lang=lang, **CHOSEN)
    body, _ = render(view, "map", "png", tables(), Look(*SIZES[size]))
    texts = {key: str(text) for key, text in Image.open(BytesIO(body)).info.items()}
    said = json.loads(render(view, "map", "json", tables())[0])["text"]
    assert texts["Title"] == said["title"]
    assert texts["Copyright"] == said["source"]
    assert said["sentence"] in texts["Description"]
    assert said["notes"]
    assert all(note in texts["Description"] for note in said["notes"])
    assert f"lang={lang}" in texts["Comment"]
    assert "region=escap" in texts["Comment"]


def test_the_same_view_gives_the_same_bytes() -> None:
    """A picture can be compared, cached and archived."""
    first, second = (render(View(lang="zh"), "map", "png", tables(), Look()) for _ in range(2))
    assert first == second


def test_a_map_counts_the_economies_without_data() -> None:
    """The legend has an entry for no data with its number."""
    assert re.search(r"Nodata\(\d+\)", written(svg("map", lang="en", region="escap")))


@pytest.mark.parametrize("size", SIZES)
def test_letters_stay_inside(size: str) -> None:
    """No line of text ends outside the picture, whatever its proportions."""
    drawing = ET.fromstring(svg("trend", Look(*SIZES[size]), lang="en", **CHOSEN))
    width, height = (float(x) for x in drawing.attrib["viewBox"].split()[2:])
    lowest = max(float(text.attrib["y"]) for text in drawing.iter(f"{SVG}text"))
    assert lowest < height
    assert width >= 800


def test_dark_pictures_are_dark() -> None:
    """The paper and the letters change, the colours of the data do not."""
    light, dark = (svg("map", Look(theme=name), lang="en") for name in ("light", "dark"))
    assert 'fill="#14181c"' in dark
    assert 'fill="#14181c"' not in light
    assert "#0c2c84" in light
    assert "#0c2c84" in dark


@pytest.mark.parametrize(
    ("query", "look"),
    [
        ({}, Look(grows=True)),
        ({"size": ["page"]}, Look()),
        ({"size": ["slide"]}, Look(1600, 900)),
        ({"width": ["1000"], "height": ["500"], "theme": ["dark"]}, Look(1000, 500, "dark")),
        ({"width": ["1600"]}, Look(1600, 900)),
    ],
)
def test_looks_are_read_and_written(query: dict[str, list[str]], look: Look) -> None:
    """A look is part of the address of a picture, both ways."""
    found, rest = Look.from_query(query)
    assert (found, rest) == (look, {})
    pairs = dict(pair.split("=") for pair in look.to_query().split("&") if pair)
    assert Look.from_query({key: [value] for key, value in pairs.items()})[0] == look


@pytest.mark.parametrize(
    "query",
    [
        {"size": ["poster"]},
        {"size": ["slide"], "width": ["900"]},
        {"width": ["99999"]},
        {"width": ["-5"]},
        {"width": ["1e3"]},
        {"width": ["3000"], "height": ["320"]},
        {"width": ["900", "901"]},
    ],
)
def test_impossible_looks_are_refused(query: dict[str, list[str]]) -> None:
    """Sizes that hold no figure, or would take a machine down, get a sentence."""
    with pytest.raises(ViewError):
        Look.from_query(query)


def test_a_theme_page_is_no_palette() -> None:
    """`theme=affordability` stays a part of the view."""
    look, rest = Look.from_query({"theme": ["affordability"]})
    assert look.theme == "light"
    assert rest == {"theme": ["affordability"]}
