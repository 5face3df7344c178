"""Put new tables in the place of the old ones, at one stroke; imports digests alone.

Whoever reads the folder sees the old build or the new one, and so does whoever comes after a kill at any
moment: two folders exchange their names (`renameat2`), and both versions lie among the kept ones
before they do. One build at a time: a lock of the system, which goes with the process that holds it.
"""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import Any

import orjson

from dashboard.digests import is_as_built, whole

# Older data versions that frozen links still show; each takes 28 MB.
MOST_KEPT = 3
VERSIONS = "versions"
# From Linux's fcntl.h and fs.h.
AT_FDCWD, RENAME_EXCHANGE = -100, 2


class BusyError(RuntimeError):
    """Another build is at work; the message says where."""


@contextmanager
def replaced(out: Path) -> Iterator[Path]:
    """Give an empty folder to fill; it takes the place of `out` only if nothing went wrong.

    The new data version and the one that was there are kept beside `out` as well, in
    `versions/<version>`; where they are the same, all stays as it is. BusyError if somebody else is at it.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with alone(out.parent, "build"):
        _clear(out)
        new = Path(tempfile.mkdtemp(prefix=_unfinished(out), dir=out.parent))
        try:
            yield new
            new.chmod(0o755)
            if not _same(new, out):
                _settle(new)
                _keep(out, out)
                _keep(new, out)
                _exchange(new, out)
                _let_go(out)
        finally:
            shutil.rmtree(new, ignore_errors=True)


@contextmanager
def alone(folder: Path, work: str) -> Iterator[None]:
    """Hold a folder for one process at a time; BusyError if another one does such work there."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            flock(handle, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            message = f"Another {work} is at work in {folder}; try again when it has ended."
            raise BusyError(message) from None
        yield
    finally:
        os.close(handle)


def _unfinished(out: Path) -> str:
    return f".{out.name}-new-"


def _clear(out: Path) -> None:
    """Remove what a build that was killed has left, or put it back where it had no time to."""
    set_aside = sorted(out.parent.glob(f".{out.name}-old-*"))
    if set_aside and not out.exists():
        set_aside.pop().rename(out)
    for left in (
        *set_aside,
        *out.parent.glob(f"{_unfinished(out)}*"),
        *(out.parent / VERSIONS).glob(f"{_unfinished(out)}*"),
    ):
        shutil.rmtree(left, ignore_errors=True)


def _same(new: Path, out: Path) -> bool:
    """Whether `out` holds the same data version already, undamaged."""
    old = manifest_of(out)
    return (
        bool(old)
        and all(manifest_of(new).get(key) == old.get(key) for key in ("version", "records"))
        and is_as_built(out, old)
        and all(whole(out / file["name"], file["sha256"]) for file in old.get("files", ()))
    )


def manifest_of(folder: Path) -> dict[str, Any]:
    """The manifest of a folder of tables, empty if it has none that can be read."""
    try:
        found = orjson.loads((folder / "manifest.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _settle(folder: Path) -> None:
    """Have all of it on the disk, so that a loss of power does not leave empty files of the right names."""
    for path in (*folder.rglob("*"), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _keep(folder: Path, out: Path) -> None:
    """Have the version in `folder` among those beside `out`, by links to the same files."""
    manifest = manifest_of(folder)
    if not manifest.get("version"):
        return
    versions = out.parent / VERSIONS
    versions.mkdir(exist_ok=True)
    place = versions / str(manifest["version"])
    if not is_as_built(place, manifest):
        copy = Path(tempfile.mkdtemp(prefix=_unfinished(out), dir=versions))
        shutil.copytree(folder, copy, copy_function=_link, dirs_exist_ok=True)
        shutil.rmtree(place, ignore_errors=True)
        copy.rename(place)
    place.touch()  # the time at which it was last the newest


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copy2(source, target)


def _exchange(new: Path, out: Path) -> None:
    """Have `new` and `out` change places at one stroke; else, in two renames."""
    if not out.exists():
        new.rename(out)
        return
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename and not rename(
        AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(out), RENAME_EXCHANGE
    ):
        return
    old = new.with_name(new.name.replace("-new-", "-old-"))
    out.rename(old)
    try:
        new.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _let_go(out: Path) -> None:
    """Remove the oldest versions, beyond the newest and `MOST_KEPT` others."""
    versions = out.parent / VERSIONS
    if not versions.is_dir():
        return
    newest = manifest_of(out).get("version")
    older = [one for one in versions.iterdir() if one.is_dir() and one.name != newest]
    older.sort(key=lambda folder: folder.stat().st_mtime_ns)
    for folder in older[:-MOST_KEPT]:
        shutil.rmtree(folder, ignore_errors=True)
