"""The dashboard as gunicorn serves it, on a free port, for as long as a test needs it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.settings import ROOT

START_SECONDS = 60


def free_port() -> int:
    """A port that nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(folder: Path, patience: int = 10, late: float = 0, **settings: str) -> Iterator[int]:
    """The port of a server of one worker; a request may take `patience` seconds to come, an answer begins `late`."""
    port = free_port()
    configuration = folder / "conf.py"
    configuration.write_text(
        "from dashboard.serving import worker\n"
        f"worker.REQUEST_SECONDS = {patience}\n"
        f"exec(open({str(ROOT / 'gunicorn.conf.py')!r}).read())\n"
        f"def pre_request(_, __): __import__('time').sleep({late})\n"
    )
    log = (folder / "log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", str(configuration)],
        cwd=ROOT,
        env={**os.environ, "WEB_CONCURRENCY": "1", "CACHE": "", **settings, "PORT": f"{port}"},
        stdout=log,
        stderr=log,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/health", server)
        yield port
    finally:
        server.terminate()
        server.wait()
        log.close()


def _wait(url: str, server: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends and server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("The server did not start.")


def answer(connection: socket.socket, most: int = 1 << 20) -> bytes:
    """What comes until the server has nothing more to say for a second, or closes."""
    connection.settimeout(1)
    found = b""
    try:
        while len(found) < most and (came := connection.recv(65536)):
            found += came
    except TimeoutError:
        pass
    return found
