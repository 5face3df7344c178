"""Cells and rows: what is a number, what is missing, and where a fault is."""

from pathlib import Path

import pytest

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import SourceError, number, year
from tests.pipeline.readers.files import text

HERE = Path("export.csv")


@pytest.mark.parametrize("cell", ["", "..", "...", "NA", "N/A", " .. "])
def test_missing_marks(cell: str) -> None:
    """A publisher's sign for "not available" is no value and no zero."""
    assert number(cell, HERE, 3) is None


@pytest.mark.parametrize(("cell", "value"), [("0", 0.0), ("83.78", 83.78), (12.5, 12.5)])
def test_numbers(cell: object, value: float) -> None:
    """Zero is a value, and quoted numbers are numbers."""
    assert number(cell, HERE, 3) == value


@pytest.mark.parametrize("cell", ["about 80", "1,234", "-", "nan", "inf"])
def test_text_for_number(cell: str) -> None:
    """Text where a number should be is a sentence with the file and the line."""
    with pytest.raises(SourceError, match=r"^export\.csv, line 3: .* where a number should be\.$"):
        number(cell, HERE, 3)


@pytest.mark.parametrize("cell", ["20x0", "2010.5", "3", ""])
def test_text_for_year(cell: str) -> None:
    """A year that is no year is a sentence, not a value in the wrong place."""
    with pytest.raises(SourceError, match=r"line 9: .* where a year should be\.$"):
        year(cell, HERE, 9)


def test_byte_order_mark(tmp_path: Path) -> None:
    """The invisible mark at the start of an export does not hide the first column."""
    file = text(tmp_path / "a.csv", '"code","value"', '"ABW","1"', bom=True)
    assert list(rows(file, ("code",))) == [(2, {"code": "ABW", "value": "1"})]


def test_missing_column(tmp_path: Path) -> None:
    """A missing column is named, with the file and the line of the header."""
    file = text(tmp_path / "a.csv", "title line,,", "code,value", "ABW,1")
    with pytest.raises(SourceError, match=r"^a\.csv, line 2: the column 'year' is missing\.$"):
        list(rows(file, ("year",), header_at="code"))


def test_missing_header(tmp_path: Path) -> None:
    """A file without its header line says so."""
    file = text(tmp_path / "a.csv", "something,else")
    with pytest.raises(SourceError, match="no header line with 'code'"):
        list(rows(file, (), header_at="code"))


def test_line_after_quoted_newline(tmp_path: Path) -> None:
    """A remark that runs over two lines does not shift the line that a fault is reported at."""
    file = text(tmp_path / "a.csv", "code,remark", 'ABW,"two', 'lines"', "AFG,one")
    assert [line for line, _ in rows(file, ())] == [3, 4]


def test_unreadable_file(tmp_path: Path) -> None:
    """A file in another encoding, or none at all, is a sentence."""
    (tmp_path / "latin.csv").write_bytes("code\nCôte".encode("latin-1"))
    with pytest.raises(SourceError, match=r"^latin\.csv: the file cannot be read"):
        list(rows(tmp_path / "latin.csv", ()))
    with pytest.raises(SourceError, match=r"^none\.csv: the file cannot be read"):
        list(rows(tmp_path / "none.csv", ()))
