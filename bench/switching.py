"""A server under load while builds publish one data version after another: is every answer of its version?

Only the last step of a build is taken, by turns of two versions that are ready. Whoever asks keeps a
connection and asks in turn for faces, whole tables, descriptions and pages of both versions.
"""

import shutil
import tempfile
import time
import urllib.request
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import orjson

from bench.servers import Server, dashboard
from bench.two_versions import CSV, ECONOMY, INDICATOR, first_version, second_version
from dashboard.pipeline.switch import replaced

ASKERS = 4
A_SECOND = 200
TIMEOUT = 30
VIEW = f"indicator={INDICATOR}&economies={ECONOMY}&lang=en"
# Addresses without a version, that lead to the newest.
MOVING = (
    *(f"/view/{face}?{VIEW}" for face in ("map.json", "trend.json", "trend.csv", "gap.json")),
    f"/data/{CSV}",
    "/data/datapackage.json",
)
PAGES = ("/map?lang=en", "/data?lang=en", "/_dash-layout")


@dataclass
class Found:
    """What the soak found; times are in milliseconds, those of `quiet` without a build."""

    quiet: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    takeovers: list[float] = field(default_factory=list)
    memory: float = 0

    @property
    def added(self) -> float:
        """How much longer the slowest answer took than without builds."""
        return max(self.spent) - max(self.quiet)


def soak(seconds: float, every: float) -> Found:
    """Publish every so many seconds, for so long, and check every answer that is given meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        versions = {first_version(place / "one"): place / "one"}
        versions[second_version(place / "two")] = place / "two"
        tables = place / "site" / "tables"
        shutil.copytree(place / "one", tables)
        with dashboard(TABLES=str(tables)) as server:
            load = Load(server, _known(server, tables, versions), versions)
            found, ended = Found(), Event()
            quiet_until = time.monotonic() + seconds / 4
            load.ask(found.quiet, found.faults, lambda: time.monotonic() > quiet_until)
            with ThreadPoolExecutor(1) as pool:
                asked = pool.submit(load.ask, found.spent, found.faults, ended.is_set)
                started = time.monotonic()
                for version in cycle(versions):
                    if time.monotonic() > started + seconds:
                        break
                    took = _publish(server, tables, version, versions[version])
                    found.takeovers.append(took)
                    found.memory = max(found.memory, server.worker_memory()[0])
                    time.sleep(max(0, every - took))
                ended.set()
                asked.result()
    return found


def _known(server: Server, tables: Path, versions: Mapping[str, Path]) -> dict[str, str]:
    """The digest of the answer at every address of every version, each asked while it was the newest.

    Those of whole tables must be the checksums of the manifest.
    """
    known: dict[str, str] = {}
    for version, folder in versions.items():
        _publish(server, tables, version, folder)
        for address in MOVING:
            with urllib.request.urlopen(server.url + address) as answer:
                path = answer.url.removeprefix(server.url)
                known[path] = sha256(answer.read()).hexdigest()
            if version not in path:
                raise RuntimeError(f"{path} is not of data version {version}.")
        listed = orjson.loads((folder / "manifest.json").read_bytes())["files"]
        checksums = {file["name"]: file["sha256"] for file in listed}
        (whole,) = (path for path in known if CSV in path and version in path)
        if known[whole] != checksums[CSV]:
            raise RuntimeError(f"{whole} is not the file of the manifest.")
    return known


def _publish(server: Server, tables: Path, version: str, folder: Path) -> float:
    """Take the last step of a build; the seconds until the whole server has taken it over."""
    with replaced(tables) as new:
        shutil.copytree(folder, new, dirs_exist_ok=True)
    started = time.perf_counter()
    agreed = 0
    while agreed < 2 * ASKERS:  # one worker may be behind the other
        with urllib.request.urlopen(f"{server.url}/health") as answer:
            agreed = agreed + 1 if version in answer.read().decode() else 0
        if time.perf_counter() > started + TIMEOUT:
            raise RuntimeError(f"Data version {version} was not taken over.")
        time.sleep(0.02)
    return time.perf_counter() - started


@dataclass(frozen=True)
class Load:
    """Readers of a server, who know what its answers must be: a digest an address of a version."""

    server: Server
    known: Mapping[str, str]
    versions: Collection[str]

    def ask(self, spent: list[float], faults: list[str], ended: Callable[[], bool]) -> None:
        """Ask until it has ended, so many times a second; note how long each answer took, and faults."""

        def one(start: int) -> None:
            addresses = self._addresses(start)
            connection = HTTPConnection(urlsplit(self.server.url).netloc, timeout=TIMEOUT)
            while not ended():
                began = time.perf_counter()
                faults.extend(filter(None, [self._asked(connection, next(addresses))]))
                took = time.perf_counter() - began
                spent.append(took * 1000)
                time.sleep(max(0, ASKERS / A_SECOND - took))
            connection.close()

        with ThreadPoolExecutor(ASKERS) as pool:
            list(pool.map(one, range(ASKERS)))

    def _addresses(self, start: int) -> Iterator[str]:
        every = [*self.known, *MOVING, *PAGES]
        return cycle([*every[start:], *every[:start]])

    def _asked(self, connection: HTTPConnection, address: str) -> str:
        """Ask for an address; what is wrong with the answer, empty if nothing."""
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, HTTPException) as error:
            connection.close()
            return f"{address}: {error!r}"
        if address in self.known:
            is_right = answer.status == 200 and sha256(body).hexdigest() == self.known[address]
        elif address in MOVING:
            is_right = answer.status == 302 and answer.headers["Location"] in self.known
        else:
            named = [version for version in self.versions if version.encode() in body]
            is_right = answer.status == 200 and len(named) == 1
        return "" if is_right else f"{address}: {answer.status}, not of one version"
