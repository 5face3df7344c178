"""The edition of the dashboard: the data version, and a stamp of all else that a face is made of.

Faces are kept for ever under their address, so the address must change with the code, the words,
the catalogue, the shapes and the libraries, not with the data alone. Imports settings and tables.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from dashboard.settings import CATALOGUE, GEO, I18N, ROOT
from dashboard.tables import tables

STAMP_LENGTH = 8
# Links that were frozen with a shorter stamp still name their data version.
FORMER_STAMP_LENGTH = 4
CODE = {".py", ".js", ".css", ".html"}
LOCKS = ("requirements.txt", "package-lock.json")


def edition(version: str = "") -> str:
    """The value of `v` in addresses of faces: a data version, then eight digits of the stamp.

    Of the newest version unless told.
    """
    return (version or tables().version) + _stamp()


@cache
def _stamp() -> str:
    return stamp(_sources())


def stamp(files: Iterable[Path]) -> str:
    """Eight hexadecimal digits that change when a file does."""
    digest = sha256()
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:STAMP_LENGTH]


def _sources() -> list[Path]:
    package = ROOT / "dashboard"
    pipeline = package / "pipeline"
    code = (
        path
        for path in package.rglob("*.*")
        if path.suffix in CODE and pipeline not in path.parents
    )
    data = (path for folder in (CATALOGUE, I18N, GEO) for path in folder.rglob("*.*"))
    # Files that work without a server hold scripts, styles and plotly.js.
    front = (
        path for folder in (ROOT / "assets", ROOT / "frontend") for path in folder.rglob("*.*")
    )
    return sorted([*code, *data, *front, *(ROOT / name for name in LOCKS)])
