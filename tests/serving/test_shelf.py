"""Faces on disk: made once for all who ask, never half of one, never more than there is room for."""

import errno
import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier as ProcessBarrier
from multiprocessing.synchronize import Event
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Thread

import pytest

from dashboard.serving.shelf import ABANDONED_SECONDS, LOCKS, UNFINISHED, Made, Shelf

MEBIBYTE = 1024 * 1024
PROCESSES = multiprocessing.get_context("spawn")


def files(folder: Path) -> list[str]:
    """What lies in the folder, but for its locks."""
    return sorted(path.name for path in folder.iterdir() if path.name != LOCKS)


class Maker:
    """Makes a face of a size, and counts how often it was asked to."""

    def __init__(self, size: int = 3) -> None:
        """A face of `size` bytes."""
        self.size = size
        self.count = 0

    def __call__(self) -> Made:
        """The face."""
        self.count += 1
        return b"\n\x00x" * (self.size // 3), "image/png"


def test_a_face_is_made_once(tmp_path: Path) -> None:
    """Another worker finds what the first one made: same bytes, same media type."""
    make = Maker()
    first = Shelf(tmp_path / "faces", MEBIBYTE).get("a", make)
    assert Shelf(tmp_path / "faces", MEBIBYTE).get("a", make) == first == make()
    assert make.count == 2  # the second time by this test
    Shelf(tmp_path / "faces", MEBIBYTE).get("b", make)
    assert make.count == 3


def test_without_a_folder_nothing_is_kept() -> None:
    """The folder can be switched off."""
    make, shelf = Maker(), Shelf(None, MEBIBYTE)
    assert shelf.get("a", make) == shelf.get("a", make)
    assert make.count == 2


def met(barrier: "Barrier | ProcessBarrier") -> bool:
    """Whether somebody else makes the face at the same time: both would then meet here."""
    try:
        barrier.wait(0.4)
    except BrokenBarrierError:
        return False
    return True


def test_threads_that_ask_at_once_share_one_making(tmp_path: Path) -> None:
    """Readers who click at the same moment cost one rendering."""
    shelf, both, makers = Shelf(tmp_path, MEBIBYTE), Barrier(2), []

    def make() -> Made:
        makers.append(met(both))
        return b"face", "text/plain"

    threads = [Thread(target=shelf.get, args=("a", make)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert makers == [False]


def _ask(
    folder: Path, start: ProcessBarrier, both: ProcessBarrier, told: "Queue[tuple[bytes, bool]]"
) -> None:
    """In another process: ask for the face and tell what came, and whether it was made here."""
    made = []
    start.wait(60)

    def make() -> Made:
        made.append(met(both))
        return f"{os.getpid()}".encode(), "text/plain"

    told.put((Shelf(folder, MEBIBYTE).get("a", make)[0], bool(made)))


def test_processes_that_ask_at_once_share_one_making(tmp_path: Path) -> None:
    """Workers that are asked at the same moment make a face once, and all serve that one."""
    start, both, told = PROCESSES.Barrier(3), PROCESSES.Barrier(2), PROCESSES.Queue()
    arguments = tmp_path, start, both, told
    workers = [PROCESSES.Process(target=_ask, args=arguments) for _ in range(3)]
    for worker in workers:
        worker.start()
    bodies, made = zip(*(told.get(timeout=60) for _ in workers), strict=True)
    for worker in workers:
        worker.join()
    assert len(set(bodies)) == 1
    assert sorted(made) == [False, False, True]


def _hold(folder: Path, entered: Event) -> None:
    """In another process: begin to make a face, and never end."""

    def make() -> Made:
        entered.set()
        signal.pause()
        return b"", ""

    Shelf(folder, MEBIBYTE).get("a", make)


def test_a_killed_worker_holds_nobody_up(tmp_path: Path) -> None:
    """Who waits for a worker that is killed makes the face, and nothing half-made is served."""
    entered, make = PROCESSES.Event(), Maker()
    other = PROCESSES.Process(target=_hold, args=(tmp_path, entered))
    other.start()
    assert entered.wait(60)
    assert other.pid
    os.kill(other.pid, signal.SIGKILL)
    assert Shelf(tmp_path, MEBIBYTE).get("a", make) == make()
    other.join()


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_full_disk_costs_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    """A disk that is full while a face is written still answers, and leaves nothing behind."""
    whole = Path.write_bytes

    def write_half(path: Path, content: bytes) -> int:
        whole(path, content[: len(content) // 2])
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(Path, "write_bytes", write_half)
    make = Maker(300)
    assert Shelf(tmp_path, MEBIBYTE).get("a", make) == make()
    assert files(tmp_path) == []


def test_a_folder_that_cannot_be_written_costs_no_answer(tmp_path: Path) -> None:
    """Where the folder cannot even be made, faces are made anew each time."""
    (tmp_path / "file").write_text("in the way")
    make = Maker()
    shelf = Shelf(tmp_path / "file" / "faces", MEBIBYTE)
    assert shelf.get("a", make) == shelf.get("a", make)


@pytest.mark.parametrize("damage", [lambda whole: whole[:-1], lambda _: b"", lambda _: b"\x00" * 9])
def test_a_damaged_file_is_not_served(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """What a crash of the machine cut short is made anew, and then whole."""
    shelf, make = Shelf(tmp_path, MEBIBYTE), Maker(300)
    good = shelf.get("a", make)
    (name,) = files(tmp_path)
    (tmp_path / name).write_bytes(damage((tmp_path / name).read_bytes()))
    assert shelf.get("a", make) == good
    assert shelf.get("a", make) == good
    assert make.count == 2


def test_a_failure_is_kept_from_nobody(tmp_path: Path) -> None:
    """What goes wrong while a face is made is told to who asked, and the next one may try again."""
    shelf = Shelf(tmp_path, MEBIBYTE)

    def fail() -> Made:
        raise LookupError("There is no such face.")

    with pytest.raises(LookupError, match="no such face"):
        shelf.get("a", fail)
    make = Maker()
    assert shelf.get("a", make) == make()


def test_the_folder_is_bounded_and_what_is_used_stays(tmp_path: Path) -> None:
    """Whoever asks for ever new faces cannot fill the disk; those that others use are not removed."""
    capacity, used = 100_000, Maker(3000)
    shelf = Shelf(tmp_path, capacity)
    for k in range(200):
        shelf.get("used", used)
        shelf.get(f"{k}", Maker(3000))
        for path in tmp_path.iterdir():  # each use a second after the one before
            state = path.stat()
            os.utime(path, (state.st_atime - 1, state.st_mtime - 1))
        held = sum(path.stat().st_size for path in tmp_path.iterdir() if path.is_file())
        assert held <= capacity
    assert used.count == 1
    again = Maker(3000)
    shelf.get("0", again)
    assert again.count == 1


def test_a_face_larger_than_the_room_is_not_kept(tmp_path: Path) -> None:
    """One huge face does not push out all others."""
    shelf, huge = Shelf(tmp_path, 1000), Maker(900)
    assert shelf.get("a", huge) == shelf.get("a", huge)
    assert files(tmp_path) == []


def test_leftovers_are_removed_and_never_served(tmp_path: Path) -> None:
    """What a killed worker left unfinished goes with the next face, once it is certainly dead."""
    for name, age in (("old", ABANDONED_SECONDS + 60), ("young", 0)):
        path = tmp_path / f"{UNFINISHED}{name}"
        path.write_bytes(b"half")
        os.utime(path, (time.time() - age,) * 2)
    make = Maker()
    assert Shelf(tmp_path, MEBIBYTE).get("a", make) == make()
    assert f"{UNFINISHED}old" not in files(tmp_path)
    assert f"{UNFINISHED}young" in files(tmp_path)
