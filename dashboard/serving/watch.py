"""Notice that other tables lie in the place of those that are served; imports nothing of the dashboard.

A folder may be exchanged at once, as a build does, or copied file by file: it counts when it has been
still from one look to the next.
"""

from collections.abc import Callable
from pathlib import Path

WATCH_SECONDS = 1.0

State = tuple[tuple[str, int, int, int], ...]


class Watch:
    """Looks at a folder and tells, once for each state of it, that it is another than before."""

    def __init__(self, folder: Path, tell: Callable[[], object]) -> None:
        """Take the folder as it is for known."""
        self._folder = folder
        self._tell = tell
        self._seen = self._known = state(folder)

    def look(self) -> None:
        """To be called again and again."""
        now = state(self._folder)
        if now == self._seen and now != self._known:
            self._known = now
            self._tell()
        self._seen = now


def state(folder: Path) -> State:
    """Name, inode, time and size of every file in a folder; of none where it is missing or moving."""
    try:
        files = [(path, path.stat()) for path in sorted(folder.rglob("*"))]
    except OSError:
        return ()
    return tuple((path.name, s.st_ino, s.st_mtime_ns, s.st_size) for path, s in files)
