"""Many readers with a few seconds between clicks, each with one connection, as a browser asks: what they wait."""

import asyncio
import multiprocessing
import random
import re
import time
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

VIEWERS, THINK_SECONDS = 500, 8.0
INDICATORS = ("internet-use", "fixed-broadband", "mobile-broadband", "mobile-cellular", "egdi")
REGIONS = ("world", "escap", "m49-002", "m49-150", "ldc", "itu-arb")
LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
# A page, and the chart whose rows it shows first.
PAGES = {
    "map": "map",
    "trends": "trend",
    "gap": "gap",
    "ranking": "ranking",
    "region": "map",
    "economy": "trend",
    "targets": "pace",
}
COPIES = ("png", "csv", "xlsx", "svg")
LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
MOVED = re.compile(rb"(?i)\r\nlocation: ([^\r]+)")
MOST_SECONDS = 30


@dataclass(slots=True)
class Seen:
    """Milliseconds by kind of request, bytes, visits to a page, and what went wrong."""

    waited: dict[str, list[float]] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)
    bytes: int = 0
    pages: int = 0

    def p95(self, *kinds: str) -> float:
        """Of those kinds, or of all."""
        chosen = [self.waited[kind] for kind in kinds or self.waited if kind in self.waited]
        found = sorted(one for many in chosen for one in many)
        return found[int(0.95 * len(found))] if found else float("nan")

    @property
    def requests(self) -> int:
        """How many were answered."""
        return sum(map(len, self.waited.values()))


def crowd(url: str, seconds: float, viewers: int = VIEWERS, think: float = THINK_SECONDS) -> Seen:
    """What `viewers` see over `seconds`, in a process of their own; copies are one click in ten."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_run, (url, seconds, viewers, think))


def _run(url: str, seconds: float, viewers: int, think: float) -> Seen:
    with urllib.request.urlopen(f"{url}/view/map.csv?lang=en") as found:
        v = found.url.rpartition("v=")[2]
    with urllib.request.urlopen(f"{url}/map?lang=en") as page:
        static = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.read().decode())
    seen = Seen()

    async def everybody() -> None:
        ends = time.monotonic() + seconds
        readers = [Reader(seen, url, v, static, random.Random(k)) for k in range(viewers)]
        await asyncio.gather(*(reader.look_around(ends, think) for reader in readers))

    asyncio.run(everybody())
    return seen


@dataclass(slots=True)
class Reader:
    """One reader with one connection; the first page brings the static files too."""

    seen: Seen
    url: str
    v: str
    missing: list[str]
    chance: random.Random
    line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def look_around(self, ends: float, think: float) -> None:
        """A page, a pause, the next."""
        await asyncio.sleep(self.chance.uniform(0, think))
        while time.monotonic() < ends:
            try:
                for wanted in self.page():
                    await self.ask(*wanted)
                self.missing = []
                self.seen.pages += 1
            except (OSError, EOFError, TimeoutError) as error:
                self.seen.wrong[type(error).__name__] += 1
                self.line = None
            await asyncio.sleep(think * self.chance.uniform(0.5, 1.5))

    def page(self) -> list[tuple[str, str, str]]:
        """What a browser asks for a page: kind, address, header; one in ten takes a copy away."""
        choose = self.chance.choice
        page, lang = choose(list(PAGES)), choose(LANGUAGES)
        year = choose(("", f"&year={self.chance.randint(2010, 2023)}"))
        query = f"indicator={choose(INDICATORS)}{year}&region={choose(REGIONS)}&lang={lang}"
        chart, referer = PAGES[page], f"Referer: {self.url}/{page}?{query}\r\n"
        wanted = [
            ("page", f"/{page}?{query}", ""),
            ("layout", "/_dash-layout", referer),
            ("callbacks", "/_dash-dependencies", ""),
            ("face", f"/view/{chart}.json?{query}&v={self.v}", ""),
            *(("static", address, "") for address in self.missing),
        ]
        if self.chance.random() < 0.1:
            kind = choose(COPIES if chart != "ranking" else COPIES[1:3])
            wanted.append(("copy", f"/view/{chart}.{kind}?{query}&v={self.v}", ""))
        return wanted

    async def ask(self, kind: str, path: str, header: str) -> None:
        """Ask, read, note how long it took; follow a redirect."""
        place = urlsplit(self.url)
        if self.line is None:
            self.line = await asyncio.open_connection(place.hostname, place.port)
        reader, writer = self.line
        first = f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\nAccept-Encoding: br\r\n"
        started = time.perf_counter()
        writer.write(f"{first}{header}\r\n".encode())
        async with asyncio.timeout(MOST_SECONDS):
            head = await reader.readuntil(b"\r\n\r\n")
            length = LENGTH.search(head)
            body = await reader.readexactly(int(length[1])) if length else b""
        status = head[9:12].decode()
        self.seen.waited.setdefault(kind, []).append(1000 * (time.perf_counter() - started))
        self.seen.bytes += len(head) + len(body)
        if moved := MOVED.search(head):
            await self.ask("redirect", moved[1].decode(), header)
        elif status != "200":
            self.seen.wrong[f"{kind} {status}"] += 1
