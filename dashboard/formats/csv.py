"""Rows as CSV, with cells that no spreadsheet runs as a formula; knows no chart."""

from collections.abc import Iterable, Sequence

FORMULA_STARTS = frozenset("=+-@\t\r")
QUOTED = frozenset(',"\r\n')


def csv_text(rows: Iterable[Sequence[object]]) -> str:
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
