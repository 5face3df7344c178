"""The faces of a view: which charts exist as what, and the one function that makes them.

Never imports dash. To add a face, write its function and list it here.
"""

from collections.abc import Callable

from dashboard.exports.availability import ages_csv, availability_csv
from dashboard.exports.captions import PAGES
from dashboard.exports.change import change_csv
from dashboard.exports.charts import CHARTS
from dashboard.exports.csv import gap_csv, map_csv, trend_csv
from dashboard.exports.json import chart_json, map_json
from dashboard.exports.look import Look, Query
from dashboard.exports.pace import pace_csv, pace_json
from dashboard.exports.panels import strip_csv, together_csv
from dashboard.exports.pictures import png, svg
from dashboard.exports.ranking import ranking_csv, ranking_json
from dashboard.exports.spread import spread_csv
from dashboard.exports.svg import map_picture
from dashboard.tables import Tables
from dashboard.view import View

DEFAULT_LOOK = Look()
Face = Callable[[View, Tables], tuple[bytes, str]]

FACES: dict[tuple[str, str], Face] = {
    ("map", "json"): map_json,
    **{(chart, "json"): chart_json(chart) for chart in CHARTS},
    ("pace", "json"): pace_json,
    ("map", "csv"): map_csv,
    ("map", "preview"): map_picture,
    ("trend", "csv"): trend_csv,
    ("gap", "csv"): gap_csv,
    ("spread", "csv"): spread_csv,
    ("availability", "csv"): availability_csv,
    ("ages", "csv"): ages_csv,
    ("pace", "csv"): pace_csv,
    ("ranking", "json"): ranking_json,
    ("ranking", "csv"): ranking_csv,
    ("change", "csv"): change_csv,
    ("together", "csv"): together_csv,
    ("strip", "csv"): strip_csv,
}


# The faces that are a picture of a chart with all its words.
PICTURES = {"svg": svg, "png": png}


class FaceError(LookupError):
    """There is no such face; the message is a sentence that lists those there are."""


def has_face(chart: str, face: str) -> bool:
    """Whether there is such a face."""
    return (chart, face) in FACES or (face in PICTURES and chart in PAGES)


def read_look(face: str, query: Query) -> tuple[Look, Query]:
    """The look of a picture that a query asks for, and the rest of it; ViewError if unusable."""
    return Look.from_query(query) if face in PICTURES else (DEFAULT_LOOK, query)


def render(
    view: View, chart: str, face: str, tables: Tables, look: Look = DEFAULT_LOOK
) -> tuple[bytes, str]:
    """The bytes of a face and their media type; FaceError if there is no such face."""
    if not has_face(chart, face):
        known = [f"{chart}.{face}" for chart, face in FACES]
        known += [f"{chart}.{face}" for chart in PAGES for face in PICTURES]
        raise FaceError(f"There is no face {chart}.{face}; there are {', '.join(known)}.")
    if face in PICTURES:
        return PICTURES[face](chart, view, tables, look)
    return FACES[chart, face](view, tables)
