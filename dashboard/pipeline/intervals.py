"""How far modelled values are off, and the intervals that follow; imports the catalogue and the modelling.

Values that were given are left out, modelled and compared. An interval is the span between two
quantiles of such errors, of values made in the same way, as far from an own value, of economies of
the same income.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.pipeline.modelling import (
    BASES,
    OWN,
    Bools,
    Floats,
    Ints,
    Panel,
    estimates,
    straightened,
)

FIRST_YEAR = 2008  # of the values that are left out
FOLDS = 5  # one economy in five falls silent at a time
SPANS = (1, 2, 3, 4, 6, 8, 10)  # years from the last own value, or to the next
WIDEST = 4  # years from the middle of a bridge to its ends
QUANTILES = (0.1, 0.9)  # 80 % lie between
DIGITS = 3  # of the errors that are kept
FEWEST_ERRORS = 20  # that a quantile is taken from

# Distances of a class, up to and including each limit: a list a basis, in the order of BASES.
LIMITS = ((1, 2, 4), (1, 2, 4, 6, 10), (1, 2, 4, 6, 10), (0,))
MOST_LIMITS = 8
POOLS = 3  # by basis, distance and income; without income; by basis alone

ERRORS = [
    *("economy", "indicator", "year", "value", "modelled", "low", "high", "carried"),
    *("basis", "distance"),
]


@dataclass(frozen=True)
class LeftOut:
    """Values that were left out: rows and columns of the panel, and how far off each was.

    `truths` and `levels` (modelled) are transformed; `bases` and `distances` as in `Estimates`; `poor`
    are economies of the groups of low income.
    """

    rows: Ints
    columns: Ints
    truths: Floats
    levels: Floats
    bases: Ints
    distances: Ints
    poor: Bools

    def of(self, chosen: Bools) -> "LeftOut":
        """Some of them."""
        return LeftOut(*(getattr(self, name)[chosen] for name in self.__dataclass_fields__))

    @cached_property
    def intervals(self) -> "Intervals":
        """The intervals that these errors give."""
        return Intervals(self)


class Intervals:
    """Quantiles of errors by class."""

    def __init__(self, known: LeftOut) -> None:
        """Take the errors; a class with too few of them uses those of all incomes, then of its basis."""
        errors = known.levels - known.truths
        codes = [_classes(known.bases, known.distances, known.poor, pool) for pool in range(POOLS)]
        self._quantiles = [
            {
                int(code): np.quantile(errors[pool == code], QUANTILES)
                for code, count in zip(*np.unique(pool, return_counts=True), strict=True)
                if count >= FEWEST_ERRORS
            }
            for pool in codes
        ]

    def around(
        self, levels: Floats, bases: Ints, distances: Ints, poor: Bools
    ) -> tuple[Floats, Floats]:
        """The low and the high end of transformed `levels`; nan where there are too few errors."""
        low, high = np.full(len(levels), np.nan), np.full(len(levels), np.nan)
        for pool, quantiles in enumerate(self._quantiles):
            codes = _classes(bases, distances, poor, pool)
            for code, (under, over) in quantiles.items():
                hit = (codes == code) & np.isnan(low)
                low[hit], high[hit] = levels[hit] - max(over, 0), levels[hit] - min(under, 0)
        return low, high


def _classes(bases: Ints, distances: Ints, poor: Bools, pool: int) -> Ints:
    """A number a class of the pool; those of a wider pool have more errors."""
    steps = np.zeros_like(bases)
    for basis, limits in enumerate(LIMITS):
        steps = np.where(bases == basis, np.searchsorted(limits, distances), steps)
    parts = (bases, steps * (pool < 2), poor * (pool < 1))
    return np.ravel_multi_index([np.asarray(part, dtype=np.int64) for part in parts],
                                (len(BASES), MOST_LIMITS, 2)).astype(np.int64)  # fmt: skip


def poorer(catalogue: Catalogue) -> Bools:
    """Which economies belong to the groups of low income, in the catalogue's order."""
    members = {iso3 for code in catalogue.roles.poorer for iso3 in catalogue.groups[code].members}
    return np.array([iso3 in members for iso3 in catalogue.economies], dtype=bool)


def left_out(panel: Panel, asked: Bools, poor: Bools) -> LeftOut:
    """Leave out what was `asked` (economies by years) since the first year, as each kind of silence would.

    Only observed values should be asked of: a publisher's estimates are smoother than surveys.
    """
    found: dict[tuple[int, int, int, int], float] = {}
    folds = np.arange(len(poor)) % FOLDS
    for column in np.flatnonzero(panel.years >= FIRST_YEAR):
        for fold in range(FOLDS):
            wanted = (folds == fold) & asked[:, column]
            for start, end in _silences(int(column), len(panel.years)):
                hidden = np.zeros_like(asked)
                hidden[folds == fold, start:end] = True
                made = estimates(panel.silenced(hidden), int(column), wanted)
                for row, basis, distance, level in zip(
                    made.rows, made.bases, made.distances, made.levels, strict=True
                ):
                    found[int(row), int(column), int(basis), int(distance)] = float(level)
    rows, columns, bases, distances = np.array(list(found), dtype=np.int64).reshape(-1, 4).T
    levels = np.array(list(found.values()))
    truths = panel.own[rows, columns]
    return LeftOut(rows, columns, truths, levels, bases, distances, poor[rows])


def _silences(column: int, years: int) -> Iterator[tuple[int, int]]:
    """Spans of columns that fall silent around one: for ever, after an own value, before one, between."""
    yield 0, years
    for span in SPANS:
        yield max(column - span + 1, 0), years
        yield 0, column + span
    for reach in range(1, WIDEST + 1):
        yield max(column - reach + 1, 0), column + reach


def errors(
    panel: Panel, indicator: Indicator, known: LeftOut, catalogue: Catalogue
) -> pd.DataFrame:
    """What was left out as a table, in columns `ERRORS`.

    `low` and `high` rest on the errors of other economies; `carried` is the last own value, null where
    none was used.
    """
    low, high = np.full(len(known.rows), np.nan), np.full(len(known.rows), np.nan)
    folds = known.rows % FOLDS
    for fold in range(FOLDS):
        hit = folds == fold
        part = known.of(hit)
        low[hit], high[hit] = known.of(~hit).intervals.around(
            part.levels, part.bases, part.distances, part.poor
        )
    economies = np.array(list(catalogue.economies), dtype=object)
    before = panel.own[known.rows, known.columns - known.distances]
    values = {
        "value": known.truths,
        "modelled": known.levels,
        "low": low,
        "high": high,
        "carried": np.where(known.bases == BASES.index(OWN), before, np.nan),
    }
    return pd.DataFrame(
        {
            "economy": economies[known.rows],
            "indicator": indicator.id,
            "year": panel.years[known.columns].astype("int16"),
            **{n: straightened(one, indicator).round(DIGITS) for n, one in values.items()},
            "basis": np.array(BASES, dtype=object)[known.bases],
            "distance": known.distances.astype("int16"),
        }
    )[ERRORS]
