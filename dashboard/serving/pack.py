"""The room pack over HTTP: made when it is asked for, one at a time in a process, the last one kept.

Imports the exports, the edition and serving.
"""

from functools import lru_cache
from threading import Lock

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.edition import edition
from dashboard.exports.media import ZIP
from dashboard.exports.pack.archive import pack_file
from dashboard.exports.pack.order import Pack, PackError
from dashboard.exports.standalone.bundle import BundleError
from dashboard.serving.compression import Encoded, encode, matches
from dashboard.serving.faces import face_headers
from dashboard.serving.headers import FACE
from dashboard.tables import tables

pack_routes = Blueprint("pack", __name__)
# How long a request waits for a pack that another one is having made.
MOST_SECONDS = 20
_making = Lock()


@pack_routes.get("/pack.zip")
def room_pack() -> AnyResponse:
    """The pack of a region in some languages; a redirect unless its address has the newest edition."""
    version = request.args.get("v", "")
    try:
        pack = Pack.from_query(request.args.to_dict(flat=False))
        newest = f"/pack.zip?{pack.query}&v={edition()}"
        if version == edition():
            return _answer(pack)
    except PackError as error:
        return _sentence(str(error), 400)
    except BundleError as error:
        return _sentence(str(error), 503)
    if version and not version.startswith(tables().version):
        return _sentence(f"Data version {version} is not kept here. The newest is at {newest}", 404)
    response = redirect(newest)
    response.headers.update(FACE)
    response.headers["Cache-Control"] = "no-cache"
    return response


def _answer(pack: Pack) -> Response:
    if not _making.acquire(timeout=MOST_SECONDS):
        response = _sentence("Another pack is being made. Please try again in a moment.", 503)
        response.headers["Retry-After"] = f"{MOST_SECONDS}"
        return response
    try:
        made = _made(pack, edition())
    finally:
        _making.release()
    response = Response(made.body, headers=face_headers(made, ZIP))
    response.headers["Content-Disposition"] = f'attachment; filename="{pack.folder}.zip"'
    if matches(request.headers.get("If-None-Match", ""), made.etag):
        response.status_code = 304
        response.set_data(b"")
    return response


@lru_cache(maxsize=1)
def _made(pack: Pack, _edition: str) -> Encoded:
    """The pack as it is sent; kept because its size is asked for before it is."""
    return encode(pack_file(pack, tables()), "")


def _sentence(text: str, status: int) -> Response:
    response = Response(f"{text}\n", status, FACE, mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response
