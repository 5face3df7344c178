"""Answer requests for faces that were asked for before, ahead of Flask.

A face under its data version never changes, so the answer to a query string is remembered with its
compressed body. Imports serving alone.
"""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Response as PlainResponse
from flask import request
from werkzeug.wrappers import Response

from dashboard.serving.answers import unless_known
from dashboard.serving.compression import BoundedCache, Encoded, accepted_encoding, encode
from dashboard.serving.headers import FACE, TAKEN_AWAY

PREFIX = "/view/"
FOREVER = "public, max-age=31536000, immutable"
CAPACITY_BYTES = 4 * 1024 * 1024
DISPOSITION = "Content-Disposition"
# The address that the request came to, where copies name it (serving/proxy.py).
ADDRESS = "ict.address"
CONDITIONS = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH"}

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
Answer = tuple[Encoded, list[tuple[str, str]]]


def compressed(body: bytes, media_type: str, keep: str = FOREVER) -> PlainResponse:
    """A whole answer as its reader takes it, 304 for who has it; `keep` says how long caches may."""
    face = encode(body, accepted_encoding(request.headers.get("Accept-Encoding", "")))
    response = PlainResponse(face.body, headers=face_headers(face, media_type))
    response.headers["Cache-Control"] = keep
    return unless_known(response, request)


def face_headers(face: Encoded, media_type: str, newest: str = "") -> list[tuple[str, str]]:
    """The headers of a face that never changes; `newest` is the address that does (RFC 5829)."""
    headers = [
        ("Content-Type", media_type),
        ("Cache-Control", FOREVER),
        ("ETag", face.etag),
        ("Vary", "Accept-Encoding"),
        *(TAKEN_AWAY if media_type.startswith("text/html") else FACE).items(),
    ]
    if newest:
        headers.append(("Link", f'<{newest}>; rel="latest-version"'))
    return [*headers, ("Content-Encoding", face.encoding)] if face.encoding else headers


def saved_as(headers: list[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    """The same headers with the name under which a copy is saved, whether or not it is shown first."""
    known = dict(headers)
    how = known.get(DISPOSITION, "inline")
    return [*(known | {DISPOSITION: f'{how}; filename="{name}"'}).items()]


def request_key(environ: dict[str, Any]) -> tuple[str, ...]:
    """What the answer to a request depends on: path, query, encoding, and the address it names."""
    encoding = accepted_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
    query, address = environ.get("QUERY_STRING", ""), environ.get(ADDRESS, "")
    return environ["PATH_INFO"], query, encoding, address


class FaceCache:
    """WSGI middleware: known faces are answered here, all else by the application inside."""

    def __init__(self, application: Application, capacity: int = CAPACITY_BYTES) -> None:
        """Hold at most `capacity` bytes of compressed bodies."""
        self._application = application
        self._answers: BoundedCache[Answer] = BoundedCache(capacity)

    def keep(self, environ: dict[str, Any], face: Encoded, headers: list[tuple[str, str]]) -> None:
        """Answer from now on with `face` and those headers what `environ` asks for."""
        self._answers.put(request_key(environ), (face, headers), len(face.body))

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if not environ["PATH_INFO"].startswith(PREFIX):
            return self._application(environ, start_response)
        known = self._answers.get(request_key(environ))
        if known is None or environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            return self._application(environ, start_response)
        return _answer(known, environ, start_response)


def _answer(
    known: Answer, environ: dict[str, Any], start_response: StartResponse
) -> Iterable[bytes]:
    face, headers = known
    if CONDITIONS & environ.keys():
        response = unless_known(Response(face.body, headers=headers), environ)
        return response(environ, start_response)
    start_response("200 OK", [*headers, ("Content-Length", str(len(face.body)))])
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else face.body]
