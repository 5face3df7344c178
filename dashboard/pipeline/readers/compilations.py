"""Formats of those who compile others' series: Our World in Data and Gapminder."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import Record, number, year

OWID = ("Entity", "Code", "Year")
GAPMINDER = ("geo", "time")


def read_owid(path: Path) -> Iterator[Record]:
    """Records of a chart download saved with semicolons: the value column is the fourth.

    Lines without a value (a region's name alone) and trailing empty columns are passed over.
    """
    for line, row in rows(path, OWID, delimiter=";"):
        series = list(row)[3]
        if row["Code"] and (value := number(row[series], path, line)) is not None:
            yield Record(row["Code"], series, year(row["Year"], path, line), value, line)


def read_gapminder(path: Path) -> Iterator[Record]:
    """Records of a DDF data-point file: geo is a lower-case code, the value column the third."""
    for line, row in rows(path, GAPMINDER):
        series = list(row)[2]
        if (value := number(row[series], path, line)) is not None:
            yield Record(row["geo"].upper(), series, year(row["time"], path, line), value, line)
