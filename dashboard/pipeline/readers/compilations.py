"""Formats of those who compile others' series: Our World in Data, and plain tables by year."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import Record, number, year

OWID = ("Entity", "Code", "Year")


def read_owid(path: Path) -> Iterator[Record]:
    """Records of a chart download saved with semicolons: the value column is the fourth.

    Lines without a value (a region's name alone) and trailing empty columns are passed over.
    """
    for line, row in rows(path, OWID, delimiter=";"):
        series = list(row)[3]
        if row["Code"] and (value := number(row[series], path, line)) is not None:
            yield Record(row["Code"], series, year(row["Year"], path, line), value, line)


def read_by_year(path: Path) -> Iterator[Record]:
    """Records of a table with a line an economy and year; every further column is a series.

    The first column is the economy's code in capital or small letters, the second the year, whatever
    they are called: Gapminder's and UNESCO's data points, and tables typed over, have this form.
    """
    for line, row in rows(path, ()):
        entity, when, *series = row
        for code in series:
            if (value := number(row[code], path, line)) is not None:
                yield Record(row[entity].upper(), code, year(row[when], path, line), value, line)
