"""A value as it is stated in a table or a sentence: with its year, and how it came about."""

from dashboard.series import OWN, EconomySeries
from dashboard.text.hover import STATUS
from dashboard.text.subject import Subject

# Statuses that no sentence names; where one is not given, a note below the figure says so.
UNREMARKED = "on"


def stated(subject: Subject, value: float, year: int, letter: str = "o") -> str:
    """The value: "68.1% (2023)", "68.1% (2023, estimated)"; `letter` is a status of `EconomySeries`."""
    facts = {"value": subject.value(value), "year": year}
    if letter in UNREMARKED:
        return subject.words("text.stated.observed", **facts)
    status = subject.words(f"figures.status.{STATUS[letter]}")
    return subject.words("text.stated.other", **facts, status=status)


def own_place(series: EconomySeries) -> int | None:
    """The place of the newest value that is not filled by us, None if there is none."""
    places = [k for k, letter in enumerate(series.status) if letter in OWN]
    return places[-1] if places else None


def unstated(subject: Subject, series: EconomySeries | None, since: int | None = None) -> str:
    """Why there is nothing to state: "No value", or "No value since 2014"."""
    place = own_place(series) if series else None
    if place is None:
        return subject.words("text.stated.none")
    year = subject.table.years[place] if since is None else since
    return subject.words("text.stated.none_since", year=year)
