"""Who is where: the ranking of a year, with ties and with the age of each value; no figures.

By the rule of `dashboard.ranks`: each economy's newest value of its own (observed or estimated)
counts. One that is too old is listed without a place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.collation import collated
from dashboard.ranks import counts, placed
from dashboard.series import OWN
from dashboard.text.join import join
from dashboard.text.sentences import name_with
from dashboard.text.stated import stated
from dashboard.text.subject import Subject, frame_series


@dataclass(frozen=True, slots=True)
class Ranked:
    """An economy in a ranking; `place` is None where the value is too old to be compared."""

    economy: str
    value: float
    year: int
    letter: str
    place: int | None
    tied: bool


def ranking(subject: Subject, at: int) -> list[Ranked]:
    """The economies of the region for the year at place `at`, the best first, older values last."""
    table, indicator = subject.table, subject.indicator
    found = {}
    for code, series in frame_series(table, subject.in_frame()).items():
        own = [k for k in range(at + 1) if series.status[k] in OWN]
        if own:
            value = series.values[own[-1]] or 0.0
            found[code] = (code, value, table.years[own[-1]], series.status[own[-1]])
    fresh = {code: one[1] for code, one in found.items() if counts(one[2], table.years[at])}
    places = placed(fresh, indicator.decimals, indicator.direction)
    listed = [Ranked(*found[code], one.place, one.tied) for code, one in places.items()]
    older = [Ranked(*one, None, tied=False) for code, one in found.items() if code not in fresh]
    return [
        *sorted(_by_name(subject, listed), key=lambda one: one.place or 0),
        *sorted(_by_name(subject, older), key=lambda one: -one.year),
    ]


def _by_name(subject: Subject, found: list[Ranked]) -> list[Ranked]:
    """In the order of the economies' names: whoever shares a place or a year stands by name."""
    return collated(subject.words.lang, found, lambda one: subject.words.economy(one.economy))


def ranking_sentence(subject: Subject, at: int) -> str:
    """Who is first and who is last, how many are ranked, and where highlighted economies are."""
    listed = ranking(subject, at)
    fresh = [one for one in listed if one.place is not None]
    year = subject.table.years[at]
    if not fresh:
        return subject.words("controls.browser.ranked_none", year=year)
    first, last = fresh[0], fresh[-1]
    facts = {
        "year": year,
        "first": _named(subject, fresh, first),
        "high": _stated(subject, first),
    }
    if len(fresh) == 1:
        said = subject.words("controls.browser.ranked_alone", **facts)
    else:
        said = subject.words(
            "controls.browser.ranked",
            **facts,
            number=subject.words.number(len(fresh)),
            last=_named(subject, fresh, last),
            low=_stated(subject, last),
        )
    return join(subject.words, said, *_highlighted(subject, listed))


def _named(subject: Subject, fresh: Sequence[Ranked], one: Ranked) -> str:
    """The first by name of those that share a place, and how many others do."""
    sharing = [other for other in fresh if other.place == one.place]
    return name_with(subject, subject.words.economy(sharing[0].economy), len(sharing) - 1)


def _stated(subject: Subject, one: Ranked) -> str:
    return stated(subject, one.value, one.year, one.letter)


def _highlighted(subject: Subject, listed: Sequence[Ranked]) -> list[str]:
    places = {one.economy: one.place for one in listed}
    return [
        subject.words(
            "controls.browser.ranked_at",
            name=subject.words.economy(code),
            place=subject.words.number(place),
        )
        for code in subject.view.economies
        if (place := places.get(code))
    ]
