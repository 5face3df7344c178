"""Rows of a spreadsheet, old or new format; imports the records only."""

from collections.abc import Sequence
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, WorksheetNotFound

from dashboard.pipeline.readers.records import SourceError

Rows = Sequence[Sequence[object]]


def sheets(path: Path) -> dict[str, Rows]:
    """All sheets of a workbook as rows of cells; row k of a sheet is line k + 1 of the file."""
    try:
        book = CalamineWorkbook.from_path(str(path))
        return {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }
    except (OSError, CalamineError, WorksheetNotFound) as error:
        raise SourceError(path, None, f"the workbook cannot be read ({error}).") from error


def sheet(path: Path, name: str) -> Rows:
    """One sheet of a workbook; SourceError if there is none of that name."""
    found = sheets(path)
    if name not in found:
        raise SourceError(path, None, f"the sheet {name!r} is missing.")
    return found[name]


def column(header: Sequence[object], name: str, path: Path, line: int) -> int:
    """The place of the column called `name`; SourceError if it is missing."""
    for place, cell in enumerate(header):
        if str(cell).strip() == name:
            return place
    raise SourceError(path, line, f"the column {name!r} is missing.")
