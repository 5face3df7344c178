"""The surveys that would count: which economies' data would bring a group value within reach; no figures.

A group value asks for two thirds of the people of a group. Where fewer are measured, the fewest new
surveys that would do are those of the most populous economies that are missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.catalogue import catalogue
from dashboard.series import OWN
from dashboard.tables import Tables, remembered
from dashboard.text.availability import core_indicators
from dashboard.text.subject import Subject, inhabited

NEEDED = 2 / 3
# A survey counts for so many years, unless the catalogue has another age at which values are shown.
MOST_AGE = 4
# Core codes of household surveys: what the Manual for measuring ICT access and use is about.
SURVEYED = "HH"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator that is measured for too few of a group's people.

    `since` is the first of the years that count, `share` that of the people whose economies have a
    value of their own in them, `missing` the fewest economies that would bring it to two thirds, the
    most populous first.
    """

    indicator: str
    since: int
    share: float
    missing: tuple[str, ...]


def wanted(subject: Subject) -> Iterator[Wanted]:
    """The indicators of household surveys that are short of two thirds, in the core list's order."""
    people = newest_people(subject.tables, inhabited(subject.view.region))
    total = sum(people.values())
    for indicator in core_indicators():
        if not indicator.core_code.startswith(SURVEYED):
            continue
        table = subject.tables.indicator(indicator.id)
        since = table.years[-1] - (indicator.max_age or MOST_AGE)
        known = measured_since(subject.tables, indicator.id, since) & people.keys()
        share = sum(people[code] for code in known) / total if total else 1.0
        if share < NEEDED:
            lacking = sorted(people.keys() - known, key=lambda code: (-people[code], code))
            yield Wanted(indicator.id, since, share, tuple(_fewest(lacking, people, share)))


def _fewest(lacking: list[str], people: dict[str, float], share: float) -> Iterator[str]:
    total = sum(people.values())
    for code in lacking:
        if share >= NEEDED:
            return
        share += people[code] / total
        yield code


# It reads every line of a table, and is the same for all regions.
@remembered(64)
def measured_since(tables: Tables, indicator: str, since: int) -> frozenset[str]:
    """The economies with a value of their own, in `since` or later."""
    table = tables.indicator(indicator)
    start = next((k for k, year in enumerate(table.years) if year >= since), len(table.years))
    series = ((code, table.economy(code)) for code in table.economies)
    return frozenset(code for code, one in series if one and set(one.status[start:]) & set(OWN))


@remembered(64)
def newest_people(tables: Tables, codes: tuple[str, ...]) -> dict[str, float]:
    """The newest population of each of the economies that have one."""
    table, found = tables.indicator(catalogue().roles.people), {}
    for code in codes:
        series = table.economy(code)
        known = [value for value in series.values if value] if series else []
        if known:
            found[code] = known[-1]
    return found
