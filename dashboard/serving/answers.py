"""What several routes answer: a sentence, a redirect that may change, nothing to who has it all.

Imports the headers alone.
"""

from typing import TypeVar

from flask import Request, Response
from werkzeug.wrappers import Response as AnyResponse

from dashboard.serving.headers import FACE

Answer = TypeVar("Answer", bound=AnyResponse)


def sentence(text: str, status: int) -> Response:
    """A sentence for whoever asked: what was wrong, and what there is."""
    response = Response(f"{text}\n", status, FACE, mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response


def moving(response: AnyResponse) -> AnyResponse:
    """A redirect to an edition leads elsewhere after the next build."""
    response.headers.update(FACE)
    response.headers["Cache-Control"] = "no-cache"
    return response


def unless_known(response: Answer, request: Request | dict[str, object]) -> Answer:
    """`response`, or 304 without its body for whoever has it already (RFC 9110, 13.1.2)."""
    response.make_conditional(request)
    response.headers.pop("Date", None)  # the server writes its own
    return response
