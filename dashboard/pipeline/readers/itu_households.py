"""ITU's core household indicators: the latest year of each indicator, each with its own year.

"..." is missing, "-" is zero or less than half the unit; footnote marks stand in columns of their
own. The header is two lines deep: codes such as "(HH4)" above names, and "Year" above the years.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from dashboard.pipeline.readers.records import Record, SourceError, number, year
from dashboard.pipeline.readers.sheets import sheets

_CODE = re.compile(r"\((HH\d+\w*)\)")


def read(path: Path) -> Iterator[Record]:
    """Records of all indicators; the series is the core code without brackets."""
    for rows in sheets(path).values():
        top = next((k for k, row in enumerate(rows) if _series(row)), None)
        if top is None:
            raise SourceError(path, None, "no line with indicator codes such as '(HH4)' was found.")
        places = _series(rows[top])
        for line, row in enumerate(rows[top + 2 :], start=top + 3):
            if isinstance(row[0], float):
                yield from _economy(path, line, row, places)


def _series(row: Sequence[object]) -> list[tuple[str, int, int]]:
    """(code, column of values, column of years) for each indicator named in a header line."""
    found = []
    for k, cell in enumerate(row):
        if match := _CODE.fullmatch(str(cell).strip()):
            years = next((j for j in range(k, len(row)) if str(row[j]).strip() == "Year"), None)
            if years is not None:
                found.append((match[1], k, years))
    return found


def _economy(
    path: Path, line: int, row: Sequence[object], places: list[tuple[str, int, int]]
) -> Iterator[Record]:
    for series, at, when in places:
        text = "0" if str(row[at]).strip() == "-" else row[at]
        value = number(text, path, line)
        if value is not None:
            yield Record(
                entity=str(row[1]).strip(),
                series=series,
                year=year(row[when], path, line),
                value=value,
                line=line,
            )
