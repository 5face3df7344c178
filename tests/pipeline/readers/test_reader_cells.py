"""Cells and rows: what is a number, what is missing, and where a fault is."""

from pathlib import Path

import pytest

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import (
    SourceError,
    SourceFaultsError,
    gathered,
    number,
    year,
)
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


@pytest.mark.parametrize(
    "cell", ["about 80", "1,234", "-", "nan", "inf", "8_9", "０８", "٨", "0x8", "1e", True, (1,)]
)
def test_text_for_number(cell: object) -> None:
    """Text where a number should be is a sentence with the file and the line."""
    with pytest.raises(SourceError, match=r"^export\.csv, line 3: .* where a number should be\.$"):
        number(cell, HERE, 3)


@pytest.mark.parametrize("cell", ["20x0", "2010.5", "3", "", "2_010", "２０１０", True])
def test_text_for_year(cell: object) -> None:
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
    with pytest.raises(SourceError, match=r"^latin\.csv, line 2: the line cannot be read"):
        list(rows(tmp_path / "latin.csv", ()))
    with pytest.raises(SourceError, match=r"^none\.csv: the file cannot be read"):
        list(rows(tmp_path / "none.csv", ()))


FAULTS = {
    "a short row": ("ABW", "line 3: the line has 1 columns, where the header has 2."),
    "a row cut in its middle": ('"ABW', "line 3: the line cannot be read"),
    "a row that is shifted": (
        "ABW,the,1",
        "line 3: the line has 3 columns, where the header has 2.",
    ),
    "a line of NUL": ("\0\0\0\0\0", "line 3: the line holds NUL bytes, which are no text."),
    "a NUL in a cell": ("ABW,\0", "line 3: the line holds NUL bytes, which are no text."),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_of_rows(tmp_path: Path, fault: str) -> None:
    """A row that is not like the header is a sentence with file and line, not a stack trace."""
    line, sentence = FAULTS[fault]
    file = text(tmp_path / "a.csv", "code,value", "AFG,1", line)
    with pytest.raises(SourceError) as error:
        list(rows(file, ("code",)))
    assert str(error.value).startswith(f"a.csv, {sentence}")


@pytest.mark.parametrize("short", ["", ",,"])
def test_empty_cells_beyond_the_header_are_no_fault(tmp_path: Path, short: str) -> None:
    """Publishers end their lines with commas."""
    file = text(tmp_path / "a.csv", "code,value", f"AFG,1{short}")
    assert list(rows(file, ())) == [(2, {"code": "AFG", "value": "1"})]


def test_a_column_that_stands_there_twice(tmp_path: Path) -> None:
    """Which of the two is meant nobody can tell."""
    file = text(tmp_path / "a.csv", "code,2010,2010", "AFG,1,2")
    with pytest.raises(SourceError, match=r"line 1: the column '2010' stands there twice\.$"):
        list(rows(file, ()))


def read(file: Path) -> None:
    """Read a file of codes, years and values to its end."""
    with gathered(file):
        for line, row in rows(file, ("code", "year", "value")):
            year(row["year"], file, line)
            number(row["value"], file, line)


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    """Whoever mends a file sees all that is wrong with it, each with its line."""
    lines = "AFG,2010,x", "AGO", "ALB,20x0,1", "AND,2010,2"
    file = text(tmp_path / "a.csv", "code,year,value", *lines)
    with pytest.raises(SourceFaultsError) as error:
        read(file)
    assert str(error.value).splitlines() == [
        "a.csv, line 2: 'x' stands where a number should be.",
        "a.csv, line 3: the line has 1 columns, where the header has 3.",
        "a.csv, line 4: '20x0' stands where a year should be.",
    ]


def test_many_faults_are_counted(tmp_path: Path) -> None:
    """A file that is wrong from end to end does not fill the screen."""
    file = text(tmp_path / "a.csv", "code,year,value", *["AFG,2010,x"] * 100)
    with pytest.raises(SourceFaultsError) as error:
        read(file)
    *told, last = str(error.value).splitlines()
    assert (len(told), last) == (20, "And 80 more faults of this file.")


def trip() -> None:
    """Read a cell that is not there."""
    with gathered(HERE):
        tuple[str, ...]()[1]


def test_a_file_of_another_form_is_a_sentence() -> None:
    """What a reader trips over is a fault of the file."""
    with pytest.raises(SourceFaultsError, match=r"^export\.csv: the file has another form"):
        trip()
