"""Run the parts of the benchmark one after the other, each in a process of its own.

What a part breaks, or how long it hangs, the others do not pay for: its rows up to then are kept, a
sentence says why there are no more, and the next part begins.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from bench.report import Row

Part = Callable[[bool], Iterator[Row]]

# The whole run, and one part of it; the longest takes about half as long on a quiet machine.
MOST_SECONDS = 15 * 60
MOST_SECONDS_A_PART = 4 * 60
# How long servers and browsers of a part that was stopped have to end by themselves.
GRACE_SECONDS = 3
_PROCESSES = multiprocessing.get_context("spawn")


@dataclass(slots=True)
class Found:
    """What a run gave: all rows, why a part is not whole, and how long each took."""

    rows: list[Row] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def run(
    parts: Mapping[str, Part],
    quick: bool,
    show: Callable[[str, Row], None],
    most: float = MOST_SECONDS,
    most_a_part: float = MOST_SECONDS_A_PART,
) -> Found:
    """Run all parts within `most` seconds, each within `most_a_part`; `show` each row as it comes."""
    found = Found()
    ends = time.monotonic() + most
    for name, part in parts.items():
        started = time.monotonic()
        try:
            for row in _rows(part, quick, ends, most_a_part):
                show(name, row)
                found.rows.append(row)
        except PartError as error:
            found.failures[name] = str(error)
        found.seconds[name] = time.monotonic() - started
    return found


class PartError(RuntimeError):
    """A part of the benchmark did not come to its end; the message says why."""


def _rows(part: Part, quick: bool, ends: float, most: float) -> Iterator[Row]:
    """The rows of a part as they come; PartError where it fails or takes more than `most` seconds."""
    if time.monotonic() >= ends:
        raise PartError("left out, since the parts before took all the time there is.")
    ours, theirs = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_work, args=(part, quick, theirs))
    process.start()
    theirs.close()
    deadline = ends
    try:
        with suppress(EOFError):
            while ours.poll(max(0, deadline - time.monotonic())):
                said = ours.recv()
                if said is None:
                    deadline = min(ends, time.monotonic() + most)
                    continue
                if isinstance(said, str):
                    raise PartError(said)
                yield said
            raise PartError("stopped, since it took too long.")
        process.join(GRACE_SECONDS)
        if process.exitcode:
            raise PartError(f"its process ended with status {process.exitcode}.")
    finally:
        _stop(process)


def _work(part: Part, quick: bool, rows: Connection) -> None:
    """Say that it begins, then send the rows of a part, or a sentence why there are no more."""
    os.setsid()
    rows.send(None)
    try:
        for row in part(quick):
            rows.send(row)
    except Exception as error:  # noqa: BLE001  # whatever it is, the other parts go on
        reason = next(iter(str(error).splitlines()), "")
        rows.send(f"{type(error).__name__}: {reason}")


def _stop(process: SpawnProcess) -> None:
    """End a part with the servers and browsers that it started: they are one group of processes."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
            _wait_for(process)
    process.kill()
    process.join()


def _wait_for(process: SpawnProcess) -> None:
    """Until nothing of its group is left (ProcessLookupError), or the grace is over."""
    ends = time.monotonic() + GRACE_SECONDS
    while time.monotonic() < ends:
        process.join(0.05)
        os.killpg(process.pid, 0)
