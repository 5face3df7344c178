"""The pace of a series, and how far back-tests of it were off; imports numpy and the formulas.

A straight line in a transformed unit: logit for shares, log for prices and the like, else linear.
The slope is Theil and Sen's (the median of the slopes between all pairs), the range around it comes
from the errors of a back-test. See `docs/methods.md`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

import numpy as np

from dashboard.formulas import restored, transformed

LONGEST = 10  # observed values that a slope is taken from, at most
FEWEST = 5  # and at least
SPAN = 15  # years from the first to the last of them, at most
STEP = 5  # years that the back-test looks ahead
LATEST = 5  # newest years of an indicator that the back-test forecasts
RANGE = (0.1, 0.9)  # quantiles of the errors: 80 % lie between
FEWEST_ERRORS = 20  # with fewer forecasts an indicator has no range of its own


@dataclass(frozen=True, slots=True)
class History:
    """The values (`levels`) of one place: `years` rising, `observed` where nobody calls a value an estimate.

    `breaks` are the years with which a new series starts, `letter` is the status of the newest value.
    """

    years: tuple[int, ...]
    levels: tuple[float, ...]
    observed: tuple[bool, ...]
    breaks: frozenset[int] = frozenset()
    letter: str = "o"

    def since_break(self, until: int) -> list[tuple[int, float]]:
        """The observed values up to a year, from the last break on."""
        start = max((b for b in self.breaks if b <= until), default=0)
        rows = zip(self.years, self.levels, self.observed, strict=True)
        return [(y, v) for y, v, own in rows if own and start <= y <= until]


@dataclass(frozen=True, slots=True)
class Forecast:
    """A back-test's forecast: whose, how far, and the error in points and in slope."""

    place: str
    points: float
    slope: float


def theil_sen(points: Sequence[tuple[int, float]]) -> float:
    """The median of the slopes between all pairs of points, a year."""
    return float(median((b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(points, 2)))


def window(series: History, until: int) -> list[tuple[int, float]] | None:
    """The observed values a slope up to `until` is taken from, None if they are too few."""
    points = series.since_break(until)[-LONGEST:]
    points = [(year, value) for year, value in points if year >= points[-1][0] - SPAN]
    return points if len(points) >= FEWEST else None


def slope(points: Sequence[tuple[int, float]], scale: str) -> float:
    """The robust yearly change of the points in the transformed unit."""
    return theil_sen([(year, transformed(value, scale)) for year, value in points])


def forecasts(place: str, series: History, scale: str, newest: int) -> Iterator[Forecast]:
    """Fit up to five years before each of the newest years that are observed, and compare."""
    known = dict(series.since_break(newest))
    for year in range(newest - LATEST + 1, newest + 1):
        origin = year - STEP
        points = window(series, origin) if year in known and origin in known else None
        if not points:
            continue
        start = transformed(known[origin], scale)
        ahead = start + STEP * slope(points, scale)
        yield Forecast(
            place=place,
            points=known[year] - restored(ahead, scale),
            slope=(transformed(known[year], scale) - ahead) / STEP,
        )


def error_range(errors: Sequence[Forecast]) -> tuple[float, float]:
    """What to add to a slope for the low and the high one; the middle stays between them."""
    low, high = np.quantile([e.slope for e in errors], RANGE)
    return min(float(low), 0.0), max(float(high), 0.0)


def inside(errors: Sequence[Forecast]) -> float:
    """The share of forecasts inside the range made of the errors of other places.

    Places are split in two halves; each half is judged by the range of the other one.
    """
    places = sorted({e.place for e in errors})
    halves = [[e for e in errors if places.index(e.place) % 2 == k] for k in (0, 1)]
    if not all(halves):
        return float("nan")
    hits = 0
    for judged, other in (halves, halves[::-1]):
        low, high = error_range(other)
        hits += sum(low <= e.slope <= high for e in judged)
    return hits / len(errors)
