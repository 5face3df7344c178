"""Sources -> observations, counts and the list of what was left out; imports the raw tables.

A year of an indicator comes from the first of its series that has values in that year; a later
series gives single values inside such years only if the catalogue names its years. Values of
different vintages are therefore never mixed without saying so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, Indicator, Series
from dashboard.catalogue.models import EVERY_YEAR, SCOPE_WIDENED
from dashboard.pipeline.rawtables import RawTable
from dashboard.pipeline.readers import SourceError

KEY = ["economy", "year"]
OBSERVATIONS = ["economy", "indicator", "year", "value", "status", "source", "note"]
COUNTS = ["economy", "indicator", "year", "count", "source"]
EXCLUDED = ["economy", "indicator", "year", "value", "source", "reason"]

ZERO = "zero-means-missing"
BREAK = "break"

Open = Callable[[str], RawTable]


@dataclass(frozen=True)
class Harmonised:
    """Observations, counts and excluded values of one indicator, or of all."""

    observations: pd.DataFrame
    counts: pd.DataFrame
    excluded: pd.DataFrame


def harmonise(indicator: Indicator, catalogue: Catalogue, open_source: Open) -> Harmonised:
    """Form the observations of `indicator`; `open_source` gives the raw table of a source id."""
    parts, counts, left_out = [], [], []
    covered: set[int] = set()
    for series in indicator.series:
        table = open_source(series.source)
        counted = select(table, series, series.count_code) if series.count_code else None
        if counted is not None:
            counts.append(counted.assign(source=series.source))
        if series.count_code and not series.code:
            continue
        values = _in_span(select(table, series, series.code), series, covered)
        covered |= set(values["year"])
        values = _with_count_remarks(values, counted)
        if series.estimated:
            values = values.assign(status="estimated")
        parts.append(values.assign(value=values["value"] * series.scale, source=series.source))
        left_out.append(_left_out(table, series))
    values = pd.concat(parts).drop_duplicates(KEY)
    kept, excluded = exclude(values, indicator, catalogue)
    return Harmonised(
        observations=_observations(kept, indicator, catalogue),
        counts=_counts(counts, kept, indicator),
        excluded=pd.concat([excluded, *left_out]).assign(indicator=indicator.id)[EXCLUDED],
    )


def combine(parts: list[Harmonised]) -> Harmonised:
    """Put the indicators together, each frame sorted."""
    return Harmonised(
        observations=_sorted([p.observations for p in parts], OBSERVATIONS),
        counts=_sorted([p.counts for p in parts], COUNTS),
        excluded=_sorted([p.excluded for p in parts], EXCLUDED),
    )


def _sorted(frames: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    frame = pd.concat(frames, ignore_index=True)[columns]
    frame = frame.sort_values(["indicator", "economy", "year"], ignore_index=True)
    return frame.astype({"year": "int16"})


def select(table: RawTable, series: Series, code: str) -> pd.DataFrame:
    """The rows of one series code that fulfil the conditions of the catalogue; SourceError if none."""
    rows = table.series(code)
    for column, wanted in series.select.items():
        if column not in rows.columns:
            raise SourceError(table.files[0], None, f"there is no dimension {column!r}.")
        rows = rows[rows[column] == wanted]
    if rows.empty:
        where = "".join(f", {k} = {v}," for k, v in series.select.items())
        raise SourceError(table.files[0], None, f"the series {code!r}{where} has no values.")
    again = rows[rows.duplicated(KEY)]
    if len(again):
        first = again.iloc[0]
        raise SourceError(
            Path(first["file"]),
            int(first["line"]),
            f"the series {code!r} has several values for {first['economy']}, {first['year']}: "
            "the catalogue must select one.",
        )
    return rows


def _in_span(values: pd.DataFrame, series: Series, covered: set[int]) -> pd.DataFrame:
    if series.years:
        return values[values["year"].between(*series.years)]
    return values[~values["year"].isin(covered)]


def _with_count_remarks(values: pd.DataFrame, counted: pd.DataFrame | None) -> pd.DataFrame:
    """Publishers put remarks on the count: a rate has those of its count as well."""
    if counted is None:
        return values
    remarks = counted.set_index(KEY)[["status", "notes"]]
    joined = values.join(remarks, on=KEY, rsuffix="_count")
    estimated = (joined["status"] == "estimated") | (joined["status_count"] == "estimated")
    notes = [
        (*own, *of_count) if isinstance(of_count, tuple) else own
        for own, of_count in zip(joined["notes"], joined["notes_count"], strict=True)
    ]
    status = values["status"].mask(estimated, "estimated")
    return values.assign(status=status, notes=pd.Series(notes, index=values.index, dtype=object))


def _left_out(table: RawTable, series: Series) -> pd.DataFrame:
    rows = table.left_out
    rows = rows[(rows["series"] == series.code) | (rows["series"] == "")]
    for column, wanted in series.select.items():
        rows = rows[rows[column] == wanted] if column in rows.columns else rows
    return rows.assign(source=series.source)


def exclude(
    values: pd.DataFrame, indicator: Indicator, catalogue: Catalogue
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Take out the zeros that mean "not measured" and the values marked as excluded."""
    reason = pd.Series("", index=values.index, dtype=object)
    for mark in catalogue.marks:
        if mark.indicator == indicator.id and mark.kind == "excluded":
            marked = (values["economy"] == mark.economy) & values["year"].between(*mark.span)
            reason = reason.mask(marked, mark.reason)
    zero = (values["value"] == 0) & (values["year"] <= indicator.zero_means_missing_until)
    reason = reason.mask(zero, ZERO)
    out = reason != ""
    return values[~out], values[out].assign(reason=reason[out])


def _observations(values: pd.DataFrame, indicator: Indicator, catalogue: Catalogue) -> pd.DataFrame:
    breaks = {
        (mark.economy, mark.year)
        for mark in catalogue.marks
        if mark.indicator == indicator.id and mark.breaks
    }
    widened = {
        mark.economy: mark.year
        for mark in catalogue.marks
        if mark.indicator == indicator.id and mark.kind == SCOPE_WIDENED
    }
    notes = []
    for economy, year, codes in zip(*(values[c] for c in (*KEY, "notes")), strict=True):
        marked = (economy, year) in breaks or ("", year) in breaks
        found = {*codes, *([BREAK] if marked else ())}
        found |= {SCOPE_WIDENED} if year >= widened.get(economy, EVERY_YEAR) else set()
        notes.append(";".join(sorted(found)))
    return values.assign(indicator=indicator.id, note=notes)[OBSERVATIONS]


def _counts(counts: list[pd.DataFrame], kept: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The count behind each value that was kept, from the first series that has one."""
    if not counts:
        return pd.DataFrame(columns=COUNTS)
    found = pd.concat(counts).drop_duplicates(KEY).rename(columns={"value": "count"})
    found = found.merge(kept[KEY], on=KEY)
    return found.assign(indicator=indicator.id)[COUNTS]
