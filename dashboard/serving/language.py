"""The language that a request is answered in; imports the words only.

An address that names a language has it. Else Dash's own requests (layout, callbacks) have that of
the page they come from, and everything else what the browser prefers.
"""

from urllib.parse import SplitResult, parse_qs, urlsplit

from flask import has_request_context, request
from werkzeug.http import parse_accept_header

from dashboard.catalogue.languages import LANGUAGES
from dashboard.i18n import FALLBACK

# What Dash asks for by itself, on behalf of a page.
DASH_OWN = "/_dash-"


def request_language() -> str:
    """The language of the request at hand; English where there is none (start, tests)."""
    if not has_request_context():
        return FALLBACK
    return named_language() or best_language(request.headers.get("Accept-Language", ""))


def named_language() -> str:
    """The language that the address names, or for Dash's own requests that of the page; else empty."""
    asked = request.query_string.decode("latin-1")
    if request.path.startswith(DASH_OWN):
        asked += f"&{referring(request.referrer).query}"
    return named_in(asked)


def named_in(query: str) -> str:
    """The language that a query string names; empty where it names none, or several."""
    named = parse_qs(query).get("lang", [])
    return named[0] if len(named) == 1 and named[0] in LANGUAGES else ""


def referring(referrer: str | None) -> SplitResult:
    """The parts of a Referer; empty ones where it is no address."""
    try:
        return urlsplit(referrer or "")
    except ValueError:
        return urlsplit("")


def best_language(accept_language: str) -> str:
    """The language of ours that an Accept-Language header prefers, else English.

    "ru-RU,ru;q=0.9,en;q=0.8" gives "ru"; what has a quality of 0 is refused (RFC 9110, 12.5.4).
    """
    wanted = parse_accept_header(accept_language)
    ours = (tag.partition("-")[0].lower() for tag, quality in wanted if quality)
    return next((lang for lang in ours if lang in LANGUAGES), FALLBACK)
