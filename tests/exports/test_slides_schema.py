"""Slides and workbooks are what the schemas of Office Open XML allow, by a validator of others."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from dashboard.charts.registry import CHARTS
from dashboard.exports.slides.deck import deck_face
from dashboard.faces import render
from dashboard.versions import tables_of
from dashboard.view import View

audit: Any = pytest.importorskip(
    "openxml_audit", reason="openxml-audit is missing: no schema was looked at. See: make tools"
)


@cache
def deck(lang: str, *charts: str) -> bytes:
    """A slide of each chart."""
    view = View(lang=lang, region="escap", economies=("KIR", "CHN"))
    return deck_face([(chart, view) for chart in charts], tables_of)[0]


def faults(folder: Path, name: str, body: bytes) -> list[str]:
    """What the schemas do not allow in a file; it misses the theme of a workbook, which none must have."""
    path = folder / name
    path.write_bytes(body)
    found = [f"{fault}" for fault in audit.OpenXmlValidator().validate(path).errors]
    return [fault for fault in found if not fault.endswith("relationships/theme' is missing.")]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_slides_of_all_charts_are_of_the_schema(tmp_path: Path, lang: str) -> None:
    """Every part of a deck of all charts has the elements and values, in the order, that it may have."""
    assert faults(tmp_path, "deck.pptx", deck(lang, *CHARTS)) == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_workbooks_are_of_the_schema(tmp_path: Path, lang: str) -> None:
    """So has a workbook, with its sheets from right to left or not."""
    view = View(lang=lang, region="escap", economies=("KIR",))
    body, _ = render(view, "trend", "xlsx", tables_of(view))
    assert faults(tmp_path, "trend.xlsx", body) == []


@pytest.mark.parametrize(
    ("part", "there", "wrong"),
    [
        ("ppt/slides/slide2.xml", b"<p:cSld>", b"<p:cSld/><p:cSld>"),
        ("ppt/slides/slide2.xml", b'<a:off x="', b'<a:off x="1.5'),
        ("ppt/charts/chart1.xml", b"c:dispBlanksAs", b"c:dispBlanks"),
    ],
)
def test_the_validator_finds_what_is_wrong(
    tmp_path: Path, part: str, there: bytes, wrong: bytes
) -> None:
    """An element too many, a value of another type, an element that nobody knows."""
    spoilt = BytesIO()
    with ZipFile(BytesIO(deck("en", "trend"))) as good, ZipFile(spoilt, "w") as file:
        names = good.namelist()
        part = part if part in names else next(n for n in names if n.startswith("ppt/charts/chart"))
        assert there in good.read(part)
        for name in names:
            body = good.read(name)
            file.writestr(name, body.replace(there, wrong) if name == part else body)
    assert faults(tmp_path, "spoilt.pptx", spoilt.getvalue()) != []
