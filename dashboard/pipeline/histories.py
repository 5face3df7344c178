"""The series that targets are read from, of economies and of groups; imports the catalogue, the
grids, the letters of statuses, the gaps' rule of breaks and the projection.

Values filled by us are left out, and a group value that rests on them for more than a third.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.pipeline.coverage import letters
from dashboard.pipeline.gaps import BREAK_SHARE, catalogue_breaks
from dashboard.pipeline.grids import Grids, memberships, sums
from dashboard.pipeline.projection import History

MOST_FILLED = 1 / 3  # of a group value's weight, for it to count as a value of its own


def economy_series(observations: pd.DataFrame, catalogue: Catalogue) -> dict[str, History]:
    """The series of the economies of one indicator, without values filled by us."""
    own = observations[observations["status"] != "filled"].sort_values("year")
    if own.empty:
        return {}
    marks = [m for m in catalogue.marks if m.breaks and m.indicator == own["indicator"].iloc[0]]
    rows: dict[str, list[tuple[int, float, str, bool]]] = {}
    broken = own["note"].str.split(";").map(lambda codes: "break" in codes)
    columns = own["economy"], own["year"], own["value"], letters(own), broken
    for iso3, *row in zip(*(column.tolist() for column in columns), strict=True):
        rows.setdefault(iso3, []).append((int(row[0]), float(row[1]), str(row[2]), bool(row[3])))
    found = {}
    for iso3, known in rows.items():
        years, levels, status, breaks = zip(*known, strict=True)
        marked = {m.year for m in marks if m.economy in ("", iso3)}
        found[iso3] = History(
            years=years,
            levels=levels,
            observed=tuple(letter != "e" for letter in status),
            breaks=frozenset({y for y, at in zip(years, breaks, strict=True) if at} | marked),
            letter=status[-1],
        )
    return found


def group_series(
    aggregates: pd.DataFrame, breaks: Mapping[str, frozenset[int]]
) -> dict[str, History]:
    """The series of the groups of one indicator: years covered to two thirds, and not mostly filled."""
    rows = aggregates[aggregates["value"].notna() & (aggregates["share_filled"] <= MOST_FILLED)]
    return {
        str(code): History(
            years=tuple(int(y) for y in part["year"]),
            levels=tuple(float(v) for v in part["value"]),
            observed=(True,) * len(part),
            breaks=breaks.get(str(code), frozenset()),
        )
        for code, part in rows.sort_values("year").groupby("group", sort=False)
    }


def group_breaks(grids: Grids, indicator: str, catalogue: Catalogue) -> dict[str, frozenset[int]]:
    """The years in which economies with half of a group's people have a break."""
    grid = grids.completed(indicator)
    whole = frozenset(catalogue_breaks(catalogue).get(indicator, ()))
    if grid is None:
        return {}
    members = memberships(catalogue, tuple(catalogue.groups))
    people, part = sums(members, grid.sizes), sums(members, grid.sizes * grid.breaks)
    broken = np.divide(part, people, out=np.zeros_like(people), where=people > 0)
    return {
        code: whole | {int(y) for y in grid.years[broken[k] >= BREAK_SHARE]}
        for k, code in enumerate(catalogue.groups)
    }
