"""The reports' claims as a table, and the claim checker's form and answer."""

from collections import Counter
from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.catalogue.claims import Claim, Quantity
from dashboard.components.fold import counted, fold
from dashboard.components.page import page_link
from dashboard.components.table import Cell, table
from dashboard.i18n import Words
from dashboard.ids import control
from dashboard.tables import Tables
from dashboard.text.checker import check, check_sentence
from dashboard.text.claims import (
    Comparison,
    besides,
    stated_today,
    subject_of_quantity,
    verdict,
)
from dashboard.text.passport import source_line
from dashboard.text.programmes import reference
from dashboard.text.quantities import counted_at
from dashboard.text.subject import Subject
from dashboard.text.written import NumberError
from dashboard.view import FIRST_YEAR, LAST_YEAR, LONGEST_NUMBER, View

HEADS = ("report", "claim", "printed", "today", "verdict")
# The verdicts in the order in which they are listed.
ORDER = ("confirmed", "revised", "blank", "not-comparable")


def claims_summary(words: Words, found: Sequence[Comparison]) -> Component:
    """How many claims stand, were revised, or cannot be compared."""
    counts = Counter(one.verdict for one in found)
    facts = {key.replace("-", "_"): words.number(counts[key]) for key in ORDER}
    said = words("pages.then_and_now.summary_counts", total=words.number(len(found)), **facts)
    return html.P(said, className="figure-sentence")


def claims_tables(
    words: Words, found: Sequence[Comparison], view: View, tables: Tables
) -> list[Component]:
    """A row a claim, each with a link to the view; those that cannot be compared are folded."""
    listed = sorted(found, key=lambda one: ORDER.index(one.verdict))
    able = [one for one in listed if one.verdict != ORDER[-1]]
    unable = listed[len(able) :]
    folded = counted(words, words(f"text.claims.verdicts.{ORDER[-1]}"), len(unable))
    return [
        _table(words, able, view, tables),
        *([fold(folded, _table(words, unable, view, tables))] if unable else []),
    ]


def _table(words: Words, listed: Sequence[Comparison], view: View, tables: Tables) -> Component:
    heads = [words(f"pages.then_and_now.columns.{name}") for name in HEADS]
    rows = [_row(words, one, view, tables) for one in listed]
    return table(
        words("pages.then_and_now.claims"), heads, rows, className="table data-table claims"
    )


def _row(words: Words, one: Comparison, view: View, tables: Tables) -> list[Cell]:
    claim, quantity = one.claim, one.claim.quantity
    said = {part: words(f"register.claims.{claim.id}.{part}") for part in ("name", "value")}
    name: Cell = said["name"]
    today = "–"
    judged = words("text.claims.verdicts.not-comparable")
    if quantity:
        subject = subject_of_quantity(quantity, view, tables)
        path, changes = _shown_at(quantity)
        name = page_link(said["name"], path, subject.view, **changes)
        today, judged = stated_today(subject, one), verdict(subject, one)
    return [
        reference(words, claim.document, claim.paragraph),
        name,
        said["value"],
        today,
        [
            html.Span(judged, className=f"claim-verdict is-{one.verdict}"),
            _explained(words, claim, besides(claim, view, tables)),
        ],
    ]


def _shown_at(quantity: Quantity) -> tuple[str, dict[str, object]]:
    """The page that shows today's number: what is counted has a page of its own."""
    if path := counted_at(quantity):
        return path, {"year": None}
    return "/trends", {}


def _explained(words: Words, claim: Claim, beside: Sequence[str]) -> Component:
    """Why a claim cannot be compared or was revised, and the numbers that stand beside it."""
    parts = []
    if claim.reason:
        parts.append(html.Div(words(f"text.claims.reasons.{claim.reason}")))
    if beside:
        parts.append(
            html.Div(
                [
                    html.Span(words("pages.then_and_now.beside"), className="claim-beside"),
                    html.Ul([html.Li(text) for text in beside]),
                ]
            )
        )
    return html.Div(parts, className="claim-reason")


def checker_fields(words: Words, view: View) -> list[Component]:
    """The year and the number that somebody claims."""
    year = dbc.Input(
        id=control("year"),
        type="number",
        min=FIRST_YEAR,
        max=LAST_YEAR,
        value=view.year,
        debounce=True,
        placeholder=words("controls.checker.latest"),
        class_name="control-year",
    )
    number = dbc.Input(
        id=control("number"),
        type="text",
        maxlength=LONGEST_NUMBER,
        value=view.number,
        debounce=True,
        placeholder="24.6",
        class_name="control-year",
    )
    fields = (("year", year), ("number", number))
    return [
        html.Label(
            [html.Span(words(f"controls.checker.{key}"), className="control-label"), field],
            className="control control-short",
        )
        for key, field in fields
    ]


def checker_answer(subject: Subject) -> Component:
    """The verdict on the view's number, with the source of the number it was compared with."""
    words = subject.words
    if not subject.view.number:
        return html.P(words("text.checker.ask"), className="figure-sentence", role="status")
    try:
        found = check(subject)
    except NumberError as error:
        return html.P(words(f"text.checker.{error}"), className="figure-sentence", role="status")
    link = page_link(words("pages.then_and_now.see"), "/trends", subject.view, number="")
    return html.Div(
        [
            html.P(
                check_sentence(subject, found),
                className=f"figure-sentence checker is-{found.verdict}",
                role="status",
            ),
            html.P(source_line(subject), className="figure-source"),
            html.P(link),
        ]
    )
