"""What a file without a server is made to run with: plotly.js, the shapes, our scripts and styles.

The scripts are those of the pages (`assets/`), with a stand-in for Dash (`standin.js`): there is one
map, one tooltip and one year slider. Never imports dash.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from dashboard.settings import STATIC
from dashboard.static import ASSETS, PREFIX, TOPOLOGY, static

FOLDER = Path(__file__).parent
# The scripts of the pages that show figures, in the order in which they build on each other.
SHARED = (
    "core",
    "packing",
    "shown",
    "faces",
    "view",
    "charts",
    "legend",
    "map",
    "tooltip",
    "years",
    "table",
    "scatter",
)
STYLES = (
    "tokens",
    "figure",
    "legend",
    "tooltip",
    "controls",
    "content",
    "availability",
    "programmes",
    "ranking",
    "region",
    "scatter",
    "theme",
)


class BundleError(RuntimeError):
    """There is no front-end build to take plotly.js from; the message says how to make one."""


@cache
def plotly() -> str:
    """Our bundle of plotly.js, as the front-end build published it; BundleError without one."""
    address = static().url("plotly.js")
    if address is None:
        raise BundleError(
            "Files that work without a server hold plotly.js, and there is no front-end build to "
            "take it from. Make one with: make install"
        )
    return inline((STATIC / address.removeprefix(PREFIX)).read_text(encoding="utf-8"))


@cache
def plotly_terms() -> str:
    """The licences of what the bundle of plotly.js is made of."""
    address = static().url("plotly.js") or ""
    path = (STATIC / address.removeprefix(PREFIX)).with_suffix(".txt")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


@cache
def topology() -> str:
    """The shapes of the map, as JSON."""
    return TOPOLOGY.read_text(encoding="utf-8")


@cache
def scripts(*own: str) -> str:
    """The scripts of the pages, the stand-in for Dash, and the scripts `own` of this package."""
    shared = [ASSETS / f"{name}.js" for name in SHARED]
    paths = [*shared, *(FOLDER / f"{name}.js" for name in own)]
    return inline(";\n".join(path.read_text(encoding="utf-8") for path in paths))


@cache
def styles() -> str:
    """The styles of the pages' figures, on a base of our own instead of Bootstrap."""
    paths = [FOLDER / "base.css", *(ASSETS / f"{name}.css" for name in STYLES)]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def inline(script: str) -> str:
    """A script as it may stand inside a page: nothing in it ends the element."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


@cache
def permitted(script: str) -> str:
    """The source of a content policy that allows this one inline script."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
