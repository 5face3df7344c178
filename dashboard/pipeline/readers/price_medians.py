"""The sheet of medians in ITU's workbook of ICT price baskets."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.records import Record, number, year
from dashboard.pipeline.readers.sheets import column, sheet

HEADER = 2


def read(path: Path) -> Iterator[Record]:
    """Yearly medians of all economies with data: the entity is the group, the series the basket.

    The runs of columns to the right, over the same economies for two to five years, are not read.
    """
    rows = sheet(path, "medians")
    header = rows[HEADER]
    code, group = (column(header, name, path, HEADER + 1) for name in ("Code", "Group"))
    years = {}
    for place in range(group + 1, len(header)):
        if not isinstance(header[place], float):
            break
        years[place] = year(header[place], path, HEADER + 1)
    for line, row in enumerate(rows[HEADER + 1 :], start=HEADER + 2):
        for place, when in years.items():
            if (value := number(row[place], path, line)) is not None:
                yield Record(str(row[group]).strip(), str(row[code]), when, value, line)
