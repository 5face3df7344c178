"""The switch from old tables to new ones: at one stroke, by one build at a time, with the old ones kept."""

import errno
import json
import os
import random
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.digests import is_as_built, version_of
from dashboard.pipeline import switch
from dashboard.pipeline.switch import BusyError, manifest_of, replaced

SERVED = ("profiles", "availability", "targets")
KILLS = 30


def contents(mark: str) -> list[bytes]:
    """What is served of small tables."""
    return [f"{mark} {name}".encode() * 50 for name in SERVED]


def version(mark: str) -> str:
    """Their data version."""
    return version_of(contents(mark), ())


def write(folder: Path, mark: str) -> str:
    """Write them as a build would; give their version."""
    for name, content in zip(SERVED, contents(mark), strict=True):
        (folder / f"{name}.jsonl").write_bytes(content)
    (folder / "serve").mkdir()
    manifest = {"version": version(mark), "indicators": []}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return version(mark)


def publish(out: Path, mark: str) -> str:
    """Put those tables in the place of `out`; give their version."""
    with replaced(out) as folder:
        return write(folder, mark)


def versions(out: Path) -> set[str]:
    """The older versions that are there, each whole and under its own name."""
    found = list((out.parent / "versions").glob("*"))
    assert all(is_as_built(path, manifest_of(path)) for path in found)
    assert all(manifest_of(path)["version"] == path.name for path in found)
    return {path.name for path in found}


def names(out: Path) -> list[str]:
    """What lies in the folder of the tables and beside it."""
    return sorted(path.name for path in out.parent.iterdir())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the tables go."""
    return tmp_path / "tables"


def test_replaced_version_is_kept(out: Path) -> None:
    """The tables that a build replaces can still be shown to frozen links, and nothing else is left.

    The newest lies among the versions too, for a process that serves the old ones yet; as the same files.
    """
    old, new = publish(out, "a"), publish(out, "b")
    assert versions(out) == {old, new}
    assert manifest_of(out)["version"] == new
    assert names(out) == ["tables", "versions"]
    links = {path.stat().st_ino for path in (out.parent / "versions" / new).glob("*.jsonl")}
    assert links == {path.stat().st_ino for path in out.glob("*.jsonl")}


def test_same_version_changes_nothing(out: Path) -> None:
    """A build of the same data leaves every file as it is, the date of its building among them."""
    publish(out, "a")
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in out.rglob("*")}
    publish(out, "a")
    after = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in out.rglob("*")}
    assert after == before
    assert names(out) == ["tables", "versions"]


def test_same_version_mends_what_is_damaged(out: Path) -> None:
    """A build of the same data replaces tables that are not as they were built."""
    publish(out, "a")
    (out / "targets.jsonl").write_bytes(b"cut")
    publish(out, "a")
    assert is_as_built(out, manifest_of(out))


def test_going_back(out: Path) -> None:
    """Data that had been replaced may return; both versions are there all the time."""
    first, other = publish(out, "a"), publish(out, "b")
    publish(out, "a")
    assert versions(out) == {first, other}


def test_few_versions_are_kept(out: Path) -> None:
    """The disk does not fill: beyond the newest and three others, what was replaced first goes."""
    known = [publish(out, mark) for mark in "fedcba"]
    assert versions(out) == set(known[2:])


def test_tables_without_a_version_are_not_kept(out: Path) -> None:
    """What cannot be read is replaced and gone."""
    out.mkdir()
    (out / "manifest.json").write_text("damaged")
    newest = publish(out, "a")
    assert versions(out) == {newest}


def test_crash_keeps_the_old_tables(out: Path) -> None:
    """Whatever goes wrong while tables are written, the old ones stay and nothing is left over."""
    old = publish(out, "a")

    def crash() -> None:
        with replaced(out) as folder:
            write(folder, "b")
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # of our own making
        crash()
    assert manifest_of(out)["version"] == old
    assert names(out) == ["tables", "versions"]
    assert versions(out) == {old}


def test_second_build_is_refused(out: Path) -> None:
    """While one build is at work another one is told so, and harms nothing; afterwards it may."""
    with replaced(out) as folder:
        with pytest.raises(BusyError, match=f"Another build is at work in {out.parent}; try again"):
            publish(out, "b")
        first = write(folder, "a")
    assert manifest_of(out)["version"] == first
    second = publish(out, "b")
    assert versions(out) == {first, second}


def test_full_disk_keeps_the_old_tables(out: Path) -> None:
    """A file that the disk has no room for ends the build; the old tables are served on."""
    old = publish(out, "a")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(OSError, match="too large") as error:
            publish(out, "b")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert error.value.errno == errno.EFBIG
    assert is_as_built(out, manifest_of(out))
    assert manifest_of(out)["version"] == old
    assert names(out) == ["tables", "versions"]
    assert versions(out) == {old}


def _no_exchange(*_: Any, **__: Any) -> Any:
    class Library:
        @staticmethod
        def renameat2(*_: Any) -> int:
            return -1

    return Library


def test_file_system_without_exchange(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where folders cannot change places, two renames do it; links that cannot be made are copies."""
    monkeypatch.setattr(switch.ctypes, "CDLL", _no_exchange)
    monkeypatch.setattr(
        switch.os, "link", lambda *_: (_ for _ in ()).throw(OSError(errno.EPERM, ""))
    )
    old, new = publish(out, "a"), publish(out, "b")
    assert (manifest_of(out)["version"], versions(out)) == (new, {old, new})
    assert names(out) == ["tables", "versions"]


