"""The addresses of the whole data set: its files and their description.

Thin views: parse, ask, answer. Imports the tables and the description, and no page.
"""

from io import BytesIO

from flask import Blueprint, Response, redirect, request, send_file
from werkzeug.wrappers import Response as AnyResponse

from dashboard.edition import edition
from dashboard.exports.package import DESCRIPTOR, ENDINGS, package_face
from dashboard.exports.structure import FILE as STRUCTURE
from dashboard.exports.structure import structure_face
from dashboard.serving.answers import moving, sentence
from dashboard.serving.faces import FOREVER, compressed
from dashboard.serving.headers import FACE
from dashboard.settings import settings
from dashboard.tables import Tables, TablesError, tables
from dashboard.versions import held
from dashboard.view import View, ViewError

downloads = Blueprint("downloads", __name__)
# What describes the whole data set, made from the tables and the catalogue when it is asked for.
DESCRIPTIONS = {DESCRIPTOR: package_face, STRUCTURE: structure_face}


@downloads.get("/data/<name>")
def data_file(name: str) -> AnyResponse:
    """A file of the whole data set, or a description of it; kept under its version."""
    try:
        asked = View.from_strict_query(request.args.to_dict(flat=False)).v
    except ViewError as error:
        return sentence(str(error), 400)
    kept = held(asked)
    if kept is None:
        return sentence(
            f"This address is frozen at a data version that is not kept here. "
            f"The newest, {tables().version}, is at {settings().address}{request.path}",
            404,
        )
    listed = [file["name"] for file in kept.files]
    if name not in (*DESCRIPTIONS, *listed):
        known = ", ".join([*DESCRIPTIONS, *listed])
        return sentence(f"There is no file of this name; there are {known}.", 404)
    described = name in DESCRIPTIONS
    current = edition(kept.version) if described else kept.edition_of(name)
    if asked != current:
        return moving(redirect(f"/data/{name}?v={current}"))
    return compressed(*DESCRIPTIONS[name](kept)) if described else _whole_table(kept, name)


def _whole_table(kept: Tables, name: str) -> Response:
    """A file of that version, whatever lies on the disk by now; its tag is its checksum."""
    digest = next(file["sha256"] for file in kept.files if file["name"] == name)
    media_type = next(kind for ending, kind in ENDINGS.items() if name.endswith(ending))
    try:
        body = BytesIO(kept.content(name))
    except TablesError as error:
        return sentence(str(error), 503)
    response = send_file(body, media_type, conditional=True, etag=digest[:16], download_name=name)
    response.headers.update(FACE)
    response.headers["Cache-Control"] = FOREVER
    return response
