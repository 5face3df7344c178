"""The then-and-now page: what reports claimed beside today's tables, and a checker for any claim."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.claims import (
    checker_answer,
    checker_fields,
    claims_summary,
    claims_tables,
)
from dashboard.components.controls import controls_bar
from dashboard.components.page import page, read_view, section
from dashboard.components.pickers import economies_picker, indicator_picker, region_picker
from dashboard.components.table import table
from dashboard.i18n import Words, words
from dashboard.text.claims import comparisons
from dashboard.text.subject import subject_of
from dashboard.versions import tables_of

PATH = "/then-and-now"
NAME = "pages.then_and_now.name"
# What the authors of the reports asked for and no open data give, in the order of the reports.
ABSENT = ("plans", "strategies", "poorest", "by-income", "reliability")
MADE_FROM = ("indicator", "region", "economies", "year", "number")


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view and no claim to check."""
    view = read_view(query)
    chosen = words(view.lang)
    found = comparisons(tables_of(view))
    return page(
        "then_and_now",
        query,
        view,
        section(
            chosen,
            "pages.then_and_now.checker",
            controls_bar(
                chosen,
                indicator_picker(chosen, view),
                region_picker(chosen, view),
                economies_picker(chosen),
                *checker_fields(chosen, view),
            ),
            html.P(chosen("pages.then_and_now.place"), className="figure-source"),
            checker_answer(subject_of(view, tables_of(view))),
        ),
        section(
            chosen,
            "pages.then_and_now.claims",
            claims_summary(chosen, found),
            html.P(chosen("pages.then_and_now.rule"), className="figure-source"),
            *claims_tables(chosen, found, view, tables_of(view)),
        ),
        section(chosen, "pages.then_and_now.absent.title", _absent(chosen)),
        made_from=MADE_FROM,
    )


def _absent(chosen: Words) -> Component:
    """What was asked for and cannot be shown here, each with what it would need."""
    key = "pages.then_and_now.absent"
    rows = [[chosen(f"{key}.{one}.name"), chosen(f"{key}.{one}.needs")] for one in ABSENT]
    return table(chosen(f"{key}.title"), [chosen(f"{key}.what"), chosen(f"{key}.needed")], rows)
