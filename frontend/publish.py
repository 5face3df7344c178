"""Publish the static files: fingerprinted, and compressed once with brotli and gzip at their best.

Takes build/vendor (from frontend/build.mjs), build/bundles (our scripts and styles, and what they
use of Bootstrap, from frontend/bundle.mjs), Dash's own scripts and the topology, and adds them to
build/static. What has been published under the same fingerprint stays as it is, so that a second run
takes no time, and servers that run meanwhile keep their files for a day. Run by `make install` and
`make run`.
"""

import gzip
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import brotli
import orjson

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dashboard import static  # noqa: E402  # the project is a folder, not an installed package
from dashboard.settings import STATIC  # noqa: E402

VENDOR = ROOT / "build" / "vendor"
BUNDLES = ROOT / "build" / "bundles"
SUITES = "/_dash-component-suites/"
# Dash always asks for these: a polyfill for browsers of before 2018 and a table we do not use.
UNUSED_SUITES = ("/polyfill@", "/dash_table/")
# Parts that dash.dcc loads when a component is first shown; the graph's goes with the first load.
FIRST_CHUNK = "async-graph.js"
CHUNKS = ("async-datepicker.js", "async-dropdown.js", "async-slider.js", "async-upload.js")
DAY_SECONDS = 24 * 60 * 60
Published = dict[str, dict[str, object]]


def main() -> None:
    """Fill build/static, or say in a sentence what is missing."""
    for folder, name in ((VENDOR, "plotly.js"), (BUNDLES, "app.js")):
        if not (folder / name).exists():
            sys.exit(f"The folder build/{folder.name} is missing. Build it with: make install")
    now = static.sources()
    STATIC.mkdir(parents=True, exist_ok=True)
    files: Published = {}
    for name, folder, contents, made_from in contents_by_name():
        publish(STATIC / folder, contents)
        entry = "" if name == "topology" else next(iter(contents))
        made = {key: now[key] for key in made_from}
        files[name] = {"path": f"{folder}/{entry}", "made_from": made}
    written = STATIC / "manifest.new"
    written.write_bytes(orjson.dumps({"files": files}))
    written.replace(STATIC / "manifest.json")
    forget({f"{file['path']}".partition("/")[0] for file in files.values()})


def publish(folder: Path, contents: dict[str, bytes]) -> None:
    """Write one fingerprinted folder, all of it or nothing, unless it is there."""
    if folder.is_dir():
        return
    print(f"  {folder.name}", file=sys.stderr)
    new = Path(tempfile.mkdtemp(dir=STATIC))
    new.chmod(0o755)
    for name, content in contents.items():
        (new / name).write_bytes(content)
        (new / f"{name}.br").write_bytes(brotli.compress(content, quality=11))
        (new / f"{name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    try:
        new.rename(folder)
    except OSError:  # another run was faster
        shutil.rmtree(new)


def forget(current: set[str]) -> None:
    """Delete what is no longer published and was written more than a day ago."""
    for folder in STATIC.iterdir():
        is_old = time.time() - folder.stat().st_mtime > DAY_SECONDS
        if folder.is_dir() and is_old and folder.name not in current:
            shutil.rmtree(folder)


def contents_by_name() -> Iterator[tuple[str, str, dict[str, bytes], tuple[str, ...]]]:
    """Each published name with its folder, files (the first is its entry) and kinds of sources."""
    plotly = {
        "plotly.js": (VENDOR / "plotly.js").read_bytes(),
        "plotly.txt": (VENDOR / "plotly.txt").read_bytes(),
    }
    yield _fingerprinted("plotly.js", plotly)
    yield _fingerprinted("dash.js", dash_scripts(), "suites")
    for name in ("app.js", "brief.js", "committee.js", "standalone.js", "pack.js", "embed.js"):
        yield _fingerprinted(name, {name: (BUNDLES / name).read_bytes()}, "scripts")
    for name in ("standalone.css", "pack.css", "embed.css"):
        yield _fingerprinted(name, {name: (BUNDLES / name).read_bytes()}, "styles")
    styles = (BUNDLES / "app.css").read_bytes()
    for direction, vendor in (("ltr", "bootstrap.css"), ("rtl", "bootstrap.rtl.css")):
        whole, used = (_bare((folder / vendor).read_bytes()) for folder in (VENDOR, BUNDLES))
        yield _fingerprinted(f"bootstrap.{direction}.css", {"bootstrap.css": whole})
        both = {"app.css": used + b"\n" + styles}
        yield _fingerprinted(f"{direction}.css", both, "styles", "scripts", "markup")
    if static.TOPOLOGY.exists():
        # plotly.js asks for a name by scope and resolution; there is one file for all of them.
        topology = static.TOPOLOGY.read_bytes()
        yield _fingerprinted("topology", {"world_110m.json": topology}, "topology")


def _bare(css: bytes) -> bytes:
    """A style sheet without the address of a source map that is not published."""
    return re.sub(rb"/\*# sourceMappingURL=.*?\*/", b"", css)


def _fingerprinted(
    name: str, contents: dict[str, bytes], *made_from: str
) -> tuple[str, str, dict[str, bytes], tuple[str, ...]]:
    folder = f"{name.removesuffix('.js').removesuffix('.css')}-{static.digest(contents.values())}"
    return name, folder, contents, made_from


def dash_scripts() -> dict[str, bytes]:
    """Dash's scripts as one file, and beside it the parts that it loads when they are needed."""
    import dash_bootstrap_components as dbc
    from dash import Dash, html

    app = Dash("scripts", use_async=False, compress=False)
    app.layout = html.Div(dbc.Container())
    client = app.server.test_client()
    addresses = re.findall(rf'src="({SUITES}[^"]+)"', client.get("/").text)
    used = [address for address in addresses if not any(part in address for part in UNUSED_SUITES)]
    scripts = [client.get(address).data for address in used]
    chunks = {name: client.get(f"{SUITES}dash/dcc/{name}").data for name in (FIRST_CHUNK, *CHUNKS)}
    runtime = (VENDOR / "regenerator.js").read_bytes()
    # Dash checks that the page loads a script of this name.
    return {"dash-renderer.js": b"\n;".join([runtime, *scripts, chunks.pop(FIRST_CHUNK)]), **chunks}


if __name__ == "__main__":
    main()
