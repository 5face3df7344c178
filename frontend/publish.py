"""Publish the static files: fingerprinted, and compressed once with brotli and gzip at their best.

Takes build/vendor (from frontend/build.mjs), Dash's own scripts, our assets and the topology, and
replaces build/static. What was published before under the same fingerprint is kept as it is, so
that a second run takes no time. Run by `make install` and `make run`.
"""

import gzip
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import brotli
import orjson

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dashboard import static  # noqa: E402  # the project is a folder, not an installed package
from dashboard.settings import STATIC  # noqa: E402

VENDOR = ROOT / "build" / "vendor"
SUITES = "/_dash-component-suites/"
# Dash always asks for these: a polyfill for browsers of before 2018 and a table we do not use.
UNUSED_SUITES = ("/polyfill@", "/dash_table/")
# Parts that dash.dcc loads when a component is first shown; the graph's goes with the first load.
FIRST_CHUNK = "async-graph.js"
CHUNKS = ("async-datepicker.js", "async-dropdown.js", "async-slider.js", "async-upload.js")
Published = dict[str, dict[str, object]]


def main() -> None:
    """Write build/static, or say in a sentence what is missing."""
    if not (VENDOR / "plotly.js").exists():
        sys.exit("The folder build/vendor is missing. Build it with: make install")
    now = static.sources()
    old = STATIC
    new = STATIC.with_name("static.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    files: Published = {}
    for name, folder, contents, made_from in contents_by_name():
        print(f"  {name}", file=sys.stderr) if not _kept(old, folder) else None
        publish(old, new, folder, contents)
        entry = next(iter(contents))
        path = f"{folder}/" if name == "topology" else f"{folder}/{entry}"
        files[name] = {"path": path, "made_from": {key: now[key] for key in made_from}}
    (new / "manifest.json").write_bytes(orjson.dumps({"files": files}))
    shutil.rmtree(old, ignore_errors=True)
    new.rename(old)


def _kept(old: Path, folder: str) -> bool:
    return (old / folder).is_dir()


def publish(old: Path, new: Path, folder: str, contents: dict[str, bytes]) -> None:
    """Write one fingerprinted folder, or take it over from the last run."""
    if _kept(old, folder):
        shutil.copytree(old / folder, new / folder)
        return
    (new / folder).mkdir()
    for name, content in contents.items():
        path = new / folder / name
        path.write_bytes(content)
        path.with_name(f"{name}.br").write_bytes(brotli.compress(content, quality=11))
        path.with_name(f"{name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))


def contents_by_name() -> Iterator[tuple[str, str, dict[str, bytes], tuple[str, ...]]]:
    """Each published name with its folder, files (the first is its entry) and kinds of sources."""
    plotly = {
        "plotly.js": (VENDOR / "plotly.js").read_bytes(),
        "plotly.txt": (VENDOR / "plotly.js.LEGAL.txt").read_bytes(),
    }
    yield _fingerprinted("plotly.js", plotly)
    yield _fingerprinted("dash.js", dash_scripts(), "suites")
    scripts = b";\n".join(path.read_bytes() for path in static.asset_files(".js"))
    yield _fingerprinted("app.js", {"app.js": scripts}, "scripts")
    styles = b"\n".join(path.read_bytes() for path in static.asset_files(".css"))
    for direction, vendor in (("ltr", "bootstrap.css"), ("rtl", "bootstrap.rtl.css")):
        bootstrap = re.sub(rb"/\*# sourceMappingURL=.*?\*/", b"", (VENDOR / vendor).read_bytes())
        yield _fingerprinted(f"bootstrap.{direction}.css", {"bootstrap.css": bootstrap})
        both = {"app.css": bootstrap + b"\n" + styles}
        yield _fingerprinted(f"{direction}.css", both, "styles")
    if static.TOPOLOGY.exists():
        # plotly.js asks for a name by scope and resolution; there is one file for all of them.
        topology = static.TOPOLOGY.read_bytes()
        yield _fingerprinted("topology", {"world_110m.json": topology}, "topology")


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
