"""What a file without a server is made to run with: plotly.js, the shapes, our scripts and styles.

The scripts are those of the pages (`frontend/src/`), with a stand-in for Dash: there is one map, one
tooltip and one year slider. All come from the front-end build.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from dashboard.settings import STATIC
from dashboard.static import PREFIX, TOPOLOGY, static


class BundleError(RuntimeError):
    """There is no front-end build of today's scripts; the message says how to make one."""


@cache
def plotly() -> str:
    """Our bundle of plotly.js; BundleError without one."""
    return inline(_published("plotly.js").read_text(encoding="utf-8"))


@cache
def plotly_terms() -> str:
    """The licences of what the bundle of plotly.js is made of."""
    path = _published("plotly.js").with_suffix(".txt")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


@cache
def topology() -> str:
    """The shapes of the map, as JSON."""
    return TOPOLOGY.read_text(encoding="utf-8")


@cache
def scripts(name: str) -> str:
    """The scripts of "standalone" files or of a "pack"; BundleError without a build of them."""
    return inline(_published(f"{name}.js").read_text(encoding="utf-8"))


@cache
def styles(name: str) -> str:
    """The styles of "standalone" files or of a "pack"; BundleError without a build of them."""
    return _published(f"{name}.css").read_text(encoding="utf-8")


def _published(name: str) -> Path:
    path = static().addresses.get(name)
    if path is None:
        raise BundleError(
            "Files that work without a server hold plotly.js and our scripts, and there is no "
            "front-end build to take them from. Make one with: make install"
        )
    return STATIC / path.removeprefix(PREFIX)


def inline(script: str) -> str:
    """A script as it may stand inside a page: nothing in it ends the element."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


@cache
def permitted(script: str) -> str:
    """The source of a content policy that allows this one inline script."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
