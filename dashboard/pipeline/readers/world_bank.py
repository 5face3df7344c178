"""The World Bank's own formats: API download, DataBank extract, long list, one year as JSON."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import Record, SourceError, number, year

API = ("Country Name", "Country Code", "Indicator Code")
DATABANK = ("Country Code", "Series Code")
LONG = ("Country Name", "Country Code", "Year", "Value")

_YEAR = re.compile(r"\d{4}")
_YEAR_TWICE = re.compile(r"(\d{4}) \[YR\d{4}\]")


def read_api(path: Path) -> Iterator[Record]:
    """Records of an API download; the four title lines above the header may be missing."""
    for line, row in rows(path, API, header_at="Country Name"):
        for title, cell in row.items():
            if _YEAR.fullmatch(title) and (value := number(cell, path, line)) is not None:
                when = year(title, path, 1)
                yield Record(row["Country Code"], row["Indicator Code"], when, value, line)


def read_databank(path: Path) -> Iterator[Record]:
    """Records of a DataBank extract; footer lines have no series code."""
    for line, row in rows(path, DATABANK):
        if not row.get("Series Code"):
            continue
        for title, cell in row.items():
            when = _YEAR_TWICE.fullmatch(title)
            if when and (value := number(cell, path, line)) is not None:
                stated = year(when[1], path, 1)
                yield Record(row["Country Code"], row["Series Code"], stated, value, line)


def read_long(path: Path) -> Iterator[Record]:
    """Records of a list with one line a country and year; the series has no code."""
    for line, row in rows(path, LONG):
        if (value := number(row["Value"], path, line)) is not None:
            yield Record(row["Country Code"], "", year(row["Year"], path, line), value, line)


def read_pages(path: Path) -> Iterator[Record]:
    """Records of an answer of the Indicators API: a head, then a row a place and year.

    Groups by income have no code of three letters there: they are no economies.
    """
    try:
        _, body = json.loads(path.read_text(encoding="utf-8"))
        rows_of_it = list(enumerate(body, start=1))
    except (OSError, ValueError, TypeError) as error:
        raise SourceError(path, None, f"the file cannot be read ({error}).") from error
    for line, row in rows_of_it:
        place, series = row["countryiso3code"], row["indicator"]["id"]
        if place and row["value"] is not None:
            value = number(row["value"], path, line)
            if value is not None:
                yield Record(place, series, year(row["date"], path, line), value, line)


def read_latest_year(path: Path) -> Iterator[Record]:
    """Records of one indicator in one year, from a JSON object that maps ISO codes to values."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        series, when = str(content["providerCode"]), content["year"]
        values = dict(content["valuesByIso3"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(path, None, f"the file cannot be read ({error}).") from error
    for economy, value in values.items():
        if (read := number(value, path, 1)) is not None:
            yield Record(economy, series, year(when, path, 1), read, 1)
