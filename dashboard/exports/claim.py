"""The claim checker's answer as JSON; never imports dash."""

from dataclasses import asdict

import orjson

from dashboard.formats.media import JSON
from dashboard.tables import Tables
from dashboard.text.checker import check, check_sentence
from dashboard.text.passport import passport, source_line
from dashboard.text.subject import subject_of
from dashboard.text.written import NumberError
from dashboard.view import View, ViewError


def claim_json(view: View, tables: Tables) -> tuple[bytes, str]:
    """The verdict on the view's number, with the passport of the number it was compared with.

    ViewError if the number cannot be read for certain.
    """
    subject = subject_of(view, tables)
    try:
        found = check(subject)
    except NumberError as error:
        raise ViewError(subject.words(f"text.checker.{error}")) from error
    decimals = subject.indicator.decimals + 1
    body = {
        **asdict(found),
        "indicator": view.indicator,
        "written": view.number,
        "found": _rounded(found.found, decimals),
        "difference": _rounded(found.difference, decimals),
        "sentence": check_sentence(subject, found),
        "source_line": source_line(subject),
        "passport": passport(subject),
    }
    return orjson.dumps(body), JSON


def _rounded(number: float | None, decimals: int) -> float | None:
    """A number with a decimal more than is printed: the rest of a float says nothing."""
    return None if number is None else round(number, decimals)
