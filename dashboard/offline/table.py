"""The values of a figure as an HTML table, from the rows of its data files.

The table of the map has the columns of the data page, so that `frontend/src/table.js` keeps it at the year
that the slider shows.
"""

from collections.abc import Iterator
from html import escape

from dashboard.charts.listed import COLUMNS, Cells, listed
from dashboard.charts.registry import CHARTS
from dashboard.i18n import Words
from dashboard.ids import Ids
from dashboard.text.subject import Subject


def values_table(chart: str, subject: Subject) -> str:
    """The table, folded unless it is the map's."""
    heads, rows = listed(CHARTS[chart], subject)
    body = "".join(f"<tr>{_row(cells)}</tr>" for cells in rows)
    return _table(chart, subject.words, heads, body)


def map_table(words: Words) -> str:
    """The table of a map without its rows, for `frontend/src/table.js` to fill."""
    return _table("map", words, [words(f"pages.data.columns.{name}") for name in COLUMNS], "")


def _table(chart: str, words: Words, heads: Cells, body: str) -> str:
    name = escape(words("pages.data.table.label"))
    identity = f' id="{Ids.TABLE}"' if _is_sorted(chart) else ""
    opened = " open" if _is_sorted(chart) else ""
    return (
        f"<details{opened}><summary>{name}</summary>"
        f'<div class="data data-scroll" tabindex="0" role="region" aria-label="{name}">'
        f'<table{identity} class="table data-table">'
        f'<caption class="visually-hidden">{name}</caption>'
        f"<thead><tr>{''.join(_heads(chart, heads))}</tr></thead><tbody>{body}</tbody></table>"
        "</div></details>"
    )


def _is_sorted(chart: str) -> bool:
    """Whether a script keeps the table at the year of the map, and sorts it."""
    return bool(CHARTS[chart].every_year and CHARTS[chart].shapes)


def _heads(chart: str, heads: Cells) -> Iterator[str]:
    """The heads; those of the map are buttons that sort."""
    for name, text in zip((*COLUMNS, ""), heads, strict=False):
        if _is_sorted(chart):
            button = f'<button type="button">{escape(text)}</button>'
            yield f'<th scope="col" class="column-{name}" data-column="{name}">{button}</th>'
        else:
            yield f'<th scope="col">{escape(text)}</th>'


def _row(cells: Cells) -> str:
    first, *others = (escape(cell) for cell in cells)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others)
