"""An economy's line made small for the browser: whole steps from year to year; never imports dash.

Steps compress to less than half of the values that they lead to. `assets/packing.js` unpacks them.
"""

from functools import cache
from typing import Any

import orjson

from dashboard.tables import EconomySeries, IndicatorTable


def packed(
    table: IndicatorTable, code: str, series: EconomySeries | None, decimals: int
) -> orjson.Fragment | None:
    """The line of an economy with `steps` for `values`, as JSON; None if it has no series.

    A step is the change since the last value before, in units of the last decimal that is printed:
    6.8, none, 8.1 becomes 68, null, 13.
    """
    if series is None:
        return None
    lines = _lines(table)
    if code not in lines:
        rest: dict[str, Any] = {"status": series.status, "sources": series.sources}
        body = {"steps": steps(series, decimals), **rest, "notes": series.notes}
        lines[code] = orjson.Fragment(orjson.dumps(body))
    return lines[code]


@cache
def _lines(table: IndicatorTable) -> dict[str, orjson.Fragment]:  # noqa: ARG001  # it is the key
    """The lines of a table that have been packed; short ones, 5 MiB for all tables."""
    return {}


def steps(series: EconomySeries, decimals: int) -> list[int | None]:
    """The steps from value to value, in units of the last decimal; None where there is no value."""
    scale, last = 10**decimals, 0
    found: list[int | None] = []
    for value in series.values:
        if value is None:
            found.append(None)
            continue
        whole = round(value * scale)
        found.append(whole - last)
        last = whole
    return found
