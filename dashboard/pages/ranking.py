"""The ranking page: who leads and who follows, with ties and with the age of every value."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.controls import (
    against_select,
    controls_bar,
    year_bar,
    years_inputs,
)
from dashboard.components.decks import page_deck
from dashboard.components.figure import figure
from dashboard.components.keys import key_list
from dashboard.components.page import page, page_link, read_view, scrolling, section
from dashboard.components.pickers import economies_picker, indicator_picker, region_picker
from dashboard.figures.keys import continent_keys, end_keys
from dashboard.i18n import Words, words
from dashboard.ids import Ids
from dashboard.ranks import MOST_AGE
from dashboard.text.ranking import ranking_sentence
from dashboard.text.subject import Subject, subject_of
from dashboard.text.titles import year_title
from dashboard.versions import tables_of
from dashboard.view import View

PATH = "/ranking"
NAME = "pages.ranking.name"
SLIDES = ("map", "scatter", "change")
COLUMNS = ("place", "economy", "value", "bar", "year", "status")


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    subject = subject_of(view, tables_of(view))
    return page(
        "ranking",
        query,
        view,
        controls_bar(
            chosen,
            indicator_picker(chosen, view),
            region_picker(chosen, view),
            economies_picker(chosen),
        ),
        _ranking(chosen, subject),
        page_deck(chosen, SLIDES),
        section(
            chosen,
            "pages.ranking.scatter",
            controls_bar(chosen, against_select(chosen, view), _swap(chosen, view)),
            figure("scatter", above=key_list(continent_keys(subject))),
        ),
        section(
            chosen,
            "pages.ranking.change",
            controls_bar(chosen, *years_inputs(chosen, view)),
            figure("change", above=key_list(end_keys(subject))),
        ),
    )


def _swap(chosen: Words, view: View) -> Component:
    """A link to the same view with the axes the other way round."""
    text = chosen("pages.ranking.swap")
    return page_link(text, PATH, view, "more", indicator=view.against, against=view.indicator)


def _ranking(chosen: Words, subject: Subject) -> Component:
    """The words of the year at arrival, and the heads; the browser fills the body, for any year."""
    at = subject.table.year_index(subject.view.year)
    heads = [
        html.Th(chosen(f"pages.ranking.columns.{name}"), scope="col", className=f"column-{name}")
        for name in COLUMNS
    ]
    empty = html.Table(
        html.Thead(html.Tr(heads)), id=Ids.RANKING, className="table data-table ranking-table"
    )
    return html.Section(
        [
            html.H2(
                year_title(subject, subject.table.years[at]),
                id=Ids.RANKING_TITLE,
                className="figure-title",
            ),
            html.P(
                ranking_sentence(subject, at),
                id=Ids.RANKING_SENTENCE,
                className="figure-sentence",
                role="status",
            ),
            year_bar(chosen, subject.view),
            html.P(id=Ids.RANKING_ORDER, className="figure-subtitle"),
            scrolling(empty, chosen("pages.ranking.label")),
            html.A(
                chosen("pages.ranking.download"),
                id=Ids.RANKING_DOWNLOAD,
                className="more",
                download="",
            ),
            html.P(id=Ids.RANKING_SOURCE, className="figure-source"),
            html.P(chosen("pages.ranking.rule", n=MOST_AGE), className="figure-source"),
        ],
        className="data ranking",
    )
