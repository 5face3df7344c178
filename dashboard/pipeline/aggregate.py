"""Values of groups, with their coverage; imports the catalogue and the grids only.

Shares are means weighted by population, rates are sums of counts over sums of population, prices
are medians, indices are means, populations are sums, and numbers of people that not every economy gives
are sums expanded to everybody. See `docs/methods.md`.
"""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.pipeline.grids import Bools, Floats, Grid, Grids, combine, memberships, sums

# A break of a member is one of the group's line from this share of the group's weight.
WEIGHTY = 0.1

METHODS = {
    "share": "mean weighted by {weight}",
    "rate": "sum over {weight}",
    "median": "median",
    "mean": "mean",
    "sum": "sum",
    "expanded": "sum expanded to the whole {weight}",
}


def aggregate(
    observations: pd.DataFrame,
    counts: pd.DataFrame,
    catalogue: Catalogue,
    modelled: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Form all group values of all indicators from filled `observations` and what is `modelled`.

    One row a group, indicator and year with at least one value: group, scheme (the kind of group),
    indicator, year, value (of all members; null where too little rests on their own values), low and
    high (its 80 % interval, null where nothing is modelled), own_value (of the members that have a
    value) and carried_value (with the last own values of the silent), null as `low` is, method, economies_with_data, economies_total, population_share_covered
    (by members that have a value), share_filled and share_modelled (of the weight), status (computed, low-coverage), highest and lowest (ISO3 of the economies with the
    highest and lowest value), and breaks (ISO3 of weighty members whose series breaks).
    """
    grids = Grids(observations, counts, catalogue, modelled)
    groups = list(catalogue.groups)
    members = memberships(catalogue, groups)
    frames = [
        _aggregates(grid, full, groups, members, catalogue)
        for indicator in catalogue.indicators
        if (grid := grids.grid(indicator))
        and (full := grids.completed(indicator))
        and grid.indicator.aggregation in METHODS
    ]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()


def method(indicator: Indicator) -> str:
    """How the group values of an indicator are formed, such as `mean weighted by population`."""
    return METHODS[indicator.aggregation].format(weight=indicator.weight)


def _aggregates(
    grid: Grid, full: Grid, groups: list[str], members: Bools, catalogue: Catalogue
) -> pd.DataFrame:
    """The rows of an indicator; `grid` has what members say, `full` what is modelled as well."""
    said, combined = combine(grid, members), combine(full, members)
    highest, lowest = extremes(grid, members, grid.usable)
    shown, shape = combined.shown, combined.levels.shape
    doubtful = shown & ~np.isnan(combined.low)
    kinds = np.array([catalogue.groups[code].kind for code in groups], dtype=object)
    frame = pd.DataFrame(
        {
            "group": np.repeat(np.array(groups, dtype=object), shape[1]),
            "scheme": np.repeat(kinds, shape[1]),
            "indicator": grid.indicator.id,
            "year": np.tile(grid.years, shape[0]).astype("int16"),
            "value": np.where(shown, combined.levels, np.nan).ravel(),
            "low": np.where(shown, combined.low, np.nan).ravel(),
            "high": np.where(shown, combined.high, np.nan).ravel(),
            "own_value": np.where(doubtful, said.levels, np.nan).ravel(),
            "carried_value": np.where(doubtful, carried(full, members), np.nan).ravel(),
            "method": method(grid.indicator),
            "economies_with_data": said.with_data.ravel(),
            "economies_total": np.repeat(_counted(catalogue, groups), shape[1]),
            "population_share_covered": said.coverage.ravel(),
            "share_filled": combined.filled.ravel(),
            "share_modelled": combined.modelled.ravel(),
            "status": np.where(shown, "computed", "low-coverage").ravel(),
            "highest": highest.ravel(),
            "lowest": lowest.ravel(),
            "breaks": weighty_breaks(full, members).ravel(),
        }
    )
    return frame[frame["economies_with_data"] > 0]


def carried(grid: Grid, members: Bools) -> Floats:
    """Group values with the last own value of silent members, however old, groups by years."""
    if grid.modelled is None:
        return np.full((len(members), len(grid.years)), np.nan)
    levels = np.where(grid.modelled.silent, grid.modelled.last, grid.levels)
    return combine(replace(grid, levels=levels, amounts=levels * grid.weights), members).levels


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


def weighty_breaks(grid: Grid, members: Bools) -> npt.NDArray[np.object_]:
    """The members with a tenth of a group's weight whose series breaks, as "AAA;BBB", groups by years."""
    weights = grid.used
    least = WEIGHTY * sums(members, weights)
    found = np.full(least.shape, "", dtype=object)
    for row, inside in enumerate(members):
        hits = inside[:, None] & grid.breaks & (weights > 0) & (weights >= least[row])
        for economy, column in np.argwhere(hits):
            found[row, column] += ";" * bool(found[row, column]) + grid.economies[economy]
    return found
