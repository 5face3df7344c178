"""Rows of a delimited text file with their line numbers; imports the records only."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

from dashboard.pipeline.readers.records import SourceError, tell

NUL = "\0"


def rows(
    path: Path, required: Iterable[str], delimiter: str = ",", header_at: str = ""
) -> Iterator[tuple[int, dict[str, str]]]:
    """Give (line, row) for each row; a fault if a required column is missing, or a row has other columns.

    `header_at` names the first column of the header when title lines may stand above it. A
    byte-order mark is skipped, and so are rows without any text.
    """
    reader = csv.reader(StringIO(_text(path), newline=""), delimiter=delimiter, strict=True)
    try:
        header = _header(reader, path, header_at)
        if faults := list(_faults_of_header(header, required)):
            for reason in faults:
                tell(SourceError(path, reader.line_num, reason))
            return
        for cells in reader:
            if not any(cells):
                continue
            if reason := _fault(cells, header):
                tell(SourceError(path, reader.line_num, reason))
            else:
                yield reader.line_num, dict(zip(header, cells, strict=False))
    except csv.Error as error:
        raise SourceError(path, reader.line_num, f"the line cannot be read ({error}).") from error


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(path, None, f"the file cannot be read ({error}).") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise SourceError(path, line, f"the line cannot be read ({error}).") from error


def _header(reader: "Iterator[list[str]]", path: Path, header_at: str) -> list[str]:
    for cells in reader:
        if cells and (not header_at or cells[0] == header_at):
            return cells
    raise SourceError(path, None, f"no header line with {header_at or 'columns'!r} was found.")


def _faults_of_header(header: list[str], required: Iterable[str]) -> Iterator[str]:
    for name in required:
        if name not in header:
            yield f"the column {name!r} is missing."
    for name in dict.fromkeys(header):
        if name and header.count(name) > 1:
            yield f"the column {name!r} stands there twice."


def _fault(cells: list[str], header: list[str]) -> str:
    """What is wrong with a row as such, empty if nothing; empty cells at its end are none."""
    if any(NUL in cell for cell in cells):
        return "the line holds NUL bytes, which are no text."
    if len(cells) < len(header) or any(cells[len(header) :]):
        return f"the line has {len(cells)} columns, where the header has {len(header)}."
    return ""
