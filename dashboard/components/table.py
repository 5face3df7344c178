"""Tables of a page: real HTML tables that scroll inside the page where the screen is narrow.

Imports nothing of the dashboard but the frame of a page.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.page import scrolling

Cell = Component | str | Sequence[Component | str]


def table(
    label: str,
    heads: Sequence[Cell],
    rows: Iterable[Sequence[Cell]],
    numbers: Collection[int] = (),
    **properties: Any,
) -> Component:
    """A table with one head a column; the first cell of a row is its head.

    A row of one cell is the head of the rows below it.
    `label` names it to those who cannot see it; `numbers` are the columns whose digits stand under
    each other.
    """
    classes = ["column-value" if k in numbers else "" for k in range(len(heads))]
    head = html.Tr([html.Th(c, scope="col", className=classes[k]) for k, c in enumerate(heads)])
    body = [_row(row, classes) for row in rows]
    named = {"className": "table data-table", **properties}
    return scrolling(html.Table([html.Thead(head), html.Tbody(body)], **named), label)


def _row(row: Sequence[Cell], classes: Sequence[str]) -> Component:
    if len(row) == 1 < len(classes):
        return html.Tr(html.Th(row[0], scope="rowgroup", colSpan=len(classes)))
    return html.Tr([_cell(cell, k, classes[k]) for k, cell in enumerate(row)])


def _cell(cell: Cell, column: int, class_name: str) -> Component:
    if column:
        return html.Td(cell, className=class_name)
    return html.Th(cell, scope="row", className=class_name)
