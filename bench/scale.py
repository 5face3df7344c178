"""An installation with more of everything, made from the real one for the benchmark only.

The copy has `times` as many indicators and economies: each economy again under made-up codes, with
the same values, and each indicator again under a made-up id. It lives in build/bench and is deleted
by whoever made it.
"""

import csv
import json
import re
import shutil
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

from bench.servers import ROOT
from dashboard.digests import version_in
from dashboard.edition import LOCKS

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# What the application reads beside its data and the front-end build.
COPIED = ("dashboard", "assets", "frontend", "gunicorn.conf.py", *LOCKS)


def grown(times: int) -> Path:
    """A folder that can be served like the project itself."""
    target = ROOT / "build" / "bench" / f"grown-{times}"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, target / name)
    shutil.copytree(ROOT / "data", target / "data", ignore=_no_parquet)
    (target / "build").mkdir()
    (target / "build" / "static").symlink_to(ROOT / "build" / "static")
    _grow_economies(target / "data" / "catalogue", times)
    for names in (target / "data" / "i18n").glob("*/economies.toml"):
        _grow_names(names, times)
    _grow_indicators(target / "data", times)
    return target


def _no_parquet(_: str, names: Iterable[str]) -> set[str]:
    return {name for name in names if name.endswith(".parquet")}


def another(iso3: str, copy: int) -> str:
    """A made-up code of an economy: digits are in no real one."""
    return f"{LETTERS[copy]}{iso3[:2]}{LETTERS.index(iso3[2]):02d}" if copy else iso3


def _grow_economies(catalogue: Path, times: int) -> None:
    def grow(
        name: str, column: str, change: Callable[[dict[str, str], int], dict[str, str]]
    ) -> None:
        path = catalogue / name
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, reader.fieldnames or [column])
            writer.writeheader()
            writer.writerows(change(row, copy) for copy in range(times) for row in rows)

    grow("economies.csv", "iso3", lambda row, copy: {**row, "iso3": another(row["iso3"], copy)})
    grow(
        "members.csv",
        "economy",
        lambda row, copy: {**row, "economy": another(row["economy"], copy)},
    )


def _grow_names(path: Path, times: int) -> None:
    """Give each made-up economy the name of the one that it is made from."""
    head, _, names = path.read_text(encoding="utf-8").partition("[economies]\n")
    grown = (
        f"{another(line[:3], copy)}{line[3:]}"
        for copy in range(times)
        for line in names.splitlines()
    )
    path.write_text("\n".join((f"{head}[economies]", *grown, "")), encoding="utf-8")


def _grow_indicators(data: Path, times: int) -> None:
    catalogue = data / "catalogue" / "indicators.toml"
    known = re.findall(r"(?m)^\[([a-z0-9-]+)\]", catalogue.read_text(encoding="utf-8"))
    _repeat(catalogue, r"(?m)^(\[\[?)([a-z0-9-]+)", known, times)
    for words in (data / "i18n").glob("*/*.toml"):
        _repeat(words, r"(?m)^(\[indicators\.)([a-z0-9-]+)", known, times)
    for name in known:
        _grow_table(data / "tables" / "serve", name, times)
    copies = [f"{name}-x{copy}" for copy in range(1, times) for name in known]
    path = data / "tables" / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["indicators"] += copies
    manifest["version"] = version_in(data / "tables", manifest)
    path.write_text(json.dumps(manifest))


def _repeat(path: Path, header: str, known: list[str], times: int) -> None:
    """Write every section about a known indicator again under each made-up id."""
    text = path.read_text(encoding="utf-8")
    starts = [match.start() for match in re.finditer(r"(?m)^\[", text)] + [len(text)]
    sections = [text[a:b] for a, b in pairwise(starts)]
    for copy in range(1, times):
        for section in sections:
            match = re.match(header, section)
            if match and match[2] in known:
                text += f"\n{match[1]}{match[2]}-x{copy}{section[match.end() :]}"
    path.write_text(text, encoding="utf-8")


def _grow_table(folder: Path, indicator: str, times: int) -> None:
    header, *lines = (folder / f"{indicator}.jsonl").read_bytes().splitlines()
    head = json.loads(header)
    count = len(head["economies"])
    codes = [another(code, copy) for copy in range(times) for code in head["economies"]]
    body = b"\n".join([*lines[:count] * times, *lines[count:]]) + b"\n"
    for copy in range(times):
        name = f"{indicator}-x{copy}" if copy else indicator
        first = json.dumps({**head, "indicator": name, "economies": codes}).encode()
        (folder / f"{name}.jsonl").write_bytes(first + b"\n" + body)
