"""How a data version is named: by what is served and by the checksums of the whole tables.

Who reads tables can tell by their name whether they are as they were built. Imports nothing of the
dashboard: the pipeline names, the application verifies.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

VERSION_DIGITS = 12
# The served files with a line a place, beside one an indicator in `serve/`.
PLACED = ("profiles", "availability", "targets")
# What the last builds changed: not part of a version, its checksum stands in the manifest.
CHANGES = "changes.json"


def version_of(served: Iterable[bytes], files: Iterable[Mapping[str, Any]]) -> str:
    """The data version of those served files and of the entries of whole tables."""
    return _names(served, files)[-1]


def version_in(folder: Path, manifest: Mapping[str, Any]) -> str:
    """The data version of what lies in `folder`, of which the manifest lists the names and checksums."""
    return version_of(_served(folder, manifest["indicators"]), manifest.get("files", ()))


def is_as_built(folder: Path, manifest: Mapping[str, Any]) -> bool:
    """Whether the served files in `folder` are those that the version in the manifest names."""
    try:
        names = _names(_served(folder, manifest["indicators"]), manifest.get("files", ()))
        return manifest["version"] in names
    except (OSError, LookupError, TypeError, AttributeError):
        return False


def _served(folder: Path, indicators: Sequence[str]) -> Iterable[bytes]:
    yield from ((folder / "serve" / f"{name}.jsonl").read_bytes() for name in indicators)
    yield from ((folder / f"{name}.jsonl").read_bytes() for name in PLACED)


def _names(served: Iterable[bytes], files: Iterable[Mapping[str, Any]]) -> tuple[str, str]:
    """The name by what is served alone, as builds before the whole tables counted gave it; the name."""
    digest = sha256()
    for content in served:
        digest.update(content)
    former = digest.hexdigest()[:VERSION_DIGITS]
    for file in files:
        digest.update(f"{file['name']} {file['sha256']}\n".encode())
    return former, digest.hexdigest()[:VERSION_DIGITS]


def whole(path: Path, sha256_of_it: str) -> bytes | None:
    """The bytes of a file if they are those of its checksum."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if sha256(content).hexdigest() == sha256_of_it else None
