"""Many readers with a few seconds between clicks, each with one connection, as a browser asks: what they wait."""

import asyncio
import http.client
import multiprocessing
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

import brotli

from bench.servers import Server

VIEWERS, THINK_SECONDS = 500, 8.0
INDICATORS = ("internet-use", "fixed-broadband", "mobile-broadband", "mobile-cellular", "egdi")
REGIONS = ("world", "escap", "m49-002", "m49-150", "ldc", "itu-arb")
LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
PAGES = ("map", "trends", "gap", "ranking", "region", "economy", "targets")
COPIES = ("png", "csv", "xlsx", "svg")
COPIES_TAKEN = 0.1
FACE = re.compile(r'href="(/view/[a-z-]+\.(?:json|course)[^"]*)"')
DASH = re.compile(r'href="/_dash-(layout|dependencies)"')
STATIC = re.compile(r'(?:href|src)="(/static/[^"]+)"')
LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
MOVED = re.compile(rb"(?i)\r\nlocation: ([^\r]+)")
MOST_SECONDS = 15


@dataclass(slots=True)
class Seen:
    """Milliseconds by kind of request, bytes, visits to a page, and what went wrong."""

    waited: dict[str, list[float]] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)
    bytes: int = 0
    kept: Counter[str] = field(default_factory=Counter)  # answered by the cache, by kind
    pages: int = 0
    spent: float = 0.0  # processor seconds of the readers themselves

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
    seen = Seen()

    async def everybody() -> None:
        ends = time.monotonic() + seconds
        readers = [Reader(seen, url, random.Random(k)) for k in range(viewers)]
        await asyncio.gather(*(reader.look_around(ends, think) for reader in readers))

    asyncio.run(everybody())
    seen.spent = time.process_time()
    return seen


@dataclass(slots=True)
class Reader:
    """One reader with one connection; the first page brings the static files too."""

    seen: Seen
    url: str
    chance: random.Random
    has_static: bool = False
    line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def look_around(self, ends: float, think: float) -> None:
        """A page, a pause, the next."""
        await asyncio.sleep(self.chance.uniform(0, think))
        while time.monotonic() < ends:
            try:
                await self.open_page()
                self.seen.pages += 1
            except (OSError, EOFError, TimeoutError) as error:
                self.seen.wrong[type(error).__name__] += 1
                self.line = None
            await asyncio.sleep(think * self.chance.uniform(0.5, 1.5))

    async def open_page(self) -> None:
        """A page, what its head names, as a browser would ask for it; one in ten takes a copy away."""
        address = any_address(self.chance)
        body = brotli.decompress(await self.ask("page", address)).decode()
        referer = f"Referer: {self.url}{address}\r\n"
        for name in DASH.findall(body):
            await self.ask(name, f"/_dash-{name}", referer)
        faces = [unescape(face) for face in FACE.findall(body)]
        for face in faces:
            await self.ask("face", face)
        for address in () if self.has_static else STATIC.findall(body):
            await self.ask("static", address)
        self.has_static = True
        if faces and self.chance.random() < COPIES_TAKEN:
            copy = re.sub(r"\.(json|course)", f".{self.chance.choice(COPIES)}", faces[0], count=1)
            await self.ask("copy", copy)

    async def ask(self, kind: str, path: str, header: str = "") -> bytes:
        """What stands at an address; notes how long it took, and follows a redirect."""
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
        self.seen.kept[kind] += b"X-Cache: HIT" in head or b"X-Cache: STALE" in head
        if moved := MOVED.search(head):
            return await self.ask("redirect", moved[1].decode(), header)
        if status != "200":
            self.seen.wrong[f"{kind} {status}"] += 1
        return body


@dataclass(frozen=True, slots=True)
class Price:
    """Processor milliseconds of the server for a page view: made anew, and known to who asks."""

    made: float
    known: float

    def minutes(self, views: int, addresses: int) -> float:
        """Of so many page views behind a cache that holds each address once and asks for it each time."""
        return (addresses * self.made + (views - addresses) * self.known) / 60_000


def addresses() -> int:
    """How many different pages a crowd looks at: each with any of its years, or with none."""
    years = 2023 - 2010 + 2
    return len(PAGES) * len(LANGUAGES) * len(INDICATORS) * len(REGIONS) * years


def price(server: Server, views: int) -> Price:
    """What the same page views cost the server when it makes them, and when each is asked for by its tag.

    Dash's list of callbacks is one address for all pages, and a face is kept for ever: a cache asks for
    neither again at a page view.
    """
    host = urlsplit(server.url).netloc
    chance = random.Random(0)
    connection = http.client.HTTPConnection(host, timeout=MOST_SECONDS)

    def ask(path: str, tag: str = "") -> tuple[bytes, str]:
        headers = {"Accept-Encoding": "br"} | ({"If-None-Match": tag} if tag else {})
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        if answer.status != (304 if tag else 200):
            raise RuntimeError(f"{path} answers {answer.status}.")
        return answer.read(), answer.headers.get("ETag", "")

    tags: dict[str, str] = {}
    before = server.cpu_seconds()
    for _ in range(views):
        address = any_address(chance)
        body, tags[address] = ask(address)
        for face in FACE.findall(brotli.decompress(body).decode()):
            ask(unescape(face))
    made = server.cpu_seconds() - before
    before = server.cpu_seconds()
    for _ in range(3):
        for address, tag in tags.items():
            ask(address, tag)
    known = server.cpu_seconds() - before
    return Price(1000 * made / views, 1000 * known / (3 * len(tags)))


def any_address(chance: random.Random) -> str:
    """A page at random."""
    choose = chance.choice
    page, lang = choose(PAGES), choose(LANGUAGES)
    year = choose(("", f"&year={chance.randint(2010, 2023)}"))
    return f"/{page}?indicator={choose(INDICATORS)}{year}&region={choose(REGIONS)}&lang={lang}"
