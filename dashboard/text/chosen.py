"""The highlighted economies in words: in the title, and each with its value; no figures.

`frontend/src/chosen.js` says the same where years pass in the browser.
"""

from collections.abc import Callable, Collection, Sequence

from dashboard.text.join import join
from dashboard.text.sentences import map_words, name_with
from dashboard.text.stated import stated
from dashboard.text.subject import Subject, value_place

# More than these are counted in a title, and have their values in the figure only.
MOST_NAMED = 3


Title = Callable[[Subject], str]


def chosen_names(subject: Subject, codes: Sequence[str]) -> str:
    """The names: "Kiribati and Fiji", "Kiribati and 3 others"; "" if there is none."""
    names = [subject.words.economy(code) for code in codes]
    if len(names) > MOST_NAMED:
        return name_with(subject, names[0], len(names) - 1)
    return subject.words.listed(names) if names else ""


def _framed(subject: Subject) -> list[str]:
    """The highlighted economies that the region has: a map shows no others."""
    return [code for code in subject.view.economies if code in subject.in_frame()]


def of_chosen(title: Title) -> Title:
    """A title that begins with the highlighted economies: "Kiribati: Internet use, % of people"."""
    return lambda subject: _titled(subject, subject.view.economies, title(subject))


def of_framed(title: Title) -> Title:
    """The same, with those in the region alone."""
    return lambda subject: _titled(subject, _framed(subject), title(subject))


def _titled(subject: Subject, codes: Sequence[str], title: str) -> str:
    names = chosen_names(subject, codes)
    return (
        subject.words("controls.browser.chosen_title", names=names, title=title) if names else title
    )


def lacking(subject: Subject, chart: str, known: Collection[str]) -> str:
    """Which of the highlighted economies a chart of the `known` cannot show; "" if none."""
    names = [subject.words.economy(code) for code in _framed(subject) if code not in known]
    said = subject.words.listed(names) if names else ""
    return subject.words(f"text.{chart}.lacking", names=said) if said else ""


def chosen_at(subject: Subject, at: int) -> str:
    """What the map of the year at place `at` shows of the first highlighted economies, one by one."""
    return join(subject.words, *(_at(subject, code, at) for code in _framed(subject)[:MOST_NAMED]))


def chosen_map_words(subject: Subject) -> str:
    """What the map of the view's year shows: of the highlighted economies, then of the region."""
    at = subject.table.year_index(subject.view.year)
    return join(subject.words, chosen_at(subject, at), map_words(subject))


def _at(subject: Subject, code: str, at: int) -> str:
    name, series, years = (
        subject.words.economy(code),
        subject.table.economy(code),
        subject.table.years,
    )
    place = value_place(series, years, at, subject.indicator.max_age) if series else None
    if series is None or place is None:
        return subject.words("controls.browser.chosen_none", name=name, year=years[at])
    value = stated(subject, series.values[place] or 0.0, years[place], series.status[place])
    return subject.words("controls.browser.chosen_at", name=name, value=value)
