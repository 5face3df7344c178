"""Group values as a publisher printed them, never mixed with ours; imports the readers and aliases.

They are drawn beside the computed values, each edition by itself. Publishers' names of groups stand in
`data/catalogue/aliases.csv`; ITU's developed and developing economies are those of M49 until December
2021, its small island developing States those of M49.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, Series, Source
from dashboard.pipeline.entities import Names
from dashboard.pipeline.readers import (
    Record,
    SourceError,
    gathered,
    itu_aggregates,
    price_medians,
    tell,
)
from dashboard.pipeline.records import PRINTED, Records

COLUMNS = ["group", "indicator", "year", "value", "source", "edition"]
KEY = ["indicator", "group", "edition", "source", "year"]

READERS: Mapping[str, Callable[[Path], Iterator[Record]]] = {
    "itu-aggregates": itu_aggregates.read,
    "itu-aggregates-stacked": itu_aggregates.read_2019,
    "itu-aggregates-long": itu_aggregates.read_long,
    "price-baskets": price_medians.read,
}


def published(catalogue: Catalogue, records: Records, names: Names) -> pd.DataFrame:
    """All published group values that the catalogue names, one row a group, indicator,
    edition and year.

    `names` says which group a publisher means; some are none of ours and are passed over.
    """
    rows = [
        row
        for indicator in catalogue.indicators.values()
        for series in indicator.published
        for row in _rows(indicator.id, series, catalogue.sources[series.source], records, names)
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS).astype({"year": "int16"})
    # The newest edition of a group comes first: it is what is shown unless all are asked for.
    newest_first = [column != "edition" for column in KEY]
    return frame.sort_values(KEY, ascending=newest_first, ignore_index=True)


def _rows(
    indicator: str, series: Series, source: Source, records: Records, names: Names
) -> Iterator[tuple[str, str, int, float, str, str]]:
    for file in records.files(source):
        with gathered(file):
            for group, year, value in _of_file(series, source, records, file, names):
                yield group, indicator, year, value, source.id, source.vintage


def _of_file(
    series: Series, source: Source, records: Records, file: Path, names: Names
) -> Iterator[tuple[str, int, float]]:
    found = False
    for record in records.of(source, file, PRINTED, READERS[source.reader]):
        if record.series != series.code:
            continue
        found = True
        meaning = names.meaning("group", record.entity)
        if meaning is None:
            reason = (
                f"{record.entity!r} is no known group; if it is one, add it to "
                "data/catalogue/aliases.csv."
            )
            tell(SourceError(file, record.line, reason))
        elif group := meaning.meant:
            yield group, record.year, record.value * series.scale
    if not found:
        raise SourceError(file, None, f"the series {series.code!r} has no group values.")
