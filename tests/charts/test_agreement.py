"""Every face of every chart and table exists and says the same, for any view that makes sense.

The JSON face is what the page shows; all copies are held to it, and to each other.
"""

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import orjson
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from pptx import Presentation
from python_calamine import CalamineWorkbook

from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.faces import faces_of, render
from dashboard.i18n import words
from dashboard.tables import tables
from dashboard.view import View
from tests.valid import fitting

# Not counted among the lines that tests cover: a sweep over all there is, which counting makes slow.
pytestmark = pytest.mark.no_cover

ISOLATES = re.compile("[\u2066-\u2069]")
SVG = "{http://www.w3.org/2000/svg}"
PATH = re.compile(r"[ML]?(-?[\d.]+)[ ,](-?[\d.]+)")
WORDS = ("title", "subtitle", "sentence", "source")


def body(name: str, face: str, view: View) -> bytes:
    """The bytes of a face."""
    return render(view, name, face, tables())[0]


def said(name: str, view: View) -> dict[str, Any]:
    """What the page says of the view, from its JSON."""
    face = orjson.loads(body(name, "json", view))
    return {"notes": []} | (face["text"] if name in CHARTS else face)


def squeezed(text: str) -> str:
    """A text without spaces and isolates: lines break where there is room."""
    return re.sub(r"\s", "", ISOLATES.sub("", text))


def rows(name: str, view: View) -> list[list[str]]:
    """The rows of the CSV, the header first."""
    text = body(name, "csv", view).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def as_text(cell: Any) -> str:
    """A cell of any file as the CSV writes it."""
    if cell is None or cell is pd.NA or cell != cell or cell == "":  # noqa: PLR0124  # NaN
        return ""
    return f"{float(cell):.10g}" if isinstance(cell, int | float) else str(cell)


def plain(cell: str) -> str:
    """A cell of the CSV, a number however it is written."""
    try:
        return f"{float(cell):.10g}"
    except ValueError:
        return cell.removeprefix("'")


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_face_exists(name: str) -> None:
    """Charts exist as picture, slide and page of their own, all as JSON and as four kinds of file."""
    always = {"json", "csv", "xlsx", "parquet", "metadata.json"}
    assert always <= set(faces_of(name))
    assert (name in CHARTS) == ({"svg", "png", "pptx", "html"} <= set(faces_of(name)))


@pytest.mark.parametrize("name", EXHIBITS)
def test_data_files_agree(name: str) -> None:
    """CSV, workbook and Parquet have the same rows, and all name the page's title and sentence."""

    @settings(max_examples=6)
    @given(view=fitting(name))
    def check(view: View) -> None:
        words, (header, *wanted) = said(name, view), rows(name, view)
        book = CalamineWorkbook.from_filelike(io.BytesIO(body(name, "xlsx", view)))
        data = book.get_sheet_by_name("data").to_python()
        assert [str(cell) for cell in data[0]] == header
        texts = [[plain(cell) for cell in row] for row in wanted]
        assert [[plain(as_text(cell)) for cell in row] for row in data[1:]] == texts
        columns = pq.read_table(io.BytesIO(body(name, "parquet", view)))
        assert columns.column_names == header
        # Over rows, not a frame: pandas would make floats of whole numbers with a gap.
        found = [[plain(as_text(row[key])) for key in header] for row in columns.to_pylist()]
        assert found == texts
        about = {row[0]: row[1] for row in book.get_sheet_by_name("metadata").to_python()}
        kept = {key.decode(): value.decode() for key, value in columns.schema.metadata.items()}
        told = orjson.loads(body(name, "metadata.json", view))
        for key in ("title", "sentence", "subtitle"):
            assert about[key] == kept[key] == told[key] == words[key]
        licences = {one["licence"] for one in told["passport"]["sources"]}
        assert all(licence in words["source"] for licence in licences)

    check()


@pytest.mark.parametrize("name", CHARTS)
def test_copies_say_what_the_page_says(name: str) -> None:
    """Title, sentence, source and notes of picture, slide and file are those of the page."""

    @settings(max_examples=4)
    @given(view=fitting(name))
    def check(view: View) -> None:
        words = said(name, view)
        told = orjson.loads(body(name, "metadata.json", view))
        lines = [*(words[part] for part in WORDS), *words["notes"], told["link"]]
        drawing = ET.fromstring(body(name, "svg", view))
        texts = (part for tag in ("text", "desc") for part in drawing.iter(f"{SVG}{tag}"))
        # Notes that find no room are in the description; `tests/exports/test_layout.py` holds which.
        picture = squeezed("".join("".join(text.itertext()) for text in texts))
        deck = Presentation(io.BytesIO(body(name, "pptx", view)))
        slide = deck.slides[0]
        written = squeezed(
            "".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
            + slide.notes_slide.notes_text_frame.text
        )
        page = squeezed(unescape(body(name, "html", view).decode()))
        for line in map(squeezed, lines):
            assert line in picture
            assert line in page
            # A slide has no line for the subtitle.
            assert line in written or line == squeezed(words["subtitle"])

    check()


