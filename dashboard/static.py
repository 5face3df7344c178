"""Addresses of the static files, as the front-end build published them; imports settings only.

`frontend/publish.py` writes `build/static/` with a manifest: a name, the fingerprinted file or
folder it was published as, and a digest of what it was made from. A name whose sources have changed
since counts as not published: a page then runs the scripts and styles as they stand, and a file that
works without a server cannot be made.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson

from dashboard.settings import GEO, ROOT, STATIC, settings

PREFIX = "/static/"
PLAIN_TOPOLOGY = "/geo/"
PLAIN_SCRIPTS = "/src/"
ASSETS = ROOT / "assets"
FRONTEND = ROOT / "frontend"
SCRIPTS = FRONTEND / "src"
# The published sheet has of Bootstrap what is named in here and in the scripts.
MARKUP = ROOT / "dashboard"
TOPOLOGY = GEO / "topology.json"
PACKAGES = ("dash", "dash-bootstrap-components", "plotly")


def digest(contents: Iterable[bytes]) -> str:
    """The fingerprint of some contents, in their order: ten hexadecimal digits."""
    total = hashlib.sha256()
    for content in contents:
        total.update(hashlib.sha256(content).digest())
    return total.hexdigest()[:10]


def _read(paths: Iterable[Path]) -> Iterable[bytes]:
    return (path.read_bytes() for path in paths if path.exists())


def sources() -> dict[str, str]:
    """What each group of published files is made from now, as digests."""
    packages = f"{[version(name) for name in PACKAGES]}".encode()
    how = [FRONTEND / "bundle.mjs"]
    return {
        "scripts": digest(_read([*how, *sorted(SCRIPTS.rglob("*.js"))])),
        "styles": digest(
            _read([*how, *sorted(SCRIPTS.rglob("*.css")), *sorted(ASSETS.glob("*.css"))])
        ),
        "markup": digest(_read(sorted(MARKUP.rglob("*.py")))),
        "topology": digest(_read([TOPOLOGY])),
        "suites": digest([packages]),
    }


@dataclass(frozen=True, slots=True)
class Static:
    """The published files that are up to date: name to path, below the `root` of all addresses."""

    addresses: Mapping[str, str]
    stale: tuple[str, ...]
    root: str = ""

    def url(self, name: str) -> str | None:
        """The address of a published file, None where the app serves the source itself."""
        address = self.addresses.get(name)
        return address and f"{self.root}{address}"

    @property
    def topology_url(self) -> str:
        """The folder that plotly.js finds its shapes in."""
        return f"{self.root}{self.addresses.get('topology', PLAIN_TOPOLOGY)}"


def read_static(folder: Path, root: str = "") -> Static:
    """What `folder` holds, served below `root`; an absent or unreadable manifest means that nothing is published."""
    try:
        manifest: dict[str, Any] = orjson.loads((folder / "manifest.json").read_bytes())
        items: dict[str, dict[str, Any]] = manifest["files"]
    except (OSError, ValueError, KeyError):
        return Static({}, (), root)
    now = sources()
    fresh = {
        name: PREFIX + item["path"]
        for name, item in items.items()
        if all(now[source] == made_from for source, made_from in item["made_from"].items())
    }
    return Static(fresh, tuple(sorted(set(items) - set(fresh))), root)


@cache
def static() -> Static:
    """The static files of this installation, read once."""
    return read_static(STATIC, settings().root)
