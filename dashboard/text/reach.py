"""Where people drop out: in reach of a network, on line, on line every day, skilled; no figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.catalogue import catalogue
from dashboard.series import OWN
from dashboard.text.quantities import amount_at
from dashboard.text.subject import Subject


@dataclass(frozen=True, slots=True)
class Step:
    """How many of a place's people an indicator counts, in its newest year; None where nobody knows.

    Of an economy the newest year with a value of its own, as in its scorecard: none that was filled.
    `people` is the share times the population, None for surveys of people of certain ages: their
    shares are not of the whole population.
    """

    subject: Subject
    year: int | None
    value: float | None
    people: float | None


def steps(subject: Subject, place: str) -> Iterator[Step]:
    """The steps of the catalogue for an economy or a group, the widest circle first.

    The last is the first skill of the ladder that has a value, as on the economy page.
    """
    roles = catalogue().roles
    for indicator in roles.reach:
        yield _step(subject.of(indicator=indicator), place)
    *_, last = roles.ladder.values()
    skills = [_step(subject.of(indicator=one), place) for one in last]
    yield next((one for one in skills if one.value is not None), skills[0])


def _step(one: Subject, place: str) -> Step:
    table = one.table
    economy = table.economy(place)
    line = economy or table.group(place)
    known = [
        k
        for k, value in enumerate(line.values if line else ())
        if value is not None and (economy is None or economy.status[k] in OWN)
    ]
    if line is None or not known:
        return Step(one, None, None, None)
    year, whole = table.years[known[-1]], one.indicator.aggregation == "share"
    people = amount_at(one.tables, one.indicator.id, place, year) if whole else None
    return Step(one, year, line.values[known[-1]], people)
