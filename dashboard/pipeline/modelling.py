"""What economies without a value would say, for the values of groups; imports the catalogue only.

Everything is computed in a transformed unit (see `curve`), in which indicators move along lines. A
value is made from the economy's own values before and after, from how economies of its level went on,
and from related indicators. The method and its errors: `docs/methods.md`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.pipeline.matrices import Index, Places, numbers

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

NEVER = 9999

# How a value was made, in the order of preference.
BRIDGE, OWN, LATER, RELATED = BASES = ("bridge", "own", "own-later", "related")

LONGEST_BRIDGE = 8  # years missing between two own values
FARTHEST_OWN = 10  # years to an own value that is still built upon
LONGEST_LAG = 4  # years missing between the two values that an earlier value is read from
OLDEST_RELATED = 5  # years that a related value may be old
NEAREST = 20  # economies of the same level whose growth is followed
FEWEST = 30  # economies that a regression needs
PENALTY = 1.0

EDGE = 0.25  # a share this close to 0 or 100 counts as this close
HALF = 0.5  # added to a rate, so that 0 has a logarithm


def curve(values: Floats, indicator: Indicator) -> Floats:
    """Values in the transformed unit: logit of shares, log of the rest (of rates, half a unit more)."""
    if indicator.bounded:
        share = np.clip(values, EDGE, 100 - EDGE)
        return np.log(share / (100 - share))
    return np.log(values + (HALF if indicator.aggregation == "rate" else 0))


def straightened(levels: Floats, indicator: Indicator) -> Floats:
    """The values of transformed `levels`; the inverse of `curve`."""
    if indicator.bounded:
        return 100 / (1 + np.exp(-levels))
    return np.exp(levels) - (HALF if indicator.aggregation == "rate" else 0)


@dataclass(frozen=True)
class Panel:
    """One indicator and its related ones, transformed; nan where there is no value.

    `own` is economies by years (without a gap) and holds values that were not filled; `related` is
    indicators by economies by years, with short gaps closed. `twins` tells which of the related ones
    are modelled themselves: they come of the same surveys, and fall silent with the indicator.
    """

    years: Ints
    own: Floats
    related: Floats
    twins: Bools

    @classmethod
    def of(cls, observations: pd.DataFrame, indicator: Indicator, catalogue: Catalogue) -> Self:
        """The panel of an indicator that says what it is `modelled_from`, from its first year on."""
        own = observations[observations["status"] != "filled"]
        part = own[own["indicator"] == indicator.id]
        years = np.arange(part["year"].min(), part["year"].max() + 1, dtype=np.int64)
        related = [catalogue.indicators[name] for name in indicator.modelled_from]
        return cls(
            years=years,
            own=_matrix(part, years, indicator, catalogue),
            related=np.array(
                [
                    _closed(_matrix(own[own["indicator"] == one.id], years, one, catalogue), one)
                    for one in related
                ]
            ),
            twins=np.array([bool(one.modelled_from) for one in related]),
        )

    def silenced(self, hidden: Bools) -> Self:
        """The panel as if nothing had been asked in these surveys, economies by years."""
        quiet = self.twins[:, None, None] & hidden
        return replace(
            self,
            own=np.where(hidden, np.nan, self.own),
            related=np.where(quiet, np.nan, self.related),
        )


@dataclass(frozen=True)
class Estimates:
    """What was made for economies in one year: rows of the panel, and the same for each of them.

    `levels` are transformed; `bases` index `BASES`; `distances` are years to the nearest own value,
    0 where none was used.
    """

    rows: Ints
    levels: Floats
    bases: Ints
    distances: Ints


def _matrix(part: pd.DataFrame, years: Ints, indicator: Indicator, catalogue: Catalogue) -> Floats:
    """Transformed values, economies (in the catalogue's order) by years."""
    rows = part["economy"], Index(list(catalogue.economies))
    places = Places.of(rows, (part["year"], Index(years.tolist())))
    return curve(numbers(places, part["value"]), indicator)


def _closed(levels: Floats, related: Indicator) -> Floats:
    """Values on the line between two, and after the last one for the years that it may be old.

    What is modelled itself is not carried: last year's survey beside this year's surveys of the others
    pulls the value down (by 2.5 points after four years, in the leave-outs).
    """
    before, after = neighbours(levels)
    columns = np.arange(levels.shape[1])
    line = between(levels, before, after, columns)
    if related.modelled_from:
        return line
    last = np.take_along_axis(levels, np.maximum(before, 0), axis=1)
    young = (before >= 0) & (after < 0)
    young &= columns - before <= OLDEST_RELATED
    return np.where(young, last, line)


def neighbours(levels: Floats) -> tuple[Ints, Ints]:
    """The columns of the last value up to each year and of the first one from it on (-1: none)."""
    known, columns = ~np.isnan(levels), np.arange(levels.shape[1])
    before = np.maximum.accumulate(np.where(known, columns, -1), axis=1)
    none = levels.shape[1]
    after = np.minimum.accumulate(np.where(known, columns, none)[:, ::-1], axis=1)[:, ::-1]
    return before, np.where(after == none, -1, after)


def between(levels: Floats, before: Ints, after: Ints, columns: Ints | int) -> Floats:
    """Values of `columns` on the line between their neighbours, nan where one of these is missing."""
    rows = np.arange(len(levels)).reshape(-1, *[1] * (before.ndim - 1))
    start, end = levels[rows, before], levels[rows, after]
    line = start + (end - start) * (columns - before) / np.maximum(after - before, 1)
    return np.where((before >= 0) & (after >= 0), line, np.nan)


def estimates(panel: Panel, column: int, wanted: Bools) -> Estimates:
    """Make values of one year for the `wanted` economies; those that none can be made for are left out."""
    return _Year(panel, column).estimates(wanted)


class _Year:
    """One column of a panel, with what every economy knows around it."""

    def __init__(self, panel: Panel, column: int) -> None:
        self.panel, self.column = panel, column
        self.before, self.after = neighbours(panel.own)
        self.truth = panel.own[:, column]

    def _line(self, column: int, longest: int) -> Floats:
        """Values of a year, between two where at most so many are missing."""
        before, after = self.before[:, column], self.after[:, column]
        line = between(self.panel.own, before, after, column)
        return np.where(after - before - 1 <= longest, line, np.nan)

    def estimates(self, wanted: Bools) -> Estimates:
        before, after = self.before[:, self.column], self.after[:, self.column]
        since = np.where(before >= 0, self.column - before, NEVER)
        until = np.where(after >= 0, after - self.column, NEVER)
        bridged = since + until - 1 <= LONGEST_BRIDGE
        bases = np.select([bridged, since <= FARTHEST_OWN, until <= FARTHEST_OWN], [0, 1, 2], 3)
        distances = np.select([bases == 0, bases == 1, bases == 2],
                              [np.minimum(since, until), since, until], 0)  # fmt: skip
        levels = np.full(len(wanted), np.nan)
        levels[bridged] = self._line(self.column, LONGEST_BRIDGE)[bridged]
        rows = np.flatnonzero(wanted & ~bridged)
        for lag, members in _parts(np.where(bases == 2, -distances, distances)[rows]):
            levels[rows[members]] = self._made(rows[members], int(lag))
        found = np.flatnonzero(wanted & ~np.isnan(levels))
        return Estimates(found, levels[found], bases[found], distances[found])

    def _made(self, rows: Ints, lag: int) -> Floats:
        """Values from the one `lag` years before (negative: after, 0: from none)."""
        columns = self.panel.related[:, :, self.column].T
        if lag:
            columns = np.column_stack([columns, self._line(self.column - lag, LONGEST_LAG)])
        levels = self._regressed(rows, columns)
        return (levels + self._followed(rows, lag)) / 2 if lag > 0 else levels

    def _followed(self, rows: Ints, lag: int) -> Floats:
        """The last value and the median growth of the economies that were nearest to it then."""
        then = self._line(self.column - lag, LONGEST_LAG)
        others = np.flatnonzero(~np.isnan(then) & ~np.isnan(self.truth))
        if not len(others):
            return np.full(len(rows), np.nan)
        growth = (self.truth - then)[others]
        distance = np.abs(then[others][None, :] - then[rows][:, None])
        nearest = np.argsort(distance, axis=1, kind="stable")[:, :NEAREST]
        grown: Floats = then[rows] + np.median(growth[nearest], axis=1)
        return grown

    def _regressed(self, rows: Ints, columns: Floats) -> Floats:
        """Ridge regression on the columns that each economy has, over the economies that have them too."""
        levels = np.full(len(rows), np.nan)
        has = ~np.isnan(columns)
        for pattern, members in _parts(has[rows] @ (1 << np.arange(columns.shape[1]))):
            used = np.array([int(pattern) >> k & 1 for k in range(columns.shape[1])], dtype=bool)
            known = ~np.isnan(self.truth) & has[:, used].all(axis=1)
            if used.any() and known.sum() >= FEWEST:
                levels[members] = ridge(
                    columns[known][:, used], self.truth[known], columns[rows[members]][:, used]
                )
        return levels


def _parts(keys: Ints) -> Iterator[tuple[int, Ints]]:
    """The places of each different key."""
    for key in np.unique(keys):
        yield int(key), np.flatnonzero(keys == key)


def ridge(columns: Floats, truth: Floats, wanted: Floats) -> Floats:
    """What a ridge regression of `truth` on standardised `columns` says of the `wanted` rows."""
    middle, scale = columns.mean(axis=0), columns.std(axis=0)
    scale = np.where(scale > 0, scale, 1)
    standard = (columns - middle) / scale
    # Not by matrix products, whose last digits depend on the number of threads.
    square = np.einsum("ij,ik->jk", standard, standard) + PENALTY * np.eye(standard.shape[1])
    slopes = np.linalg.solve(square, np.einsum("ij,i->j", standard, truth - truth.mean()))
    result: Floats = truth.mean() + np.einsum("ij,j->i", (wanted - middle) / scale, slopes)
    return result
