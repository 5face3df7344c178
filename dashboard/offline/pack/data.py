"""The data of a pack as scripts: a browser that opens a file may run scripts and not read files.

A script hands its contents over by `dash_clientside.ict.hand(name, contents)`; the page asks for
it by its name (`frontend/src/offline/files.js`).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import orjson

from dashboard.catalogue import catalogue
from dashboard.charts.registry import CHARTS
from dashboard.exports.json import shown_face
from dashboard.figures.lines import Coordinates, Course, pieces
from dashboard.figures.spark import course
from dashboard.rows.scorecard import source_of
from dashboard.tables import Tables
from dashboard.text.economy import Row, rows
from dashboard.text.subject import break_years, inhabited, subject_of
from dashboard.view import View

Script = tuple[str, bytes]
# These charts compare groups: a face a comparison.
COMPARED = ("trend", "gap")


def handed(name: str, contents: Any) -> Script:
    """The file name of a script, and the script itself."""
    return f"{name}.js", b"dash_clientside.ict.hand(%b,%b);\n" % (
        orjson.dumps(name),
        orjson.dumps(contents),
    )


def indicator_scripts(region: str, lang: str, tables: Tables) -> Iterator[Script]:
    """A script an indicator: its map, and its trend and gap by every comparison."""
    for indicator in catalogue().indicators:
        view = View(indicator=indicator, region=region, lang=lang)
        faces: dict[str, Any] = {"map": _face("map", view, tables)}
        for chart in COMPARED:
            faces[chart] = _compared(chart, view, tables)
        yield handed(f"{lang}/{indicator}", faces)


def _compared(chart: str, view: View, tables: Tables) -> dict[str, orjson.Fragment]:
    """The faces of a chart by comparison."""
    return {
        scheme: _face(chart, replace(view, scheme=scheme), tables) for scheme in catalogue().schemes
    }


def _face(chart: str, view: View, tables: Tables) -> orjson.Fragment:
    return orjson.Fragment(shown_face(chart, CHARTS[chart].subject(view, tables)))


def economy_scripts(region: str, tables: Tables) -> Iterator[Script]:
    """A script an economy: for each indicator what its scorecard and its line are drawn from."""
    for code in inhabited(region):
        subject = subject_of(View(region=region, economies=(code,)), tables)
        yield handed(f"economies/{code}", [_indicator(row) for row in rows(subject)])


def _indicator(row: Row) -> dict[str, Any] | None:
    """Newest value, places, course and line; None where the economy has no value in any year."""
    series, years = row.series, row.subject.table.years
    if series is None:
        return None
    breaks = break_years(row.subject, series)
    line = Course(years, breaks, row.subject.table.step)
    parts = pieces(line, series.values, series.status)
    known = [k for k, value in enumerate(series.values) if value is not None]
    return {
        "value": row.value,
        "year": row.year,
        "letter": row.letter,
        "source": _source(row),
        "region": row.region,
        "world": row.world,
        "course": course(series, breaks, years),
        "years": [years[k] for k in known],
        "values": [series.values[k] for k in known],
        "status": "".join(series.status[k] for k in known),
        "strokes": [_stroke(part) for part in (parts.solid, parts.dotted, parts.breaks)],
    }


def _stroke(part: Coordinates) -> list[list[float | None]]:
    return [list(part[0]), list(part[1])]


def _source(row: Row) -> str:
    """Publisher and vintage of the newest value, as the table of the map names them."""
    code = source_of(row)
    if not code:
        return ""
    source = catalogue().sources[code]
    return f"{source.publisher}, {source.vintage}"
