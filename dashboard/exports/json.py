"""The JSON face: a chart's figure or a table's rows, the words that go with them, and the passport.

Never imports dash.
"""

from typing import Any

import orjson

from dashboard.charts.captions import Caption, asked, caption, passport
from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.formats.media import JSON
from dashboard.text.subject import Subject

# What a trace of points has by the point, and its markers.
OF_POINTS = frozenset({"x", "y", "text", "customdata", "size", "symbol"})


def json_face(name: str, subject: Subject) -> tuple[bytes, str]:
    """A chart or a table as JSON."""
    said = caption(name, subject)
    if name not in CHARTS:
        body = _table(said, name, subject)
    else:
        figure = CHARTS[name].figure(subject)
        body = {"figure": figure} | _chart(said, name, subject, figure)
    return orjson.dumps(body | {"passport": passport(name, subject)}), JSON


def years_face(name: str, subject: Subject) -> tuple[bytes, str]:
    """The same without what our scripts make themselves where years pass in the browser.

    Of a map that is all of its figure, for it is no figure of plotly.js; else the points of a year.
    """
    chart = CHARTS[name]
    figure = {} if chart.is_map else chart.figure(subject)
    body = _chart(caption(name, subject), name, subject, figure)
    if figure:
        body["figure"] = _unfilled(figure)
    return orjson.dumps(body | {"passport": passport(name, subject)}), JSON


def shown_face(name: str, subject: Subject) -> bytes:
    """What our scripts show a chart by: where years pass without a request, the face without what they make."""
    face = years_face if CHARTS[name].every_year else json_face
    return face(name, subject)[0]


def _unfilled(figure: dict[str, Any]) -> dict[str, Any]:
    """A figure whose traces have no points yet: `frontend/src/scatter.js` has them of every year."""
    traces = [
        {key: part for key, part in one.items() if key not in OF_POINTS} for one in figure["data"]
    ]
    for one in traces:
        marker = one.get("marker", {})
        one |= {"marker": {key: part for key, part in marker.items() if key not in OF_POINTS}}
    return {**figure, "data": traces}


def _chart(said: Caption, name: str, subject: Subject, figure: dict[str, Any]) -> dict[str, Any]:
    """Words and keys; where years pass in the browser, all that they need."""
    chart = CHARTS[name]
    text: dict[str, Any] = {
        part: getattr(said, part) for part in ("title", "subtitle", "sentence", "source")
    }
    text |= {"notes": said.notes, "questions": asked(name, subject)}
    body: dict[str, Any] = {"text": text}
    if {"indicator", "years"} <= {*chart.parameters}:
        body["span"] = [subject.table.years[0], subject.table.years[-1]]
    if chart.every_year:
        body |= chart.every_year(subject)
    # The legend of a map follows its year.
    if "legend" not in body:
        body["keys"] = [(key.sign, key.colour, key.text) for key in chart.keys(subject, figure)]
    return body


def _table(said: Caption, name: str, subject: Subject) -> dict[str, Any]:
    sheet = EXHIBITS[name].rows(subject)
    return {
        "title": said.title,
        "subtitle": said.subtitle,
        "sentence": said.sentence,
        "source": said.source,
        "rows": [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows],
    }
