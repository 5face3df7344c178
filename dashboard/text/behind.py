"""How many years a level lies behind a published line; a pure function of numbers, without words.

The rule of `pipeline/measures.py` for gaps, for lines that are in the tables already.
"""

from collections.abc import Sequence

NOT_YET, BEFORE = "not-yet", "before"


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
            return year + _share(highest, value, level) * (later - year)
        year, highest = later, max(highest, value)
    return NOT_YET


def _share(low: float, high: float, level: float) -> float:
    return (level - low) / (high - low)
