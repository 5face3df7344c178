"""The values that members get inside groups in place of their own; imports the modelling and the intervals.

Silent members are modelled where the catalogue says so (`modelled_from`), and a series whose scope was
widened is carried back. Nothing of this is an observation: it enters values of groups only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.catalogue.models import NOT_MODELLED, SCOPE_WIDENED, Mark
from dashboard.pipeline.fill import reported_years
from dashboard.pipeline.intervals import ERRORS, LeftOut, errors, left_out, poorer
from dashboard.pipeline.matrices import Index, Places, numbers
from dashboard.pipeline.modelling import (
    BASES,
    OWN,
    Bools,
    Estimates,
    Ints,
    Panel,
    estimates,
    neighbours,
    straightened,
)

CARRIED_BACK = "scope-carried-back"
MODELLED = ["economy", "indicator", "year", "value", "low", "high", "basis", "last_own_year"]


def silences(observations: pd.DataFrame, catalogue: Catalogue) -> "list[Silence]":
    """Who is silent in filled `observations`, for each indicator that is modelled."""
    return [
        Silence(observations, indicator, catalogue)
        for indicator in catalogue.indicators.values()
        if indicator.modelled_from and (observations["indicator"] == indicator.id).any()
    ]


def modelled(silent: "list[Silence]") -> pd.DataFrame:
    """The values of silent members: one row an economy, indicator and year.

    value, low and high (an 80 % interval), basis (how it was made) and last_own_year (null where there
    is none up to then).
    """
    return _framed(
        [part for one in silent for part in (one.modelled(), *one.carried_back())], MODELLED
    )


def model_errors(silent: "list[Silence]") -> pd.DataFrame:
    """What was left out to see how far such values are off: one row a value and kind of silence.

    value and modelled; low and high, from the errors of other economies; basis; distance (years to the
    nearest own value that was left, 0: none was used).
    """
    return _framed(
        [errors(one.panel, one.indicator, one.left_out, one.catalogue) for one in silent], ERRORS
    )


def _framed(parts: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    if not parts:
        return pd.DataFrame(columns=columns)
    frame = pd.concat(parts, ignore_index=True)[columns]
    return frame.sort_values(["indicator", "economy", "year"], kind="stable", ignore_index=True)


@dataclass(frozen=True)
class Silence:
    """Who is silent for one indicator of filled `observations`, and what stands in for it."""

    observations: pd.DataFrame
    indicator: Indicator
    catalogue: Catalogue

    @cached_property
    def panel(self) -> Panel:
        """What the values are made from."""
        return Panel.of(self.observations, self.indicator, self.catalogue)

    @cached_property
    def left_out(self) -> LeftOut:
        """The errors of such values; only observed ones are truths, for a publisher's estimates are smoother."""
        part = self.observations[self.observations["indicator"] == self.indicator.id]
        observed = part[part["status"] == "observed"]
        rows = observed["economy"], Index(list(self.catalogue.economies))
        columns = observed["year"], Index(self.panel.years.tolist())
        known = ~np.isnan(numbers(Places.of(rows, columns), observed["value"]))
        return left_out(self.panel, known, poorer(self.catalogue))

    @cached_property
    def wanted(self) -> Bools:
        """Economies by years: people, no value of its own, in a year that has been reported for."""
        own = self.observations[self.observations["status"] != "filled"]
        reported = reported_years(own[own["indicator"] == self.indicator.id])[self.indicator.id]
        peopled = set(own[own["indicator"] == self.indicator.weight]["economy"])
        peopled -= {mark.economy for mark in self._marks(NOT_MODELLED)}
        allowed = np.array([iso3 in peopled for iso3 in self.catalogue.economies])
        silent = np.isnan(self.panel.own) & np.isin(self.panel.years, list(reported))
        wanted: Bools = silent & allowed[:, None]
        return wanted

    def modelled(self) -> pd.DataFrame:
        """The values of silent members."""
        columns = np.flatnonzero(self.wanted.any(axis=0))
        made = [estimates(self.panel, int(k), self.wanted[:, k]) for k in columns]
        together = Estimates(
            *(np.concatenate([getattr(one, f.name) for one in made]) for f in fields(Estimates))
        )
        return self._rows(together, np.repeat(columns, [len(one.rows) for one in made]))

    def carried_back(self) -> Iterator[pd.DataFrame]:
        """The values before a wider scope, as if it had been so wide already.

        The growth of the last year before the step is kept across it, and as many years as a value may
        be filled move by what remains of the step. The interval is that of a value as far from an own
        one.
        """
        for mark in self._marks(SCOPE_WIDENED):
            row = list(self.catalogue.economies).index(mark.economy)
            levels, step = (
                self.panel.own[row],
                int(np.flatnonzero(self.panel.years == mark.year)[0]),
            )
            shift = levels[step] - (2 * levels[step - 1] - levels[step - 2])
            columns = np.arange(step - self.indicator.max_fill, step)
            made = Estimates(
                rows=np.full(len(columns), row),
                levels=levels[columns] + shift,
                bases=np.full(len(columns), BASES.index(OWN)),
                distances=step - columns,
            )
            yield self._rows(made, columns).assign(basis=CARRIED_BACK)

    def _marks(self, kind: str) -> list[Mark]:
        return [
            mark
            for mark in self.catalogue.marks
            if mark.kind == kind and mark.indicator == self.indicator.id
        ]

    def _rows(self, made: Estimates, columns: Ints) -> pd.DataFrame:
        """Values with their intervals, as rows of the table; those that have none are left out."""
        poor = poorer(self.catalogue)[made.rows]
        low, high = self.left_out.intervals.around(made.levels, made.bases, made.distances, poor)
        before = neighbours(self.panel.own)[0][made.rows, columns]
        last = pd.Series(self.panel.years[np.maximum(before, 0)]).mask(before < 0)
        economies = np.array(list(self.catalogue.economies), dtype=object)
        frame = pd.DataFrame(
            {
                "economy": economies[made.rows],
                "indicator": self.indicator.id,
                "year": self.panel.years[columns].astype("int16"),
                "value": straightened(made.levels, self.indicator),
                "low": straightened(low, self.indicator),
                "high": straightened(high, self.indicator),
                "basis": np.array(BASES, dtype=object)[made.bases],
                "last_own_year": last.astype("Int16"),
            }
        )
        return frame[~np.isnan(low)]
