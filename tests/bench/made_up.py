"""Parts of a benchmark that end well, badly or never; light, since each is run in a new process."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from bench.report import Budget, Row

# The folder in which parts leave the numbers of the processes that they started.
MARK = "ICT_BENCH_TEST_FOLDER"


def good(_: bool) -> Iterator[Row]:
    """Two rows, one beside the plain application."""
    yield Row("first load", "kB", 600, 2000, Budget(700))
    yield Row("start", "s", 0.9, None, Budget(0.7))


def broken(_: bool) -> Iterator[Row]:
    """One row, then what happens when a file is missing."""
    yield Row("before", "ms", 1)
    raise FileNotFoundError("package-lock.json is missing\nand more")


def crashed(_: bool) -> Iterator[Row]:
    """A process that ends in the middle, and leaves a server behind."""
    yield Row("before the crash", "ms", 1)
    _leave_server()
    os._exit(3)


def hanging(_: bool) -> Iterator[Row]:
    """A part that never ends, with a server that it started."""
    yield Row("before the wait", "ms", 1)
    _leave_server()
    time.sleep(60)


def _leave_server() -> None:
    server = subprocess.Popen(["sleep", "60"])
    (Path(os.environ[MARK]) / f"{server.pid}").touch()
