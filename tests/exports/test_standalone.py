"""Files of one view: whole by themselves, in every language, and the same each time."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from typing import Any

import orjson
import plotly.graph_objects as go
import pytest

from dashboard.charts.registry import CHARTS
from dashboard.faces import render
from dashboard.i18n import words
from dashboard.offline import bundle
from dashboard.offline.bundle import BundleError
from dashboard.static import Static
from dashboard.tables import tables
from dashboard.view import View

VIEW = {"region": "escap", "economies": ("KIR",)}
LANGUAGES = ("en", "ar", "zh")


def file(chart: str, lang: str = "en", **changes: Any) -> str:
    """The file of a chart."""
    view: dict[str, Any] = {**VIEW, "lang": lang, **changes}
    body, media_type = render(View(**view), chart, "html", tables())
    assert media_type.startswith("text/html")
    return body.decode()


def contents(page: str) -> dict[str, Any]:
    """What the scripts of a file read."""
    (text,) = re.findall(r'<script type="application/json" class="contents">(.*?)</script>', page)
    read: dict[str, Any] = orjson.loads(text)
    return read


def visible(page: str) -> str:
    """The markup of a file without its scripts and styles."""
    return re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", CHARTS)
def test_files_say_what_they_show(chart: str, lang: str) -> None:
    """Every chart's file has title, sentence, source, notes, the way back and a table, in its language."""
    page = file(chart, lang)
    markup = visible(page)
    face = contents(page)["face"]
    assert ("figure" in face) == (chart != "map")
    go.Figure(face.get("figure"))
    assert f'<html lang="{lang}" dir="{words(lang).direction}">' in page
    shown = unescape(markup)
    for part in ("subtitle", "source"):
        assert face["text"][part] in shown
    assert all(note in shown for note in face["text"]["notes"])
    assert re.search(r'class="figure-sentence"[^>]*>[^<]+<', markup)
    assert f'href="http://127.0.0.1:8050{CHARTS[chart].page}' in markup
    assert "<table" in markup
    assert words(lang)("pages.data.table.label") in shown
    assert words(lang)("shell.disclaimer") in shown


@pytest.mark.parametrize("chart", ["map", "trend", "gap", "scatter", "ages", "strip"])
def test_tables_have_rows(chart: str) -> None:
    """Who cannot see the figure reads its values below it, each row named by a head."""
    rows = re.findall(r'<tr><th scope="row">(.+?)</tr>', visible(file(chart)))
    assert len(rows) > 20
    assert any("Developing" in row if chart == "gap" else "Kiribati" in row for row in rows)


@pytest.mark.parametrize("chart", ["map", "trend"])
def test_files_ask_for_nothing(chart: str) -> None:
    """Nothing in a file has an address to load from, and its policy would not let it."""
    page = visible(file(chart))
    assert re.findall(r'\bsrc="', page) == []
    assert re.findall(r'<link[^>]+href="(?!data:,")', page) == []
    assert "default-src &#x27;none&#x27;" in page


def test_policies_name_the_scripts_of_the_file() -> None:
    """The file's own policy lets run exactly the scripts that are in it."""
    page = file("trend")
    policy = unescape(re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', page)[0])
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        digest = b64encode(sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.count("sha256-") == 2


def test_only_maps_carry_shapes() -> None:
    """The shapes weigh as much as all else that a chart needs beside plotly.js."""
    assert "shapes" in contents(file("events"))
    assert "shapes" not in contents(file("map"))
    assert "shapes" not in contents(file("trend"))


def test_a_map_file_is_its_svg_and_no_plotly() -> None:
    """A map is drawn by our own scripts: its file weighs a fifth of one with plotly.js."""
    page = file("map")
    assert bundle.plotly()[:1000] not in page
    assert page.count('<svg class="map-svg"') == 1
    assert len(page) < len(file("trend")) / 5


def test_a_map_file_has_all_years() -> None:
    """The year of the view is where the file begins; the others are in it."""
    held = contents(file("map", year=2010))
    assert held["view"] == {"year": "2010", "economies": "KIR"}
    assert {2005, 2010, 2024} <= set(held["face"]["years"])


def test_files_are_the_same_each_time() -> None:
    """The same view gives the same bytes."""
    assert file("gap", "ar") == file("gap", "ar")


def test_names_cannot_end_a_script() -> None:
    """Nothing in the data or in a script closes the element that it stands in."""
    assert bundle.inline("a</script>b<!--c") == "a<\\/script>b<\\!--c"
    page = file("map")
    assert page.count("</script>") == 2
    assert contents(page)["facts"]["lang"] == "en"


def test_files_need_the_front_end_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without plotly.js a sentence says how to come by it."""
    monkeypatch.setattr(bundle, "static", lambda: Static({}, ()))
    bundle.plotly.cache_clear()
    with pytest.raises(BundleError, match="make install"):
        file("trend")
    bundle.plotly.cache_clear()
