"""The claim checker's answer and the reports' claims as JSON and as rows; never imports dash."""

from dataclasses import asdict

import orjson

from dashboard.catalogue.programmes import register
from dashboard.exports.media import JSON
from dashboard.exports.rows import Sheet
from dashboard.i18n import words
from dashboard.tables import Tables
from dashboard.text.checker import NumberError, check, check_sentence
from dashboard.text.claims import comparisons
from dashboard.text.passport import passport, source_line
from dashboard.text.programmes import TERMS, UNITED_NATIONS
from dashboard.text.subject import subject_of
from dashboard.view import View, ViewError

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
    "source",
    "licence",
)


def claim_json(view: View, tables: Tables) -> tuple[bytes, str]:
    """The verdict on the view's number, with the passport of the number it was compared with.

    ViewError if the number cannot be read for certain.
    """
    subject = subject_of(view, tables)
    try:
        found = check(subject)
    except NumberError as error:
        raise ViewError(subject.words(f"text.checker.{error}")) from error
    body = {
        **asdict(found),
        "indicator": view.indicator,
        "written": view.number,
        "difference": found.difference,
        "sentence": check_sentence(subject, found),
        "source_line": source_line(subject),
        "passport": passport(subject),
    }
    return orjson.dumps(body), JSON


def claims_sheet(view: View, tables: Tables) -> Sheet:
    """A row a claim of the reports, with today's number."""
    chosen = words(view.lang)
    rows = [
        (
            one.claim.id,
            register().documents[one.claim.document].symbol,
            one.claim.paragraph,
            chosen(f"register.claims.{one.claim.id}.name"),
            one.claim.indicator,
            one.claim.place,
            one.claim.year,
            one.claim.measure,
            one.claim.printed,
            chosen(f"register.claims.{one.claim.id}.value"),
            one.claim.reading,
            one.today,
            one.change,
            one.verdict,
            one.claim.reason,
            f"{UNITED_NATIONS}: {register().documents[one.claim.document].symbol}",
            TERMS,
        )
        for one in comparisons(tables)
    ]
    return Sheet(rows, HEADER)
