"""The room pack over HTTP: made when it is asked for, one at a time in a process, kept on the shelf.

Imports the exports, the edition and serving.
"""

from threading import Lock

from flask import Blueprint, Response, current_app, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.edition import edition
from dashboard.formats.media import ZIP
from dashboard.offline.bundle import BundleError
from dashboard.offline.pack.archive import pack_file
from dashboard.offline.pack.order import Pack, PackError
from dashboard.serving.answers import moving, sentence, unless_known
from dashboard.serving.compression import encode
from dashboard.serving.faces import face_headers
from dashboard.serving.shelf import SHELF, Shelf
from dashboard.settings import settings
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
        return sentence(str(error), 400)
    except BundleError as error:
        return sentence(str(error), 503)
    if version and not version.startswith(tables().version):
        return sentence(f"Data version {version} is not kept here. The newest is at {newest}", 404)
    return moving(redirect(newest))


def _answer(pack: Pack) -> Response:
    if not _making.acquire(timeout=MOST_SECONDS):
        response = sentence("Another pack is being made. Please try again in a moment.", 503)
        response.headers["Retry-After"] = f"{MOST_SECONDS}"
        return response
    try:
        shelf: Shelf = current_app.extensions[SHELF]
        body, media_type = shelf.get(
            f"{settings().address} pack.zip?{pack.query}&v={edition()}", lambda: _made(pack)
        )
    finally:
        _making.release()
    made = encode(body, "")
    response = Response(made.body, headers=face_headers(made, media_type))
    response.headers["Content-Disposition"] = f'attachment; filename="{pack.folder}.zip"'
    return unless_known(response, request)


def _made(pack: Pack) -> tuple[bytes, str]:
    return pack_file(pack, tables()), ZIP
