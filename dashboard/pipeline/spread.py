"""How unequal the economies of each group are; imports the catalogue, the grids and the extremes.

The highest, median and lowest value, and for shares and rates the Gini and Theil measures weighted
by the indicator's weights. See `docs/methods.md`.
"""

import numpy as np
import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.pipeline.aggregate import extremes
from dashboard.pipeline.grids import (
    LEAST_COVERAGE,
    Bools,
    Floats,
    Grid,
    Grids,
    Ints,
    memberships,
    ordered,
    sums,
)

# Inequality is between economies: one alone has none.
FEWEST = 2


def spread(observations: pd.DataFrame, counts: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Form the spread of all groups and indicators from filled `observations`.

    One row a group, indicator and year with at least one value, for groups that have two in some
    year: group, indicator, year, n, high, median, low, highest and lowest (ISO3), gini, theil,
    theil_between (null where unknown) and parts (group codes joined by ";").
    """
    grids = Grids(observations, counts, catalogue)
    groups = list(catalogue.groups)
    members = memberships(catalogue, groups)
    parts = {group: parts_of(group, catalogue) for group in groups}
    frames = [
        _spread(grid, groups, members, parts)
        for indicator in catalogue.indicators
        if (grid := grids.grid(indicator))
    ]
    frames = [frame for frame in frames if len(frame)]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()


def parts_of(group: str, catalogue: Catalogue) -> list[str]:
    """The groups that inequality in `group` is said to lie between; none where there are not two.

    The groups whose parent it is, if they partition its members; for the world the continents;
    otherwise the finest M49 sub-regions among its members. Members in none of them count together
    as one part more.
    """
    groups, inside = catalogue.groups, set(catalogue.groups[group].members)
    children = [code for code, entry in groups.items() if entry.parent == group]
    listed = [member for code in children for member in groups[code].members]
    if group == catalogue.world:
        chosen = [code for code, entry in groups.items() if entry.kind == "m49"]
    elif len(listed) == len(inside) and set(listed) == inside:
        chosen = children
    else:
        parents = {entry.parent for entry in groups.values()}
        finest = [c for c, e in groups.items() if e.kind == "m49-subregion" and c not in parents]
        chosen = [code for code in finest if inside & set(groups[code].members)]
    return chosen if len(chosen) >= FEWEST else []


def _spread(
    grid: Grid, groups: list[str], members: Bools, parts: dict[str, list[str]]
) -> pd.DataFrame:
    known = ~np.isnan(grid.levels)
    n = members.astype(np.int64) @ known
    high, median, low = _order(grid.levels, members)
    highest, lowest = extremes(grid, members, known)
    gini, total, between = _inequality(grid, groups, members, parts)
    frame = pd.DataFrame(
        {
            "group": np.repeat(np.array(groups, dtype=object), len(grid.years)),
            "indicator": grid.indicator.id,
            "year": np.tile(grid.years, len(groups)).astype("int16"),
            "n": n.ravel(),
            "high": high.ravel(),
            "median": median.ravel(),
            "low": low.ravel(),
            "highest": highest.ravel(),
            "lowest": lowest.ravel(),
            "gini": gini.ravel(),
            "theil": total.ravel(),
            "theil_between": between.ravel(),
            "parts": np.repeat([";".join(parts[group]) for group in groups], len(grid.years)),
        }
    )
    several = np.repeat((n >= FEWEST).any(axis=1), len(grid.years))
    return frame[several & (frame["n"] > 0)]


def _order(levels: Floats, members: Bools) -> tuple[Floats, Floats, Floats]:
    """The highest, median and lowest value, groups by years."""
    low, median, high = np.array([ordered(levels[inside]) for inside in members]).transpose(1, 0, 2)
    return high, median, low


def _inequality(
    grid: Grid, groups: list[str], members: Bools, parts: dict[str, list[str]]
) -> tuple[Floats, Floats, Floats]:
    """Gini, Theil and its between part, groups by years; nan where they are not to be shown."""
    none = np.full((len(groups), len(grid.years)), np.nan)
    if not grid.weighted:
        return none, none, none
    usable = grid.usable
    several = members.astype(np.int64) @ usable >= FEWEST
    covered, whole = sums(members, grid.sizes * usable), sums(members, grid.sizes)
    shown = (covered >= LEAST_COVERAGE * whole) & (whole > 0) & several
    values, weights = np.where(usable, grid.levels, 0.0), np.where(usable, grid.weights, 0.0)
    place = {group: row for row, group in enumerate(groups)}
    between = none.copy()
    for row, group in enumerate(groups):
        if parts[group]:
            within = members[[place[part] for part in parts[group]]] & members[row]
            between[row] = theil_between(values, weights, with_rest(within, members[row]))
    return (
        np.where(shown, gini(values, weights, members), np.nan),
        np.where(shown, theil(values, weights, members), np.nan),
        np.where(shown, between, np.nan),
    )


def with_rest(parts: Bools, whole: Bools) -> Bools:
    """The parts, and as one part more those of the whole that are in none of them."""
    return np.vstack([parts, whole & ~parts.any(axis=0)])


def gini(values: Floats, weights: Floats, members: Bools) -> Floats:
    """(1 / 2 mu) times the sum over all pairs of w_i w_j |x_i - x_j|, groups by years.

    Sorted by value, an economy stands above all before it and below all after it, so one running
    sum of the weights does for the sum over pairs.
    """
    found = np.full((len(members), values.shape[1]), np.nan)
    order: Ints = np.argsort(values, axis=0)
    for year, rows in enumerate(order.T):
        w = members[:, rows] * weights[rows, year]
        wx = w * values[rows, year]
        people, amount = w.sum(axis=1), wx.sum(axis=1)
        above = 2 * np.cumsum(w, axis=1) - w - people[:, None]
        known = (people > 0) & (amount > 0)
        found[known, year] = ((wx * above).sum(axis=1) / np.where(known, people * amount, 1))[known]
    return found


def theil(values: Floats, weights: Floats, members: Bools) -> Floats:
    """Theil's T, the sum of w_i (x_i / mu) ln(x_i / mu), groups by years; 0 ln 0 = 0."""
    logs = np.log(values, out=np.zeros_like(values), where=values > 0)
    people, amount = sums(members, weights), sums(members, weights * values)
    known = (people > 0) & (amount > 0)
    people, held = np.where(known, people, 1.0), np.where(known, amount, 1.0)
    total = sums(members, weights * values * logs) / held - np.log(held / people)
    return np.where(known, np.maximum(total, 0.0), np.nan)


def theil_between(values: Floats, weights: Floats, parts: Bools) -> Floats:
    """The part of Theil's T that lies between `parts`: that of their means, a number a year."""
    people, amounts = sums(parts, weights), sums(parts, weights * values)
    means = np.divide(amounts, people, out=np.zeros_like(amounts), where=people > 0)
    found: Floats = theil(means, people, np.ones((1, len(parts)), dtype=bool))[0]
    return found


def listed(parts: str) -> list[str]:
    """The group codes of a cell of `parts`."""
    return parts.split(";") if parts else []
