"""ITU's workbook of ICT price baskets: one line an economy and basket, one column a year."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.records import Record, SourceError, number, year
from dashboard.pipeline.readers.sheets import column, sheets

SHEET = "economies_"


def read(path: Path) -> Iterator[Record]:
    """Records of all baskets and units; the series is the publisher's code of both."""
    found = [rows for name, rows in sheets(path).items() if name.startswith(SHEET)]
    if not found:
        raise SourceError(path, None, f"no sheet is called {SHEET}... .")
    header, *body = found[0]
    economy = column(header, "IsoCode", path, 1)
    code = column(header, "Code", path, 1)
    years = {k: year(cell, path, 1) for k, cell in enumerate(header) if isinstance(cell, float)}
    for line, row in enumerate(body, start=2):
        for k, when in years.items():
            if (value := number(row[k], path, line)) is not None:
                yield Record(str(row[economy]), str(row[code]), when, value, line)
