"""A view's data as a workbook: the data, what describes them, notes and licences; never imports dash."""

from collections.abc import Iterable, Iterator

from dashboard.charts.registry import EXHIBITS
from dashboard.exports.metadata import about
from dashboard.formats.media import XLSX
from dashboard.formats.workbook import BOLD, WRAPPED, Page, workbook
from dashboard.text.subject import Subject

WIDTHS = {"name": 28, "note": 40, "source": 50, "indicator": 22, "unit": 22}
WIDTH = 12


def xlsx_face(chart: str, subject: Subject) -> tuple[bytes, str]:
    """The workbook of a view: sheets data, metadata, notes and licence."""
    sheet = EXHIBITS[chart].rows(subject)
    rtl = subject.words.direction == "rtl"
    widths = [WIDTHS.get(name, WIDTH) for name in sheet.header]
    pages = [
        Page("data", [sheet.header, *sheet.rows], widths, header=True, rtl=rtl),
        _described("metadata", about(chart, subject, sheet).items(), rtl=rtl),
        _described("notes and licence", _notes(chart, subject), rtl=rtl),
    ]
    return workbook(pages), XLSX


def _described(name: str, rows: Iterable[tuple[str, str]], *, rtl: bool) -> Page:
    """A sheet of keys and long texts."""
    return Page(name, list(rows), widths=(24, 100), styles=(BOLD, WRAPPED), rtl=rtl)


def _notes(chart: str, subject: Subject) -> Iterator[tuple[str, str]]:
    for number, note in enumerate(EXHIBITS[chart].notes(subject), start=1):
        yield f"note {number}", note
    for source in EXHIBITS[chart].sources(subject):
        yield source.publisher, f"{source.citation} ({source.licence})"