def test_what_a_killed_build_set_aside_is_put_back(out: Path) -> None:
    """A build that finds no tables, but those that a killed one had moved, puts them back before all else."""
    old = publish(out, "a")
    out.rename(out.with_name(".tables-old-x"))
    new = publish(out, "b")
    assert versions(out) == {old, new}
    assert names(out) == ["tables", "versions"]


def stepping(out: Path, mark: str, step: Callable[[], None]) -> int:
    """Publish in a process of its own that calls `step` before each thing it asks of the system."""
    child = os.fork()
    if child == 0:

        def heard(event: str, _: object) -> None:
            if event.split(".", maxsplit=1)[0] in ("os", "open", "shutil", "fcntl", "ctypes") and (
                event not in ("os.kill", "os.write")
            ):
                step()

        sys.addaudithook(heard)
        try:
            publish(out, mark)
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def steps_of(out: Path) -> int:
    """How many steps there are."""
    publish(out, "a")
    read, write_end = os.pipe()
    stepping(out, "b", lambda: os.write(write_end, b".") and None)
    return len(os.read(read, 10_000))


def kill_at(at: int) -> Callable[[], None]:
    """A step that ends the process at its turn number `at`."""
    left = iter(range(at))

    def step() -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    return step


def test_tables_outlive_a_kill_at_any_moment(tmp_path: Path) -> None:
    """At 30 random steps of a build, a kill leaves readable tables and whole older versions.

    The next build takes away what the killed ones left.
    """
    count = steps_of(tmp_path / "measured" / "tables")
    out = tmp_path / "killed" / "tables"
    publish(out, "first")
    for at in random.Random(14).sample(range(count), KILLS):  # no secret
        before = manifest_of(out)["version"]
        assert os.WIFSIGNALED(stepping(out, f"{at}", kill_at(at)))
        manifest = manifest_of(out)
        assert is_as_built(out, manifest), f"killed at step {at}"
        assert manifest["version"] in (before, version(f"{at}"))
        assert versions_whole(out)
    before = manifest_of(out)["version"]
    newest = publish(out, "last")
    assert names(out) == ["tables", "versions"]
    assert {before, newest} <= versions(out)


def versions_whole(out: Path) -> bool:
    """Whether whatever goes by the name of a version is whole."""
    found = [path for path in (out.parent / "versions").glob("*") if path.name[0] != "."]
    return all(is_as_built(path, manifest_of(path)) for path in found)
