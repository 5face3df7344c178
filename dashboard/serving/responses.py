"""What every answer of the application gets on its way out: headers, compression, a tag.

Imports serving alone. Faces and static files have theirs already and pass untouched.
"""

from collections.abc import Callable

from flask import Request, Response

from dashboard.serving.answers import unless_known
from dashboard.serving.compression import (
    BoundedCache,
    Encoded,
    accepted_encoding,
    digest,
    encode,
)
from dashboard.serving.headers import CALLBACKS, COMMON, FOR_A_MINUTE, LAYOUT
from dashboard.serving.known import TAG
from dashboard.serving.language import named_language

COMPRESSED = {"text/html", "application/json", "text/css", "text/javascript", "image/svg+xml"}
CAPACITY_BYTES = 1024 * 1024
EMBEDS = "/embed/"


class Finish:
    """Finishes answers: `page_headers` go with HTML, `embed_headers` with embeds, and unknown paths answer 404.

    `is_page` says whether a path is one of ours. Bodies that repeat (the layout, the list of
    callbacks) are compressed once.
    """

    def __init__(
        self,
        page_headers: dict[str, str],
        embed_headers: dict[str, str],
        is_page: Callable[[str], bool],
    ) -> None:
        """Take the headers of pages and of embeds, and the test of paths."""
        self._page_headers = page_headers
        self._embed_headers = embed_headers
        self._is_page = is_page
        self._encoded: BoundedCache[Encoded] = BoundedCache(CAPACITY_BYTES)

    def __call__(self, request: Request, response: Response) -> Response:
        """Finish one answer."""
        if "X-Content-Type-Options" in response.headers:
            return response
        is_html = response.mimetype == "text/html"
        response.headers.update(self._html_headers(request) if is_html else COMMON)
        if response.status_code != 200 or response.direct_passthrough:
            return response
        if is_html:
            response.status_code = 200 if self._is_page(request.path) else 404
        if request.method != "POST":
            _may_be_kept(request, response)
        if response.mimetype in COMPRESSED:
            self._compress(request, response)
        return response

    def _html_headers(self, request: Request) -> dict[str, str]:
        """The headers of a page; an embed may stand in anybody's frame."""
        return self._embed_headers if request.path.startswith(EMBEDS) else self._page_headers

    def _compress(self, request: Request, response: Response) -> None:
        body = response.get_data()
        encoding = accepted_encoding(request.headers.get("Accept-Encoding", ""))
        # A page has a tag from its address, which is there before it is made.
        tag = request.environ.get(TAG) or digest(body)
        encoded = self._encoded.get((tag, encoding))
        if encoded is None:
            encoded = encode(body, encoding, tag)
            self._encoded.put((tag, encoding), encoded, len(encoded.body))
        response.set_data(encoded.body)
        response.vary.add("Accept-Encoding")
        if encoded.encoding:
            response.content_encoding = encoded.encoding
        if request.method in ("GET", "HEAD") and response.status_code == 200:
            response.headers["ETag"] = encoded.etag
            unless_known(response, request)


def _may_be_kept(request: Request, response: Response) -> None:
    """Say how long an answer may be kept, and what of the request it depends on."""
    is_page = response.mimetype == "text/html" and response.status_code == 200
    kept = is_page or request.path in (LAYOUT, CALLBACKS)
    response.headers.setdefault("Cache-Control", FOR_A_MINUTE if kept else "no-cache")
    if request.path == LAYOUT:
        response.vary.add("Referer")
    if (is_page or request.path == LAYOUT) and not named_language():
        response.vary.add("Accept-Language")
