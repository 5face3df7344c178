"""The CSV face: the rows of an exhibit; never imports dash.

CSV is UTF-8 with a byte order mark, so that spreadsheets read names in every script.
"""

from dashboard.charts.registry import EXHIBITS
from dashboard.formats.csv import csv_text
from dashboard.formats.media import CSV
from dashboard.text.subject import Subject

MARK = "\ufeff"


def csv_face(name: str, subject: Subject) -> tuple[bytes, str]:
    """The rows of an exhibit with the names of their columns."""
    sheet = EXHIBITS[name].rows(subject)
    return (MARK + csv_text([sheet.header, *sheet.rows])).encode(), CSV
