"""ITU's ICT Regulatory Tracker as the World Bank exports it: a line an economy, a column a year."""

import re
from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.records import Record, number
from dashboard.pipeline.readers.sheets import column, sheet

_YEAR = re.compile(r"\d{4}")


def read(path: Path) -> Iterator[Record]:
    """Records of the sheet of data; the series is the publisher's id of score or generation."""
    header, *body = sheet(path, "Data")
    economy = column(header, "Economy ISO3", path, 1)
    series = column(header, "Indicator ID", path, 1)
    years = {k: int(str(cell)) for k, cell in enumerate(header) if _YEAR.fullmatch(str(cell))}
    for line, row in enumerate(body, start=2):
        for k, when in years.items():
            if (value := number(row[k], path, line)) is not None:
                yield Record(str(row[economy]), str(row[series]), when, value, line)
