"""The head of a region's page: the sentences that matter, and its headline numbers.

Imports text, words and the frame of a page.
"""

from collections.abc import Iterable, Iterator, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Source, catalogue
from dashboard.components.page import page_link
from dashboard.text.join import join
from dashboard.text.modelled import told_apart
from dashboard.text.passport import source_line, sources
from dashboard.text.region import (
    Standing,
    developed_sentence,
    gap_words,
    missing_sentence,
    movers_sentence,
    own_scheme,
    standing,
    standing_sentence,
)
from dashboard.text.subject import Subject
from dashboard.text.titles import year_title


def sentences(subject: Subject) -> Component:
    """Where the region stands, how far behind it is, who moved most and what is missing."""
    said = (standing_sentence(subject), developed_sentence(subject))
    also = (movers_sentence(subject), missing_sentence(subject))
    return html.Section(
        [
            *(html.P(text, className="region-sentence") for text in said if text),
            *_gap(subject),
            *(html.P(text, className="region-sentence") for text in also if text),
            html.P(source_line(subject), className="figure-source"),
        ],
        className="region-said",
    )


def _gap(subject: Subject) -> Iterator[Component]:
    """The gap of the tables, over which economies, and the way to its figure."""
    said, notes = gap_words(subject)
    if said:
        link = page_link(
            subject.words("pages.region.gap"),
            "/gap",
            subject.view,
            scheme=own_scheme(subject.view.region),
        )
        small = html.Small([join(subject.words, *notes), " ", link])
        yield html.P([said, " ", small], className="region-sentence")


def numbers(subject: Subject, indicators: Sequence[str]) -> list[Component]:
    """A card for each of these indicators with a value of the region, and the sources of all."""
    subjects = [subject.of(indicator=name) for name in indicators]
    shown = [one for one in subjects if standing(one, one.view.region)]
    if not shown:
        return []
    return [
        html.Div([_number(one) for one in shown], className="region-numbers"),
        html.P(source_line(subject, all_sources(shown)), className="figure-source"),
    ]


def all_sources(subjects: Iterable[Subject]) -> list[Source]:
    """The sources of several indicators, each once."""
    return list({source.id: source for one in subjects for source in sources(one)}.values())


def _number(subject: Subject) -> Component:
    words, view = subject.words, subject.view
    now = standing(subject, view.region)
    if now is None:
        return html.Article(className="region-number")
    against: list[Component] = []
    if now.other is not None and view.region != catalogue().world:
        against = [
            html.P(words("pages.region.world", value=subject.value(now.other))),
            html.P(_difference(subject, now)),
        ]
    scheme = own_scheme(view.region) or view.scheme
    return html.Article(
        [
            html.H3(year_title(subject, subject.table.years[now.place])),
            html.P(html.Strong(subject.value(now.value)), className="region-value"),
            *against,
            page_link(words("pages.region.over_time"), "/trends", view, scheme=scheme),
        ],
        className="region-number",
    )


def _difference(subject: Subject, now: Standing) -> str:
    value, other = now.value, now.other or 0.0
    if subject.number(value) == subject.number(other):
        return subject.words("pages.region.same")
    told = told_apart(subject, subject.view.region, catalogue().world, now.place)
    if told != "apart":
        return subject.words(f"pages.region.{told}")
    case = "more" if value > other else "less"
    return subject.words(
        f"pages.region.{case}", points=subject.points(subject.difference(value, other))
    )
