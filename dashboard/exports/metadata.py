"""What describes a view to people and to machines: title, unit, sources, notes, coverage, citation.

Never imports dash.
"""

from typing import Any

import orjson

from dashboard.charts.captions import asked, caption, passport, quoted
from dashboard.charts.registry import EXHIBITS
from dashboard.formats.media import JSON
from dashboard.rows.sheet import Sheet
from dashboard.text.subject import Subject

# Who a row is about: its first column of these.
PLACES = ("code", "place")


def metadata_face(chart: str, subject: Subject) -> tuple[bytes, str]:
    """The description of a view's data as JSON."""
    return orjson.dumps(metadata(chart, subject)), JSON


def metadata(chart: str, subject: Subject) -> dict[str, Any]:
    """Title, sentence, unit, sources with licences, notes, coverage, data version and columns."""
    said, sheet = caption(chart, subject), EXHIBITS[chart].rows(subject)
    return {
        "chart": chart,
        "title": said.title,
        "subtitle": said.subtitle,
        "sentence": said.sentence,
        "link": said.link,
        "lang": subject.words.lang,
        "unit": units(subject, sheet),
        "notes": said.notes,
        "questions": [{"ask": ask, "answer": answer} for ask, answer in asked(chart, subject)],
        "citation": quoted(chart, subject),
        "data_version": subject.tables.version,
        "coverage": _coverage(sheet),
        "dimensions": sheet.header,
        "passport": passport(chart, subject, whole=True),
    }


def about(chart: str, subject: Subject, sheet: Sheet) -> dict[str, str]:
    """What a file says of its own data, as texts."""
    said = caption(chart, subject)
    return {
        "title": said.title,
        "subtitle": said.subtitle,
        "sentence": said.sentence,
        "unit": units(subject, sheet),
        "data version": subject.tables.version,
        "citation": quoted(chart, subject),
        "link": said.link,
    }


def units(subject: Subject, sheet: Sheet) -> str:
    """The units of the rows, that of the indicator first; none where rows have no unit."""
    if "unit" not in sheet.header:
        return ""
    place = sheet.header.index("unit")
    found = dict.fromkeys(str(row[place]) for row in sheet.rows)
    own = [subject.unit] if subject.unit in found or not found else []
    return "; ".join(dict.fromkeys([*own, *found]))


def _coverage(sheet: Sheet) -> dict[str, int | None]:
    """How many rows and places there are, and the years that they span."""
    years = {row[sheet.header.index("year")] for row in sheet.rows} - {None, ""}
    known = sorted(int(str(year)) for year in years)
    place = next(sheet.header.index(name) for name in PLACES if name in sheet.header)
    return {
        "rows": len(sheet.rows),
        "economies_and_groups": len({row[place] for row in sheet.rows}),
        "first_year": known[0] if known else None,
        "last_year": known[-1] if known else None,
    }
