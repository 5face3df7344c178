"""The addresses that are not pages: faces of views, decks, previews, shapes without a build.

Thin views: parse, ask, answer. Imports the view, the tables and the faces, and no page.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import orjson
from flask import (
    Blueprint,
    Response,
    current_app,
    redirect,
    request,
    send_file,
    send_from_directory,
)
from werkzeug.wrappers import Response as AnyResponse

from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.registry import EXHIBITS
from dashboard.components.choices import choices
from dashboard.components.previews import linked, oembed, oembed_xml
from dashboard.components.room import room_facts
from dashboard.edition import edition
from dashboard.exports.filename import file_name
from dashboard.exports.look import LARGEST, Look
from dashboard.exports.pictures import FontsError
from dashboard.faces import FaceError, has_face, read_look, render
from dashboard.formats.media import PARQUET, PNG, PPTX, XLSX
from dashboard.offline.bundle import BundleError
from dashboard.serving.answers import moving, sentence, unless_known
from dashboard.serving.compression import accepted_encoding, encode
from dashboard.serving.faces import FaceCache, compressed, face_headers, saved_as
from dashboard.serving.headers import FACE
from dashboard.serving.language import request_language
from dashboard.serving.limits import DEAR, Dear
from dashboard.serving.shelf import SHELF, Shelf
from dashboard.settings import settings
from dashboard.static import PLAIN_SCRIPTS, PLAIN_TOPOLOGY, SCRIPTS, TOPOLOGY
from dashboard.tables import tables
from dashboard.versions import edition_of, held, kept, tables_of
from dashboard.view import View, ViewError

routes = Blueprint("routes", __name__)
FACE_CACHE = "FACE_CACHE"
# What pages show, not what readers take away: an open page goes on with the newest data.
SHOWN_ON_PAGES = {"json", "preview", "panel", "course"}
# What takes a worker long enough for others to notice: so many are made at a time, see `Dear`.
DEAR_FACES = {"png", "pptx", "xlsx", "html"}
# What names of files must not have on some system.
FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
ALREADY_COMPRESSED = {PARQUET, PNG, PPTX, XLSX}


@routes.get("/view/<name>")
def view_face(name: str) -> AnyResponse:
    """A face of a view, such as trend.png; a redirect unless its address has an edition."""
    chart, _, face = name.partition(".")
    try:
        look, query = read_look(face, request.args.to_dict(flat=False))
        view = View.from_strict_query(query)
        if chart in EXHIBITS:
            EXHIBITS[chart].own(view)
            view = EXHIBITS[chart].asked_for(view)
        if has_face(chart, face) and (moved := _elsewhere(view, face, look)):
            return moved
        return _face(view, chart, face, look)
    except ViewError as error:
        return sentence(str(error), 400)
    except FaceError as error:
        return sentence(str(error), 404)
    except (FontsError, BundleError) as error:
        return sentence(str(error), 503)


def _elsewhere(view: View, face: str, look: Look) -> AnyResponse | None:
    """The way to the one address of a face, None if it is the one at hand: an edition, and what it reads.

    Others lead there, so that nobody makes a face anew, or fills caches with it, by what it ignores.
    """
    current = edition_of(view)
    if view.v != current and not kept(view) and (face not in SHOWN_ON_PAGES or held(view.v)):
        return _not_kept(view, look)
    address = _address(replace(view, v=current, lang=view.lang or request_language()), look)
    if _is_asked(address):
        return None
    response = moving(redirect(address))
    if not view.lang:
        response.headers["Vary"] = "Accept-Language"
    return response


def _is_asked(address: str) -> bool:
    """Whether the request at hand asks for `address`, each parameter in its place."""
    asked = parse_qsl(request.query_string.decode("latin-1"), keep_blank_values=True)
    return asked == parse_qsl(urlsplit(address).query, keep_blank_values=True)


def _face(view: View, chart: str, face: str, look: Look) -> Response:
    """The face, compressed once and remembered: nothing but the address decides about it."""
    chosen = EXHIBITS[chart].own(view) if chart in EXHIBITS else view
    body, media_type = _made(chosen, chart, face, look)
    accepted = accepted_encoding(request.headers.get("Accept-Encoding", ""))
    encoded = encode(body, "" if media_type in ALREADY_COMPRESSED else accepted)
    newest = "" if face in SHOWN_ON_PAGES else _address(replace(view, v=""), look)
    headers = face_headers(encoded, media_type, newest)
    if newest:
        headers = saved_as(headers, file_name(chart, face, chosen))
    response = Response(encoded.body, headers=headers)
    cache: FaceCache = current_app.extensions[FACE_CACHE]
    cache.keep(request.environ, encoded, headers)
    return unless_known(response, request)


def _made(view: View, chart: str, face: str, look: Look) -> tuple[bytes, str]:
    """The bytes of a face: what readers take away is made once and kept for all workers."""
    make = partial(render, view, chart, face, tables_of(view), look)
    if face in SHOWN_ON_PAGES:
        return make()
    shelf: Shelf = current_app.extensions[SHELF]
    dear: Dear = current_app.extensions[DEAR]
    # Copies print the address of the installation, in its fonts, and its logo.
    installed = f"{settings().address} {settings().fonts} {sha256(settings().logo).hexdigest()}"
    key = f"{installed} {chart}.{face}?{view.to_query()}&{look.to_query()}"
    return shelf.get(key, make, dear.turn() if face in DEAR_FACES else None)


@routes.post("/deck.pptx")
def deck() -> Response:
    """A deck of the views that the form names, each as "<chart>?<query>"; its `name` is its title."""
    from dashboard.exports.slides.deck import DeckError, deck_face

    dear: Dear = current_app.extensions[DEAR]
    name = request.form.get("name", "").strip()
    try:
        chosen = [_chosen(text) for text in request.form.getlist("view")]
        with dear.turn(wait_seconds=0):
            body, _ = deck_face(chosen, tables_of, name)
    except (ViewError, DeckError) as error:
        return sentence(str(error), 400)
    except FaceError as error:
        return sentence(str(error), 404)
    response = Response(body, 200, FACE, mimetype=PPTX)
    saved = f"{FORBIDDEN.sub('-', name) or 'deck'}.pptx"
    response.headers.set("Content-Disposition", "attachment", filename=saved)
    response.headers["Cache-Control"] = "no-store"
    return response


def _chosen(text: str) -> tuple[str, View]:
    """The chart and the view of "trend?indicator=fixed-broadband"; FaceError, ViewError."""
    chart, _, query = text.partition("?")
    if not has_face(chart, "pptx"):
        raise FaceError(f"There is no slide of {chart!r}.")
    view = View.from_strict_query(parse_qs(query, keep_blank_values=True))
    if not kept(view):
        raise FaceError(f"Data version {view.v} of {text!r} is not kept here.")
    return chart, view if view.lang else replace(view, lang=request_language())


@routes.get("/choices.json")
def picker_choices() -> AnyResponse:
    """What the pickers of the pages offer, in one language."""
    return _of_language(choices)


@routes.get("/room.json")
def committee_room() -> AnyResponse:
    """What committee mode says and lights up, in one language."""
    return _of_language(room_facts)


def _of_language(made: Callable[[str], Any]) -> AnyResponse:
    """A file a language, kept for ever under its version; a redirect to the newest."""
    lang, version = request.args.get("lang", ""), edition()
    if lang not in LANGUAGES:
        return sentence(f"The parameter 'lang' must be one of {', '.join(LANGUAGES)}.", 400)
    if request.args.get("v") != version:
        return moving(redirect(f"{request.path}?lang={lang}&v={version}"))
    return compressed(orjson.dumps(made(lang)), "application/json")


def _not_kept(view: View, look: Look) -> Response:
    """A frozen copy never changes silently: where its data are gone, a sentence offers the newest."""
    newest = f"{settings().address}{_address(replace(view, v=''), look)}"
    return sentence(
        f"This address is frozen at data version {view.v}, which is not kept here. "
        f"The newest, {tables().version}, is at {newest}",
        404,
    )


def _address(view: View, look: Look) -> str:
    """The address of the face at hand for another view."""
    query = "&".join(part for part in (view.to_query(), look.to_query()) if part)
    return f"{request.path}{'?' if query else ''}{query}"


@routes.get("/oembed")
def oembed_answer() -> Response:
    """How to embed the view at `url`, by oEmbed 1.0; 404 for an address that shows no chart of ours."""
    kind = request.args.get("format", "json")
    if kind not in ("json", "xml"):
        return sentence("The parameter 'format' must be json or xml.", 501)
    shown = linked(request.args.get("url", ""))
    if shown is None:
        return sentence("The parameter 'url' must be the address of a page of this dashboard.", 404)
    sizes = [request.args.get(name, LARGEST, type=int) for name in ("maxwidth", "maxheight")]
    answer = oembed(shown, *sizes)
    body = orjson.dumps(answer) if kind == "json" else oembed_xml(answer)
    response = Response(
        body, 200, FACE, mimetype="application/json" if kind == "json" else "text/xml"
    )
    response.headers["Cache-Control"] = "no-cache"
    return response


@routes.get(f"{PLAIN_TOPOLOGY}<name>.json")
def topology(name: str) -> Response:  # noqa: ARG001  # plotly.js names it by resolution; there is one
    """The shapes, for an installation without a front-end build."""
    return send_file(TOPOLOGY, "application/json", conditional=True, max_age=0)


@routes.get(f"{PLAIN_SCRIPTS}<path:name>.js")
def module(name: str) -> Response:
    """A module of the pages' scripts, for an installation without a front-end build."""
    return send_from_directory(SCRIPTS, f"{name}.js", mimetype="text/javascript", max_age=0)
