"""Gaps between the groups of a comparison: of their group values, and of the same economies throughout.

Imports the catalogue, the grids, the measures and the coverage rule. See `docs/methods.md`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator, Scheme
from dashboard.pipeline.grids import (
    LEAST_COVERAGE,
    Bools,
    Combined,
    Floats,
    Grid,
    Grids,
    combine,
    memberships,
    shown,
    sums,
)
from dashboard.pipeline.measures import LEAST_FOR_RATIO, logit_gap, ratio, years_behind

# A panel that spans fewer years than this is not a trend.
LEAST_SPAN = 5

# A panel should cover this much of both groups in every year, and at least LEAST_COVERAGE.
GOOD_COVERAGE = 0.8

# A break counts for the reference group when economies with this share of it have it that year.
BREAK_SHARE = 1 / 2

FORMED = ("share", "rate", "median", "mean")


@dataclass(frozen=True)
class Panel:
    """The economies of the two groups (rows) that enter the gap, and the columns it is shown for.

    `kind` is "all" (whoever has a value that year: the group values) or "same" (the same economies
    in all years); `groups` are the whole groups, of which coverage is a share.
    """

    kind: str
    groups: Bools
    members: Bools
    columns: slice


def gaps(
    observations: pd.DataFrame,
    counts: pd.DataFrame,
    catalogue: Catalogue,
    modelled: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Form the gaps of all comparisons and indicators from filled `observations` and what is `modelled`.

    One row a scheme, pair of groups, indicator, panel and year in which both groups have a value:
    scheme, higher_group (the reference), lower_group, indicator, panel (all: the group values;
    same: the same economies throughout), year, higher, lower, gap_points, ratio, logit_gap,
    years_behind, years_behind_state ("", not-yet, before), panel_from, panel_to, and for both
    groups (`_higher`, `_lower`) economies, coverage and filled. Where a member is modelled: the ends
    of the 80 % intervals of both values, of the gap and of the years behind (`_low`, `_high`).
    """
    grids = Grids(observations, counts, catalogue, modelled)
    whole = catalogue_breaks(catalogue)
    formed = [i for i, entry in catalogue.indicators.items() if entry.aggregation in FORMED]
    pairs = [(scheme, group) for scheme in catalogue.schemes.values() for group in scheme.groups]
    parts = [
        part
        for indicator in formed
        if (grid := grids.completed(indicator))
        for scheme, group in pairs
        for part in _gaps(grid, scheme, group, catalogue, whole.get(indicator, ()))
        if part
    ]
    names = parts[0] if parts else ()
    return pd.DataFrame({name: np.concatenate([part[name] for part in parts]) for name in names})


def catalogue_breaks(catalogue: Catalogue) -> dict[str, tuple[int, ...]]:
    """The years in which an indicator as a whole breaks: marks that name no economy."""
    found: dict[str, tuple[int, ...]] = {}
    for mark in catalogue.marks:
        if mark.breaks and not mark.economy:
            found[mark.indicator] = (*found.get(mark.indicator, ()), mark.year)
    return found


def same_economies(grid: Grid, members: Bools) -> Panel | None:
    """The economies of the two groups `members` (two rows) that have a value in all years of a window.

    The window ends in the latest year in which values of both groups are shown, and starts as
    early as the economies with a value in all its years still cover 80 % of both groups in each of
    these years; if it then spans fewer than five years, two thirds must do. None if it is still
    shorter.
    """
    ends = np.flatnonzero(shown(grid, members).all(axis=0))
    end = int(ends[-1]) if len(ends) else 0
    for least in (GOOD_COVERAGE, LEAST_COVERAGE) if len(ends) else ():
        start, stable = _window(grid, members, end, least)
        if grid.years[end] - grid.years[start] >= LEAST_SPAN:
            return Panel("same", members, members & stable, slice(start, end + 1))
    return None


def _window(grid: Grid, members: Bools, end: int, least: float) -> tuple[int, Bools]:
    """The earliest start for which a panel covers `least`, and the economies of that panel."""
    start, stable = end, grid.usable[:, end]
    while start > 0:
        narrower = stable & grid.usable[:, start - 1]
        covered = _coverage(grid, members & narrower, None, members)[:, start - 1 : end + 1]
        if (covered < least).any():
            break
        start, stable = start - 1, narrower
    return start, stable


def _coverage(grid: Grid, members: Bools, usable: Bools | None, of: Bools | None = None) -> Floats:
    """The share of the groups' population, groups by years, in members that are usable."""
    sizes = grid.sizes if usable is None else grid.sizes * usable
    part = sums(members, sizes)
    whole = sums(members if of is None else of, grid.sizes)
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def _gaps(
    grid: Grid, scheme: Scheme, group: str, catalogue: Catalogue, whole: tuple[int, ...]
) -> Iterator[dict[str, npt.NDArray[Any]]]:
    """The gap of the group values, and that of the same economies where there are enough."""
    members = memberships(catalogue, (scheme.reference, group))
    everybody = Panel("all", members, members, slice(0, len(grid.years)))
    for chosen in (everybody, same_economies(grid, members)):
        if chosen:
            yield _gap(grid, scheme, group, chosen, whole)


