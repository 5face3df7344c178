"""The faces of a view: what every chart and table exists as, and the one function that makes them.

To add a face, write its function (of an exhibit's name and its subject) and list it here.
"""

from collections.abc import Callable

from dashboard.charts.exhibit import Chart
from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.exports.claim import claim_json
from dashboard.exports.csv import csv_face
from dashboard.exports.json import json_face, years_face
from dashboard.exports.look import Look, Query
from dashboard.exports.metadata import metadata_face
from dashboard.exports.parquet import parquet_face
from dashboard.exports.pictures import png, svg
from dashboard.exports.preview import course_face, panel_face, preview_face
from dashboard.exports.sdmx import sdmx_face
from dashboard.exports.xlsx import xlsx_face
from dashboard.offline.single import html_face
from dashboard.tables import Tables
from dashboard.text.subject import Subject
from dashboard.view import View

DEFAULT_LOOK = Look(grows=True)
Made = tuple[bytes, str]


def _slide(name: str, subject: Subject) -> Made:
    """The chart as a slide; PowerPoint's library costs 22 MiB and is loaded with the first one."""
    from dashboard.exports.slides.deck import slide_face

    return slide_face(name, subject)


# The faces that are a picture of a chart, the last one without its words; they have a look.
PICTURES = {"svg": svg, "png": png, "preview": preview_face}
# What a chart exists as beside its data, and what all exhibits exist as.
OF_CHARTS: dict[str, Callable[[str, Subject], Made]] = {"pptx": _slide, "html": html_face}
OF_ALL: dict[str, Callable[[str, Subject], Made]] = {
    "json": json_face,
    "csv": csv_face,
    "xlsx": xlsx_face,
    "parquet": parquet_face,
    "metadata.json": metadata_face,
}
# A picture that is part of a page, and what its script needs to move through years.
PANEL, COURSE, SDMX = "panel", "course", "sdmx.csv"
# A checked number is no exhibit.
CLAIM = ("claim", "json")


def faces_of(name: str) -> list[str]:
    """The faces of an exhibit; none for a name that is none."""
    exhibit = EXHIBITS.get(name)
    if exhibit is None:
        return [face for one, face in (CLAIM,) if one == name]
    found = [*OF_ALL, *([SDMX] if exhibit.observed else [])]
    if isinstance(exhibit, Chart):
        found += [*PICTURES, *OF_CHARTS]
        found += [PANEL] if exhibit.panel else []
        found += [COURSE] if exhibit.moments or exhibit.every_year else []
    return found


def all_faces() -> list[tuple[str, str]]:
    """Every exhibit with every one of its faces."""
    return [(name, face) for name in (*EXHIBITS, CLAIM[0]) for face in faces_of(name)]


class FaceError(LookupError):
    """There is no such face; the message is a sentence that lists those there are."""


def has_face(name: str, face: str) -> bool:
    """Whether there is such a face."""
    return face in faces_of(name)


def read_look(face: str, query: Query) -> tuple[Look, Query]:
    """The look of a picture that a query asks for, and the rest of it; ViewError if unusable."""
    return Look.from_query(query) if face in PICTURES else (DEFAULT_LOOK, query)


def render(
    view: View, name: str, face: str, tables: Tables, look: Look = DEFAULT_LOOK
) -> tuple[bytes, str]:
    """The bytes of a face and their media type.

    FaceError if there is no such face, ViewError for a value that makes no sense there.
    """
    if not has_face(name, face):
        raise FaceError(_missing(name, face))
    if (name, face) == CLAIM:
        return claim_json(view, tables)
    subject = EXHIBITS[name].subject(view, tables)
    if face in PICTURES:
        return PICTURES[face](name, subject, look)
    course = years_face if name in CHARTS and CHARTS[name].every_year else course_face
    special = {PANEL: panel_face, COURSE: course, SDMX: sdmx_face}
    make = (OF_ALL | OF_CHARTS | special)[face]
    return make(name, subject)


def _missing(name: str, face: str) -> str:
    """Why there is no such face, and what there is instead: the faces, or the names."""
    asked = f"There is no face {f'{name}.{face}' if face else repr(name)}"
    if face == SDMX and name in EXHIBITS:
        return f"{asked}; its rows are no observations of places."
    if found := faces_of(name):
        return f"{asked}; {name} has {', '.join(found)}."
    names = ", ".join([*EXHIBITS, CLAIM[0]])
    return f"{asked}; write a name and a face, such as map.png; the names are {names}."
