"""Sources of two economies in the tests' own folder, and raw tables without files."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Source
from dashboard.pipeline.harmonise import COUNTS, EXCLUDED, Harmonised
from dashboard.pipeline.rawtables import COLUMNS, RawTable

Row = tuple[str, str, int, float]


def source(reader: str = "wdi-long", file: str = "*.csv", code: str = "wb") -> Source:
    """A source that is read by `reader` from `file`."""
    fields = ("publisher", "title", "2024", "CC BY 4.0", "https://x/", "https://y/", "citation")
    return Source(code, *fields, reader=reader, file=file)


def raw(*rows: Row, left_out: tuple[tuple[Row, str], ...] = (), **columns: object) -> RawTable:
    """A raw table of (economy, series, year, value) rows; `columns` are the same in all rows."""
    frame = pd.DataFrame(rows, columns=["economy", "series", "year", "value"])
    frame = frame.assign(status="observed", notes=[()] * len(frame), file="a.csv")
    frame["line"] = range(2, len(frame) + 2)
    out = pd.DataFrame(
        [(*row, reason) for row, reason in left_out], columns=[*COLUMNS[:4], "reason"]
    )
    return RawTable(frame.assign(**columns), out, (Path("a.csv"),))


def opener(**tables: RawTable) -> Callable[[str], RawTable]:
    """A function that gives the raw table of a source id."""
    return tables.__getitem__


def known(observations: pd.DataFrame, counts: list[tuple[str, str, int, float, str]]) -> Harmonised:
    """Observations with counts of (economy, indicator, year, count, source)."""
    return Harmonised(
        observations, pd.DataFrame(counts, columns=COUNTS), pd.DataFrame(columns=EXCLUDED)
    )
