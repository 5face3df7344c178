"""The data of every chart as a sheet, and the sheet as CSV; never imports dash.

CSV is UTF-8 with a byte order mark, so that spreadsheets read names in every script. Cells that a
spreadsheet would take for a formula are quoted.
"""

from collections.abc import Callable, Iterable

from dashboard.exports.availability import ages_sheet, availability_sheet
from dashboard.exports.change import change_sheet
from dashboard.exports.claim import claims_sheet
from dashboard.exports.media import CSV
from dashboard.exports.pace import pace_sheet
from dashboard.exports.panels import strip_sheet, together_sheet
from dashboard.exports.programmes import events_sheet
from dashboard.exports.ranking import ranking_sheet
from dashboard.exports.rows import Row, Sheet, gap_sheet, map_sheet, trend_sheet
from dashboard.exports.scatter import scatter_sheet
from dashboard.exports.scorecard import scorecard_sheet
from dashboard.exports.spread import spread_sheet
from dashboard.tables import Tables
from dashboard.view import View

MARK = "\ufeff"
FORMULA_STARTS = frozenset("=+-@\t\r")
QUOTED = frozenset(',"\r\n')

SHEETS: dict[str, Callable[[View, Tables], Sheet]] = {
    "map": map_sheet,
    "trend": trend_sheet,
    "gap": gap_sheet,
    "spread": spread_sheet,
    "availability": availability_sheet,
    "ages": ages_sheet,
    "pace": pace_sheet,
    "ranking": ranking_sheet,
    "change": change_sheet,
    "together": together_sheet,
    "strip": strip_sheet,
    "events": events_sheet,
    "timeline": events_sheet,
    "claims": claims_sheet,
    "scorecard": scorecard_sheet,
    "scatter": scatter_sheet,
}


def csv_face(chart: str) -> Callable[[View, Tables], tuple[bytes, str]]:
    """The function that makes the CSV face of one of `SHEETS`."""

    def face(view: View, tables: Tables) -> tuple[bytes, str]:
        sheet = SHEETS[chart](view, tables)
        return (MARK + csv_text([sheet.header, *sheet.rows])).encode(), CSV

    return face


def csv_text(rows: Iterable[Row]) -> str:
    """Rows as CSV by RFC 4180."""
    field = _Fields().__getitem__
    return "".join([",".join(map(field, row)) + "\r\n" for row in rows])


class _Fields(dict[object, str]):
    """Cells as they stand between two commas; a text that comes again is not written anew.

    Numbers are not kept, for 1 and 1.0 would be one key.
    """

    def __missing__(self, cell: object) -> str:
        if not isinstance(cell, str):
            return "" if cell is None else str(cell)
        text = str(safe(cell))
        self[cell] = text if QUOTED.isdisjoint(text) else '"' + text.replace('"', '""') + '"'
        return self[cell]


def safe(cell: object) -> object:
    """The cell; with an apostrophe before it if a spreadsheet would run it as a formula."""
    if isinstance(cell, str) and cell[:1] in FORMULA_STARTS:
        return f"'{cell}"
    return cell
