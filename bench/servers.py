"""Start and stop the servers that are measured, and read what they take of the machine."""

import os
import random
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
WORKERS = 2
START_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address, how long it took to answer, and the id of its process."""

    url: str
    start_seconds: float
    pid: int

    def worker_memory(self) -> tuple[float, float]:
        """MiB of the largest worker: its proportional share (PSS), and all it can see (RSS)."""
        workers = psutil.Process(self.pid).children()
        infos = [worker.memory_full_info() for worker in workers]
        mebibyte = 1024 * 1024
        return max(i.pss for i in infos) / mebibyte, max(i.rss for i in infos) / mebibyte

    def cpu_seconds(self) -> float:
        """Processor time that the workers have used so far."""
        return spent_by_children(self.pid)


def spent_by_children(pid: int) -> float:
    """Processor seconds of what a process has started: the workers of a server, of a cache."""
    times = [child.cpu_times() for child in psutil.Process(pid).children()]
    return float(sum(t.user + t.system for t in times))


def free_port() -> int:
    """A port that nobody listens on, outside the range that the system hands out itself."""
    for port in random.sample(range(20000, 30000), 100):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("All ports that were tried are taken.")


@contextmanager
def dashboard(root: Path = ROOT, **settings: str) -> Iterator[Server]:
    """The dashboard in `root`, as its Procfile serves it, with two workers and no face kept yet."""
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py"]
    with tempfile.TemporaryDirectory() as cache:
        environment = {"WEB_CONCURRENCY": f"{WORKERS}", "CACHE": cache, **settings}
        with _serving(command, root, environment) as server:
            yield server


@contextmanager
def plain(*, compress: bool) -> Iterator[Server]:
    """The plain application with two workers, and threads: a browser's spare connections hold one."""
    gunicorn = [sys.executable, "-m", "gunicorn", "-w", f"{WORKERS}", "--threads", "4"]
    command = [*gunicorn, "bench.plain_app:server"]
    with _serving(command, ROOT, {"COMPRESS": "1" if compress else ""}) as server:
        yield server


@contextmanager
def _serving(command: list[str], root: Path, environment: dict[str, str]) -> Iterator[Server]:
    port = free_port()
    if "bench.plain_app:server" in command:
        command = [*command, "-b", f"127.0.0.1:{port}"]
    # A server starts from the byte code that its installation or its last start has left.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=root,
        env={**inherited, **environment, "PORT": f"{port}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(f"{url}/", process)
        yield Server(url, time.perf_counter() - started, process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    """Until the first byte; RuntimeError if the server ends or takes too long."""
    deadline = time.perf_counter() + START_SECONDS
    while time.perf_counter() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=START_SECONDS) as answer:
                answer.read(1)
                return
        except OSError:
            time.sleep(0.005)
    raise RuntimeError(f"The server at {url} did not start.")
