"""ITU's free country spreadsheets: `<year>_value`, `<year>_notes`, `<year>_source` columns."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers import notes
from dashboard.pipeline.readers.records import Record, SourceError, number, year
from dashboard.pipeline.readers.sheets import Rows, column, sheets

VALUE = "_value"


def read(path: Path) -> Iterator[Record]:
    """Records of every sheet that has value columns; the series is the name of the sheet."""
    found = False
    for name, rows in sheets(path).items():
        header = [str(cell) for cell in rows[0]] if rows else []
        places = [k for k, title in enumerate(header) if title.endswith(VALUE)]
        if places:
            found = True
            yield from _sheet(path, name, rows, header, places)
    if not found:
        raise SourceError(path, 1, "no sheet has columns such as '2010_value'.")


def _sheet(
    path: Path, series: str, rows: Rows, header: list[str], places: list[int]
) -> Iterator[Record]:
    country = column(header, "Country", path, 1)
    for line, row in enumerate(rows[1:], start=2):
        for k in places:
            value = number(row[k], path, line)
            if value is None:
                continue
            when = year(header[k].removesuffix(VALUE), path, 1)
            remark = str(row[column(header, f"{when}_notes", path, 1)])
            origin = str(row[column(header, f"{when}_source", path, 1)])
            yield Record(
                entity=str(row[country]).strip(),
                series=series,
                year=when,
                value=value,
                line=line,
                status="estimated" if notes.is_estimate(remark, origin) else "observed",
                notes=notes.codes(remark),
            )
