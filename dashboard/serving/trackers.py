"""What others hang on our addresses: trackers, which are dropped, and "&" that was escaped once too often.

A redirect leads to the address without them, so that nothing that is shown, kept or copied has them;
all other names keep the sentence that says they are unknown. Imports serving alone.
"""

import re
from urllib.parse import unquote_plus

from flask import Request, redirect
from werkzeug.wrappers import Response

from dashboard.serving.answers import moving

TRACKER = re.compile(
    r"utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|yclid|igshid|mc_[ce]id|_hs(enc|mi)|amp;"
)
ESCAPED = "amp;"


def without_trackers(request: Request) -> Response | None:
    """A redirect to the address without trackers; None where it has none."""
    query = request.query_string.decode("latin-1")
    if request.method not in {"GET", "HEAD"} or not query:
        return None
    clean = cleaned(query)
    if clean == query:
        return None
    return moving(redirect(f"{request.path}{'?' if clean else ''}{clean}"))


def cleaned(query: str) -> str:
    """The query without trackers, each other part as it was written; "amp;region" is "region"."""
    parts = [_unescaped(part) for part in query.split("&")]
    return "&".join(part for part in parts if not TRACKER.fullmatch(_name(part)))


def _name(part: str) -> str:
    return unquote_plus(part.partition("=")[0]).lower()


def _unescaped(part: str) -> str:
    """A part without the rest of an escaped "&" before its name, as often as it was escaped."""
    while (name := _name(part)).startswith(ESCAPED) and name != ESCAPED:
        written = part.partition("=")[0]
        length = next(k for k in range(len(written) + 1) if _name(written[:k]) == ESCAPED)
        part = part[length:]
    return part
