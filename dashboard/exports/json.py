"""The JSON faces: the figure, the words that go with it, and the passport; never imports dash."""

from collections.abc import Callable

import orjson

from dashboard import theme
from dashboard.exports.charts import CHARTS, OF_SEVERAL
from dashboard.exports.media import JSON
from dashboard.figures import places
from dashboard.figures.map import class_labels, map_figure
from dashboard.packing import packed
from dashboard.tables import Tables
from dashboard.text.notes import map_notes
from dashboard.text.passport import passport, source_line, sources
from dashboard.text.sentences import map_sentences
from dashboard.text.subject import Subject, frame_series, subject_of
from dashboard.text.titles import region_subtitle, year_title
from dashboard.view import View


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
    words = {
        **texts[at],
        "subtitle": region_subtitle(subject),
        "source": source_line(subject),
        "notes": map_notes(subject, places.frame(view.region)["notes"]),
    }
    body = {
        "figure": map_figure(subject, series, at),
        "text": words,
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
        "direction": indicator.direction,
        "unit": subject.words(f"units.{indicator.unit}.value"),
        "carry_years": indicator.max_age,
    }
    return orjson.dumps(body), JSON


def map_texts(subject: Subject) -> list[dict[str, str]]:
    """The title and the sentence of the map in every year."""
    sentences = map_sentences(subject, frame_series(subject.table, subject.in_frame()))
    return [
        {"title": year_title(subject, year), "sentence": sentence}
        for year, sentence in zip(subject.table.years, sentences, strict=True)
    ]


def chart_json(chart: str) -> Callable[[View, Tables], tuple[bytes, str]]:
    """The function that makes the JSON face of one of `CHARTS`."""
    parts = CHARTS[chart]

    def face(view: View, tables: Tables) -> tuple[bytes, str]:
        subject = subject_of(view, tables)
        listed, title = parts.sources(subject), parts.title(subject)
        text = {
            "title": title,
            "sentence": parts.sentence(subject),
            "subtitle": parts.subtitle(subject),
            "source": source_line(subject, listed),
            "notes": parts.notes(subject),
        }
        body = {
            "figure": parts.figure(subject),
            "text": text,
            "passport": passport(subject, listed, title if chart in OF_SEVERAL else ""),
        }
        return orjson.dumps(body), JSON

    return face
