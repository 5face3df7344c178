"""Indicators that are computed from others, economy by economy and year by year; imports the
catalogue only.

The values put together are of the same economy and year, as they are shown: where one was filled, so
is what is computed of it.
"""

from collections.abc import Callable

import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.pipeline.harmonise import KEY, OBSERVATIONS

SORTED = ["indicator", "economy", "year"]
STATUSES = (
    "observed",
    "not-given",
    "estimated",
    "filled",
)  # of two parts, the later one holds for both
WHOLE = 100.0


def ratio(upper: pd.Series, lower: pd.Series) -> pd.Series:
    """The first divided by the second, such as women to men; a part that is zero gives none."""
    return upper / lower.where(lower > 0)


def outside(share: pd.Series, people: pd.Series) -> pd.Series:
    """How many of the people (second) the share (first, %) leaves out."""
    return people * (WHOLE - share) / WHOLE


def at_least_rural(share: pd.Series, urban: pd.Series) -> pd.Series:
    """The least share (%) of rural people that a share of all people (first, %) includes.

    (share x people - urban people) / rural people, as ITU estimated the rural coverage of mobile
    networks in its reviews of the WSIS targets: whoever is in a town is taken as included, so that
    the true share is this or more. Clipped to 0 to 100; none where nobody is rural.
    """
    rural = WHOLE - urban
    part = (share - urban) / rural.where(rural > 0) * WHOLE
    return part.clip(0, WHOLE)


def evenly_rural(share: pd.Series, urban: pd.Series) -> pd.Series:
    """The share (%) of rural people that a share of all people includes if it is spread evenly.

    That is the share itself, and the most that it can be where towns come first; none where nobody is
    rural.
    """
    return share.where(urban < WHOLE)


FORMULAS: dict[str, Callable[[pd.Series, pd.Series], pd.Series]] = {
    "ratio": ratio,
    "outside": outside,
    "at-least-rural": at_least_rural,
    "evenly-rural": evenly_rural,
}


def derive(observations: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Add to filled observations those of all indicators with a `formula`, from those of their parts.

    A value is filled if either part is, else estimated if either is, else observed if both are; its source is that of the first
    part, and its notes are those of both. The result is sorted by indicator, economy, year.
    """
    frames = [
        _derived(indicator, observations)
        for indicator in catalogue.indicators.values()
        if indicator.formula
    ]
    return pd.concat([observations, *frames]).sort_values(SORTED, ignore_index=True)


def _derived(indicator: Indicator, observations: pd.DataFrame) -> pd.DataFrame:
    first, second = (observations[observations["indicator"] == part] for part in indicator.of)
    both = first.merge(second, on=KEY, suffixes=("", "_second"))
    value = FORMULAS[indicator.formula](both["value"], both["value_second"])
    statuses = zip(both["status"], both["status_second"], strict=True)
    notes = [
        ";".join(sorted({*filter(None, (*one.split(";"), *other.split(";")))}))
        for one, other in zip(both["note"], both["note_second"], strict=True)
    ]
    return both.assign(
        indicator=indicator.id,
        value=value,
        status=[max(pair, key=STATUSES.index) for pair in statuses],
        note=pd.Series(notes, index=both.index, dtype=object),
    )[OBSERVATIONS][value.notna()]
