"""Rows of a delimited text file with their line numbers; imports the records only."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from dashboard.pipeline.readers.records import SourceError


def rows(
    path: Path, required: Iterable[str], delimiter: str = ",", header_at: str = ""
) -> Iterator[tuple[int, dict[str, str]]]:
    """Give (line, row) for each row; SourceError if a required column is missing.

    `header_at` names the first column of the header when title lines may stand above it. A
    byte-order mark is skipped, and so are rows without any text.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            header = _header(reader, path, header_at)
            for name in required:
                if name not in header:
                    raise SourceError(path, reader.line_num, f"the column {name!r} is missing.")
            for cells in reader:
                if any(cells):
                    yield reader.line_num, dict(zip(header, cells, strict=False))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(path, None, f"the file cannot be read ({error}).") from error


def _header(reader: "Iterator[list[str]]", path: Path, header_at: str) -> list[str]:
    for cells in reader:
        if cells and (not header_at or cells[0] == header_at):
            return cells
    raise SourceError(path, None, f"no header line with {header_at or 'columns'!r} was found.")
