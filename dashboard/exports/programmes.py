"""The records of the register as rows; never imports dash."""

from dashboard.catalogue.programmes import register
from dashboard.exports.rows import Sheet
from dashboard.i18n import words
from dashboard.tables import Tables
from dashboard.text.programmes import TERMS, UNITED_NATIONS, recorded, town, what
from dashboard.view import View

HEADER = (
    "id",
    "code",
    "name",
    "city",
    "year",
    "start",
    "end",
    "type",
    "status",
    "programme",
    "lat",
    "lon",
    "document",
    "paragraph",
    "remarks",
    "same_as",
    "source",
    "licence",
)


def events_sheet(view: View, _: Tables) -> Sheet:
    """A row a record of the view; `code` is its economy, empty where none is stated."""
    chosen = words(view.lang)
    rows = [
        (
            event.id,
            event.economy,
            what(chosen, event),
            town(chosen, event),
            event.year,
            event.start,
            event.end,
            event.type,
            event.status,
            event.programme,
            event.point[1] if event.point else None,
            event.point[0] if event.point else None,
            register().documents[event.document].symbol,
            event.paragraph,
            ";".join(event.remarks),
            event.same_as,
            f"{UNITED_NATIONS}: {register().documents[event.document].symbol}",
            TERMS,
        )
        for event in recorded(view)
    ]
    return Sheet(rows, HEADER)
