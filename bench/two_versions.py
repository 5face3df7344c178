"""The project's tables, and a second data version of them in which one figure is another."""

import gzip
import shutil
from hashlib import sha256
from pathlib import Path

import orjson

from dashboard.digests import version_in
from dashboard.packing import pack
from dashboard.settings import TABLES

INDICATOR, ECONOMY = "internet-use", "FJI"
CSV = "observations.csv.gz"


def first_version(folder: Path) -> str:
    """Copy the tables of the project; give their version."""
    shutil.copytree(TABLES, folder)
    version: str = orjson.loads((folder / "manifest.json").read_bytes())["version"]
    return version


def second_version(folder: Path) -> str:
    """Copy them with the newest figure of one economy a point lower, everywhere alike; give the version."""
    first_version(folder)
    path = folder / "serve" / f"{INDICATOR}.jsonl"
    head, *lines = path.read_bytes().splitlines()
    header = orjson.loads(head)
    place = header["economies"].index(ECONOMY)
    line = orjson.loads(lines[place])
    at = max(k for k, value in enumerate(line["values"]) if value is not None)
    old = line["values"][at]
    line["values"][at] = old - 1
    line["packed"] = pack(line, header["years"], 1)
    lines[place] = orjson.dumps(line)
    path.write_bytes(b"\n".join([head, *lines, b""]))
    year = header["years"][at]
    text = gzip.decompress((folder / CSV).read_bytes()).decode()
    start = text.index(f"\n{ECONOMY},{INDICATOR},{year},") + 1
    row = text[start : text.index("\r\n", start)].split(",")
    row[3] = str(old - 1)
    changed = text[:start] + ",".join(row) + text[text.index("\r\n", start) :]
    (folder / CSV).write_bytes(gzip.compress(changed.encode(), 1, mtime=0))
    return _named(folder)


def _named(folder: Path) -> str:
    """Write the manifest anew."""
    path = folder / "manifest.json"
    manifest = orjson.loads(path.read_bytes())
    for file in manifest["files"]:
        content = (folder / file["name"]).read_bytes()
        file |= {"bytes": len(content), "sha256": sha256(content).hexdigest()}
    manifest["version"] = version = version_in(folder, manifest)
    path.write_bytes(orjson.dumps(manifest))
    return version
