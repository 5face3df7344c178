"""Population of economies that the World Bank does not list, as the ITU's own figures imply it.

A count divided by the rate for each 100 people is the population that ITU used. Only the economies
of `data/catalogue/implied_population.csv` are treated so: those whose people are not already counted
in another economy's population.
"""

import csv
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.pipeline.harmonise import OBSERVATIONS

NOTE = "implied-population"
PER = 100


def economies(path: Path) -> frozenset[str]:
    """The economies whose population may be implied."""
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["economy"] for row in csv.DictReader(file))


def implied(
    observations: pd.DataFrame, counts: pd.DataFrame, wanted: frozenset[str], catalogue: Catalogue
) -> pd.DataFrame:
    """Rows of the population for `wanted` economies and years that lack one.

    Columns are those of observations; the status is estimated, the source that of the rate. The
    first rate of the catalogue that gives a figure is used.
    """
    people = catalogue.roles.people
    known = observations[observations["indicator"] == people]
    rates = observations[observations["economy"].isin(wanted) & (observations["value"] > 0)]
    joined = rates.merge(counts.drop(columns="source"), on=["economy", "indicator", "year"])
    order = {indicator: place for place, indicator in enumerate(catalogue.indicators)}
    joined = joined.sort_values("indicator", key=lambda ids: ids.map(order))
    joined = joined.drop_duplicates(["economy", "year"])
    has = set(zip(known["economy"], known["year"], strict=True))
    lacking = [key not in has for key in zip(joined["economy"], joined["year"], strict=True)]
    joined = joined[pd.Series(lacking, index=joined.index, dtype=bool) & (joined["count"] > 0)]
    return joined.assign(
        indicator=people,
        value=(joined["count"] / joined["value"] * PER).round(),
        status="estimated",
        note=NOTE,
    )[OBSERVATIONS]
