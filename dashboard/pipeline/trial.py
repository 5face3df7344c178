"""A look at one indicator as a build would have it, without building: imports the readers' side only.

It reads the sources of this indicator alone and writes nothing.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, Indicator, catalogue
from dashboard.catalogue.check import unread_sources, validate
from dashboard.pipeline.derived import derive
from dashboard.pipeline.entities import Names
from dashboard.pipeline.harmonise import Harmonised, Open, combine, harmonise, select
from dashboard.pipeline.published import READERS as PRINTED_READERS
from dashboard.pipeline.rawtables import RawTable, read_source
from dashboard.pipeline.readers import READERS
from dashboard.pipeline.records import Records
from dashboard.pipeline.told import untold
from dashboard.settings import CATALOGUE

QUANTILES = {"lowest": 0.0, "5 %": 0.05, "25 %": 0.25, "median": 0.5, "75 %": 0.75, "95 %": 0.95,
             "highest": 1.0}  # fmt: skip
# A year counts for the classes if it has at least this share of the economies of the fullest year.
FULL_ENOUGH = 0.5


class TrialError(ValueError):
    """The indicator cannot be tried; the message is a sentence."""


def trial(indicator: str, folder: Path, data: Path = CATALOGUE) -> str:
    """What the publishers' files in `folder` hold of an indicator, as a text of several parts."""
    entries = catalogue()
    entry = entries.indicators.get(indicator)
    if entry is None:
        near = get_close_matches(indicator, entries.indicators, n=3)
        meant = f"; is {' or '.join(near)} meant?" if near else "."
        raise TrialError(f"indicators.toml has no indicator {indicator!r}{meant}")
    needed = entry.of or (indicator,)
    if wrong := _wrong(entries, (*needed, indicator)):
        raise TrialError("\n".join(wrong))
    names = Names.load(entries, data / "aliases.csv")

    records = Records(folder)

    @cache
    def open_source(source: str) -> RawTable:
        return read_source(entries.sources[source], records, names)

    found = combine([harmonise(entries.indicators[one], entries, open_source) for one in needed])
    values = derive(found.observations, entries) if entry.formula else found.observations
    values = values[(values["indicator"] == indicator) & ~untold(values, entries)]
    parts = (
        _counts(values),
        _classes(entry, values),
        _left_out(found, needed),
        _outside(entry, values, open_source),
    )
    return "\n\n".join("\n".join(part) for part in parts)


def _wrong(entries: Catalogue, names: tuple[str, ...]) -> list[str]:
    """What the check says of these indicators and of the formats of their sources."""
    chosen = {name: entries.indicators[name] for name in names}
    sources = {series.source for one in chosen.values() for series in (*one.series, *one.published)}
    starts = (
        *(f"indicators.toml, {name}:" for name in chosen),
        *(f"sources.toml, {source}:" for source in sources),
    )
    said = [*validate(entries), *unread_sources(entries, READERS, PRINTED_READERS)]
    return [sentence for sentence in said if sentence.startswith(starts)]


def _counts(values: pd.DataFrame) -> Iterator[str]:
    """A line a year: how many economies, and how their values are spread."""
    yield "".join(f"{name:>12}" for name in ("year", "economies", *QUANTILES))
    for year, part in (*values.groupby("year"), ("all", values)):
        spread = part["value"].quantile(list(QUANTILES.values()))
        numbers = "".join(f"{value:>12.5g}" for value in spread)
        yield f"{year:>12}{part['economy'].nunique():>12}{numbers}"


def _classes(entry: Indicator, values: pd.DataFrame) -> Iterator[str]:
    """How many economies each colour class of the map has in an early, a middle and the latest year."""
    sizes = values.groupby("year").size()
    full = [int(year) for year in sizes.index[sizes >= FULL_ENOUGH * sizes.max()]]
    limits = entry.class_limits
    ends = [f"<{limits[0]:g}", *(f"{limit:g}+" for limit in limits)]
    yield "Economies in each class of colour:"
    yield "".join(f"{name:>12}" for name in ("year", *ends))
    for year in dict.fromkeys((full[0], full[len(full) // 2], full[-1]) if full else ()):
        classes = pd.cut(
            values.loc[values["year"] == year, "value"],
            [float("-inf"), *limits, float("inf")],
            right=False,
        )
        counted = classes.value_counts(sort=False)
        yield f"{year:>12}" + "".join(f"{count:>12}" for count in counted)


def _left_out(found: Harmonised, needed: tuple[str, ...]) -> Iterator[str]:
    """How many values were left out, for which reason."""
    rows = found.excluded[found.excluded["indicator"].isin(needed)]
    reasons = ", ".join(f"{n} {reason}" for reason, n in rows["reason"].value_counts().items())
    yield f"Left out: {reasons or 'nothing'}."


def _outside(entry: Indicator, values: pd.DataFrame, open_source: Open) -> Iterator[str]:
    """Every value that the range of the indicator excludes, with its place in the publisher's file."""
    low, high = entry.range
    rows = values[~values["value"].between(low, high)]
    yield f"Outside the range {low:g} to {high:g}: {len(rows) or 'nothing'}{':' if len(rows) else '.'}"
    places = _places(entry, open_source) if len(rows) else {}
    for economy, year, value, source in rows[["economy", "year", "value", "source"]].itertuples(
        index=False
    ):
        place = places.get((source, economy, year), "computed from two indicators")
        yield f"  {economy}, {year}: {value:g} ({place})"


def _places(entry: Indicator, open_source: Open) -> dict[tuple[str, str, int], str]:
    """File and line of every value, by source, economy and year; the preferred series first."""
    found: dict[tuple[str, str, int], str] = {}
    for series in entry.series:
        if series.code:
            rows = select(open_source(series.source), series, series.code)
            columns = (rows[column] for column in ("economy", "year", "file", "line"))
            for economy, year, file, line in zip(*columns, strict=True):
                found.setdefault((series.source, economy, int(year)), f"{file}, line {line}")
    return found
