"""Where people drop out, as a table: of an economy or of a group."""

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.catalogue.claims import Quantity
from dashboard.components.page import page_link
from dashboard.components.table import Cell, table
from dashboard.text.claims import stated_quantity
from dashboard.text.economy import region_of
from dashboard.text.reach import Step, steps
from dashboard.text.subject import Subject


def reach(subject: Subject, place: str) -> list[Component]:
    """A row a step, with its share and, where that is of all people, their number."""
    words = subject.words
    heads = [words(f"pages.reach.{key}") for key in ("step", "year", "share", "people")]
    rows = [_row(step, place) for step in steps(subject, place)]
    return [
        table(words("pages.reach.title"), heads, rows, numbers=(1, 2, 3)),
        html.P(words("pages.reach.note"), className="figure-source"),
    ]


def _row(step: Step, place: str) -> list[Cell]:
    one, words = step.subject, step.subject.words
    region = place if place in catalogue().groups else region_of(one)
    link = page_link(one.name, "/map", one.view, region=region)
    if step.year is None or step.value is None:
        return [link, "–", words("text.stated.none"), "–"]
    amount = "–"
    if step.people is not None:
        about = Quantity("amount", one.indicator.id, place, step.year)
        amount = stated_quantity(one, about, step.people)
    return [link, str(step.year), one.value(step.value), amount]
