"""Table 1 of ITU's ICT Development Index report: the score of this edition and the one before."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import Record, number, year

COLUMNS = ("economy_name", "idi_score", "idi_2023", "year")


def read(path: Path) -> Iterator[Record]:
    """Records of the series `idi`, by year of edition (the data are two years older)."""
    for line, row in rows(path, COLUMNS):
        edition = year(row["year"], path, line)
        for when, column in ((edition, "idi_score"), (2023, "idi_2023")):
            if (value := number(row[column], path, line)) is not None:
                yield Record(row["economy_name"].strip(), "idi", when, value, line)
