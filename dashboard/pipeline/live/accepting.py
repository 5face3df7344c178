"""Whether what came may take the place of what is kept: imports the raw tables and the records.

Whole or nothing: a source that lost economies, ends earlier, is older or has other magnitudes stays as
it is, with a sentence, until an operator accepts it.
"""

import csv
from collections.abc import Iterator
from io import StringIO

import pandas as pd

from dashboard.catalogue import Catalogue, Source
from dashboard.pipeline.entities import Names
from dashboard.pipeline.harmonise import exclude, select
from dashboard.pipeline.rawtables import COLUMNS, RawTable, read_source
from dashboard.pipeline.readers import SourceError
from dashboard.pipeline.records import Records

# A value twice or half as large as it was is another magnitude; so many may be.
TWICE, OF_ALL = 2.0, 0.05
NAMED = 10
# The service whose files have a column of units.
OF_UNITS = "data360"


def faults(
    new: tuple[Source, Records],
    old: tuple[Source, Records] | None,
    names: Names,
    entries: Catalogue,
) -> Iterator[str]:
    """What speaks against a fetched source; SourceError where it cannot be read or used at all."""
    source, records = new
    table = read_source(source, records, names)
    now = table.values  # noqa: PD011  # of ours
    _refuse_units(source, records)
    yield from _impossible(source, table, entries)
    if old is None:
        return
    if source.vintage < old[0].vintage:
        yield f"it is older ({source.vintage}) than what is kept ({old[0].vintage})"
    was = _same_series(source, read_source(*old, names).values)  # of ours
    if lost := sorted(set(was["economy"]) - set(now["economy"])):
        more = f" and {len(lost) - NAMED} more" if len(lost) > NAMED else ""
        yield f"it has lost economies: {', '.join(lost[:NAMED])}{more}"
    if now["year"].max() < was["year"].max():
        yield f"it ends in {now['year'].max()}, and what is kept in {was['year'].max()}"
    yield from _magnitudes(was, now)


def _impossible(source: Source, table: RawTable, entries: Catalogue) -> Iterator[str]:
    """Values that no indicator can have; SourceError where an indicator finds none, or several.

    The build would stop for them, and with it the other sources.
    """
    for indicator in entries.indicators.values():
        low, high = indicator.range
        for series in indicator.series:
            if series.source != source.id:
                continue
            if series.count_code:
                select(table, series, series.count_code)
            if not series.code:
                continue
            rows = select(table, series, series.code)
            kept, _ = exclude(rows.assign(value=rows["value"] * series.scale), indicator, entries)
            out = kept[~kept["value"].between(low, high)]
            if len(out):
                one = out.iloc[0]
                yield (
                    f"{indicator.id} can only lie between {low:g} and {high:g}, which excludes "
                    f"{len(out)} values, such as {one['economy']}, {one['year']}: {one['value']:g}"
                )


def _same_series(source: Source, was: pd.DataFrame) -> pd.DataFrame:
    """The values of what was fetched: the file of an older edition may hold other series as well."""
    parts = source.live.series if source.live else ()
    codes = {code.casefold() for part in parts for code in (part.code, *part.codes)}
    same = was[was["series"].str.casefold().isin(codes)]
    return same if len(same) else was


def _refuse_units(source: Source, records: Records) -> None:
    """Several units stand in one series at times: those that the catalogue does not name are refused."""
    wanted = set(source.live.units) if source.live else set()
    if not wanted or source.live is None or source.live.service != OF_UNITS:
        return
    for file in records.files(source):
        rows = csv.DictReader(StringIO(file.read_text(encoding="utf-8-sig")))
        units = {row.get("UNIT_MEASURE") or "" for row in rows}
        if others := sorted(units - wanted):
            reason = f"it has the units {', '.join(others)} beside {', '.join(sorted(wanted))}."
            raise SourceError(file, None, reason)


def _magnitudes(was: pd.DataFrame, now: pd.DataFrame) -> Iterator[str]:
    """Values of the same place, year and dimensions, old beside new."""
    dims = [name for name in was if name in now and name not in COLUMNS]
    key = ["economy", "year", *dims]
    one_series = len(set(was["series"])) == 1 and len(set(now["series"])) == 1
    both = was.merge(now, on=key if one_series else [*key, "series"], suffixes=("_old", "_new"))
    old, new = both["value_old"].abs(), both["value_new"].abs()
    known = (old > 0) & (new > 0)
    far = known & ((new > TWICE * old) | (old > TWICE * new))
    if known.any() and far.sum() > OF_ALL * known.sum():
        first = both[far].iloc[0]
        yield (
            f"{far.sum()} of {known.sum()} values are more than twice or less than half of what they "
            f"were, such as {first['economy']}, {first['year']}: {first['value_old']:g} before, "
            f"{first['value_new']:g} now"
        )
