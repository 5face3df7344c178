"""Short answers that several routes give: a sentence, and a redirect that may change.

Imports the headers alone.
"""

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from dashboard.serving.headers import FACE


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
