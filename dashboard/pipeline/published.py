"""Group values as a publisher printed them, never mixed with ours; imports the readers only.

They are drawn beside the computed values, with their own edition.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, Series, Source
from dashboard.pipeline.rawtables import find_files
from dashboard.pipeline.readers import Record, SourceError, itu_aggregates, price_medians

COLUMNS = ["group", "indicator", "year", "value", "source", "edition"]

READERS: Mapping[str, Callable[[Path], Iterator[Record]]] = {
    "itu-aggregates": itu_aggregates.read,
    "price-baskets": price_medians.read,
}

# Groups as ITU names them. "Developed" and "Developing" are the M49 list used until December 2021;
# SIDS are those of M49. "Other Economies" are no group of the catalogue.
GROUPS = {
    "World": "world",
    "Developed": "m49-developed",
    "Developing": "m49-developing",
    "Least Developed Countries (LDCs)": "ldc",
    "LDC": "ldc",
    "Land Locked Developing Countries (LLDCs)": "lldc",
    "LLDC": "lldc",
    "Small Island Developing States (SIDS)": "sids-unsd",
    "SIDS": "sids-unsd",
    "Africa": "itu-afr",
    "Americas": "itu-ams",
    "The Americas": "itu-ams",
    "Arab States": "itu-arb",
    "Asia-Pacific": "itu-asp",
    "Asia & Pacific": "itu-asp",
    "CIS": "itu-cis",
    "CIS countries": "itu-cis",
    "Europe": "itu-eur",
    "Europe countries": "itu-eur",
    "High income": "wb-h",
    "Upper middle income": "wb-um",
    "Lower middle income": "wb-lm",
    "Low income": "wb-l",
    "Other Economies": "",
}


def published(catalogue: Catalogue, folder: Path) -> pd.DataFrame:
    """All published group values that the catalogue names, one row a group, indicator and year."""
    rows = [
        row
        for indicator in catalogue.indicators.values()
        for series in indicator.published
        for row in _rows(indicator.id, series, catalogue.sources[series.source], folder)
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS).astype({"year": "int16"})
    return frame.sort_values(["indicator", "group", "year"], ignore_index=True)


def _rows(
    indicator: str, series: Series, source: Source, folder: Path
) -> Iterator[tuple[str, str, int, float, str, str]]:
    found = False
    for file in find_files(source, folder):
        for record in READERS[source.reader](file):
            if record.series != series.code:
                continue
            found = True
            if record.entity not in GROUPS:
                raise SourceError(file, record.line, f"{record.entity!r} is no known group.")
            if group := GROUPS[record.entity]:
                value = record.value * series.scale
                yield group, indicator, record.year, value, source.id, source.vintage
        if not found:
            raise SourceError(file, None, f"the series {series.code!r} has no group values.")
