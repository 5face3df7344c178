"""How sure values of groups and gaps are in which silent members are modelled; imports nothing of ours.

The parts are those of the served lines, see `dashboard/tables.py`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """How sure a group value is in a year in which silent members are modelled.

    `low` and `high` end the interval that holds the true value in 80 of 100 cases, `share_modelled` is
    the share of the weight that is modelled (0 to 1), `own_value` the value of the members that have
    one, `carried_value` the value with the last own values of the silent. Where too much is modelled
    for a value, only the share is there.
    """

    low: float | None
    high: float | None
    share_modelled: float
    own_value: float | None
    carried_value: float | None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Both ends, None where too much is modelled for a value."""
        return None if self.low is None or self.high is None else (self.low, self.high)


@dataclass(frozen=True, slots=True)
class GapDoubt:
    """The ends of 80 % intervals of a gap in a year: of both groups, in points and in years behind."""

    higher_low: float | None
    higher_high: float | None
    lower_low: float | None
    lower_high: float | None
    points_low: float | None
    points_high: float | None
    years_behind_low: float | None
    years_behind_high: float | None

    @property
    def parts_from_nought(self) -> bool:
        """Whether the interval of the gap leaves out nought: only then one of the two is ahead."""
        if self.points_low is None or self.points_high is None:
            return True
        return self.points_low > 0 or self.points_high < 0


@dataclass(frozen=True, slots=True)
class ModelledSeries:
    """What stands for an economy inside groups, in the years in which it has no value of its own.

    `low` and `high` end 80 % intervals, `basis` says how each value was made (see `modelled` in
    tables.toml), `last_own_year` is that of its last own value up to then. No observations: they are
    for values of groups only.
    """

    years: list[int]
    values: list[float]
    low: list[float]
    high: list[float]
    basis: list[str]
    last_own_year: list[int | None]
