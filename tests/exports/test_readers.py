"""Parquet, workbook and SDMX-CSV are read by the libraries that people use, with no rows and empty columns too."""

from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest
import sdmx
from sdmx.reader.csv import Reader

from dashboard.charts.registry import EXHIBITS
from dashboard.exports.parquet import parquet_face
from dashboard.exports.sdmx import sdmx_face
from dashboard.exports.structure import structure_face
from dashboard.exports.xlsx import xlsx_face
from dashboard.faces import Made
from dashboard.rows.sheet import Sheet
from dashboard.tables import tables
from dashboard.text.subject import Subject
from dashboard.view import View

VIEW = View(lang="en", region="escap-pac", economies=("KIR",))
Face = Callable[[str, Subject], Made]
# A table as rows of values, None where there is none.
Rows = list[dict[str, Any]]


def by_pyarrow(path: Path) -> Rows:
    """What pyarrow reads."""
    return pq.read_table(path).to_pylist()


def by_pandas(path: Path) -> Rows:
    """What pandas reads, of Parquet and of workbooks."""
    is_book = path.suffix == ".xlsx"
    found = pd.read_excel(path, "data", engine="calamine") if is_book else pd.read_parquet(path)
    return found.astype(object).where(found.notna(), None).to_dict("records")


def by_duckdb(path: Path) -> Rows:
    """What duckdb reads."""
    import duckdb

    found = duckdb.sql(f"select * from read_parquet('{path}')")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def by_polars(path: Path) -> Rows:
    """What polars reads."""
    import polars as pl

    return pl.read_parquet(path).to_dicts()


def needing(name: str, read: Callable[[Path], Rows]) -> Any:
    """A reader that is left out, with a sentence, where its library is missing."""
    lacks = pytest.mark.skipif(
        find_spec(name) is None, reason=f"{name} is missing: it read nothing."
    )
    return pytest.param(read, id=name, marks=lacks)


READERS = [
    needing(name, read)
    for name, read in (
        ("pyarrow", by_pyarrow),
        ("pandas", by_pandas),
        ("duckdb", by_duckdb),
        ("polars", by_polars),
    )
]


@pytest.fixture(params=["rows", "no rows", "empty columns"])
def written(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Face, Path], Sheet]:
    """Writes a face of the trend, as it is, without rows, or without any value; says what it wrote."""
    subject = EXHIBITS["trend"].subject(VIEW, tables())
    whole = EXHIBITS["trend"].rows(subject)
    place = whole.header.index("value")
    rows = {
        "rows": whole.rows,
        "no rows": [],
        "empty columns": [(*row[:place], None, *row[place + 1 :]) for row in whole.rows],
    }[request.param]
    sheet = replace(whole, rows=rows)
    monkeypatch.setitem(EXHIBITS, "trend", replace(EXHIBITS["trend"], rows=lambda _: sheet))

    def write(face: Face, path: Path) -> Sheet:
        path.write_bytes(face("trend", subject)[0])
        return sheet

    return write


def held_to(sheet: Sheet, found: Rows) -> None:
    """Whether the years, the codes and the values are those that were written."""
    assert len(found) == len(sheet.rows)
    for name in ("year", "value"):
        place = sheet.header.index(name)
        assert [row[name] for row in found] == [row[place] for row in sheet.rows]


@pytest.mark.parametrize("read", READERS)
def test_parquet_is_read(
    read: Callable[[Path], Rows], written: Callable[[Face, Path], Sheet], tmp_path: Path
) -> None:
    """By pyarrow, pandas, duckdb and polars."""
    sheet = written(parquet_face, tmp_path / "a.parquet")
    held_to(sheet, read(tmp_path / "a.parquet"))


def test_workbooks_are_read(written: Callable[[Face, Path], Sheet], tmp_path: Path) -> None:
    """By pandas."""
    sheet = written(xlsx_face, tmp_path / "a.xlsx")
    held_to(sheet, by_pandas(tmp_path / "a.xlsx"))


def test_sdmx_is_read(written: Callable[[Face, Path], Sheet], tmp_path: Path) -> None:
    """By sdmx1 with the structure message: the observations that have a value."""
    sheet = written(sdmx_face, tmp_path / "a.csv")
    structures: Any = sdmx.read_sdmx(BytesIO(structure_face(tables())[0]), format="XML")
    body = BytesIO((tmp_path / "a.csv").read_bytes())
    message = Reader().convert(body, structures.dataflow["INDICATORS"])
    values = [row[sheet.header.index("value")] for row in sheet.rows]
    assert sum(len(data.obs) for data in message.data) == len(values) - values.count(None)
