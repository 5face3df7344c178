"""Fill short gaps in a series, and say so; imports the catalogue only.

At most `max_fill` years missing between two observations are interpolated (or `bridge` years, where
the catalogue says so), at most `max_fill` years after the last one are carried. Nothing is filled across or into a break, after the last year of the
indicator, or, by carrying, into a year that few economies have reported for yet.
"""

import numpy as np
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator

KEY = ["indicator", "economy", "year"]

# A year counts as reported when this share as many economies as in the indicator's best year have
# a value of their own: ten early values of a year do not make everybody else's old value a new one.
REPORTED_SHARE = 1 / 3

NEVER = 9999


def fill(observations: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Add the filled values to `observations` (economy, indicator, year, value, status, source, note).

    Filled rows have the status `filled`, the note `interpolated` or `carried`, and the source of the
    observation before them; the result is sorted by indicator, economy, year.
    """
    known = observations.sort_values(KEY, ignore_index=True)
    spans = _spans(known, catalogue)
    longest = max((reach(entry) for entry in catalogue.indicators.values()), default=0)
    rows = [known]
    for step in range(1, longest + 1):
        rows.append(_interpolated(spans, step))
        rows.append(_carried(spans, step))
    filled = pd.concat([frame for frame in rows if len(frame)], ignore_index=True)
    return filled.sort_values(KEY, ignore_index=True).astype({"year": "int16"})


def reach(entry: Indicator) -> int:
    """How many missing years between two observations are interpolated."""
    return max(entry.max_fill, entry.bridge)


def _spans(known: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Each observation with the next one of its series, and the first break after it."""
    series = known.groupby(["indicator", "economy"], sort=False, observed=True)
    spans = known.assign(year=known["year"].astype("int64"))
    spans["next_year"] = series["year"].shift(-1).fillna(NEVER).astype("int64")
    spans["next_value"] = series["value"].shift(-1)
    breaks = known["note"].str.split(";").map(lambda codes: "break" in codes)
    spans["break_year"] = np.where(
        breaks.groupby([known["indicator"], known["economy"]], sort=False).shift(
            -1, fill_value=False
        ),
        spans["next_year"],
        NEVER,
    )
    for mark in catalogue.marks:
        if mark.breaks:
            hit = (spans["indicator"] == mark.indicator) & (spans["year"] < mark.year)
            if mark.economy:
                hit &= spans["economy"] == mark.economy
            spans.loc[hit, "break_year"] = np.minimum(spans.loc[hit, "break_year"], mark.year)
    entries = catalogue.indicators.items()
    for column, limits in (
        ("max_fill", {i: entry.max_fill for i, entry in entries}),
        ("reach", {i: reach(entry) for i, entry in entries}),
    ):
        spans[column] = spans["indicator"].map(limits).fillna(0).astype("int64")
    spans["reported"] = spans["indicator"].map(reported_years(known))
    return spans


def reported_years(known: pd.DataFrame) -> dict[str, frozenset[int]]:
    """For each indicator the years that enough economies have reported for."""
    numbers = known.groupby(["indicator", "year"], observed=True).size()
    best = numbers.groupby("indicator").transform("max")
    enough = numbers[numbers >= best * REPORTED_SHARE].reset_index()
    return {str(i): frozenset(part["year"]) for i, part in enough.groupby("indicator")}


def _interpolated(spans: pd.DataFrame, step: int) -> pd.DataFrame:
    """The values `step` years after an observation that a later one follows soon enough."""
    missing = spans["next_year"] - spans["year"] - 1
    hit = (
        (missing >= step) & (missing <= spans["reach"]) & (spans["break_year"] > spans["next_year"])
    )
    part, missing = spans[hit], missing[hit]
    value = part["value"] + (part["next_value"] - part["value"]) * step / (missing + 1)
    return _filled(part, step, value, "interpolated")


def _carried(spans: pd.DataFrame, step: int) -> pd.DataFrame:
    """The values `step` years after the last observation of a series."""
    year = spans["year"] + step
    hit = (spans["next_year"] == NEVER) & (step <= spans["max_fill"]) & (spans["break_year"] > year)
    part = spans[hit]
    reported = [y in years for y, years in zip(year[hit], part["reported"], strict=True)]
    part = part[np.array(reported, dtype=bool)]
    return _filled(part, step, part["value"], "carried")


def _filled(part: pd.DataFrame, step: int, value: pd.Series, note: str) -> pd.DataFrame:
    columns = ["economy", "indicator", "source"]
    return part[columns].assign(year=part["year"] + step, value=value, status="filled", note=note)
