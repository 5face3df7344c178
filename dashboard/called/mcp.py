"""The face for assistants: the Model Context Protocol over HTTP, with the tools of `tools.py` alone.

Streamable HTTP without sessions and streams: JSON-RPC 2.0, a message a POST, an answer in JSON. It is
there with MCP=1 only. No text of an exception leaves: refusals are sentences of our own.
"""

from typing import Any
from urllib.parse import urlsplit

import orjson
from flask import Blueprint, Response, request
from werkzeug.exceptions import Forbidden, MethodNotAllowed, NotFound, UnsupportedMediaType

from dashboard.called.arguments import RefusedError, read_arguments
from dashboard.called.llms import RULES
from dashboard.called.tools import TOOLS, Tool
from dashboard.edition import edition
from dashboard.i18n import words
from dashboard.settings import settings

mcp = Blueprint("mcp", __name__)
# The newest first; a client that asks for another is offered the newest.
PROTOCOLS = ("2025-11-25", "2025-06-18")
PARSE, INVALID, NO_METHOD, NO_PARAMETERS = -32700, -32600, -32601, -32602
Message = dict[str, Any]


class RpcError(ValueError):
    """A message that is no question of the protocol; the text is a sentence."""

    def __init__(self, code: int, text: str) -> None:
        """`code` is one of JSON-RPC."""
        super().__init__(text)
        self.code = code


@mcp.before_request
def _admit() -> None:
    """Off unless it is switched on; pages of other sites may not call it (DNS rebinding)."""
    if not settings().mcp:
        raise NotFound("No tools are offered here: see the setting MCP.")
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != urlsplit(settings().address).netloc:
        raise Forbidden("A page of another site may not call the tools.")


@mcp.route("/mcp", methods=["GET", "DELETE"])
def streams() -> Response:
    """There are no streams and no sessions."""
    raise MethodNotAllowed(["POST"], "There is no stream and no session here: send a POST.")


@mcp.post("/mcp")
def message() -> Response:
    """A message, and its answer; nothing where none is expected."""
    if not request.is_json:
        raise UnsupportedMediaType("A message is sent as application/json.")
    try:
        asked = _read(request.get_data())
    except RpcError as error:
        return _answered(_error(None, error), 400)
    if "id" not in asked or "method" not in asked:
        return _answered(None, 202)
    spoken = request.headers.get("MCP-Protocol-Version", PROTOCOLS[0])
    try:
        if spoken not in PROTOCOLS and asked["method"] != "initialize":
            unspoken = RpcError(INVALID, f"The versions spoken here are {', '.join(PROTOCOLS)}.")
            return _answered(_error(asked["id"], unspoken), 400)
        result = _result(asked["method"], asked.get("params", {}))
    except RpcError as error:
        return _answered(_error(asked["id"], error))
    return _answered({"jsonrpc": "2.0", "id": asked["id"], "result": result})


def _read(body: bytes) -> Message:
    """The message, of the form that JSON-RPC gives it."""
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise RpcError(PARSE, "The message is no JSON.") from None
    if not isinstance(found, dict) or found.get("jsonrpc") != "2.0":
        raise RpcError(INVALID, "A message is one object of JSON-RPC 2.0.")
    if "id" in found and type(found["id"]) not in (str, int):
        raise RpcError(INVALID, "The id of a message is a text or a whole number.")
    if "method" in found and not isinstance(found["method"], str):
        raise RpcError(INVALID, "The method of a message is a text.")
    if "method" not in found and not {"result", "error"} & found.keys():
        raise RpcError(INVALID, "The message has no method.")
    return found


def _result(method: str, parameters: object) -> Message:
    """What a method answers; RpcError."""
    if not isinstance(parameters, dict):
        raise RpcError(NO_PARAMETERS, "The parameters of a method are an object.")
    if method == "initialize":
        return _introduced(parameters.get("protocolVersion"))
    if method == "ping":
        return {}
    if method == "tools/list":
        return {"tools": [_described(tool) for tool in TOOLS.values()]}
    if method == "tools/call":
        return _called(parameters)
    raise RpcError(NO_METHOD, "There is no such method: initialize, ping, tools/list, tools/call.")


def _introduced(wanted: object) -> Message:
    title = words("en")("shell.product")
    return {
        "protocolVersion": wanted if wanted in PROTOCOLS else PROTOCOLS[0],
        "capabilities": {"tools": {}},
        "serverInfo": {"name": "regional-ict-indicators", "title": title, "version": edition()},
        "instructions": " ".join(
            ("Look up ids with `find` first: unknown ones are refused, nothing is guessed.", *RULES)
        ),
    }


def _described(tool: Tool) -> Message:
    hints = {"readOnlyHint": True, "idempotentHint": True, "openWorldHint": False}
    return {
        "name": tool.name,
        "title": tool.title,
        "description": tool.description,
        "inputSchema": {
            "type": "object",
            "properties": {name: one.schema for name, one in tool.arguments.items()},
            "required": list(tool.required),
            "additionalProperties": False,
        },
        "annotations": {"title": tool.title, **hints},
    }


def _called(parameters: Message) -> Message:
    """The answer of a tool, as data and as text; a refusal is an answer too."""
    name = parameters.get("name")
    tool = TOOLS.get(name) if isinstance(name, str) else None
    if tool is None:
        raise RpcError(NO_PARAMETERS, f"There is no such tool; there are {', '.join(TOOLS)}.")
    try:
        taken = read_arguments(tool.arguments, tool.required, parameters.get("arguments", {}))
        found = tool.answer(**taken)
    except RefusedError as error:
        return {"content": [{"type": "text", "text": str(error)}], "isError": True}
    text = orjson.dumps(found).decode()
    return {
        "content": [{"type": "text", "text": text}],
        "structuredContent": found,
        "isError": False,
    }


def _error(of: str | int | None, error: RpcError) -> Message:
    said = {"code": error.code, "message": str(error)}
    return {"jsonrpc": "2.0", "id": of, "error": said}


def _answered(body: Message | None, status: int = 200) -> Response:
    text = b"" if body is None else orjson.dumps(body)
    response = Response(text, status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response
