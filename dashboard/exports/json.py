"""The JSON faces: the figure, the words that go with it, and the passport; never imports dash."""

from typing import Any

import orjson

from dashboard import theme
from dashboard.exports.packing import packed
from dashboard.figures import places
from dashboard.figures.gap import gap_figure
from dashboard.figures.map import class_labels, map_figure
from dashboard.figures.trend import trend_figure
from dashboard.tables import Tables
from dashboard.text.gap import gap_sentence
from dashboard.text.notes import gap_notes, map_notes, trend_notes
from dashboard.text.passport import passport, source_line, sources
from dashboard.text.sentences import map_sentences
from dashboard.text.subject import Subject, frame_series, subject_of
from dashboard.text.titles import subtitle, title
from dashboard.text.trend import trend_sentence
from dashboard.view import View

JSON = "application/json"


def map_json(view: View, tables: Tables) -> tuple[bytes, str]:
    """The map of a region in all its years; the view's year says which one the figure shows.

    `series` holds the packed series of `economies` (see `packing`).
    The class of a value is the number of `limits` that it has reached. A map shows the value of its
    year or, up to `carry_years` years back, the newest one before; it is pale if it is filled
    (status i or c) or of an earlier year.
    """
    subject = subject_of(view, tables)
    table, indicator = subject.table, subject.indicator
    at = table.year_index(view.year)
    series = frame_series(table, subject.in_frame())
    texts = map_texts(subject)
    body = {
        "figure": map_figure(subject, series, at),
        "text": {**texts[at], **_words(subject, "map"), "notes": notes_of(subject, "map")},
        "passport": passport(subject),
        "years": table.years,
        "latest": table.latest,
        "economies": subject.in_frame(),
        "series": packed(series, subject.in_frame()),
        "sources": [f"{source.publisher}, {source.vintage}" for source in sources(subject)],
        "notes": [subject.words(f"note_codes.{code}") for code in table.notes],
        "limits": indicator.class_limits,
        "colors": theme.class_colours(len(indicator.class_limits) + 1),
        "legend": class_labels(subject),
        "texts": texts,
        "decimals": indicator.decimals,
        "unit": subject.words(f"units.{indicator.unit}.value"),
        "carry_years": indicator.max_age,
    }
    return orjson.dumps(body), JSON


def map_texts(subject: Subject) -> list[dict[str, str]]:
    """The title and the sentence of the map in every year."""
    sentences = map_sentences(subject, frame_series(subject.table, subject.in_frame()))
    return [
        {"title": title(subject, "map", year), "sentence": sentence}
        for year, sentence in zip(subject.table.years, sentences, strict=True)
    ]


def trend_json(view: View, tables: Tables) -> tuple[bytes, str]:
    """The trend of a view."""
    subject = subject_of(view, tables)
    return _face(subject, "trend", trend_figure(subject), trend_sentence(subject)), JSON


def gap_json(view: View, tables: Tables) -> tuple[bytes, str]:
    """The gap of a view."""
    subject = subject_of(view, tables)
    return _face(subject, "gap", gap_figure(subject), gap_sentence(subject)), JSON


def notes_of(subject: Subject, chart: str) -> list[str]:
    """The notes under a chart."""
    if chart == "map":
        return map_notes(subject, places.frame(subject.view.region)["notes"])
    return trend_notes(subject) if chart == "trend" else gap_notes(subject)


def _words(subject: Subject, chart: str) -> dict[str, Any]:
    return {"subtitle": subtitle(subject, chart), "source": source_line(subject, chart)}


def _face(subject: Subject, chart: str, figure: dict[str, Any], sentence: str) -> bytes:
    text = {
        "title": title(subject, chart),
        "sentence": sentence,
        **_words(subject, chart),
        "notes": notes_of(subject, chart),
    }
    return orjson.dumps({"figure": figure, "text": text, "passport": passport(subject, chart)})
