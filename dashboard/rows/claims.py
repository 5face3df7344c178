"""The rows of the reports' claims beside today's numbers; never imports dash."""

from dashboard.catalogue.programmes import register
from dashboard.rows.sheet import Sheet
from dashboard.text.claims import besides, comparisons
from dashboard.text.programmes import TERMS, UNITED_NATIONS
from dashboard.text.subject import Subject

HEADER = (
    "id",
    "document",
    "paragraph",
    "name",
    "indicator",
    "place",
    "year",
    "measure",
    "printed",
    "printed_text",
    "reading",
    "today",
    "change",
    "verdict",
    "reason",
    "beside",
    "source",
    "licence",
)


def claims_sheet(subject: Subject) -> Sheet:
    """A row a claim of the reports, with today's number; what has no date stands at its report's year."""
    words = subject.words
    rows = [
        (
            one.claim.id,
            register().documents[one.claim.document].symbol,
            one.claim.paragraph,
            words(f"register.claims.{one.claim.id}.name"),
            one.claim.indicator,
            one.claim.place,
            one.claim.year or register().documents[one.claim.document].year,
            one.claim.measure,
            one.claim.printed,
            words(f"register.claims.{one.claim.id}.value"),
            one.claim.reading,
            one.today,
            one.change,
            one.verdict,
            one.claim.reason,
            "; ".join(besides(one.claim, subject.view, subject.tables)),
            f"{UNITED_NATIONS}: {register().documents[one.claim.document].symbol}",
            TERMS,
        )
        for one in comparisons(subject.tables)
    ]
    return Sheet(rows, HEADER)
