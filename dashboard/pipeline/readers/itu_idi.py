"""ITU's ICT Development Index: table 1 of a report, and the scores of a single edition."""

import re
from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import Record, SourceError, number, year

COLUMNS = ("economy_name", "idi_score", "idi_2023", "year")

_EDITION = re.compile(r"idi_(\d{4})")


def read(path: Path) -> Iterator[Record]:
    """Records of the series `idi` of table 1, which has this edition and the one before.

    A year is that of the edition; the data are two years older.
    """
    for line, row in rows(path, COLUMNS):
        edition = year(row["year"], path, line)
        for when, column in ((edition, "idi_score"), (2023, "idi_2023")):
            if (value := number(row[column], path, line)) is not None:
                yield Record(row["economy_name"].strip(), "idi", when, value, line)


def read_edition(path: Path) -> Iterator[Record]:
    """Records of the series `idi` of a list of codes and scores; "idi_2025" heads those of 2025."""
    for line, row in rows(path, ("iso3",)):
        edition = next(filter(None, map(_EDITION.fullmatch, row)), None)
        if edition is None:
            raise SourceError(path, 1, "no column names an edition, such as idi_2025.")
        if (value := number(row[edition[0]], path, line)) is not None:
            yield Record(row["iso3"], "idi", int(edition[1]), value, line)
