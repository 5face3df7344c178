"""The ranking of a year as rows and as JSON; never imports dash."""

import orjson

from dashboard.exports.media import JSON
from dashboard.exports.rows import Sheet
from dashboard.tables import Tables
from dashboard.text.hover import STATUS
from dashboard.text.passport import passport, source_line, sources
from dashboard.text.ranking import Ranked, ranking, ranking_sentence
from dashboard.text.subject import Subject, subject_of
from dashboard.text.titles import year_title
from dashboard.view import View

HEADER = (
    "place",
    "tied",
    "code",
    "name",
    "value",
    "unit",
    "year",
    "age",
    "status",
    "source",
    "licence",
)


def ranking_sheet(view: View, tables: Tables) -> Sheet:
    """A row an economy: place (empty where the value is too old), value, its year and age."""
    subject, at = _subject(view, tables)
    terms = dict.fromkeys(source.licence for source in sources(subject))
    words = {"unit": subject.unit, "source": source_line(subject), "licence": "; ".join(terms)}
    rows = [{**_row(subject, one, at), **words} for one in ranking(subject, at)]
    return Sheet([[row.get(column) for column in HEADER] for row in rows], HEADER)


def ranking_json(view: View, tables: Tables) -> tuple[bytes, str]:
    """The same rows with title, sentence, source line and passport."""
    subject, at = _subject(view, tables)
    body = {
        "title": year_title(subject, subject.table.years[at]),
        "sentence": ranking_sentence(subject, at),
        "source": source_line(subject),
        "rows": [_row(subject, one, at) for one in ranking(subject, at)],
        "passport": passport(subject),
    }
    return orjson.dumps(body), JSON


def _subject(view: View, tables: Tables) -> tuple[Subject, int]:
    subject = subject_of(view, tables)
    return subject, subject.table.year_index(view.year)


def _row(subject: Subject, one: Ranked, at: int) -> dict[str, object]:
    return {
        "place": one.place,
        "tied": "yes" if one.tied else "no",
        "code": one.economy,
        "name": subject.words.economy(one.economy),
        "value": round(one.value, subject.indicator.decimals),
        "year": one.year,
        "age": subject.table.years[at] - one.year,
        "status": STATUS[one.letter],
    }
