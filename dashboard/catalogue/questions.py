"""What the questions of indicators may be filled with, and what is wrong with them; imports the models.

The facts themselves are found in the tables by `dashboard/text/questions.py`.
"""

from collections.abc import Iterator

from dashboard.catalogue.models import Catalogue, Indicator, Question

# What each fact fills in, all of it from the newest values that are no one's but the economies' own.
FILLED: dict[str, frozenset[str]] = {
    "": frozenset(),
    "above": frozenset({"number", "total", "economy", "value", "year"}),
    "broken": frozenset({"economy", "year", "then", "start", "end", "reason"}),
    "broken-whole": frozenset({"year", "reason"}),
    "estimated": frozenset({"number", "total"}),
    "newest": frozenset({"year"}),
    "outlier": frozenset({"economy", "value", "year", "median"}),
    "reporting": frozenset({"number", "total", "years"}),
    "sides": frozenset({"above", "below"}),
    "widened": frozenset({"economy", "year", "then", "start", "end", "reason"}),
    "zeros": frozenset({"number", "total"}),
}
LIMITED = ("above", "outlier", "sides")
LEAST = 2


def question_faults(catalogue: Catalogue) -> Iterator[str]:
    """Questions that nobody asks, with an unknown fact or limit, or of indicators that they do not fit."""
    for question in catalogue.questions.values():
        where = f"questions.toml, {question.id}"
        if question.fact not in FILLED:
            yield f"{where}: fact is {question.fact!r} and must be one of {', '.join(filter(None, FILLED))}."
        if bool(question.limit) != (question.fact in LIMITED):
            yield f"{where}: a limit goes with the facts {', '.join(LIMITED)}, and with no other."
        if not any(question.id in one.questions for one in catalogue.indicators.values()):
            yield f"{where}: no indicator lists it."
    for indicator in catalogue.indicators.values():
        yield from _listed(indicator, catalogue)


def _listed(indicator: Indicator, catalogue: Catalogue) -> Iterator[str]:
    where = f"indicators.toml, {indicator.id}"
    if len(set(indicator.questions)) < max(LEAST, len(indicator.questions)):
        yield f"{where}: it must list {LEAST} questions or more, each once."
    for name in indicator.questions:
        question = catalogue.questions.get(name)
        if question is None:
            yield f"{where}: the question {name!r} is not in questions.toml."
        elif not _fits(question, indicator):
            yield f"{where}: the question {name!r} is not for its unit or aggregation."


def _fits(question: Question, indicator: Indicator) -> bool:
    units = question.units or (indicator.unit,)
    return indicator.unit in units and question.aggregation in ("", indicator.aggregation)
