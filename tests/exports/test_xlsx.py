"""Workbooks open with numbers as numbers and nothing that runs."""

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import orjson
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.exports.xlsx import xlsx_face
from dashboard.faces import render
from dashboard.rows.sheet import Sheet
from dashboard.tables import tables
from dashboard.view import View

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book(chart: str, lang: str = "en") -> CalamineWorkbook:
    """The workbook of a chart, opened again."""
    view = View(lang=lang, region="escap", economies=("KIR",))
    return CalamineWorkbook.from_filelike(BytesIO(render(view, chart, "xlsx", tables())[0]))


@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
@pytest.mark.parametrize("chart", CHARTS)
def test_every_workbook_has_data_and_their_description(chart: str, lang: str) -> None:
    """The rows of the chart, what they are, and under which licence."""
    found = book(chart, lang)
    assert found.sheet_names == ["data", "metadata", "notes and licence"]
    rows = found.get_sheet_by_name("data").to_python()
    sheet = EXHIBITS[chart].rows(
        EXHIBITS[chart].subject(View(lang=lang, region="escap", economies=("KIR",)), tables())
    )
    assert tuple(rows[0]) == sheet.header
    assert len(rows) == len(sheet.rows) + 1
    said = str(found.get_sheet_by_name("notes and licence").to_python())
    view = View(lang=lang, region="escap", economies=("KIR",))
    for source in EXHIBITS[chart].sources(EXHIBITS[chart].subject(view, tables())):
        assert source.licence in said


@pytest.mark.parametrize(("lang", "turned"), [("ar", {"1"}), ("ru", {None})])
def test_arabic_sheets_begin_on_the_right(lang: str, turned: set[str | None]) -> None:
    """Every sheet of an Arabic workbook is laid out from right to left, no other one is."""
    body, _ = render(View(lang=lang), "trend", "xlsx", tables())
    with ZipFile(BytesIO(body)) as archive:
        sheets = [ET.fromstring(archive.read(f"xl/worksheets/sheet{n}.xml")) for n in (1, 2, 3)]
    views = [view for sheet in sheets for view in sheet.iter(f"{{{MAIN}}}sheetView")]
    assert len(views) == 3
    assert {view.get("rightToLeft") for view in views} == turned


def test_a_sheet_without_rows_can_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing was observed there is a header, and columns without a value stay empty."""
    header = ("code", "name", "year", "value")
    for rows in ([], [("KIR", "Kiribati", 2024, None)]):
        sheet = Sheet(rows, header)
        monkeypatch.setitem(EXHIBITS, "map", replace(EXHIBITS["map"], rows=lambda _, s=sheet: s))
        body, _ = xlsx_face("map", EXHIBITS["map"].subject(View(lang="en"), tables()))
        found = pd.read_excel(BytesIO(body), "data", engine="calamine")
        assert tuple(found.columns) == header
        assert len(found) == len(rows)
        assert found["value"].isna().all()


def test_numbers_are_numbers() -> None:
    """A spreadsheet can add up the values."""
    rows = book("trend").get_sheet_by_name("data").to_python()
    values = [row[rows[0].index("value")] for row in rows[1:]]
    assert values
    assert all(isinstance(value, float | int) for value in values)


def test_formulas_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that begins like a formula is a name."""
    row = ("KIR", '=HYPERLINK("http://x")', "internet-use", 2024, 1.5)
    sheet = Sheet([row], ("code", "name", "indicator", "year", "value"))
    monkeypatch.setitem(EXHIBITS, "map", replace(EXHIBITS["map"], rows=lambda _: sheet))
    body, _ = xlsx_face("map", EXHIBITS["map"].subject(View(lang="en"), tables()))
    rows = CalamineWorkbook.from_filelike(BytesIO(body)).get_sheet_by_name("data").to_python()
    assert rows[1][1] == row[1]


@pytest.mark.parametrize("chart", CHARTS)
def test_metadata_describes_the_view(chart: str) -> None:
    """Title, unit, sources with licence, version and columns are there for machines."""
    view = View(lang="en", region="escap", economies=("KHM",))
    found = orjson.loads(render(view, chart, "metadata.json", tables())[0])
    assert found["title"]
    assert found["data_version"] == tables().version
    assert {"code", "name", "year"} <= set(found["dimensions"])
    assert all(source["licence"] for source in found["passport"]["sources"])
    assert found["coverage"]["first_year"] <= found["coverage"]["last_year"]