def _gap(
    grid: Grid, scheme: Scheme, group: str, chosen: Panel, whole: tuple[int, ...]
) -> dict[str, npt.NDArray[Any]]:
    """The columns of a gap, a row a year in which both have a value."""
    combined = combine(grid, chosen.members, chosen.groups)
    inside = np.isin(grid.years, grid.years[chosen.columns])
    both: Bools = np.logical_and(inside, combined.shown.all(axis=0))
    if not both.any():
        return {}
    higher, lower = (np.where(both, row, np.nan) for row in combined.levels)
    broken = (*whole, *_reference_breaks(grid, chosen.members[:1]))
    columns: dict[str, object] = {
        "scheme": scheme.id,
        "higher_group": scheme.reference,
        "lower_group": group,
        "indicator": grid.indicator.id,
        "panel": chosen.kind,
        "year": grid.years.astype("int16"),
        **_measures(grid, higher, lower, broken),
        **_ends(grid, higher, lower, combined, broken),
        "panel_from": int(grid.years[both][0]),
        "panel_to": int(grid.years[both][-1]),
        **_support(combined),
    }
    return {name: _rows(column, len(both))[both] for name, column in columns.items()}


def _rows(column: object, count: int) -> npt.NDArray[Any]:
    """A column as an array: one text or number for all rows, or a list of them."""
    kind = object if isinstance(column, str | list) else None
    return np.broadcast_to(np.asarray(column, dtype=kind), (count,))


def _ends(
    grid: Grid, higher: Floats, lower: Floats, combined: Combined, breaks: tuple[int, ...]
) -> dict[str, Floats]:
    """The intervals of a gap, nan where nothing of either group is modelled.

    The errors of the two groups are taken as independent. Years behind have those of the other group's
    level: it stands where the reference was earlier, or later.
    """
    doubtful = ~np.isnan(combined.low).all(axis=0)
    low = [np.where(np.isnan(e), v, e) for e, v in zip(combined.low, (higher, lower), strict=True)]
    high = [
        np.where(np.isnan(e), v, e) for e, v in zip(combined.high, (higher, lower), strict=True)
    ]
    gap = higher - lower
    behind = [_behind(grid, higher, end, breaks)[0] for end in (low[1], high[1])]
    ends = {
        "higher_low": low[0],
        "higher_high": high[0],
        "lower_low": low[1],
        "lower_high": high[1],
        "gap_low": gap - np.hypot(higher - low[0], high[1] - lower),
        "gap_high": gap + np.hypot(high[0] - higher, lower - low[1]),
        "years_behind_low": np.minimum(*behind),
        "years_behind_high": np.maximum(*behind),
    }
    return {name: np.where(doubtful & ~np.isnan(gap), end, np.nan) for name, end in ends.items()}


def _behind(
    grid: Grid, higher: Floats, lower: Floats, breaks: tuple[int, ...]
) -> tuple[Floats, list[str]]:
    """The years behind, and the state of each, of an indicator with a direction."""
    if grid.indicator.direction not in ("up", "down"):
        return np.full_like(higher, np.nan), [""] * len(higher)
    sign = 1.0 if grid.indicator.direction == "up" else -1.0
    return years_behind(grid.years, sign * higher, sign * lower, breaks)


def _measures(
    grid: Grid, higher: Floats, lower: Floats, breaks: tuple[int, ...]
) -> dict[str, object]:
    indicator = grid.indicator
    none = np.full_like(higher, np.nan)
    behind, states = _behind(grid, higher, lower, breaks)
    return {
        "higher": higher,
        "lower": lower,
        "gap_points": higher - lower,
        "ratio": ratio(higher, lower, _least_for_ratio(indicator)),
        "logit_gap": logit_gap(higher, lower) if indicator.bounded else none,
        "years_behind": behind,
        "years_behind_state": states,
    }


def _least_for_ratio(indicator: Indicator) -> float:
    return LEAST_FOR_RATIO if indicator.aggregation in ("share", "rate") else 0.0


def _support(combined: Combined) -> dict[str, object]:
    names = {"economies": combined.with_data, "coverage": combined.coverage}
    names["filled"] = combined.filled
    return {
        f"{name}_{side}": matrix[row]
        for name, matrix in names.items()
        for row, side in enumerate(("higher", "lower"))
    }


def _reference_breaks(grid: Grid, reference: Bools) -> tuple[int, ...]:
    """The years in which economies with half of the reference group's people have a break.

    A break in the other group changes the level that is looked for, not the years in which the
    reference had it.
    """
    share = _coverage(grid, reference, grid.breaks)
    return tuple(int(y) for y in grid.years[(share >= BREAK_SHARE).any(axis=0)])
