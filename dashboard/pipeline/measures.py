"""The measures of a gap between a reference group and another; imports numpy and the formulas.

Arrays are aligned with the years; nan is missing. Sources of the formulas: `docs/methods.md`.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dashboard.formulas import BEFORE, NOT_YET, first_crossing

Floats = npt.NDArray[np.float64]

# Below this level a ratio of percentages or of rates says more about rounding than about the gap.
LEAST_FOR_RATIO = 1.0


def ratio(higher: Floats, lower: Floats, least: float) -> Floats:
    """Higher / lower, nan where `lower` is below `least` or not positive."""
    known = (lower >= least) & (lower > 0)
    return np.divide(higher, lower, out=np.full_like(higher, np.nan), where=known)


def logit_gap(higher: Floats, lower: Floats) -> Floats:
    """ln[h/(100-h)] - ln[l/(100-l)], nan unless both lie strictly between 0 and 100."""
    inside = (higher > 0) & (higher < 100) & (lower > 0) & (lower < 100)
    gap = np.full_like(higher, np.nan)
    h, low = higher[inside], lower[inside]
    gap[inside] = np.log(h / (100 - h)) - np.log(low / (100 - low))
    return gap


def years_behind(
    years: npt.NDArray[np.int64],
    higher: Floats,
    lower: Floats,
    breaks: Sequence[int] = (),
) -> tuple[Floats, list[str]]:
    """Years since the reference first stood where the other group stands, and the state of each.

    For year t and level L = lower(t): t minus the time at which the running maximum of `higher`,
    interpolated linearly between years, first reaches L (Sicherl's S-time-distance). The state is
    "" for a number, "before" where `higher` was above L when the series starts, "not-yet" where
    it has not reached L, "" with nan where a value is missing or where only a year before one of
    the `breaks` could answer. For indicators that fall, call it with both signs turned.
    """
    starts = [int(years[0]), *sorted(breaks)] if len(years) else []
    behind = np.full(len(years), np.nan)
    states = [""] * len(years)
    known = ~np.isnan(higher)
    for k, year in enumerate(years):
        start = max((s for s in starts if s <= year), default=None)
        end = min((b for b in breaks if b > year), default=None)
        inside = known & (years >= start) if start is not None else known
        inside = inside & (years < end) if end is not None else inside
        if np.isnan(lower[k]) or not inside.any():
            continue
        moment = first_crossing(years[inside].tolist(), higher[inside].tolist(), float(lower[k]))
        if isinstance(moment, float):
            behind[k] = float(year) - moment
        elif moment == NOT_YET and end is None:
            states[k] = NOT_YET
        elif moment == BEFORE and start == starts[0]:
            states[k] = BEFORE
    return behind, states
