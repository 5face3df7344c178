"""Known faces are answered ahead of the application; everything else reaches it."""

from collections.abc import Iterable
from typing import Any

from werkzeug.test import Client

from dashboard.serving.compression import encode
from dashboard.serving.faces import FaceCache, face_headers

INSIDE = b"from the application"


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """An application that says who answered."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Path", environ["PATH_INFO"])])
    return [INSIDE]


def cache_with(path: str, query: str, body: bytes) -> FaceCache:
    """A cache that knows one face, uncompressed."""
    cache = FaceCache(application)
    environ = {"PATH_INFO": path, "QUERY_STRING": query}
    face = encode(body, "")
    cache.keep(environ, face, face_headers(face, "application/json"))
    return cache


def test_known_face_never_reaches_the_application() -> None:
    """A face asked for again is answered with its body and a promise that it never changes."""
    client = Client(cache_with("/view/map.json", "v=1", b"{}"))
    answer = client.get("/view/map.json?v=1")
    assert answer.data == b"{}"
    assert answer.mimetype == "application/json"
    assert "immutable" in answer.headers["Cache-Control"]


def test_everything_else_reaches_the_application() -> None:
    """Another query, another encoding, another method or another path is not the known face."""
    client = Client(cache_with("/view/map.json", "v=1", b"{}"))
    assert client.get("/view/map.json?v=2").data == INSIDE
    assert client.get("/view/map.json?v=1", headers={"Accept-Encoding": "br"}).data == INSIDE
    assert client.post("/view/map.json?v=1").data == INSIDE
    assert client.get("/map?v=1").data == INSIDE


def test_cache_is_bounded() -> None:
    """Whoever asks for ever new faces cannot fill the memory."""
    cache = FaceCache(application, capacity=1000)
    for k in range(100):
        environ = {"PATH_INFO": "/view/map.json", "QUERY_STRING": f"v={k}"}
        face = encode(b"x" * 300, "")
        cache.keep(environ, face, face_headers(face, "application/json"))
    client = Client(cache)
    known = [k for k in range(100) if client.get(f"/view/map.json?v={k}").data != INSIDE]
    assert known == [97, 98, 99]
