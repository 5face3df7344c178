"""Whoever sends slowly, or half a request, holds nobody up."""

import socket
import time
import urllib.request
from collections.abc import Iterator

import pytest

from dashboard.serving.worker import is_whole
from tests.attack.served import answer, served

MOST = 1000
PATIENCE = 3
GET = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
HALF = b"GET /map HTTP/1.1\r\nHost: x\r\nX-a: "
HALF_BODY = (
    b"POST /deck.pptx HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 5000\r\n\r\nview="
)
REFUSED_BODY = HALF_BODY.replace(b"5000", b"500000")
CHUNKED = b"POST /deck.pptx HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nview="


@pytest.mark.parametrize(
    ("received", "whole"),
    [
        (b"", False),
        (b"GET / HTTP/1.1\r\nHost: x\r\n", False),
        (GET, True),
        (b"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab", False),
        (b"POST / HTTP/1.1\r\ncontent-length:3 \r\nHost: x\r\n\r\nabc", True),
        (b"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET", True),
        (b"POST / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n", True),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", False),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", True),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + b"a" * 1001, True),
    ],
)
def test_a_request_is_whole_when_nobody_has_to_wait(received: bytes, whole: bool) -> None:
    """Its headers have ended and its body is there, or is larger than it may be."""
    assert is_whole(received, MOST) is whole


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server with one worker that gives a request three seconds to come."""
    with served(tmp_path_factory.mktemp("slow"), PATIENCE) as found:
        yield found


def healthy(port: int) -> bool:
    """Whether the server answers somebody else, soon."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as found:
        return bool(found.status == 200)


@pytest.mark.parametrize("sent", [b"", b"G", HALF, HALF_BODY, REFUSED_BODY, CHUNKED])
def test_half_sent_requests_hold_nobody_up(port: int, sent: bytes) -> None:
    """Sixty senders who stop in the middle, eight times the threads: others are answered."""
    senders = [socket.create_connection(("127.0.0.1", port)) for _ in range(60)]
    for sender in senders:
        sender.sendall(sent)
    assert all(healthy(port) for _ in range(10))
    for sender in senders:
        sender.close()
    assert healthy(port)


def test_half_sent_requests_are_ended(port: int) -> None:
    """Who sends a letter a second is cut off when the time of a request is over."""
    with socket.create_connection(("127.0.0.1", port)) as sender:
        sender.sendall(HALF)
        sender.settimeout(1)
        started, gone = time.monotonic(), False
        while not gone and time.monotonic() - started < 4 * PATIENCE:
            try:
                sender.sendall(b"a")
                gone = sender.recv(1) == b""
            except TimeoutError:
                continue
            except OSError:
                gone = True
        assert gone
        assert time.monotonic() - started >= PATIENCE - 1


def test_a_request_in_pieces_is_answered(port: int) -> None:
    """A line that is slow but comes in time gets its answer, byte by byte."""
    with socket.create_connection(("127.0.0.1", port)) as sender:
        for k in range(len(GET)):
            sender.sendall(GET[k : k + 1])
        assert answer(sender).startswith(b"HTTP/1.1 200")


def test_requests_in_one_packet_are_all_answered(port: int) -> None:
    """Two and a half requests at once, then the rest: three answers, and the connection stays."""
    with socket.create_connection(("127.0.0.1", port)) as sender:
        sender.sendall(GET * 2 + GET[:20])
        assert answer(sender).count(b"HTTP/1.1 200 OK") == 2
        sender.sendall(GET[20:])
        assert answer(sender).count(b"HTTP/1.1 200 OK") == 1


def test_who_waits_to_be_asked_for_a_body_is_asked(port: int) -> None:
    """`Expect: 100-continue` gets its go-ahead, and the body its answer."""
    with socket.create_connection(("127.0.0.1", port)) as sender:
        sender.sendall(
            b"POST /map HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        )
        assert answer(sender).startswith(b"HTTP/1.1 100")
        sender.sendall(b"view=")
        assert b"HTTP/1.1 405" in answer(sender)


def test_headers_without_end_are_refused(port: int) -> None:
    """Nobody collects headers for ever: 431, and the connection is closed."""
    with socket.create_connection(("127.0.0.1", port)) as sender:
        sender.sendall(b"GET / HTTP/1.1\r\n" + b"X-a: b\r\n" * 6000)
        assert answer(sender).startswith(b"HTTP/1.1 431")
