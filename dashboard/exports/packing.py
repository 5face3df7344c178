"""An economy's line made small for the browser: whole steps from year to year; never imports dash.

Steps compress to less than half of the values that they lead to. `assets/packing.js` unpacks them.
"""

from functools import cache
from typing import Any

import orjson

from dashboard.tables import EconomySeries, IndicatorTable


@cache  # a short line an economy and indicator: 5 MiB for all tables
def packed(table: IndicatorTable, code: str, decimals: int) -> bytes:
    """The line of an economy with `steps` for `values`, as JSON.

    A step is the change since the last value before, in units of the last decimal that is printed:
    6.8, none, 8.1 becomes 68, null, 13.
    """
    series = table.economy(code)
    if series is None:
        return b"null"
    rest: dict[str, Any] = {"status": series.status, "sources": series.sources}
    return orjson.dumps({"steps": steps(series, decimals), **rest, "notes": series.notes})


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
