"""The addresses at which the service describes itself to programs. Thin views."""

from collections.abc import Callable

import orjson
from flask import Blueprint, Response, request

from dashboard.called.llms import llms
from dashboard.called.openapi import openapi
from dashboard.serving.answers import unless_known
from dashboard.serving.compression import accepted_encoding, encode
from dashboard.serving.faces import face_headers

called = Blueprint("called", __name__)


@called.get("/openapi.json")
def description() -> Response:
    """Every face, its parameters and what they may be (OpenAPI 3.1)."""
    return _answer(lambda: orjson.dumps(openapi()), "application/json")


@called.get("/llms.txt")
def for_assistants() -> Response:
    """What the service is, its addresses and what not to conclude, as a short text (llmstxt.org)."""
    return _answer(lambda: llms().encode(), "text/markdown; charset=utf-8")


def _answer(make: Callable[[], bytes], media: str) -> Response:
    face = encode(make(), accepted_encoding(request.headers.get("Accept-Encoding", "")))
    response = Response(face.body, headers=face_headers(face, media))
    response.headers["Cache-Control"] = "no-cache"
    return unless_known(response, request)
