"""The addresses that are not pages: faces of views, the health sentence, shapes without a build.

Thin views: parse, ask, answer. Imports the view, the tables and the faces, and no page.
"""

from dataclasses import replace
from urllib.parse import parse_qs

import orjson
from flask import Blueprint, Response, current_app, redirect, request, send_file
from werkzeug.wrappers import Response as AnyResponse

from dashboard.catalogue.load import LANGUAGES
from dashboard.components.choices import choices
from dashboard.components.previews import linked, oembed, oembed_xml
from dashboard.edition import edition
from dashboard.exports.faces import FaceError, has_face, read_look, render
from dashboard.exports.look import LARGEST, SMALLEST, Look
from dashboard.exports.media import PNG, PPTX, XLSX
from dashboard.exports.pictures import FontsError
from dashboard.exports.standalone.bundle import BundleError
from dashboard.i18n import words
from dashboard.serving.compression import accepted_encoding, encode, matches
from dashboard.serving.faces import FaceCache, face_headers
from dashboard.serving.headers import FACE
from dashboard.serving.language import request_language
from dashboard.settings import settings
from dashboard.static import PLAIN_TOPOLOGY, TOPOLOGY
from dashboard.tables import tables
from dashboard.view import View, ViewError

routes = Blueprint("routes", __name__)
FACE_CACHE = "FACE_CACHE"
# What pages show, not what readers take away: an open page goes on with the newest data.
SHOWN_ON_PAGES = {"json", "preview"}
ALREADY_COMPRESSED = {PNG, PPTX, XLSX}


@routes.get("/view/<name>")
def view_face(name: str) -> AnyResponse:
    """A face of a view, such as trend.png; a redirect unless its address has the newest edition."""
    chart, _, face = name.partition(".")
    try:
        look, query = read_look(face, request.args.to_dict(flat=False))
        view = View.from_strict_query(query)
        if view.v != edition() and has_face(chart, face):
            if view.v and face not in SHOWN_ON_PAGES and not _is_kept(view.v):
                return _not_kept(view, look)
            return _to_newest(view, look)
        return _face(view, chart, face, look)
    except ViewError as error:
        return _sentence(str(error), 400)
    except FaceError as error:
        return _sentence(str(error), 404)
    except (FontsError, BundleError) as error:
        return _sentence(str(error), 503)


def _face(view: View, chart: str, face: str, look: Look) -> Response:
    """The face, compressed once; remembered where nothing but the address decides about it."""
    chosen = view if view.lang else replace(view, lang=request_language())
    body, media_type = render(chosen, chart, face, tables(), look)
    accepted = accepted_encoding(request.headers.get("Accept-Encoding", ""))
    encoded = encode(body, "" if media_type in ALREADY_COMPRESSED else accepted)
    response = Response(encoded.body, headers=face_headers(encoded, media_type))
    if view.lang:
        cache: FaceCache = current_app.extensions[FACE_CACHE]
        cache.keep(request.environ, encoded, media_type)
    else:
        response.headers["Vary"] = "Accept-Encoding, Accept-Language"
    if matches(request.headers.get("If-None-Match", ""), encoded.etag):
        response.status_code = 304
        response.set_data(b"")
    return response


@routes.post("/deck.pptx")
def deck() -> Response:
    """A deck of the views that the form names, each as "<chart>?<query>"."""
    from dashboard.exports.slides.deck import DeckError, deck_face

    try:
        body, _ = deck_face([_chosen(text) for text in request.form.getlist("view")], tables())
    except (ViewError, DeckError) as error:
        return _sentence(str(error), 400)
    except FaceError as error:
        return _sentence(str(error), 404)
    response = Response(body, 200, FACE, mimetype=PPTX)
    response.headers["Content-Disposition"] = 'attachment; filename="deck.pptx"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _chosen(text: str) -> tuple[str, View]:
    """The chart and the view of "trend?indicator=fixed-broadband"; FaceError, ViewError."""
    chart, _, query = text.partition("?")
    if not has_face(chart, "pptx"):
        raise FaceError(f"There is no slide of {chart!r}.")
    view = View.from_strict_query(parse_qs(query, keep_blank_values=True))
    return chart, view if view.lang else replace(view, lang=request_language())


@routes.get("/choices.json")
def picker_choices() -> AnyResponse:
    """What the pickers of the pages offer, in one language; kept for ever under its version."""
    lang, version = request.args.get("lang", ""), edition()
    if lang not in LANGUAGES:
        return _sentence(f"The parameter 'lang' must be one of {', '.join(LANGUAGES)}.", 400)
    if request.args.get("v") != version:
        return redirect(f"/choices.json?lang={lang}&v={version}")
    body = orjson.dumps(choices(lang))
    face = encode(body, accepted_encoding(request.headers.get("Accept-Encoding", "")))
    return Response(face.body, headers=face_headers(face, "application/json"))


def _is_kept(version: str) -> bool:
    """Whether a data version, or an edition of it, is the one that is served."""
    return version.startswith(tables().version)


def _not_kept(view: View, look: Look) -> Response:
    """A frozen copy never changes silently: where its data are gone, a sentence offers the newest."""
    query = "&".join(part for part in (view.to_query(v=""), look.to_query()) if part)
    newest = f"{settings().address}{request.path}{'?' if query else ''}{query}"
    return _sentence(
        f"This address is frozen at data version {view.v}, which is not kept here. "
        f"The newest, {tables().version}, is at {newest}",
        404,
    )


def _to_newest(view: View, look: Look) -> AnyResponse:
    query = "&".join(part for part in (view.to_query(v=edition()), look.to_query()) if part)
    response = redirect(f"{request.path}?{query}")
    response.headers.update(FACE)
    response.headers["Cache-Control"] = "no-cache"
    return response


def _sentence(text: str, status: int) -> Response:
    response = Response(f"{text}\n", status, FACE, mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response


@routes.get("/oembed")
def oembed_answer() -> Response:
    """How to embed the view at `url`, by oEmbed 1.0; 404 for an address that shows no chart of ours."""
    kind = request.args.get("format", "json")
    if kind not in ("json", "xml"):
        return _sentence("The parameter 'format' must be json or xml.", 501)
    shown = linked(request.args.get("url", ""))
    if shown is None:
        return _sentence(
            "The parameter 'url' must be the address of a page of this dashboard.", 404
        )
    sizes = [request.args.get(name, LARGEST, type=int) for name in ("maxwidth", "maxheight")]
    answer = oembed(shown, *(max(SMALLEST, size) for size in sizes))
    body = orjson.dumps(answer) if kind == "json" else oembed_xml(answer)
    response = Response(
        body, 200, FACE, mimetype="application/json" if kind == "json" else "text/xml"
    )
    response.headers["Cache-Control"] = "no-cache"
    return response


@routes.get("/health")
def health() -> Response:
    """A sentence with the data version: the application runs and has its tables."""
    return _sentence(words("en")("serving.health", version=tables().version), 200)


@routes.get(f"{PLAIN_TOPOLOGY}<name>.json")
def topology(name: str) -> Response:  # noqa: ARG001  # plotly.js names it by resolution; there is one
    """The shapes, for an installation without a front-end build."""
    return send_file(TOPOLOGY, "application/json", conditional=True, max_age=0)
