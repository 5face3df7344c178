"""The ranking page: who leads and who follows, with ties and with the age of every value."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.controls import controls_bar, year_bar
from dashboard.components.figure import figure
from dashboard.components.page import page, read_view, scrolling, section
from dashboard.components.pickers import economies_picker, indicator_picker, region_picker
from dashboard.i18n import Words, words
from dashboard.ids import Ids
from dashboard.tables import tables
from dashboard.text.ranking import MOST_AGE, ranking_sentence
from dashboard.text.subject import Subject, subject_of
from dashboard.text.titles import year_title

PATH = "/ranking"
NAME = "pages.ranking.name"
COLUMNS = ("place", "economy", "value", "bar", "year", "status")


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    subject = subject_of(view, tables())
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
        section(chosen, "pages.ranking.change", figure("change")),
    )


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
            html.P(chosen("pages.ranking.rule", n=MOST_AGE), className="figure-subtitle"),
            html.P(id=Ids.RANKING_ORDER, className="figure-subtitle"),
            scrolling(empty, chosen("pages.ranking.label")),
            html.A(
                chosen("pages.ranking.download"),
                id=Ids.RANKING_DOWNLOAD,
                className="more",
                download="",
            ),
            html.P(id=Ids.RANKING_SOURCE, className="figure-source"),
        ],
        className="data ranking",
    )