def traces(name: str, view: View) -> list[dict[str, Any]]:
    """The named series of numbers of the page's figure."""
    figure = orjson.loads(body(name, "json", view))["figure"]
    return [
        trace
        for trace in figure["data"]
        if trace.get("type") == "scatter" and trace.get("name") and "fill" not in trace
    ]


def straight(own: dict[int, float | None], years: Collection[int]) -> dict[int, float]:
    """The points of a line; one of two points alone goes through the years between in a slide."""
    known = {x: y for x, y in own.items() if y is not None}
    if len(own) != 2 or len(known) != 2 or len(years) <= 2:
        return known
    return {year: float(np.interp(year, [*known], [*known.values()])) for year in years}


def year_of(day: str) -> int:
    """The year of a day as spreadsheets count them: the axis of a slide has first days of years."""
    return (date(1899, 12, 30) + timedelta(days=round(float(day)))).year


@pytest.mark.parametrize("name", ["trend", "gap", "spread", "together", "pace"])
def test_slides_have_the_numbers_of_the_page(name: str) -> None:
    """What a speaker edits is what the page shows, year by year; a missing year is no zero."""

    @settings(max_examples=8)
    @given(view=fitting(name))
    def check(view: View) -> None:
        drawn = [(t["name"], dict(zip(t["x"], t["y"], strict=True))) for t in traces(name, view)]
        deck = Presentation(io.BytesIO(body(name, "pptx", view)))
        for shape in deck.slides[0].shapes:
            for series in shape.chart.plots[0].series if shape.has_chart else ():
                years = [year_of(day) for day in shape.chart.plots[0].categories]
                found = {
                    year: value
                    for year, value in zip(years, series.values, strict=True)
                    if value is not None
                }
                # A mark of a break is a series of its own, of values of its line.
                own = series.name.removesuffix(words(view.lang)("figures.marks.break"))
                is_mark, label = own != series.name, own.removesuffix(" · ")
                wanted = [straight(line, found) for other, line in drawn if other == label]
                assert any(
                    found == pytest.approx({year: one[year] for year in found if year in one})
                    if is_mark
                    else found == pytest.approx(one)
                    for one in wanted
                ), series.name

    check()


def drawn_paths(name: str, view: View) -> Iterator[tuple[str, np.ndarray]]:
    """Colour and points of every line of the picture."""
    for path in ET.fromstring(body(name, "svg", view)).iter(f"{SVG}path"):
        if path.get("fill") == "none" and path.get("stroke"):
            points = PATH.findall(path.get("d", ""))
            yield path.attrib["stroke"], np.array(points, dtype=float)


def is_affine(found: Sequence[float], wanted: Sequence[float]) -> bool:
    """Whether numbers are others on another scale: how a picture must relate to its data."""
    if len(set(wanted)) < 2:
        return True
    a, b = np.polyfit(wanted, found, 1)
    return bool(np.abs(a * np.array(wanted) + b - found).max() < 0.2)


@pytest.mark.parametrize("target", ["wsis-1-1", "sdg-9-c-1-4g", "umc-1", "umc-2"])
def test_the_line_of_a_picture_is_that_of_the_page(target: str) -> None:
    """The picture of a target draws the indicator of its measure, as the page does."""
    view = View(target=target, lang="en")
    (trace,) = [t for t in traces("pace", view) if t.get("meta") == "world"]
    known = [(x, y) for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None]
    x, y = zip(*known, strict=True)
    own = [p for colour, p in drawn_paths("pace", view) if colour == trace["line"]["color"]]
    same = [p for p in own if len(p) == len(known)]
    assert any(is_affine(p[:, 0], x) and is_affine(p[:, 1], y) for p in same)


@pytest.mark.parametrize("name", CHARTS)
def test_files_without_a_server_hold_the_figure_of_the_page(name: str) -> None:
    """What is inside the `.html` face is what the JSON face of the same view says.

    Where years pass in the browser its scripts make the map, or the points of a year, themselves.
    """

    @settings(max_examples=3)
    @given(view=fitting(name))
    def check(view: View) -> None:
        page = body(name, "html", view).decode()
        held = orjson.loads(
            re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)[0]
        )["face"]
        asked = {key: getattr(View(), key) for key in CHARTS[name].free}
        face = orjson.loads(
            body(name, "json", View(**{**{k: getattr(view, k) for k in VIEW}, **asked}))
        )
        made = {"figure"} if CHARTS[name].every_year else set()
        assert held.keys() - made == face.keys() - made
        assert all(held[part] == face[part] for part in held.keys() - made)

    check()


VIEW = tuple(View.__dataclass_fields__)
