"""The records of the register as rows; never imports dash."""

from dashboard.catalogue.programmes import register
from dashboard.rows.sheet import Sheet
from dashboard.text.programmes import TERMS, UNITED_NATIONS, recorded, town, what
from dashboard.text.subject import Subject

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


def events_sheet(subject: Subject) -> Sheet:
    """A row a record of the view; `code` is its economy, empty where none is stated."""
    words = subject.words
    rows = [
        (
            event.id,
            event.economy,
            what(words, event),
            town(words, event),
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
        for event in recorded(subject.view)
    ]
    return Sheet(rows, HEADER)
