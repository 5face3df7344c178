"""What every face of an exhibit carries: title, sentence, source, notes, the way back, the passport.

Never imports dash.
"""

from dataclasses import dataclass
from typing import Any

from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.figures import places
from dashboard.settings import settings
from dashboard.text import passport as passports
from dashboard.text.modelled import modelled_passport
from dashboard.text.notes import frame_notes
from dashboard.text.passport import source_line
from dashboard.text.questions import questions
from dashboard.text.subject import Subject

# So many indicators are asked about one by one; an exhibit of more is about none of them.
FEW = 4


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a figure; `source` names vintages and licences, `link` leads back.

    `held` are those of the notes that no copy of a map may go without.
    """

    title: str
    subtitle: str
    sentence: str
    source: str
    notes: tuple[str, ...]
    link: str
    held: tuple[str, ...] = ()


def caption(name: str, subject: Subject) -> Caption:
    """The caption of an exhibit, of its own subject."""
    exhibit = EXHIBITS[name]
    return Caption(
        exhibit.title(subject),
        exhibit.subtitle(subject),
        exhibit.sentence(subject),
        source_line(subject, exhibit.sources(subject)),
        tuple(exhibit.notes(subject)),
        link(name, subject),
        _held(name, subject),
    )


def _held(name: str, subject: Subject) -> tuple[str, ...]:
    if name not in CHARTS or CHARTS[name].shapes is None:
        return ()
    return tuple(frame_notes(subject.words, places.frame(subject.view.region)["notes"]))


def asked(name: str, subject: Subject) -> list[tuple[str, str]]:
    """Questions and answers about the indicator of an exhibit, or about each where it is of a few."""
    indicators = EXHIBITS[name].indicators
    about = indicators(subject) if indicators else [subject.indicator.id]
    each = [subject.of(indicator=one) for one in about] if len(about) <= FEW else []
    if len(each) == 1:
        return questions(each[0])
    return [
        (one.words("text.questions.of", name=one.name, ask=ask), answer)
        for one in each
        for ask, answer in questions(one)
    ]


def quoted(name: str, subject: Subject) -> str:
    """How to quote an exhibit."""
    return passports.citation(subject, EXHIBITS[name].sources(subject), _quoted_by(name, subject))


def _quoted_by(name: str, subject: Subject) -> str:
    """The title of what is quoted; empty for a map, whose year the browser moves: by its indicator."""
    is_map = name in CHARTS and CHARTS[name].is_map
    return "" if is_map else EXHIBITS[name].title(subject)


def passport(name: str, subject: Subject, *, whole: bool = False) -> dict[str, Any]:
    """What a reader needs to quote or to check the numbers of an exhibit.

    A `whole` one has all that is known of modelled members, and not their codes alone.
    """
    exhibit = EXHIBITS[name]
    compared = "scheme" in exhibit.parameters
    found = passports.passport(
        subject,
        exhibit.sources(subject),
        _quoted_by(name, subject),
        exhibit.indicators(subject) if exhibit.indicators else None,
        compared=compared,
    )
    groups = dict.fromkeys([subject.view.region, *(subject.compared if compared else ())])
    modelled = modelled_passport(subject, list(groups), whole=whole)
    return found | ({"modelled": modelled} if modelled else {})


def link(name: str, subject: Subject) -> str:
    """The address of the page that shows the same view."""
    query = EXHIBITS[name].fitting(subject.view).to_query(v="")
    return f"{settings().address}{EXHIBITS[name].page}{'?' if query else ''}{query}"


def chart_of(page: str) -> str:
    """The chart that stands for a page where a link to it is previewed, "" if none does."""
    return next((name for name, chart in CHARTS.items() if page in chart.stands_for), "")


def first_on(page: str) -> str:
    """The chart whose words a page arrives with, "" if it is filled in the browser."""
    return next((name for name, chart in CHARTS.items() if page in chart.opens), "")
