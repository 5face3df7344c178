"""Who is where: the ranking of a year, with ties and with the age of each value; no figures.

The ranking of a year takes each economy's newest value of its own (observed or estimated) of that
year or of at most two years before. Older values are listed without a place. The browser follows
the same rule (`frontend/src/ranking.js`); a test compares the two.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.collation import collated
from dashboard.text.join import join
from dashboard.text.sentences import with_others
from dashboard.text.stated import stated
from dashboard.text.subject import Subject, frame_series

MOST_AGE = 2


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
    """The economies of the region for the year at place `at`, the best first, older values last.

    Best is the highest value, or the lowest where the indicator's direction is down. Values that
    are equal as printed share a place, and the next ones follow after all of them.
    """
    table, decimals = subject.table, subject.indicator.decimals
    sign = 1 if subject.indicator.direction == "down" else -1
    found = []
    for code, series in frame_series(table, subject.in_frame()).items():
        own = [k for k in range(at + 1) if series.status[k] in "oe"]
        if own:
            value = series.values[own[-1]] or 0.0
            found.append((code, value, table.years[own[-1]], series.status[own[-1]]))
    fresh = [one for one in found if table.years[at] - one[2] <= MOST_AGE]
    scores = [sign * round(value, decimals) for _, value, _, _ in fresh]
    ranked = [
        Ranked(*one, 1 + sum(other < score for other in scores), scores.count(score) > 1)
        for one, score in zip(fresh, scores, strict=True)
    ]
    older = [Ranked(*one, None, tied=False) for one in found if one not in fresh]
    return [
        *sorted(_by_name(subject, ranked), key=lambda one: one.place or 0),
        *sorted(_by_name(subject, older), key=lambda one: -one.year),
    ]


def _by_name(subject: Subject, found: list[Ranked]) -> list[Ranked]:
    """In the order of the economies' names: whoever shares a place or a year stands by name."""
    return collated(subject.words.lang, found, lambda one: subject.words.economy(one.economy))


def ranking_sentence(subject: Subject, at: int) -> str:
    """Who is first and who is last, how many are ranked, and where highlighted economies are."""
    ranked = ranking(subject, at)
    placed = [one for one in ranked if one.place is not None]
    year = subject.table.years[at]
    if not placed:
        return subject.words("controls.browser.ranked_none", year=year)
    first, last = placed[0], placed[-1]
    said = subject.words(
        "controls.browser.ranked",
        n=len(placed),
        number=subject.words.number(len(placed)),
        year=year,
        first=_named(subject, placed, first),
        high=_stated(subject, first),
        last=_named(subject, placed, last),
        low=_stated(subject, last),
    )
    return join(subject.words, said, *_highlighted(subject, ranked))


def _named(subject: Subject, placed: Sequence[Ranked], one: Ranked) -> str:
    """The first by code of those that share a place, and how many others do."""
    sharing = [other for other in placed if other.place == one.place]
    return with_others(subject, sharing[0].economy, len(sharing) - 1)


def _stated(subject: Subject, one: Ranked) -> str:
    return stated(subject, one.value, one.year, one.letter)


def _highlighted(subject: Subject, ranked: Sequence[Ranked]) -> list[str]:
    places = {one.economy: one.place for one in ranked}
    return [
        subject.words(
            "controls.browser.ranked_at",
            name=subject.words.economy(code),
            place=subject.words.number(place),
        )
        for code in subject.view.economies
        if (place := places.get(code))
    ]
