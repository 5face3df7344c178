"""Values of groups, with their coverage; imports the catalogue and the grids only.

Shares are means weighted by population, rates are sums of counts over sums of population, prices
are medians, indices are means, populations are sums, and numbers of people that not every economy gives
are sums expanded to everybody. See `docs/methods.md`.
"""

import numpy as np
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.pipeline.grids import Bools, Grid, Grids, combine, memberships

# A group value is shown from this share of the group's population.
LEAST_COVERAGE = 2 / 3

METHODS = {
    "share": "mean weighted by {weight}",
    "rate": "sum over {weight}",
    "median": "median",
    "mean": "mean",
    "sum": "sum",
    "expanded": "sum expanded to the whole {weight}",
}


def aggregate(
    observations: pd.DataFrame, counts: pd.DataFrame, catalogue: Catalogue
) -> pd.DataFrame:
    """Form all group values of all indicators from filled `observations`.

    One row a group, indicator and year with at least one value: group, scheme (the kind of group),
    indicator, year, value (null below two thirds coverage), method, economies_with_data,
    economies_total, population_share_covered, share_filled, status (computed, low-coverage), highest
    and lowest (ISO3 of the economies with the highest and lowest value).
    """
    grids = Grids(observations, counts, catalogue)
    groups = list(catalogue.groups)
    members = memberships(catalogue, groups)
    frames = [
        _aggregates(grid, groups, members, catalogue)
        for indicator in catalogue.indicators
        if (grid := grids.grid(indicator)) and grid.indicator.aggregation in METHODS
    ]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()


def method(indicator: Indicator) -> str:
    """How the group values of an indicator are formed, such as `mean weighted by population`."""
    return METHODS[indicator.aggregation].format(weight=indicator.weight)


def _aggregates(
    grid: Grid, groups: list[str], members: Bools, catalogue: Catalogue
) -> pd.DataFrame:
    combined = combine(grid, members)
    highest, lowest = extremes(grid, members, grid.usable)
    shown = combined.coverage >= LEAST_COVERAGE
    shape = combined.levels.shape
    kinds = np.array([catalogue.groups[code].kind for code in groups], dtype=object)
    frame = pd.DataFrame(
        {
            "group": np.repeat(np.array(groups, dtype=object), shape[1]),
            "scheme": np.repeat(kinds, shape[1]),
            "indicator": grid.indicator.id,
            "year": np.tile(grid.years, shape[0]).astype("int16"),
            "value": np.where(shown, combined.levels, np.nan).ravel(),
            "method": method(grid.indicator),
            "economies_with_data": combined.with_data.ravel(),
            "economies_total": np.repeat(_counted(catalogue, groups), shape[1]),
            "population_share_covered": combined.coverage.ravel(),
            "share_filled": combined.filled.ravel(),
            "status": np.where(shown, "computed", "low-coverage").ravel(),
            "highest": highest.ravel(),
            "lowest": lowest.ravel(),
        }
    )
    return frame[frame["economies_with_data"] > 0]


def _counted(catalogue: Catalogue, groups: list[str]) -> list[int]:
    """How many members of each group have a permanent population."""
    economies = catalogue.economies
    return [
        sum(economies[member].inhabited for member in catalogue.groups[code].members)
        for code in groups
    ]


def extremes(grid: Grid, members: Bools, usable: Bools) -> tuple[np.ndarray, np.ndarray]:
    """The economies with the highest and the lowest `usable` value, groups by years (None: none)."""
    names = np.array([*grid.economies, None], dtype=object)
    found = []
    for sign in (1.0, -1.0):
        scores = np.where(usable, sign * grid.levels, -np.inf)
        places = np.empty((len(members), len(grid.years)), dtype=np.int64)
        for row, inside in enumerate(members):
            rows = np.flatnonzero(inside)
            best = scores[rows].argmax(axis=0) if len(rows) else np.zeros(len(grid.years), int)
            known = usable[rows].any(axis=0)
            places[row] = np.where(known, rows[best] if len(rows) else -1, -1)
        found.append(names[places])
    return found[0], found[1]
