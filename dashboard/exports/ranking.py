"""The ranking of a year as CSV and as JSON; never imports dash."""

import csv
from io import StringIO

import orjson

from dashboard.exports.csv import CSV, MARK, safe
from dashboard.tables import Tables
from dashboard.text.hover import STATUS
from dashboard.text.passport import passport, source_line
from dashboard.text.ranking import Ranked, ranking, ranking_sentence
from dashboard.text.subject import Subject, subject_of
from dashboard.text.titles import year_title
from dashboard.view import View

JSON = "application/json"
HEADER = ("place", "tied", "code", "name", "value", "unit", "year", "age", "status", "source")


def ranking_csv(view: View, tables: Tables) -> tuple[bytes, str]:
    """A row an economy: place (empty where the value is too old), value, its year and age."""
    subject, at = _subject(view, tables)
    text = StringIO(newline="")
    text.write(MARK)
    writer = csv.writer(text)
    writer.writerow(HEADER)
    origin = safe(source_line(subject))
    for one in ranking(subject, at):
        row = _row(subject, one, at)
        words = {"name": safe(str(row["name"])), "unit": safe(subject.unit), "source": origin}
        writer.writerow({**row, **words}.get(column) for column in HEADER)
    return text.getvalue().encode(), CSV


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
