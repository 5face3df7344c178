"""ITU's workbook of key indicators for the world, groups and regions.

A block is a title, a line of years, and one line a group; two runs of years stand side by side, the
absolute figures on the left and the rates on the right. Only the rates are read.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dashboard.pipeline.readers.records import Record, SourceError, number, year
from dashboard.pipeline.readers.sheets import Rows, sheets

# Two sheets have this shape; those by sex and by urban and rural area have others.
SHEETS = ("By dvpmnt status and spec. reg.", "By BDT region")


def read(path: Path) -> Iterator[Record]:
    """Records of all blocks: the series is the title of the block, the entity the group's name."""
    book = sheets(path)
    for name in SHEETS:
        if name not in book:
            raise SourceError(path, None, f"the sheet {name!r} is missing.")
        yield from _sheet(path, book[name])


def _sheet(path: Path, rows: Rows) -> Iterator[Record]:
    title, years = "", {}
    for line, row in enumerate(rows, start=1):
        label = str(row[0]).strip()
        if not label:
            years = _rates(path, line, row)
        elif not years or not _has_figures(row):
            title, years = label, {}
        else:
            for place, when in years.items():
                if (value := number(row[place], path, line)) is not None:
                    yield Record(label, title, when, value, line)


def _rates(path: Path, line: int, row: Sequence[object]) -> dict[int, int]:
    """Column -> year of the second run of years in a line, {} if there are not two runs."""
    places = [k for k, cell in enumerate(row) if isinstance(cell, float)]
    starts = [k for k in places if k - 1 not in places]
    if len(starts) != 2:
        return {}
    return {k: year(row[k], path, line) for k in places if k >= starts[1]}


def _has_figures(row: Sequence[object]) -> bool:
    return any(isinstance(cell, float) or cell == "N/A" for cell in row)
