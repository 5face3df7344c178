"""How many requests a second a server answers, asked by processes that each keep one connection."""

import multiprocessing
import re
import socket
import time
from urllib.parse import urlsplit

ASKERS = 4
LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
CLOSES = re.compile(rb"(?i)\r\nconnection: *close")


def requests_a_second(
    url: str, paths: list[str], seconds: float, body: bytes | None = None
) -> float:
    """The rate over `seconds` at which all of `paths` in turn are answered; POST with a body."""
    with multiprocessing.Pool(ASKERS) as pool:
        counts = pool.starmap(_ask, [(url, paths, seconds, body)] * ASKERS)
    return sum(counts) / seconds


def _ask(url: str, paths: list[str], seconds: float, body: bytes | None) -> int:
    host = urlsplit(url)
    requests = [_request(host.netloc, path, body) for path in paths]
    deadline = time.perf_counter() + seconds
    count = 0
    connection = socket.create_connection((host.hostname, host.port))
    while time.perf_counter() < deadline:
        connection.sendall(requests[count % len(requests)])
        if not _read_answer(connection):
            connection.close()
            connection = socket.create_connection((host.hostname, host.port))
        count += 1
    connection.close()
    return count


def _request(host: str, path: str, body: bytes | None) -> bytes:
    """A request as bytes, written once: the asker must cost less than the server."""
    head = f"{'POST' if body else 'GET'} {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: br\r\n"
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return f"{head}\r\n".encode() + (body or b"")


def _read_answer(connection: socket.socket) -> bool:
    """Read one answer of known length; whether the connection stays open."""
    data = connection.recv(65536)
    while b"\r\n\r\n" not in data:
        data += connection.recv(65536)
    head, _, rest = data.partition(b"\r\n\r\n")
    if not head.startswith((b"HTTP/1.1 200", b"HTTP/1.0 200")):
        raise RuntimeError(head.splitlines()[0].decode())
    length = LENGTH.search(head)
    if length is None:
        raise RuntimeError("An answer without a length cannot be counted.")
    missing = int(length[1]) - len(rest)
    while missing > 0:
        missing -= len(connection.recv(65536))
    return CLOSES.search(head) is None
