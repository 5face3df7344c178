"""Formulas that the build and the pages share, so that what is drawn is what was computed.

Pure functions of numbers: they import nothing of the dashboard, and no numpy, which a process that
serves never loads. Where they come from is in `docs/methods.md`.
"""

from collections.abc import Sequence
from math import ceil, exp, log

# Why no year is found in which a level was first reached.
NOT_YET, BEFORE = "not-yet", "before"
WHOLE = 100.0
EDGE = 0.1  # a share this close to 0 or 100 counts as this close: its logit is finite
TINY = 1e-6  # a value below it counts as it: its logarithm is finite
SLACK = 1e-9


def first_crossing(
    years: Sequence[int], values: Sequence[float | None], level: float
) -> float | str | None:
    """When the running maximum of `values` first reaches `level`, interpolated between years.

    "before" where the line starts above the level, "not-yet" where it has not reached it, None where
    it has no value. For indicators that fall, call it with all signs turned.
    """
    known = [(year, value) for year, value in zip(years, values, strict=True) if value is not None]
    if not known:
        return None
    year, highest = known[0]
    if highest > level:
        return BEFORE
    if highest == level:
        return float(year)
    for later, value in known[1:]:
        if value >= level:
            return year + (level - highest) / (value - highest) * (later - year)
        year, highest = later, max(highest, value)
    return NOT_YET


def transformed(value: float, scale: str) -> float:
    """The value in the unit in which it is taken to move along a line: logit, log or as it is."""
    if scale == "logit":
        share = min(max(value, EDGE), WHOLE - EDGE)
        return log(share / (WHOLE - share))
    return log(max(value, TINY)) if scale == "log" else value


def restored(level: float, scale: str) -> float:
    """The value of a transformed level."""
    if scale == "logit":
        return WHOLE / (1 + exp(-level))
    return exp(level) if scale == "log" else level


def moved(start: float, change: float, scale: str) -> float:
    """The value after a `change` in the transformed unit."""
    return restored(transformed(start, scale) + change, scale)


def years_to(origin: int, start: float, goal: float, pace: float, horizon: int) -> int | None:
    """The first year in which a line of `pace` has reached `goal`, None beyond the horizon."""
    missing = goal - start
    if abs(missing) <= SLACK:
        return origin
    if pace * missing <= 0 or missing / pace > horizon - origin + 1:
        return None
    year = origin + ceil(missing / pace - SLACK)
    return year if year <= horizon else None
