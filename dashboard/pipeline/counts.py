"""Which counts may stand for a rate in a group's sum; imports the names of the columns only.

Counts and rates of one file belong together. A count from an older file than the rate is used only
where it agrees with the rate: elsewhere the publisher has revised the figure since, and a sum of old
counts would contradict the rates shown beside it.
"""

import pandas as pd

from dashboard.pipeline.harmonise import COUNTS, EXCLUDED, Harmonised
from dashboard.pipeline.population import PER

KEY = ["economy", "indicator", "year"]
REASON = "count-of-older-vintage"

# Publishers divide by populations of their own, which differ from ours by a few per cent.
TOLERANCE = 0.10


def agreeing(known: Harmonised, population: str) -> Harmonised:
    """Leave out, and list, the counts of another source than the rate that disagree with it.

    `population` is the indicator of how many people there are.
    """
    rates = known.observations
    people = rates[rates["indicator"] == population].set_index(["economy", "year"])["value"]
    joined = known.counts.merge(
        rates[[*KEY, "value", "source"]], on=KEY, how="left", suffixes=("", "_rate")
    )
    expected = (
        joined["value"] * joined.join(people.rename("people"), on=["economy", "year"])["people"]
    )
    off = (joined["count"] - expected / PER).abs() > TOLERANCE * expected / PER
    out = off & (joined["source"] != joined["source_rate"])
    dropped = joined[out].assign(value=joined["count"], reason=REASON)[EXCLUDED]
    excluded = pd.concat([known.excluded, dropped]).sort_values(KEY, ignore_index=True)
    return Harmonised(known.observations, joined[~out][COUNTS].reset_index(drop=True), excluded)
