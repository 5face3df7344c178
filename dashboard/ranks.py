"""The one rule of rank, for the tables and for every page; imports nothing of the house.

The browser follows it in `frontend/src/ranking.js`; tests compare the two.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import NamedTuple

# A value counts in the ranking of its own year and of so many years after it.
MOST_AGE = 2


class Place(NamedTuple):
    """A place, the best is 1; among how many; and whether another economy has the same."""

    place: int
    ranked: int
    tied: bool


def counts(year: int, at: int) -> bool:
    """Whether a value of `year` counts in the ranking of the year `at`."""
    return 0 <= at - year <= MOST_AGE


def placed(values: Mapping[str, float], decimals: int, direction: str) -> dict[str, Place]:
    """The place of each economy among all of `values`.

    The best is the highest, or the lowest where the indicator's direction is down. Values that are
    equal as printed share a place, and the next ones follow after all of them.
    """
    sign = 1 if direction == "down" else -1
    scores = {code: sign * round(value, decimals) for code, value in values.items()}
    ordered = sorted(scores.values())
    found = {}
    for code, score in scores.items():
        better, not_worse = bisect_left(ordered, score), bisect_right(ordered, score)
        found[code] = Place(better + 1, len(ordered), not_worse - better > 1)
    return found
