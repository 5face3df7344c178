"""Every file of every chart and table opens, says the same as the others, and where it is from."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import orjson
import pandas as pd
import pyarrow.parquet as pq
import pytest

from dashboard.charts.registry import EXHIBITS
from dashboard.exports import sdmx
from dashboard.exports.parquet import NUMBERS, WHOLE
from dashboard.faces import OF_ALL, faces_of, render
from dashboard.formats.csv import csv_text
from dashboard.i18n import words
from dashboard.rows.sheet import Sheet
from dashboard.tables import tables
from dashboard.view import View

LANGUAGES = ("en", "ar", "zh")
CHOSEN: dict[str, Any] = {"region": "escap", "economies": ("KHM", "KIR")}
# Columns that say where a row is from and of when it is.
SAYING = ("source", "licence", "year")


def view_of(lang: str) -> View:
    """A view that leaves no chart empty."""
    return View(lang=lang, **CHOSEN)


def file(chart: str, face: str, lang: str) -> bytes:
    """The bytes of a file."""
    return render(view_of(lang), chart, face, tables())[0]


def sheet_of(chart: str, lang: str) -> Sheet:
    """The rows that all files of a chart are made of."""
    return EXHIBITS[chart].rows(EXHIBITS[chart].subject(view_of(lang), tables()))


def as_texts(rows: Any) -> list[list[str]]:
    """Rows as plain text, so that 5 and 5.0 are one."""
    return [["" if _is_empty(cell) else _plain(cell) for cell in row] for row in rows]


def _is_empty(cell: Any) -> bool:
    return cell is None or cell == "" or cell is pd.NA or cell != cell  # noqa: PLR0124  # NaN


def _plain(cell: Any) -> str:
    return f"{float(cell):.12g}" if isinstance(cell, int | float) else str(cell)


def numbered(frame: pd.DataFrame) -> list[list[Any]]:
    """The rows of a frame as plain values."""
    return [list(row) for row in frame.astype(object).itertuples(index=False)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", EXHIBITS)
def test_csv_opens_in_pandas(chart: str, lang: str) -> None:
    """What pandas reads of the CSV is the sheet, row by row."""
    sheet = sheet_of(chart, lang)
    found = pd.read_csv(BytesIO(file(chart, "csv", lang)), dtype=str, keep_default_na=False)
    assert tuple(found.columns) == sheet.header
    assert numbered(found) == [
        ["" if cell is None else str(cell) for cell in row] for row in sheet.rows
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", EXHIBITS)
def test_workbooks_open_in_pandas(chart: str, lang: str) -> None:
    """What pandas reads of the workbook is the sheet, numbers as numbers."""
    sheet, content = sheet_of(chart, lang), BytesIO(file(chart, "xlsx", lang))
    found = pd.read_excel(content, "data", engine="calamine", keep_default_na=False)
    assert tuple(found.columns) == sheet.header
    assert as_texts(numbered(found)) == as_texts(sheet.rows)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", EXHIBITS)
def test_parquet_is_the_sheet(chart: str, lang: str) -> None:
    """Arrow reads the rows of the sheet, with types, and what they are and under which terms."""
    sheet = sheet_of(chart, lang)
    found = pq.read_table(BytesIO(file(chart, "parquet", lang)))
    assert tuple(found.column_names) == sheet.header
    assert as_texts(tuple(row.values()) for row in found.to_pylist()) == as_texts(sheet.rows)
    for field in found.schema:
        kinds = {"int64"} if field.name in WHOLE else {"double"}
        named = field.name in WHOLE | NUMBERS
        words = any(isinstance(row[sheet.header.index(field.name)], str) for row in sheet.rows)
        assert str(field.type) in (kinds if named and not words else {"string"})
    said = {key.decode(): text.decode() for key, text in found.schema.metadata.items()}
    assert said["title"]
    assert said["data_version"] == tables().version
    sources = EXHIBITS[chart].sources(EXHIBITS[chart].subject(view_of(lang), tables()))
    assert [one["citation"] for one in orjson.loads(said["sources"])] == [
        source.citation for source in sources
    ]
    assert all(source.licence in said["licence"] for source in sources)


@pytest.mark.parametrize("chart", EXHIBITS)
def test_no_row_lacks_its_origin(chart: str) -> None:
    """Every row with a value says its source, its terms and its year."""
    sheet = sheet_of(chart, "en")
    assert sheet.rows
    for cells in sheet.rows:
        row = dict(zip(sheet.header, cells, strict=True))
        if row.get("value", 0) is not None:
            assert all(row[name] for name in SAYING), row


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", EXHIBITS)
def test_descriptions_name_sources_and_years(chart: str, lang: str) -> None:
    """The description has title, terms, years and how to quote the numbers."""
    found = orjson.loads(file(chart, "metadata.json", lang))
    assert found["title"]
    assert found["link"].startswith("http")
    assert tables().version in found["citation"]
    assert found["passport"]["sources"]
    assert all(source["licence"] for source in found["passport"]["sources"])
    assert found["coverage"]["first_year"] <= found["coverage"]["last_year"]


def test_charts_of_several_indicators_are_quoted_by_their_title() -> None:
    """A map of activities is not quoted as Internet use."""
    found = orjson.loads(file("events", "metadata.json", "en"))
    assert found["citation"].startswith(found["title"])
    assert found["unit"] == ""
    assert orjson.loads(file("map", "metadata.json", "en"))["unit"] == "% of people"


def test_the_same_view_gives_the_same_files() -> None:
    """Files can be compared and archived."""
    for face in set(OF_ALL) - {"json"}:
        assert file("trend", face, "zh") == file("trend", face, "zh")


def test_whole_numbers_and_fractions_are_written_as_they_are() -> None:
    """1 and 1.0 are equal, and stay what they are in the CSV."""
    assert csv_text([("a", 1, 1.0, None), ('a"b', "x,y", "", 0.1)]) == (
        'a,1,1.0,\r\n"a""b","x,y",,0.1\r\n'
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", [name for name in EXHIBITS if "sdmx.csv" in faces_of(name)])
def test_sdmx_has_the_observations_of_the_sheet(chart: str, lang: str) -> None:
    """Every value is an observation under a key of its own, with status, source and terms."""
    content = file(chart, "sdmx.csv", lang)
    assert content.startswith(b"STRUCTURE,STRUCTURE_ID,ACTION,")
    found = pd.read_csv(BytesIO(content), dtype=str, keep_default_na=False)
    assert tuple(found.columns) == sdmx.COLUMNS
    sheet = sheet_of(chart, lang)
    values = [str(row[sheet.header.index("value")]) for row in sheet.rows]
    assert list(found["OBS_VALUE"]) == [value for value in values if value != "None"]
    dimensions = sdmx.COLUMNS[sdmx.COLUMNS.index("FREQ") : sdmx.COLUMNS.index("OBS_VALUE")]
    assert not found.duplicated(list(dimensions)).any()
    assert set(found["OBS_STATUS"]) <= {"A", "E", "I", ""}
    assert set(found.loc[found["OBS_STATUS"] == "", "METHOD"]) <= {"not-given"}
    assert (found[["DATA_SOURCE", "LICENCE", "TIME_PERIOD", "UNIT_MEASURE"]] != "").all(axis=None)


def test_sdmx_tells_published_groups_from_computed_ones() -> None:
    """The value that ITU printed for the world stands beside ours, and is not estimated."""
    asked = replace(view_of("en"), editions="newest")
    found = pd.read_csv(BytesIO(render(asked, "trend", "sdmx.csv", tables())[0]), dtype=str)
    world = found[(found["REF_AREA"] == "world") & (found["TIME_PERIOD"] == "2010")]
    assert dict(zip(world["SERIES_TYPE"], world["OBS_STATUS"], strict=True)) == {
        "GROUP": "E",
        "GROUP_PUBLISHED": "A",
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_description_answers_questions(lang: str) -> None:
    """Of one indicator, or of each of two with its name before; a chart of none, or of many, is asked nothing."""
    asked = orjson.loads(file("map", "metadata.json", lang))["questions"]
    assert len(asked) >= 2
    assert all(one["ask"] and one["answer"] for one in asked)
    both = orjson.loads(file("scatter", "metadata.json", lang))["questions"]
    names = [words(lang)(f"indicators.{one}.name") for one in ("internet-use", "gdp-per-capita")]
    starts = {one["ask"][: len(name)] for one in both for name in names}
    assert all(any(one["ask"].startswith(name) for name in names) for one in both)
    assert set(names) <= starts
    for chart in ("events", "availability"):
        assert orjson.loads(file(chart, "metadata.json", lang))["questions"] == []
