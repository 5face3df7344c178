"""The claim checker's answer as JSON; never imports dash."""

from dataclasses import asdict

import orjson

from dashboard.formats.media import JSON
from dashboard.tables import Tables
from dashboard.text.checker import NumberError, check, check_sentence
from dashboard.text.passport import passport, source_line
from dashboard.text.subject import subject_of
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
