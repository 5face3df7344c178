"""Tell who has a page already that it is still the same, without making it: ahead of Flask.

A page is made of its address, its language and what the whole server is made of, so its tag is too,
and a cache that asks once a minute costs nearly nothing. A page that is frozen at a data version is
not answered here: whether that version is still kept may change. Imports serving alone.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl

from dashboard.serving.compression import accepted_encoding
from dashboard.serving.faces import ADDRESS, Application, StartResponse
from dashboard.serving.headers import CALLBACKS, FOR_A_MINUTE
from dashboard.serving.language import best_language, named_in

# Where the application finds the tag of the page that it makes.
TAG = "ict.tag"
FROZEN = "v"
DIGITS = 16


class KnownPages:
    """WSGI middleware: pages that somebody has are answered here, all else by the application inside."""

    def __init__(
        self,
        application: Application,
        is_page: Callable[[str], bool],
        made_of: Callable[[], str],
    ) -> None:
        """`made_of` says what all pages of this server are made of, beside their addresses."""
        self._application = application
        self._is_page = is_page
        self._made_of = made_of

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if not self._may_be_known(environ):
            return self._application(environ, start_response)
        tag = environ[TAG] = self._tag(environ)
        encoding = accepted_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        whole = tag_in(tag, encoding)
        if whole not in environ.get("HTTP_IF_NONE_MATCH", ""):
            return self._application(environ, start_response)
        kept = [("ETag", whole), ("Cache-Control", FOR_A_MINUTE), ("Vary", varies(environ))]
        start_response("304 NOT MODIFIED", kept)
        return [b""]

    def _may_be_known(self, environ: dict[str, Any]) -> bool:
        path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or "HTTP_RANGE" in environ:
            return False
        asked = (name for name, _ in parse_qsl(query, keep_blank_values=True))
        return path == CALLBACKS or (self._is_page(path) and FROZEN not in asked)

    def _tag(self, environ: dict[str, Any]) -> str:
        query = environ.get("QUERY_STRING", "")
        language = named_in(query) or best_language(environ.get("HTTP_ACCEPT_LANGUAGE", ""))
        page = environ["PATH_INFO"], query, language, environ.get(ADDRESS, "")
        return sha256(repr((self._made_of(), page)).encode()).hexdigest()[:DIGITS]


def tag_in(tag: str, encoding: str) -> str:
    """The tag of a page in an encoding: other bytes have another one."""
    return f'"{tag}-{encoding}"' if encoding else f'"{tag}"'


def varies(environ: dict[str, Any]) -> str:
    """What of a request for a page decides beside its address."""
    spoken = environ["PATH_INFO"] != CALLBACKS and not named_in(environ.get("QUERY_STRING", ""))
    return "Accept-Encoding, Accept-Language" if spoken else "Accept-Encoding"
