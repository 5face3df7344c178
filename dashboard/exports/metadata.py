"""What describes a view to people and to machines: title, unit, sources, notes, coverage, citation.

Never imports dash.
"""

from typing import Any

import orjson

from dashboard.exports.captions import caption, chart_sources
from dashboard.exports.media import JSON
from dashboard.exports.sheets import SHEETS
from dashboard.tables import Tables
from dashboard.text.passport import citation, passport
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View


def metadata_face(chart: str, view: View, tables: Tables) -> tuple[bytes, str]:
    """The description of a view's data as JSON."""
    return orjson.dumps(metadata(chart, subject_of(view, tables))), JSON


def metadata(chart: str, subject: Subject) -> dict[str, Any]:
    """Title, sentence, unit, sources with licences, notes, coverage, data version and columns."""
    said, listed = caption(chart, subject), chart_sources(chart, subject)
    sheet = SHEETS[chart](subject.view, subject.tables)
    place = sheet.header.index("year")
    years = sorted({int(str(row[place])) for row in sheet.rows if row[place] is not None})
    return {
        "chart": chart,
        "title": said.title,
        "subtitle": said.subtitle,
        "sentence": said.sentence,
        "link": said.link,
        "lang": subject.words.lang,
        "unit": subject.unit,
        "notes": said.notes,
        "citation": citation(subject, listed),
        "data_version": subject.tables.version,
        "coverage": {
            "rows": len(sheet.rows),
            "economies_and_groups": len({row[sheet.header.index("code")] for row in sheet.rows}),
            "first_year": years[0] if years else None,
            "last_year": years[-1] if years else None,
        },
        "dimensions": sheet.header,
        "passport": passport(subject, listed),
    }
