"""How many members of each group have a value of their own, by year; imports the catalogue."""

from typing import Any

import numpy as np
import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.pipeline.grids import Bools, Ints
from dashboard.pipeline.matrices import Index, Places, numbers

FIRST_YEAR = 1990
# The statuses of values of an economy's own, by the part of a line that counts them.
STATUSES = {"observed": "observed", "not_given": "not-given", "estimated": "estimated"}


def availability(
    observations: pd.DataFrame, catalogue: Catalogue
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The header and the lines of `availability.jsonl` (see `Availability` in the app's tables).

    Members without a permanent population do not count, as in the values of groups.
    """
    own = observations[observations["status"] != "filled"]
    years = Index(range(FIRST_YEAR, int(own["year"].max()) + 1))
    economies, indicators = Index(list(catalogue.economies)), list(catalogue.indicators)
    groups = list(catalogue.groups)
    members = inhabited(catalogue, groups)

    parts = dict(iter(own.groupby(["indicator", "status"])))
    none = own.iloc[:0]

    def counted(indicator: str, status: str) -> Ints:
        part = parts.get((indicator, status), none)
        place = Places.of((part["economy"], economies), (part["year"], years))
        return members.astype(np.int64) @ ~np.isnan(numbers(place, part["value"]))

    found = {part: [counted(i, own) for i in indicators] for part, own in STATUSES.items()}
    header = {"indicators": indicators, "years": years.keys, "places": groups}
    lines = [
        {
            "members": int(members[row].sum()),
            **{part: [counts[row].tolist() for counts in found[part]] for part in STATUSES},
        }
        for row in range(len(groups))
    ]
    return header, lines


def inhabited(catalogue: Catalogue, groups: list[str]) -> Bools:
    """Groups by economies: True where the economy is a member and has a permanent population."""
    rows = [
        [iso3 in inside and economy.inhabited for iso3, economy in catalogue.economies.items()]
        for inside in (frozenset(catalogue.groups[code].members) for code in groups)
    ]
    return np.array(rows, dtype=bool)
