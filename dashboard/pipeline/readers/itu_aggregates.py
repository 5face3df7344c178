"""ITU's workbooks of key indicators for the world, groups and regions: a reader for each layout.

In both a block is a title and one line a group; two runs of years stand side by side, the absolute
figures on the left and the rates on the right. Only the rates are read. In 2022 every block has its
own line of years; in 2019 one line of years serves all blocks below it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import Record, SourceError, number, year
from dashboard.pipeline.readers.sheets import Rows, sheets

# Two sheets have this shape; those by sex and by urban and rural area have others.
SHEETS = ("By dvpmnt status and spec. reg.", "By BDT region")
LONG = ("sheet", "indicator", "part", "group", "year", "value")


def read(path: Path) -> Iterator[Record]:
    """Records of all blocks: the series is the title of the block, the entity the group's name."""
    book = sheets(path)
    for name in SHEETS:
        if name not in book:
            raise SourceError(path, None, f"the sheet {name!r} is missing.")
        yield from _sheet(path, book[name])


def _sheet(path: Path, sheet: Rows) -> Iterator[Record]:
    title, years = "", {}
    for line, row in enumerate(sheet, start=1):
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


def read_2019(path: Path) -> Iterator[Record]:
    """Records of the edition of 2019, its last year ("2019*", an estimate) among them."""
    for sheet in sheets(path).values():
        title, years = "", {}
        for line, row in enumerate(sheet, start=1):
            label = str(row[0]).strip()
            if label and not _has_figures(row):
                title = label
            elif not label and _has_figures(row):
                years = _second_half(path, line, row)
            elif label:
                for place, when in years.items():
                    if (value := number(row[place], path, line)) is not None:
                        yield Record(label, title, when, value, line)


def _second_half(path: Path, line: int, row: Sequence[object]) -> dict[int, int]:
    """Column -> year of the second of two equal runs of years; a star marks an estimate."""
    places = [k for k, cell in enumerate(row) if str(cell).strip()]
    return {k: year(str(row[k]).rstrip("*"), path, line) for k in places[len(places) // 2 :]}


def read_long(path: Path) -> Iterator[Record]:
    """Records of an edition as a long table, a line a figure: the rates of its groups and regions."""
    for line, row in rows(path, LONG, header_at="sheet"):
        if row["sheet"] in SHEETS and row["part"] == "relative":
            value = number(row["value"], path, line)
            if value is not None:
                when = year(row["year"], path, line)
                yield Record(row["group"], row["indicator"], when, value, line)
