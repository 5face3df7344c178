"""The faces of a view: which charts exist as what, and the one function that makes them.

Never imports dash. To add a face, write its function and list it here.
"""

from collections.abc import Callable

from dashboard.exports.availability import ages_csv, availability_csv
from dashboard.exports.change import change_csv
from dashboard.exports.charts import CHARTS
from dashboard.exports.csv import gap_csv, map_csv, trend_csv
from dashboard.exports.json import chart_json, map_json
from dashboard.exports.pace import pace_csv, pace_json
from dashboard.exports.panels import strip_csv, together_csv
from dashboard.exports.ranking import ranking_csv, ranking_json
from dashboard.exports.spread import spread_csv
from dashboard.exports.svg import map_picture
from dashboard.tables import Tables
from dashboard.view import View

Face = Callable[[View, Tables], tuple[bytes, str]]

FACES: dict[tuple[str, str], Face] = {
    ("map", "json"): map_json,
    **{(chart, "json"): chart_json(chart) for chart in CHARTS},
    ("pace", "json"): pace_json,
    ("map", "csv"): map_csv,
    ("map", "svg"): map_picture,
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


class FaceError(LookupError):
    """There is no such face; the message is a sentence that lists those there are."""


def render(view: View, chart: str, face: str, tables: Tables) -> tuple[bytes, str]:
    """The bytes of a face and their media type; FaceError if there is no such face."""
    try:
        make = FACES[chart, face]
    except KeyError:
        known = ", ".join(f"{chart}.{face}" for chart, face in FACES)
        raise FaceError(f"There is no face {chart}.{face}; there are {known}.") from None
    return make(view, tables)
