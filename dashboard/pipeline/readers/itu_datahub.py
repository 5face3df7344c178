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
    """Records of all series in the file; figures that ITU or the country estimated have the status estimated.

    A remark that is repeated with later years tells of a break in its first year only.
    """
    seen: set[tuple[str, str, str]] = set()
    for line, row in rows(path, COLUMNS):
        value = number(row["dataValue"], path, line)
        if value is None:
            continue
        remark = row["entityIso"], row["seriesCode"], row["dataNote"]
        codes = [c for c in notes.codes(row["dataNote"]) if c != notes.BREAK or remark not in seen]
        seen.add(remark)
        estimated = notes.is_estimate(row["dataSource"], row["dataNote"])
        yield Record(
            entity=row["entityIso"],
            series=row["seriesCode"],
            year=year(row["dataYear"], path, line),
            value=value,
            line=line,
            status="estimated" if estimated else "observed",
            notes=tuple(codes),
        )
