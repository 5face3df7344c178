"""What a line of the built tables holds: a value of one kind each; imports packing and doubts only."""

from dataclasses import dataclass, field

from dashboard.doubts import Doubt, GapDoubt
from dashboard.packing import Line

# The letters of status of a value of an economy's own: observed, estimated, not given.
OWN = "oen"
# And of all others: interpolated, carried forward, no value.
NOT_OWN = "ic."


@dataclass(frozen=True, slots=True)
class EconomySeries:
    """The values of one economy, aligned with the indicator's years (None: no value).

    `status` has a letter a year: o observed, n not given by the publisher, e estimated by the publisher,
    i filled by us by interpolation, c filled by us by carrying forward, . none; `sources` a letter a year that
    indexes the indicator's sources; `notes` maps a year to indexes of the indicator's notes; `packed` holds
    the same parts as they travel to the browser (see `dashboard/packing.py`). `excluded` maps a year to
    a published value that was left out, with the reason (a key of the words `marks`).
    """

    values: list[float | None]
    status: str
    sources: str
    notes: dict[str, list[int]]
    packed: Line
    excluded: dict[str, tuple[float, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GroupSeries:
    """The values of one group, aligned with the indicator's years.

    A value is None where data cover less than two thirds of the group's population; `coverage` is
    that share (0 to 1), `filled` the share of the weight that rests on values filled by us, `highest` and `lowest` index the indicator's economies. `doubts` has
    the parts of a `Doubt` by year, where members are modelled, `breaks` the places of members with a
    tenth of the weight whose series breaks, by year.
    """

    values: list[float | None]
    with_data: list[int]
    total: int
    coverage: list[float]
    filled: list[float]
    highest: list[int | None]
    lowest: list[int | None]
    doubts: dict[str, list[float | None]] = field(default_factory=dict)
    breaks: dict[str, list[int]] = field(default_factory=dict)

    def doubt(self, year: int) -> Doubt | None:
        """How sure the value of a year is, None where every member says its own."""
        parts = self.doubts.get(str(year))
        return Doubt(*parts) if parts else None  # type: ignore[arg-type]  # the share is a number


@dataclass(frozen=True, slots=True)
class PublishedSeries:
    """Group values as a publisher printed them in one edition: never spliced with ours."""

    values: list[float | None]
    edition: str
    source: str


@dataclass(frozen=True, slots=True)
class GapSeries:
    """The gap between a reference group (`higher`) and another (`lower`), aligned with the years.

    `points` = higher - lower in the indicator's unit, `ratio` = higher / lower, `logit` the log odds
    ratio (bounded shares only), `years_behind` a number of years or "not-yet" or "before"; `years`
    are the first and the last one with a gap; `economies` and `coverage` are those of the two
    groups in the last one; `doubts` has the parts of a `GapDoubt` by year, where members are modelled.
    """

    higher: list[float | None]
    lower: list[float | None]
    points: list[float | None]
    ratio: list[float | None]
    logit: list[float | None]
    years_behind: list[float | str | None]
    years: list[int]
    economies: list[int]
    coverage: list[float]
    doubts: dict[str, list[float | None]] = field(default_factory=dict)

    def doubt(self, year: int) -> GapDoubt | None:
        """How sure the gap of a year is, None where every member of both groups says its own."""
        parts = self.doubts.get(str(year))
        return GapDoubt(*parts) if parts else None


@dataclass(frozen=True, slots=True)
class SpreadSeries:
    """How unequal the economies of a group are, aligned with the indicator's years (None: unknown).

    `high`, `median` and `low` are of the economies with a value, of which there are `n`; `highest`
    and `lowest` index the indicator's economies. `gini`, `theil` and `theil_between` are weighted
    by population, of shares and rates only, and None where data cover less than two thirds of the
    population; what is not between the groups `parts` is within them.
    """

    high: list[float | None]
    median: list[float | None]
    low: list[float | None]
    n: list[int]
    highest: list[int | None]
    lowest: list[int | None]
    gini: list[float | None]
    theil: list[float | None]
    theil_between: list[float | None]
    parts: list[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """What an economy has, aligned with the indicators of the header (None: no value of its own).

    `latest` is value, year and status letter (o, n or e) of the newest value that is not filled by us.
    `ranks` gives, for every group that the economy belongs to, the place of that value and the
    number of economies ranked, by the rule of `dashboard.ranks`, in the year that the indicator's
    pages open with or, where that is later, the value's; None where it is too old. `peers` are the
    economies of the same region and income group that are nearest to it, by the rule in
    `docs/methods.md`.
    """

    latest: list[tuple[float, int, str] | None]
    ranks: dict[str, list[tuple[int, int] | None]]
    peers: list[str]


@dataclass(frozen=True, slots=True)
class Availability:
    """How many of a group's `members` have a value of their own, a list an indicator, a number a year.

    Indicators and years are those of the header.
    """

    members: int
    observed: list[list[int]]
    estimated: list[list[int]]
    not_given: list[list[int]] = field(default_factory=list)

    def parts(self) -> dict[str, list[list[int]]]:
        """The counts by status; tables that were built before 2026-11-29 know of two."""
        nowhere = [[0] * len(years) for years in self.observed]
        return {
            "observed": self.observed,
            "estimated": self.estimated,
            "not_given": self.not_given or nowhere,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """Where an economy or a group stands with a measure of a target.

    `value`, `year` and `status` are of the newest value of its own (a group: computed, "g").
    `verdict` is met, missed (the date has passed), on-track, off-track or cannot-say; `reason` then
    says why not (no-value: none at all, or none near a date that has passed; few-values, old, break,
    no-threshold, interval: it holds the threshold). `checkpoints` are the values nearest to, and
    at most one year from, the years of the header's `checkpoints`. `pace` is the yearly change over
    the years `window`, in the indicator's unit; `required` the yearly change from now to the date.
    `arrival` is the range of years (early, middle, late) in which the threshold is reached at the
    present pace, each None where it is not reached within the header's `horizon`; None where no
    projection is made. `fit` is what the projection is drawn from: origin year, value there, and the
    yearly slope (low, middle, high) in the transformed unit named by `scale` (linear, logit, log).
    `low` and `high` end a group's 80 % interval, None where it has none.
    """

    value: float | None
    year: int | None
    status: str
    verdict: str
    reason: str
    checkpoints: list[float | None]
    pace: float | None
    window: tuple[int, int] | None
    required: float | None
    arrival: tuple[int | None, int | None, int | None] | None
    fit: tuple[int, float, float, float, float] | None
    scale: str
    low: float | None = None
    high: float | None = None
