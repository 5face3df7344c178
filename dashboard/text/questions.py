"""Questions about an indicator with their answers, filled in from its table; no figures.

A fact is a function that finds in the table what fills an answer, or None where it is not so: then
nothing is asked. Values that we filled in count nowhere.
"""

from collections.abc import Callable, Mapping
from statistics import median

from dashboard.catalogue import Mark, catalogue
from dashboard.catalogue.models import BREAK, SCOPE_WIDENED, Question
from dashboard.series import NOT_OWN, OWN, EconomySeries
from dashboard.tables import IndicatorTable, remembered
from dashboard.text.subject import Subject, inhabited
from dashboard.text.titles import years_words

Filled = Mapping[str, str] | None
# The newest value of an economy: its value, year, letter of status and code.
Newest = tuple[float, int, str, str]


def questions(subject: Subject) -> list[tuple[str, str]]:
    """The questions that hold for the indicator, each with its answer."""
    found = []
    for name in subject.indicator.questions:
        question = catalogue().questions[name]
        filled = FACTS[question.fact](subject, question)
        if filled is not None:
            ask = subject.words(f"questions.{name}.ask", **filled)
            found.append((ask, subject.words(f"questions.{name}.answer", **filled)))
    return found


# Most answers to the questions about an indicator ask for it.
@remembered(8)
def _newest(table: IndicatorTable) -> list[Newest]:
    """The newest value of its own of each inhabited economy that has one."""
    found = []
    for code in inhabited(catalogue().world):
        series = table.economy(code)
        place = _last_own(series, len(table.years)) if series else None
        if series and place is not None:
            value, status = series.values[place], series.status[place]
            if value is not None:
                found.append((value, table.years[place], status, code))
    return found


def _last_own(series: EconomySeries, before: int) -> int | None:
    """The place of the last value before a place that is not filled by us."""
    known = series.status[:before].rstrip(NOT_OWN)
    return len(known) - 1 if known else None


def _nothing(_: Subject, __: Question) -> Filled:
    return {}


def _above(subject: Subject, question: Question) -> Filled:
    """How many newest values lie above the limit, and the highest."""
    found = _newest(subject.table)
    above = [one for one in found if one[0] > question.limit]
    return (
        {**_counted(subject, len(above), len(found)), **_highest(subject, found)} if above else None
    )


def _outlier(subject: Subject, question: Question) -> Filled:
    """The highest of the newest values, where it is `limit` times their median or more."""
    found = _newest(subject.table)
    middle = median(value for value, *_ in found) if found else 0
    if not found or max(found)[0] < question.limit * middle:
        return None
    return {**_highest(subject, found), "median": subject.value(middle)}


def _highest(subject: Subject, found: list[Newest]) -> dict[str, str]:
    value, year, _, code = max(found, key=lambda one: one[0])
    economy = subject.words.economy(code)
    return {"economy": economy, "value": subject.value(value), "year": str(year)}


def _zeros(subject: Subject, _: Question) -> Filled:
    found = _newest(subject.table)
    zeros = [one for one in found if one[0] == 0]
    return _counted(subject, len(zeros), len(found)) if zeros else None


def _estimated(subject: Subject, _: Question) -> Filled:
    found = _newest(subject.table)
    estimated = [one for one in found if one[2] == "e"]
    return _counted(subject, len(estimated), len(found)) if estimated else None


def _counted(subject: Subject, number: int, total: int) -> dict[str, str]:
    return {"number": subject.words.number(number), "total": subject.words.number(total)}


def _reporting(subject: Subject, _: Question) -> Filled:
    """How many economies have a value, of all, and of which years their newest ones are."""
    years = [year for _, year, *_ in _newest(subject.table)]
    if not years:
        return None
    counted = _counted(subject, len(years), len(inhabited(catalogue().world)))
    return {**counted, "years": years_words(subject.words, min(years), max(years))}


def _year(subject: Subject, _: Question) -> Filled:
    years = [year for _, year, *_ in _newest(subject.table)]
    return {"year": str(max(years))} if years else None


def _sides(subject: Subject, question: Question) -> Filled:
    """How many newest values lie on either side of the limit, as they are printed."""
    values = [round(value, subject.indicator.decimals) for value, *_ in _newest(subject.table)]
    above = sum(value > question.limit for value in values)
    below = sum(value < question.limit for value in values)
    number = subject.words.number
    return {"above": number(above), "below": number(below)} if values else None


def _broken(kind: str) -> Callable[[Subject, Question], Filled]:
    """A fact: the widest step over a mark of this kind, with the mark's reason."""

    def fact(subject: Subject, _: Question) -> Filled:
        marks = [m for m in _marks(subject, kind) if m.economy]
        steps = [(mark, step) for mark in marks if (step := _step(subject, mark))]
        if not steps:
            return None
        mark, (then, start, end) = max(steps, key=lambda one: abs(one[1][2] - one[1][1]))
        return {
            "economy": subject.words.economy(mark.economy),
            "year": str(mark.year),
            "then": str(then),
            "start": subject.value(start),
            "end": subject.value(end),
            "reason": subject.words(f"marks.{mark.reason}"),
        }

    return fact


def _step(subject: Subject, mark: Mark) -> tuple[int, float, float] | None:
    """The year and the value before a mark, and the value from which on it holds."""
    table, series = subject.table, subject.table.economy(mark.economy)
    if series is None or mark.year not in table.years:
        return None
    place = table.years.index(mark.year)
    before = _last_own(series, place)
    if before is None or series.status[place] not in OWN:
        return None
    start, end = series.values[before], series.values[place]
    return (table.years[before], start, end) if start is not None and end is not None else None


def _broken_whole(subject: Subject, _: Question) -> Filled:
    """The last year in which the whole indicator breaks."""
    marks = [mark for mark in _marks(subject, BREAK) if not mark.economy]
    if not marks:
        return None
    mark = max(marks, key=lambda one: one.year)
    return {"year": str(mark.year), "reason": subject.words(f"marks.{mark.reason}")}


def _marks(subject: Subject, kind: str) -> list[Mark]:
    return [m for m in catalogue().marks if m.indicator == subject.indicator.id and m.kind == kind]


FACTS: Mapping[str, Callable[[Subject, Question], Filled]] = {
    "": _nothing,
    "above": _above,
    "broken": _broken(BREAK),
    "broken-whole": _broken_whole,
    "estimated": _estimated,
    "newest": _year,
    "outlier": _outlier,
    "reporting": _reporting,
    "sides": _sides,
    "widened": _broken(SCOPE_WIDENED),
    "zeros": _zeros,
}
