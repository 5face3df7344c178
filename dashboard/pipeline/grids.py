"""An indicator as matrices of economies by years, and the values of groups of rows.

Imports the catalogue only. A group is a row of a boolean matrix, so all groups of an indicator are
formed at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

WEIGHTED = ("share", "rate")
SUMMED = ("sum", "expanded")

# A year without a population figure is weighed by the nearest figure, if it is at most so far away.
WEIGHT_YEARS = 5

# A group value is shown from this share of the group's population, and of a modelled indicator only
# while less than the other share is modelled.
LEAST_COVERAGE = 2 / 3
MOST_MODELLED = 1 / 3

# The correlation of the errors of modelled members: rho in the interval of a group.
SHARED = 0.5

ENDS = ("value", "low", "high")

# A count that differs this much from rate x population is of another vintage than the rate.
SAME_VINTAGE = 0.05


@dataclass(frozen=True)
class Modelled:
    """What stands in a grid for silent members and for values of a narrower scope.

    `low` and `high` are the ends of each value's 80 % interval (the value itself where it is the
    economy's own); `silent` marks the members that are modelled, `own` the values of an economy's own, and `last` has the last of these up
    to each year.
    """

    low: Floats
    high: Floats
    silent: Bools
    own: Bools
    last: Floats


@dataclass(frozen=True)
class Grid:
    """One indicator, economies (rows, in the catalogue's order) by years (columns).

    `levels` holds the values, nan where there is none; `amounts` is what a group value sums above the fraction
    line and `weights` what it sums below it (nan where unknown); `sizes` is the population that
    measures coverage, never nan; `filled` and `breaks` mark values. `modelled` is there where values of
    groups count all members.
    """

    indicator: Indicator
    economies: tuple[str, ...]
    years: Ints
    levels: Floats
    amounts: Floats
    weights: Floats
    sizes: Floats
    filled: Bools
    breaks: Bools
    modelled: Modelled | None = None

    @property
    def usable(self) -> Bools:
        """Where a value can enter a group value: it exists and, if it is weighed, has a weight."""
        known = ~np.isnan(self.levels)
        return known & ~np.isnan(self.weights) if self.weighted else known

    @property
    def used(self) -> Floats:
        """What each value counts for in a group: its weight, its own amount in a sum, else one."""
        base = np.ones_like(self.levels)
        if self.weighted:
            base = self.weights
        elif self.indicator.aggregation in SUMMED:
            base = self.levels
        return np.where(self.usable, base, 0.0)

    @property
    def weighted(self) -> bool:
        """Whether group values are weighted."""
        return self.indicator.aggregation in WEIGHTED


@dataclass(frozen=True)
class Combined:
    """Group values, groups by years; `levels` is nan where no economy has a value.

    `shown` is where they rest on enough members; `low` and `high` are nan where nothing is modelled,
    and `modelled` is the share of the weight that is.
    """

    levels: Floats
    with_data: Ints
    coverage: Floats
    filled: Floats
    shown: Bools
    low: Floats
    high: Floats
    modelled: Floats


class Grids:
    """All indicators of the tables as grids, made when they are asked for."""

    def __init__(
        self,
        observations: pd.DataFrame,
        counts: pd.DataFrame,
        catalogue: Catalogue,
        modelled: pd.DataFrame | None = None,
    ) -> None:
        """Take filled `observations`, the absolute `counts` behind the rates, what is `modelled`."""
        self.catalogue = catalogue
        self._modelled = {} if modelled is None else dict(iter(modelled.groupby("indicator")))
        self.economies = tuple(catalogue.economies)
        self._place = {iso3: row for row, iso3 in enumerate(self.economies)}
        self._values = {str(i): part for i, part in observations.groupby("indicator")}
        self._counts = {str(i): part for i, part in counts.groupby("indicator")}

    def grid(self, indicator: str) -> Grid | None:
        """The grid of an indicator, None if it has no observations."""
        part = self._values.get(indicator)
        if part is None:
            return None
        entry = self.catalogue.indicators[indicator]
        years = np.unique(part["year"].to_numpy(dtype=np.int64))
        values = self._matrix(part, "value", years)
        weights = self.weights(entry.weight, years)
        return Grid(
            indicator=entry,
            economies=self.economies,
            years=years,
            levels=values,
            amounts=self._amounts(entry, values, weights, years),
            weights=weights,
            sizes=np.nan_to_num(_nearest(weights)),
            filled=self._flags(part, part["status"] == "filled", years),
            breaks=self._flags(part, part["note"].str.contains(r"\bbreak\b"), years),
        )

    def completed(self, indicator: str) -> Grid | None:
        """The grid with all members: what is modelled stands in place of what was filled or is missing."""
        grid, part = self.grid(indicator), self._modelled.get(indicator)
        if grid is None or part is None:
            return grid
        part = part[part["year"].isin(grid.years)]
        values, low, high = (self._matrix(part, name, grid.years) for name in ENDS)
        put = ~np.isnan(values)
        own = ~np.isnan(grid.levels) & ~grid.filled
        # A series that was carried back breaks where that begins, and not where its scope was widened.
        moved = put & own
        after = np.hstack([np.zeros_like(moved[:, :1]), moved[:, :-1]])
        levels = np.where(put, values, grid.levels)
        return replace(
            grid,
            levels=levels,
            amounts=levels * grid.weights,
            filled=grid.filled & ~put,
            breaks=(grid.breaks & ~after) | (moved & ~after),
            modelled=Modelled(
                low=np.where(put, low, levels),
                high=np.where(put, high, levels),
                silent=put & ~own,
                own=own,
                last=pd.DataFrame(np.where(own, grid.levels, np.nan)).ffill(axis=1).to_numpy(),
            ),
        )

    def _matrix(self, part: pd.DataFrame, column: str, years: Ints) -> Floats:
        matrix = np.full((len(self.economies), len(years)), np.nan)
        rows = np.array([self._place.get(one, -1) for one in part["economy"].tolist()], dtype=int)
        when = part["year"].to_numpy(dtype=np.int64)
        known = (rows >= 0) & np.isin(when, years)
        columns = np.searchsorted(years, when[known])
        matrix[rows[known], columns] = part[column].to_numpy(dtype=np.float64)[known]
        return matrix

    def _flags(self, part: pd.DataFrame, flags: pd.Series, years: Ints) -> Bools:
        matrix = self._matrix(part[flags].assign(flag=1.0), "flag", years)
        return np.equal(matrix, 1.0)

    def weights(self, indicator: str, years: Ints) -> Floats:
        """The weights of `years`, missing ones from the nearest year within reach."""
        part = self._values.get(indicator)
        if part is None:
            return np.full((len(self.economies), len(years)), np.nan)
        first, last = int(years[0]) - WEIGHT_YEARS, int(years[-1]) + WEIGHT_YEARS
        around = np.arange(first, last + 1)
        near = _nearest(self._matrix(part, "value", around), WEIGHT_YEARS)
        return near[:, np.searchsorted(around, years)]

    def _amounts(self, entry: Indicator, values: Floats, weights: Floats, years: Ints) -> Floats:
        """The count where there is one of the rate's vintage (in its unit), else value x weight."""
        amounts = values * weights
        part = self._counts.get(entry.id)
        if entry.aggregation != "rate" or part is None:
            return amounts
        counts = self._matrix(part, "count", years)
        counted = counts * unit_factor(values, weights, counts)
        same = np.abs(counted - amounts) <= SAME_VINTAGE * amounts
        return np.where(same, counted, amounts)


def unit_factor(values: Floats, weights: Floats, counts: Floats) -> float:
    """The power of ten between a count for each person and the rate, such as 100 for "per 100"."""
    known = (counts > 0) & (values > 0) & (weights > 0)
    if not known.any():
        return 1.0
    typical = np.median(values[known] * weights[known] / counts[known])
    return float(10.0 ** np.round(np.log10(typical)))


def memberships(catalogue: Catalogue, groups: Sequence[str]) -> Bools:
    """Groups by economies: True where the economy is a member."""
    members = [frozenset(catalogue.groups[code].members) for code in groups]
    return np.array([[iso3 in m for iso3 in catalogue.economies] for m in members], dtype=bool)


def combine(grid: Grid, members: Bools, of: Bools | None = None) -> Combined:
    """Form the values of the groups `members`; coverage is their share of the groups `of`."""
    usable = grid.usable
    weights = grid.used
    total = sums(members, weights)
    whole = sums(members if of is None else of, grid.sizes)
    coverage = _share(sums(members, grid.sizes * usable), whole)
    levels = _VALUES[grid.indicator.aggregation](grid, members, total)
    low, high = interval(grid, members, levels, weights)
    return Combined(
        levels=levels,
        with_data=members.astype(np.int64) @ usable,
        coverage=coverage,
        filled=_share(sums(members, weights * grid.filled), total),
        shown=shown(grid, members, of),
        low=low,
        high=high,
        modelled=share_modelled(grid, members),
    )


def share_modelled(grid: Grid, members: Bools) -> Floats:
    """The share of each group's weight that silent members have, groups by years."""
    if grid.modelled is None:
        return np.zeros((len(members), len(grid.years)))
    weights = grid.used
    return _share(sums(members, weights * grid.modelled.silent), sums(members, weights))


def shown(grid: Grid, members: Bools, of: Bools | None = None) -> Bools:
    """Where enough of the people of the groups `of` live in `members` with values: groups by years.

    Of a modelled indicator only values of their own count.
    """
    known = grid.usable & grid.modelled.own if grid.modelled else grid.usable
    whole = sums(members if of is None else of, grid.sizes)
    enough = _share(sums(members, grid.sizes * known), whole) >= LEAST_COVERAGE
    result: Bools = enough & (share_modelled(grid, members) < MOST_MODELLED)
    return result


def interval(grid: Grid, members: Bools, levels: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """The ends of the 80 % interval of group values (weighted means), nan where nothing is modelled.

    The half-widths of the members, d = weight x (value - end), combine to
    sqrt((1 - rho) sum d^2 + rho (sum d)^2), for their errors have something in common.
    """
    if grid.modelled is None:
        none = np.full_like(levels, np.nan)
        return none, none
    total = sums(members, weights)
    ends = []
    for end, sign in ((grid.modelled.low, -1.0), (grid.modelled.high, 1.0)):
        widths = np.where(weights > 0, weights * np.abs(np.nan_to_num(grid.levels - end)), 0.0)
        squares, whole = sums(members, widths**2), sums(members, widths)
        width = joint(squares, whole)
        reach = np.divide(width, total, out=np.full_like(total, np.nan), where=whole > 0)
        ends.append(np.clip(levels + sign * reach, *grid.indicator.range))
    return ends[0], ends[1]


def joint(squares: Floats, whole: Floats) -> Floats:
    """The half-width of a sum of modelled values: from the sum of theirs squared, and the plain sum."""
    width: Floats = np.sqrt((1 - SHARED) * squares + SHARED * whole**2)
    return width


def sums(members: Bools, amounts: Floats) -> Floats:
    """The sum over the members of each group, groups by years, added in the catalogue's order.

    A matrix product would leave the order to the number of threads, and with it the last digits and
    the checksums of the tables.
    """
    return np.array([amounts[inside].sum(axis=0) for inside in members])


def ordered(values: Floats) -> tuple[Floats, Floats, Floats]:
    """The lowest, the median and the highest value of each column; nan where there is none.

    numpy's own quantiles go through an array with nan a column at a time: they took a fifth of a build.
    """
    ranked = np.sort(
        np.vstack([values, np.full(values.shape[1], np.nan)]), axis=0
    )  # nan comes last
    known = np.count_nonzero(~np.isnan(values), axis=0)
    columns = np.arange(values.shape[1])
    lower, upper = ranked[np.maximum(known - 1, 0) // 2, columns], ranked[known // 2, columns]
    return ranked[0], (lower + upper) / 2, ranked[np.maximum(known - 1, 0), columns]


def _share(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def _nearest(weights: Floats, reach: int | None = None) -> Floats:
    """Weights with missing years from the nearest earlier, else later, year at most `reach` away."""
    frame = pd.DataFrame(weights.T)
    return frame.ffill(limit=reach).bfill(limit=reach).to_numpy(dtype=np.float64).T


def _ratio_of_sums(grid: Grid, members: Bools, total: Floats) -> Floats:
    amounts = sums(members, np.where(grid.usable, grid.amounts, 0.0))
    return np.divide(amounts, total, out=np.full_like(total, np.nan), where=total > 0)


def _sum(grid: Grid, members: Bools, total: Floats) -> Floats:
    return np.where(members.astype(np.int64) @ grid.usable > 0, total, np.nan)


def _expanded(grid: Grid, members: Bools, total: Floats) -> Floats:
    """The sum, as if the people without a value were like those with one."""
    known, whole = sums(members, grid.sizes * grid.usable), sums(members, grid.sizes)
    return np.divide(total * whole, known, out=np.full_like(total, np.nan), where=known > 0)


def _mean(grid: Grid, members: Bools, total: Floats) -> Floats:
    levels = sums(members, np.where(grid.usable, grid.levels, 0.0))
    return np.divide(levels, total, out=np.full_like(total, np.nan), where=total > 0)


def _median(grid: Grid, members: Bools, total: Floats) -> Floats:
    rows = [ordered(grid.levels[row])[1] for row in members]
    return np.array(rows).reshape(total.shape)


# aggregation -> the values of the groups, from the grid, the members and the sum of their weights
_VALUES: dict[str, Callable[[Grid, Bools, Floats], Floats]] = {
    "share": _ratio_of_sums,
    "rate": _ratio_of_sums,
    "sum": _sum,
    "expanded": _expanded,
    "mean": _mean,
    "median": _median,
}
