"""The worker of gunicorn that gives a request a thread once all of it has come.

gunicorn's own threads read from the network, and wait for whoever sends half a request: eight such
hold a server. Here the loop collects what comes, as a proxy would, and closes what takes too long.
Imports the settings alone.
"""

import errno
import re
import socket
import struct
import time
from collections.abc import Callable
from functools import partial
from selectors import EVENT_READ
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

from dashboard.settings import settings

# From the first byte of a request to its last, and from a connection to its first request.
REQUEST_SECONDS = 10
# How long a reader may take nothing of an answer, and the last resort where gunicorn reads more than we.
STALLED_SECONDS = 20
# More than our longest address and a browser's headers; gunicorn has limits of its own for each.
MOST_HEAD = 32 * 1024
# What of a refused body is read before its connection is closed.
DRAIN_SECONDS = 0.05
END = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
WAITS = re.compile(rb"\r\nexpect:[ \t]*100-continue", re.IGNORECASE)
GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n"
TOO_LONG = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


def is_whole(received: bytes, most_body: int) -> bool:
    """Whether a request can be answered without waiting: it is there, or refused for its size."""
    end = received.find(END)
    if end < 0:
        return False
    head, body = received[: end + 2], len(received) - end - len(END)
    if body > most_body:
        return True
    if CHUNKED.search(head):
        return received.endswith(b"0" + END)
    length = LENGTH.search(head)
    needed = int(length[1]) if length else 0
    return needed > most_body or body >= needed


def _heard(client: socket.socket) -> bytes | None:
    """What has come on a connection: nothing once its sender has gone, None where there is nothing yet."""
    try:
        return client.recv(MOST_HEAD)
    except BlockingIOError:
        return None
    except OSError:
        return b""


class PatientWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Collects requests in the loop; threads see whole ones only."""

    def accept(self, listener: socket.socket) -> None:
        """Take a connection, and wait for its first request."""
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.ECONNABORTED):
                raise
            return
        for option in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
            client.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", STALLED_SECONDS, 0))
        self.nr_conns += 1
        self._collect(TConn(self.cfg, client, address, listener.getsockname()), b"")

    def on_client_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """The next request begins on a connection that was kept."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._collect(conn, b"")

    def on_pending_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """More of a request has come, or its sender has gone."""
        came = _heard(client)
        if came:
            conn.received += came
            self._hand_over_if_whole(conn)
        elif came is not None:
            self._forget(conn)

    def finish_request(self, conn: TConn, future: Any) -> None:
        """Keep or close the connection; a next request that came with the last one is collected too."""
        if self.alive and not future.cancelled() and not future.exception() and not future.result():
            self._let_go(conn)
            return
        early = conn.parser.unreader.take_buffered() if conn.parser else b""
        super().finish_request(conn, future)
        if early and conn in self.keepalived_conns:
            self.poller.unregister(conn.sock)
            self.keepalived_conns.remove(conn)
            self._collect(conn, early)

    def _keepalive_after(self, conn: TConn, keepalive: bool) -> bool:
        """Bodies were collected before: one that is not there by now was refused."""
        deadline = time.monotonic() + DRAIN_SECONDS
        return bool(keepalive and conn.parser.finish_body(deadline=deadline))

    def _collect(self, conn: TConn, received: bytes) -> None:
        """Wait for a request without a thread, for so long."""
        conn.received, conn.told = received, False
        self._watch(conn, self.on_pending_socket_readable)
        if received:
            self._hand_over_if_whole(conn)
        else:
            self.on_pending_socket_readable(conn, conn.sock)

    def _watch(self, conn: TConn, hears: Callable[[TConn, socket.socket], None]) -> None:
        """Have the loop tell what comes, and close the connection when its time is over."""
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + REQUEST_SECONDS
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(hears, conn))

    def _let_go(self, conn: TConn) -> None:
        """Say that no more comes, and close when the client has heard it (RFC 9112, 9.6).

        gunicorn waits for that here, two seconds a connection, and serves nobody meanwhile.
        """
        try:
            conn.sock.shutdown(socket.SHUT_WR)
        except OSError:
            self.nr_conns -= 1
            conn.close()
            return
        conn.received = b""
        self._watch(conn, self._hear_out)

    def _hear_out(self, conn: TConn, client: socket.socket) -> None:
        came = _heard(client)
        conn.received += came or b""
        if came == b"" or len(conn.received) > settings().max_body:
            self._forget(conn)

    def _hand_over_if_whole(self, conn: TConn) -> None:
        if is_whole(conn.received, settings().max_body):
            self._unregister(conn)
            conn.data_ready = True
            conn.init()
            conn.parser.unreader.unread(conn.received)
            self.enqueue_req(conn)
        elif END not in conn.received:
            if len(conn.received) > MOST_HEAD:
                self._send(conn, TOO_LONG)
                self._forget(conn)
        elif not conn.told and WAITS.search(conn.received):
            conn.told = True
            self._send(conn, GO_ON)

    def _send(self, conn: TConn, text: bytes) -> None:
        """A few bytes to an empty buffer: they go, or the sender has gone."""
        try:
            conn.sock.send(text)
        except OSError:
            self.log.debug("A client left before its request was whole.")

    def _unregister(self, conn: TConn) -> None:
        self.poller.unregister(conn.sock)
        self.pending_conns.remove(conn)

    def _forget(self, conn: TConn) -> None:
        self._unregister(conn)
        self.nr_conns -= 1
        conn.close()
