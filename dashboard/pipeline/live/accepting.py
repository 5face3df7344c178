"""Whether what came may take the place of what is kept: imports the raw tables and the records.

Whole or nothing: a source that lost economies, ends earlier, is older or has other magnitudes stays as
it is, with a sentence, until an operator accepts it.
"""

import csv
from collections.abc import Iterator
from io import StringIO

import pandas as pd

from dashboard.catalogue import Source
from dashboard.pipeline.entities import Names
from dashboard.pipeline.rawtables import COLUMNS, read_source
from dashboard.pipeline.records import Records

# A value twice or half as large as it was is another magnitude; so many may be.
TWICE, OF_ALL = 2.0, 0.05
NAMED = 10


def faults(
    new: tuple[Source, Records], old: tuple[Source, Records] | None, names: Names
) -> Iterator[str]:
    """What speaks against a fetched source; SourceError where it cannot be read at all."""
    source, records = new
    now = read_source(source, records, names).values  # noqa: PD011  # of ours
    yield from _units(source, records)
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


def _same_series(source: Source, was: pd.DataFrame) -> pd.DataFrame:
    """The values of what was fetched: the file of an older edition may hold other series as well."""
    codes = {code.casefold() for code in source.live.codes} if source.live else set()
    same = was[was["series"].str.casefold().isin(codes)]
    return same if len(same) else was


def _units(source: Source, records: Records) -> Iterator[str]:
    """Several units stand in one series at times: those that the catalogue does not name are refused."""
    wanted = set(source.live.units) if source.live else set()
    if not wanted:
        return
    for file in records.files(source):
        rows = csv.DictReader(StringIO(file.read_text(encoding="utf-8-sig")))
        units = {row.get("UNIT_MEASURE") or "" for row in rows}
        if others := sorted(units - wanted):
            yield f"it has the units {', '.join(others)} beside {', '.join(sorted(wanted))}"


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
