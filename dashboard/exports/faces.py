"""The faces of a view: which charts exist as what, and the one function that makes them.

Never imports dash. To add a face, write its function and list it here.
"""

from collections.abc import Callable, Collection

from dashboard.exports.captions import PAGES
from dashboard.exports.charts import CHARTS
from dashboard.exports.claim import claim_json
from dashboard.exports.columns import parquet_face
from dashboard.exports.json import chart_json, map_json
from dashboard.exports.look import Look, Query
from dashboard.exports.metadata import metadata_face
from dashboard.exports.pace import pace_json
from dashboard.exports.pictures import png, svg
from dashboard.exports.ranking import ranking_json
from dashboard.exports.scatter import scatter_json
from dashboard.exports.scorecard import scorecard_json
from dashboard.exports.sdmx import CHARTS as OBSERVED
from dashboard.exports.sdmx import sdmx_face
from dashboard.exports.sheets import SHEETS, csv_face
from dashboard.exports.standalone.single import html_face
from dashboard.exports.svg import map_picture
from dashboard.exports.xlsx import xlsx_face
from dashboard.tables import Tables
from dashboard.view import View

DEFAULT_LOOK = Look()
Face = Callable[[View, Tables], tuple[bytes, str]]

FACES: dict[tuple[str, str], Face] = {
    ("map", "json"): map_json,
    **{(chart, "json"): chart_json(chart) for chart in CHARTS},
    **{(chart, "csv"): csv_face(chart) for chart in SHEETS},
    ("pace", "json"): pace_json,
    ("scatter", "json"): scatter_json,
    ("map", "preview"): map_picture,
    ("claim", "json"): claim_json,
    ("scorecard", "json"): scorecard_json,
    ("ranking", "json"): ranking_json,
}


# The faces that are a picture of a chart with all its words.
PICTURES = {"svg": svg, "png": png}


def _slide(chart: str, view: View, tables: Tables, _: Look) -> tuple[bytes, str]:
    """The chart as a slide; PowerPoint's library costs 22 MiB and is loaded with the first one."""
    from dashboard.exports.slides.deck import slide_face

    return slide_face(chart, view, tables)


def _html(chart: str, view: View, tables: Tables, _: Look) -> tuple[bytes, str]:
    return html_face(chart, view, tables)


# What every chart exists as beside its data.
COPIES = {**PICTURES, "pptx": _slide, "html": _html}
# What the rows of every chart and table exist as.
FILES: dict[str, Callable[[str, View, Tables], tuple[bytes, str]]] = {
    "xlsx": xlsx_face,
    "parquet": parquet_face,
    "sdmx.csv": sdmx_face,
    "metadata.json": metadata_face,
}


def charts_of(face: str) -> Collection[str]:
    """The charts and tables that one of `FILES` is made of."""
    return OBSERVED if face == "sdmx.csv" else SHEETS


class FaceError(LookupError):
    """There is no such face; the message is a sentence that lists those there are."""


def has_face(chart: str, face: str) -> bool:
    """Whether there is such a face."""
    return (
        (chart, face) in FACES
        or (face in COPIES and chart in PAGES)
        or (face in FILES and chart in charts_of(face))
    )


def _known(chart: str, face: str) -> str:
    """What there is instead: the faces of the chart, or the charts."""
    if face == "sdmx.csv" and chart in SHEETS:
        return "its rows are no observations of places"
    faces = dict.fromkeys([*(one for _, one in FACES), *COPIES, *FILES])
    if own := [one for one in faces if has_face(chart, one)]:
        return f"{chart} has {', '.join(own)}"
    charts = dict.fromkeys([*(one for one, _ in FACES), *SHEETS])
    return f"write a chart and a face, such as map.png; the charts are {', '.join(charts)}"


def read_look(face: str, query: Query) -> tuple[Look, Query]:
    """The look of a picture that a query asks for, and the rest of it; ViewError if unusable."""
    return Look.from_query(query) if face in PICTURES else (DEFAULT_LOOK, query)


def render(
    view: View, chart: str, face: str, tables: Tables, look: Look = DEFAULT_LOOK
) -> tuple[bytes, str]:
    """The bytes of a face and their media type; FaceError if there is no such face."""
    if not has_face(chart, face):
        named = f"{chart}.{face}" if face else repr(chart)
        raise FaceError(f"There is no face {named}; {_known(chart, face)}.")
    if face in COPIES:
        return COPIES[face](chart, view, tables, look)
    if face in FILES:
        return FILES[face](chart, view, tables)
    return FACES[chart, face](view, tables)
