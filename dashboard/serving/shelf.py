"""A folder of finished faces that several workers share: each is made once, and never seen half-made.

A file is written under another name and renamed when it is whole; it opens with the digest of its
body, so that what a crash of the machine cut short is made anew. Who makes a face holds a lock that
the system lets go of when its process dies. Imports nothing of the dashboard.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from hashlib import blake2b, sha256
from pathlib import Path

Made = tuple[bytes, str]

# Where the application keeps its shelf.
SHELF = "SHELF"

UNFINISHED = ".new-"
LOCKS = "locks"
# A face takes less than a second to write: what is older was left by a worker that is gone.
ABANDONED_SECONDS = 600
# Faces share the locks: as many as two hexadecimal digits tell apart.
LOCK_DIGITS = 2
# Room is made once so much of the capacity has been written, down to this share of it, so that
# some workers may write at the same time.
NOTICED, LEFT = 0.05, 0.8
MEBIBYTE = 1024 * 1024
# How much longer than unused bytes those stay that took a second a MiB; and at most so many times that.
CREDIT_SECONDS, MOST_CREDITS = 3600, 24


class Shelf:
    """Finished faces by key, at most `capacity` bytes; without a folder everything is made anew."""

    def __init__(self, folder: Path | None, capacity: int) -> None:
        """Nothing is touched until the first face is asked for."""
        self._is_off = folder is None
        self._folder = folder or Path()
        self._capacity = capacity
        self._written = capacity  # by this process since it last made room: the first time at once

    def get(
        self, key: str, make: Callable[[], Made], turn: AbstractContextManager[None] | None = None
    ) -> Made:
        """The face of `key`, from the folder or made now, in its `turn`; whatever these raise goes through.

        Who asks while another thread or process makes it waits and gets the same. A disk that is
        full or cannot be written costs the keeping, never the answer.
        """
        turn = turn or nullcontext()
        if self._is_off:
            with turn:
                return make()
        name = sha256(key.encode()).hexdigest()
        if found := self._read(name):
            return found
        with turn, self._locked(name[:LOCK_DIGITS]):
            if found := self._read(name):
                return found
            started = time.perf_counter()
            made = make()
            self._write(name, made, time.perf_counter() - started)
        return made

    def _read(self, name: str) -> Made | None:
        """A face of the folder, None where it is missing or not as it was written."""
        path = self._folder / name
        try:
            digest, media_type, spent, body = path.read_bytes().split(b"\n", 3)
            if digest != _digest(body):
                return None
            _use(path, float(spent), len(body))
        except (OSError, ValueError):
            return None
        return body, media_type.decode()

    def _write(self, name: str, made: Made, spent: float) -> None:
        """Keep a face that took `spent` seconds to make, if the disk can."""
        body, media_type = made
        content = b"\n".join((_digest(body), media_type.encode(), f"{spent:.4f}".encode(), body))
        if len(content) > self._capacity * NOTICED:
            return
        self._written += len(content)
        with suppress(OSError):
            if self._written >= self._capacity * NOTICED:
                self._make_room()
            with self._unfinished() as path:
                path.write_bytes(content)
                _use(path, spent, len(body))
                path.rename(self._folder / name)

    @contextmanager
    def _unfinished(self) -> Iterator[Path]:
        """A new file of a name that is never served; gone if it was not renamed."""
        handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=self._folder)
        os.close(handle)
        path = Path(name)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    @contextmanager
    def _locked(self, name: str, mode: int = LOCK_EX) -> Iterator[bool]:
        """Hold the lock `name` against all threads and processes; False where it cannot be had."""
        try:
            folder = self._folder / LOCKS
            folder.mkdir(parents=True, exist_ok=True)
            file = (folder / name).open("w")
        except OSError:
            yield False
            return
        with file:  # closing it lets go of the lock
            try:
                flock(file, mode)
            except OSError:
                yield False
            else:
                yield True

    def _make_room(self) -> None:
        """Remove what was left unfinished, and the faces that may go first; one process at a time."""
        with self._locked("room", LOCK_EX | LOCK_NB) as is_mine:
            if not is_mine:
                return
            self._written = 0
            held = []
            for entry in os.scandir(self._folder):
                with suppress(OSError):  # another process may be faster
                    state = entry.stat()
                    if entry.name.startswith(UNFINISHED):
                        if state.st_mtime < time.time() - ABANDONED_SECONDS:
                            Path(entry).unlink()
                    elif entry.is_file():
                        held.append((state.st_mtime_ns, state.st_size, Path(entry)))
            self._remove_oldest(held)

    def _remove_oldest(self, held: list[tuple[int, int, Path]]) -> None:
        total = sum(size for _, size, _ in held)
        if total <= self._capacity * LEFT:
            return
        for _, size, path in sorted(held):
            if total <= self._capacity * LEFT:
                return
            path.unlink(missing_ok=True)
            total -= size


def _use(path: Path, spent: float, size: int) -> None:
    """Note that a face is used now, the later the more seconds a MiB of it took: the earliest goes first.

    So what a disk could send in no time never drives out what has to be drawn (Cao and Irani's
    GreedyDual-Size, with the clock in place of their counter).
    """
    credit = CREDIT_SECONDS * min(spent * MEBIBYTE / max(size, MEBIBYTE // 16), MOST_CREDITS)
    until = time.time() + credit
    os.utime(path, (until, until))


def _digest(body: bytes) -> bytes:
    return blake2b(body, digest_size=8).hexdigest().encode()
