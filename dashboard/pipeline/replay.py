"""How true values of groups are: members that did report are silenced, modelled and compared.

Imports the catalogue, the grids and the modelling. `python -m dashboard replay` prints what comes out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.catalogue import Catalogue, catalogue
from dashboard.pipeline.grids import LEAST_COVERAGE, Bools, Floats, Grids, Ints, joint, memberships
from dashboard.pipeline.intervals import FIRST_YEAR, poorer
from dashboard.pipeline.modelling import Panel, estimates, neighbours, straightened
from dashboard.pipeline.silent import Silence, model_errors, silences

EVERY = 2  # years from one replay of a group to its next
WELL_COVERED = 0.9  # of a group's people, for its value to be a truth
FEWEST_MEMBERS = 5
SHARES = (0.15, 0.2, 0.25, 0.3)  # of the members that fall silent
SPANS = (2, 3, 4, 5, 6, 7)  # years of silence
SEED = 12  # for the half of the cases in which any member may fall silent

REPLAY = [
    *("indicator", "group", "year", "members", "silenced", "years", "poorest"),
    *("truth", "today", "carried", "modelled", "low", "high"),
]


@dataclass(frozen=True)
class Case:
    """A group in one year (a column), rows of its members and of those silenced, for how many years."""

    group: str
    column: int
    members: Ints
    silenced: Ints
    years: int
    poorest: bool


def replay(silent: list[Silence], grids: Grids) -> pd.DataFrame:
    """One row a silenced group, in columns `REPLAY`, for each of the indicators that are modelled.

    `truth` is the value of the members that reported; `today` leaves the silent out (filled as ever),
    `carried` takes their last value, `modelled` what is modelled, with its 80 % interval. In half of
    the cases those with the lowest values fall silent, in half any; a fixed sequence says how many and
    for how long.
    """
    rows: list[tuple[object, ...]] = []
    for one in silent:
        weights = grids.weights(one.indicator.weight, one.panel.years)
        rows += [
            (one.indicator.id, *_row(case, one, weights))
            for case in cases(one.panel, weights, one.catalogue)
        ]
    return pd.DataFrame(rows, columns=REPLAY)


def cases(panel: Panel, weights: Floats, entries: Catalogue) -> Iterator[Case]:
    """Groups that are covered well enough, with and without those who fall silent."""
    shares, spans, poorest = cycle(SHARES), cycle(SPANS), cycle((True, False))
    generator = np.random.default_rng(SEED)
    own: Bools = ~np.isnan(panel.own) & ~np.isnan(weights)
    groups = list(entries.groups)
    columns = range(int(FIRST_YEAR - panel.years[0]) + EVERY, len(panel.years), EVERY)
    for code, inside in zip(groups, memberships(entries, groups), strict=True):
        for column in columns:
            people = weights[:, column]
            members = np.flatnonzero(inside & own[:, column])
            least = WELL_COVERED * np.nansum(people[inside])
            if len(members) < FEWEST_MEMBERS or people[members].sum() < least:
                continue
            lowest = next(poorest)
            order = members[np.argsort(panel.own[members, column], kind="stable")]
            order = order if lowest else generator.permutation(members)
            silenced = np.sort(order[: round(next(shares) * len(members))])
            left = people[np.setdiff1d(members, silenced)].sum()
            if left >= LEAST_COVERAGE * np.nansum(people[inside]):
                yield Case(code, column, members, silenced, next(spans), lowest)


def _row(case: Case, silence: Silence, weights: Floats) -> tuple[object, ...]:
    panel, column, indicator = silence.panel, case.column, silence.indicator
    hidden = np.zeros(panel.own.shape, dtype=bool)
    hidden[case.silenced, column - case.years + 1 :] = True
    quiet = panel.silenced(hidden)
    last = neighbours(quiet.own)[0][case.silenced, column]
    before = np.where(last >= 0, quiet.own[case.silenced, last], np.nan)
    filled = np.where(column - last <= indicator.max_fill, before, np.nan)
    made = estimates(quiet, column, hidden[:, column])
    poor = poorer(silence.catalogue)[made.rows]
    ends = silence.left_out.intervals.around(made.levels, made.bases, made.distances, poor)

    people = weights[case.members, column]
    truths = straightened(panel.own[case.members, column], indicator)
    places = np.searchsorted(case.members, case.silenced)
    at = np.searchsorted(case.members, made.rows)
    values = straightened(made.levels, indicator)

    def value(where: Ints, instead: Floats) -> float:
        """The group's value with these in place of the truth, nothing for the other silent ones."""
        levels = truths.copy()
        levels[places] = np.nan
        levels[where] = instead
        known = ~np.isnan(levels)
        return float((levels[known] * people[known]).sum() / people[known].sum())

    modelled = value(at, values)
    total = people.sum()
    low, high = (
        modelled + sign * _reach(people[at] * np.abs(values - straightened(end, indicator))) / total
        for sign, end in zip((-1, 1), ends, strict=True)
    )
    return (
        *(case.group, int(panel.years[column]), len(case.members), len(case.silenced)),
        *(case.years, case.poorest, float((truths * people).sum() / total)),
        value(places, straightened(filled, indicator)),
        value(places, straightened(before, indicator)),
        *(modelled, low, high),
    )


def _reach(widths: Floats) -> float:
    return float(joint((widths**2).sum(), widths.sum()))


def report(folder: Path) -> str:
    """What the tables in `folder` say of the modelling: errors of values, then of groups, as a text."""
    frames = (pd.read_parquet(folder / f"{name}.parquet") for name in ("observations", "counts"))
    observations, counts = frames
    silent = silences(observations, catalogue())
    parts = {
        "Values left out, by way and years to the nearest own value (mean absolute error, in points)": (
            of_values(model_errors(silent), ["indicator", "basis", "distance"])
        ),
        "All values left out": of_values(model_errors(silent), ["indicator"]),
        "Groups with silenced members (mean absolute error, in points)": of_groups(
            replay(silent, Grids(observations, counts, catalogue())), ["indicator"]
        ),
    }
    return "\n\n".join(f"{title}\n{table.round(2).to_string()}" for title, table in parts.items())


def of_values(errors: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The errors of modelled values and of carried ones, and the share that the interval held."""
    return (
        errors.assign(
            modelled=(errors["modelled"] - errors["value"]).abs(),
            carried=(errors["carried"] - errors["value"]).abs(),
            held=errors["value"].between(errors["low"], errors["high"]),
            values=1,
        )
        .groupby(by)
        .agg({"values": "sum", "carried": "mean", "modelled": "mean", "held": "mean"})
    )


def of_groups(found: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The errors of groups as they were formed, with carried and with modelled values."""
    ways = ["today", "carried", "modelled"]
    return (
        found.assign(
            **{way: (found[way] - found["truth"]).abs() for way in ways},
            held=found["truth"].between(found["low"], found["high"]),
            groups=1,
        )
        .groupby(by)
        .agg({"groups": "sum", **dict.fromkeys([*ways, "held"], "mean")})
    )
