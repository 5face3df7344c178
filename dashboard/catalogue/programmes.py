"""The register of programmes: a selection of what five reports record, row by row.

Read on first use, for only some pages show it. Its words are in the language files, in the tables
`register.events`, `register.cities` and `register.figures`. Imports settings and the reader of rows.
"""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from dashboard.catalogue.load import CatalogueError, catalogue_rows
from dashboard.settings import CATALOGUE

SYMBOL_STATUSES = ("printed", "found", "unconfirmed", "incomplete")
STATUSES = ("held", "planned", "postponed", "undated")
REMARKS = (
    "place-not-stated",
    "place-inferred",
    "place-of-seat",
    "place-doubtful",
    "country-named",
    "region-not-town",
    "year-inferred",
    "date-inferred",
    "period-of-report",
    "period-of-programme",
    "online",
)
CAVEATS = (
    "date",
    "several-numbers",
    "not-exact",
    "cumulative",
    "scope-changed",
    "shares-add-up",
    "same-series",
    "report-dated",
)


@dataclass(frozen=True, slots=True)
class Document:
    """A report: its symbol, its year, and how the symbol is known.

    `symbol_status` is printed (in the text at hand), found (in other documents of the United
    Nations), unconfirmed, or incomplete (without its number).
    """

    id: str
    symbol: str
    year: int
    symbol_status: str


@dataclass(frozen=True, slots=True)
class Event:
    """A record of an activity, with the paragraph of the report that has it.

    `start` and `end` are as precise as the report: "2005", "2005-06" or "2005-06-30", or empty;
    `city` is the key of a town or a part of the country, empty where none is stated; `same_as` is the
    id of another record of the same activity, which then counts alone.
    """

    id: str
    document: str
    paragraph: int
    type: str
    status: str
    programme: str
    city: str
    economy: str
    start: str
    end: str
    point: tuple[float, float] | None
    remarks: tuple[str, ...]
    same_as: str

    @property
    def year(self) -> int:
        """The year that it began, or ended where only that is known."""
        return int((self.start or self.end)[:4])


@dataclass(frozen=True, slots=True)
class ProgrammeFigure:
    """A figure of a programme as it is printed, for a year or a period, with what limits it."""

    id: str
    document: str
    paragraph: int
    period: str
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """All records, figures and reports."""

    documents: dict[str, Document]
    events: tuple[Event, ...]
    figures: tuple[ProgrammeFigure, ...]

    @property
    def programmes(self) -> tuple[str, ...]:
        """The programmes that have records, in alphabetical order."""
        return tuple(sorted({event.programme for event in self.events}))

    @property
    def activities(self) -> tuple[str, ...]:
        """The types of activity, in alphabetical order."""
        return tuple(sorted({event.type for event in self.events}))


@cache
def register() -> Register:
    """The register of this installation, read once."""
    return load_register(CATALOGUE)


def load_register(folder: Path) -> Register:
    """Read the register's files; CatalogueError says what is wrong and where."""
    documents = {
        row["id"]: Document(**{**row, "year": int(row["year"])})  # type: ignore[arg-type]
        for row in catalogue_rows(folder / "documents.csv", _columns(Document))
    }
    columns = [name for name in _columns(Event) if name != "point"]
    place = columns.index("end") + 1
    rows = catalogue_rows(folder / "events.csv", (*columns[:place], "lat", "lon", *columns[place:]))
    events = tuple(
        sorted(map(_event, rows), key=lambda event: (event.start or event.end, event.id))
    )
    figures = tuple(
        ProgrammeFigure(
            **{**row, "paragraph": int(row["paragraph"]), "caveats": _list(row["caveats"])}  # type: ignore[arg-type]
        )
        for row in catalogue_rows(folder / "programme_figures.csv", _columns(ProgrammeFigure))
    )
    found = Register(documents, events, figures)
    _check(found)
    return found


def _columns(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _event(row: dict[str, str]) -> Event:
    lat, lon = row.pop("lat"), row.pop("lon")
    try:
        return Event(
            **{  # type: ignore[arg-type]
                **row,
                "paragraph": int(row["paragraph"]),
                "point": (float(lon), float(lat)) if lat else None,
                "remarks": _list(row["remarks"]),
            }
        )
    except ValueError as error:
        raise CatalogueError(f"events.csv: {row['id']} cannot be read: {error}.") from error


def _list(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)


def _check(found: Register) -> None:
    """Documents, records and figures are as they should be; CatalogueError names the one that is not."""
    for document in found.documents.values():
        if document.symbol_status not in SYMBOL_STATUSES:
            raise CatalogueError(f"documents.csv: {document.id} has an unknown status.")
    _check_events(found)
    if len({figure.id for figure in found.figures}) != len(found.figures):
        raise CatalogueError("programme_figures.csv: an id stands twice.")
    for figure in found.figures:
        if figure.document not in found.documents or set(figure.caveats) - set(CAVEATS):
            raise CatalogueError(f"programme_figures.csv: {figure.id} is not as it should be.")


def _check_events(found: Register) -> None:
    """Every record names a report, a status and remarks that exist; ids are there once."""
    known = {event.id for event in found.events}
    if len(known) != len(found.events):
        raise CatalogueError("events.csv: an id stands twice.")
    for event in found.events:
        if event.document not in found.documents:
            raise CatalogueError(f"events.csv: {event.id} is of an unknown document.")
        if event.status not in STATUSES or set(event.remarks) - set(REMARKS):
            raise CatalogueError(f"events.csv: {event.id} has an unknown status or remark.")
        if event.same_as and event.same_as not in known:
            raise CatalogueError(f"events.csv: {event.id} is the same as an unknown record.")
        if not (event.start or event.end):
            raise CatalogueError(f"events.csv: {event.id} has no date at all.")
