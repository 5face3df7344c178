"""The addresses at which the service describes itself to programs. Thin views."""

import orjson
from flask import Blueprint, Response

from dashboard.called.llms import llms
from dashboard.called.openapi import openapi
from dashboard.serving.faces import compressed

called = Blueprint("called", __name__)


@called.get("/openapi.json")
def description() -> Response:
    """Every face, its parameters and what they may be (OpenAPI 3.1)."""
    return compressed(orjson.dumps(openapi()), "application/json", "no-cache")


@called.get("/llms.txt")
def for_assistants() -> Response:
    """What the service is, its addresses and what not to conclude, as a short text (llmstxt.org)."""
    return compressed(llms().encode(), "text/markdown; charset=utf-8", "no-cache")
