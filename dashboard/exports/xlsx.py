"""A view's data as a workbook: the data, what describes them, notes and licences.

Text is written as text, so nothing is run as a formula; numbers are numbers. Never imports dash.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from dashboard.exports.captions import caption, chart_sources
from dashboard.exports.media import XLSX
from dashboard.exports.sheets import SHEETS
from dashboard.tables import Tables
from dashboard.text.passport import citation
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View

WIDTHS = {"name": 28, "note": 40, "source": 50, "indicator": 22, "unit": 22}
WIDTH = 12
# Strings stay strings; a number that is none (never in the tables) would stop the export.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx_face(chart: str, view: View, tables: Tables) -> tuple[bytes, str]:
    """The workbook of a view: sheets data, metadata, notes and licence."""
    subject, sheet = subject_of(view, tables), SHEETS[chart](view, tables)
    file = BytesIO()
    with Workbook(file, OPTIONS) as book:
        bold = book.add_format({"bold": True})
        data = book.add_worksheet("data")
        data.write_row(0, 0, sheet.header, bold)
        for number, row in enumerate(sheet.rows, start=1):
            data.write_row(number, 0, row)
        for column, name in enumerate(sheet.header):
            data.set_column(column, column, WIDTHS.get(name, WIDTH))
        data.freeze_panes(1, 0)
        data.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.header) - 1)
        _write(book, "metadata", _metadata(chart, subject), bold)
        _write(book, "notes and licence", _notes(chart, subject), bold)
    return file.getvalue(), XLSX


def _write(book: Any, name: str, rows: Sequence[Sequence[str]], bold: Any) -> None:
    page = book.add_worksheet(name)
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    for number, (key, text) in enumerate(rows):
        page.write_string(number, 0, key, bold)
        page.write_string(number, 1, text)


def _metadata(chart: str, subject: Subject) -> list[tuple[str, str]]:
    said = caption(chart, subject)
    return [
        ("title", said.title),
        ("subtitle", said.subtitle),
        ("sentence", said.sentence),
        ("unit", subject.unit),
        ("data version", subject.tables.version),
        ("citation", citation(subject, chart_sources(chart, subject))),
        ("link", said.link),
    ]


def _notes(chart: str, subject: Subject) -> list[tuple[str, str]]:
    said, listed = caption(chart, subject), chart_sources(chart, subject)
    return [
        *((f"note {number}", note) for number, note in enumerate(said.notes, start=1)),
        *((source.publisher, f"{source.citation} ({source.licence})") for source in listed),
    ]
