"""ITU DataHub's CSV export; one file holds several series, told apart by seriesCode.

seriesUnits is not read: it is wrong for series per 100 people that share a file with a count.
"""

from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers import notes
from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import Record, number, year

COLUMNS = ("seriesCode", "entityIso", "dataValue", "dataYear", "dataNote", "dataSource")


def read(path: Path) -> Iterator[Record]:
    """Records of all series in the file; figures that ITU estimated have the status estimated."""
    for line, row in rows(path, COLUMNS):
        value = number(row["dataValue"], path, line)
        if value is None:
            continue
        estimated = notes.is_estimate(row["dataSource"], row["dataNote"])
        yield Record(
            entity=row["entityIso"],
            series=row["seriesCode"],
            year=year(row["dataYear"], path, line),
            value=value,
            line=line,
            status="estimated" if estimated else "observed",
            notes=notes.codes(row["dataNote"]),
        )
