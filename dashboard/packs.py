"""The room pack over HTTP: made when it is asked for and its turn comes, and kept on the shelf.

Imports the exports, the edition and serving.
"""

from urllib.parse import parse_qsl

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
from dashboard.serving.limits import DEAR, Dear
from dashboard.serving.shelf import SHELF, Shelf
from dashboard.settings import settings
from dashboard.tables import tables

pack_routes = Blueprint("pack", __name__)


@pack_routes.get("/pack.zip")
def room_pack() -> AnyResponse:
    """The pack of a region in some languages; a redirect unless its address has the newest edition."""
    version = request.args.get("v", "")
    try:
        pack = Pack.from_query(request.args.to_dict(flat=False))
        newest = f"/pack.zip?{pack.query}&v={edition()}"
        if version == edition():
            return _answer(pack) if _is_its_own(pack) else moving(redirect(newest))
    except PackError as error:
        return sentence(str(error), 400)
    except BundleError as error:
        return sentence(str(error), 503)
    if version and not version.startswith(tables().version):
        return sentence(f"Data version {version} is not kept here. The newest is at {newest}", 404)
    return moving(redirect(newest))


def _is_its_own(pack: Pack) -> bool:
    """Whether the address at hand is the one that leads to the pack, with its languages in one order."""
    asked = parse_qsl(request.query_string.decode("latin-1"), keep_blank_values=True)
    return asked == parse_qsl(f"{pack.query}&v={edition()}")


def _answer(pack: Pack) -> Response:
    shelf: Shelf = current_app.extensions[SHELF]
    dear: Dear = current_app.extensions[DEAR]
    key = f"{settings().address} pack.zip?{pack.query}&v={edition()}"
    body, media_type = shelf.get(key, lambda: _made(pack), dear.turn())
    made = encode(body, "")
    response = Response(made.body, headers=face_headers(made, media_type))
    response.headers["Content-Disposition"] = f'attachment; filename="{pack.folder}.zip"'
    return unless_known(response, request)


def _made(pack: Pack) -> tuple[bytes, str]:
    return pack_file(pack, tables()), ZIP
