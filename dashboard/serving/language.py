"""The language that a request is answered in; imports the words only.

An address that names a language has it. Else Dash's own requests (layout, callbacks) have that of
the page they come from, and everything else what the browser prefers.
"""

from urllib.parse import parse_qs, urlsplit

from flask import has_request_context, request
from werkzeug.http import parse_accept_header

from dashboard.catalogue.languages import LANGUAGES
from dashboard.i18n import FALLBACK


def request_language() -> str:
    """The language of the request at hand; English where there is none (start, tests)."""
    if not has_request_context():
        return FALLBACK
    for query in (request.query_string.decode("latin-1"), urlsplit(request.referrer or "").query):
        named = parse_qs(query).get("lang", [])
        if len(named) == 1 and named[0] in LANGUAGES:
            return named[0]
    return best_language(request.headers.get("Accept-Language", ""))


def best_language(accept_language: str) -> str:
    """The language of ours that an Accept-Language header prefers, else English.

    "ru-RU,ru;q=0.9,en;q=0.8" gives "ru"; what has a quality of 0 is refused (RFC 9110, 12.5.4).
    """
    wanted = parse_accept_header(accept_language)
    ours = (tag.partition("-")[0].lower() for tag, quality in wanted if quality)
    return next((lang for lang in ours if lang in LANGUAGES), FALLBACK)
