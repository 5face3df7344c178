"""What a request may cost: how large its body is, and how many dear answers are made at a time.

Imports the answers alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from dashboard.serving.answers import sentence

# Where the application keeps its gate.
DEAR = "DEAR"
# Requests that may wait for their turn: half of a worker's threads stay free for what is cheap.
MOST_WAITING = 3
WAIT_SECONDS = 5
RETRY_SECONDS = 5


class BusyError(RuntimeError):
    """As many dear answers are being made as may be; the message is a sentence."""


class Dear:
    """Lets a few dear answers be made at a time in this worker, so that the cheap ones go on."""

    def __init__(self, at_once: int, waiting: int = MOST_WAITING) -> None:
        """`at_once` are made while `waiting` more wait; whoever comes then is sent away at once."""
        self._admitted = BoundedSemaphore(at_once + waiting)
        self._made = BoundedSemaphore(at_once)

    @contextmanager
    def turn(self, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
        """Hold a place while the body runs; BusyError where none is free in time."""
        if not self._admitted.acquire(blocking=False):
            raise BusyError("Too many files are being made. Please try again in a moment.")
        try:
            if not self._made.acquire(timeout=wait_seconds):
                raise BusyError("Another file is being made. Please try again in a moment.")
            try:
                yield
            finally:
                self._made.release()
        finally:
            self._admitted.release()


def limit_requests(server: Flask, most_bytes: int) -> None:
    """Refuse larger bodies before they are read, and say in a sentence what is refused, and why."""
    server.config["MAX_CONTENT_LENGTH"] = most_bytes

    def refuse_large() -> None:
        if (request.content_length or 0) > most_bytes:
            raise RequestEntityTooLarge(
                f"A request may have {most_bytes} bytes, this one has more."
            )

    # Before Dash, which reads the body.
    server.before_request_funcs.setdefault(None, []).insert(0, refuse_large)
    server.register_error_handler(HTTPException, _refused)
    server.register_error_handler(BusyError, _busy)


def _refused(error: HTTPException) -> Response:
    """What HTTP itself says, without the words of the request."""
    answer = sentence(error.description or error.name, error.code or 500)
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        answer.headers["Allow"] = ", ".join(sorted(allowed))
    return answer


def _busy(error: BusyError) -> Response:
    answer = sentence(str(error), 503)
    answer.headers["Retry-After"] = f"{RETRY_SECONDS}"
    return answer
