"""What eight clients who mean harm do to somebody else's page: each for a few seconds, on this machine alone."""

import multiprocessing
import random
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from urllib.parse import urlencode, urlsplit

from bench.servers import Server

CLIENTS = 8
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
INDICATORS = ("internet-use", "fixed-broadband", "mobile-cellular", "egdi", "coverage-4g")
BODY = b'{"output":"a","inputs":[' + b"{}," * 700_000 + b"{}]}"
# A client that is sent away comes back; one that does not wait at all measures itself.
PAUSE = 0.02
MOST_ANSWER_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Suffered:
    """What somebody else waited for a page, in ms, and the largest worker after it, in MiB."""

    p50: float
    p95: float
    memory: float


def _picture(url: str, v: str, chance: random.Random) -> None:
    size = f"width={chance.randint(2400, 3000)}&height={chance.randint(2400, 3000)}"
    indicator = chance.choice(INDICATORS[1:])
    _ask(f"{url}/view/map.png?indicator={indicator}&lang=en&v={v}&{size}")


def _deck(url: str, _v: str, chance: random.Random) -> None:
    first = chance.randint(1995, 2020)
    views = [("view", f"map?year={first + k % 5}&lang={LANGUAGES[k % 6]}") for k in range(30)]
    _ask(f"{url}/deck.pptx", urlencode(views).encode())


def _pack(url: str, v: str, chance: random.Random) -> None:
    first, *others = chance.sample(LANGUAGES, chance.randint(1, 6))
    languages = "~".join([first, *sorted(others)])
    _ask(f"{url}/pack.zip?region={chance.choice(('escap', 'ece'))}&languages={languages}&v={v}")


def _file(url: str, v: str, chance: random.Random) -> None:
    indicator, year = chance.choice(INDICATORS[1:]), chance.randint(1995, 2023)
    region = chance.choice(("escap", "ece", "eca", "eclac"))
    _ask(f"{url}/view/map.html?indicator={indicator}&year={year}&region={region}&lang=en&v={v}")


def _body(url: str, _v: str, _chance: random.Random) -> None:
    _ask(f"{url}/_dash-update-component", BODY, "application/json")


def _half(url: str, _v: str, chance: random.Random) -> None:
    place = urlsplit(url)
    halves = [socket.create_connection((place.hostname or "", place.port or 0)) for _ in range(10)]
    for half in halves:
        half.sendall(b"GET /map HTTP/1.1\r\nHost: x\r\nX-a: ")
    time.sleep(chance.uniform(0.5, 1.5))
    for half in halves:
        half.close()


ATTACKS: dict[str, Callable[[str, str, random.Random], None]] = {
    "large bodies": _body,
    "decks of 30 maps": _deck,
    "pictures of 3000 x 3000": _picture,
    "packs": _pack,
    "pages in a file": _file,
    "half-sent requests": _half,
}


def suffered(server: Server, attack: str | None, seconds: float) -> Suffered:
    """What others wait for /map while `attack` goes on, or nothing does."""
    stop = multiprocessing.get_context("fork").Event()
    attackers = multiprocessing.get_context("fork").Process(
        target=_attack, args=(server.url, attack, stop), daemon=True
    )
    if attack:
        attackers.start()
        time.sleep(1)
    waited = sorted(_others(server.url, seconds))
    stop.set()
    _, memory = server.worker_memory()
    if attack:
        attackers.join(10)
        attackers.kill()
    return Suffered(waited[len(waited) // 2], waited[int(0.95 * len(waited))], memory)


def _others(url: str, seconds: float) -> list[float]:
    """Milliseconds of one page after the other, each by three readers, of many years."""
    waited: list[float] = []
    ends = time.monotonic() + seconds

    def read(seed: int) -> None:
        chance = random.Random(seed)
        while time.monotonic() < ends:
            started = time.perf_counter()
            _ask(f"{url}/map?lang=fr&year={chance.randint(2000, 2023)}")
            waited.append(1000 * (time.perf_counter() - started))
            time.sleep(0.2)

    readers = [threading.Thread(target=read, args=(seed,)) for seed in range(3)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return waited


def _attack(url: str, attack: str, stop: Event) -> None:
    with urllib.request.urlopen(f"{url}/view/map.csv?lang=en") as found:
        v = found.url.rpartition("v=")[2]

    def harm(seed: int) -> None:
        chance = random.Random(seed)
        while not stop.is_set():
            with suppress(OSError):
                ATTACKS[attack](url, v, chance)
            time.sleep(PAUSE)

    clients = [threading.Thread(target=harm, args=(k,), daemon=True) for k in range(CLIENTS)]
    for client in clients:
        client.start()
    stop.wait()


def _ask(url: str, body: bytes | None = None, kind: str = "") -> None:
    """Ask, read, and take whatever status comes."""
    asked = urllib.request.Request(url, data=body, headers={"Content-Type": kind} if kind else {})
    with (
        suppress(urllib.error.HTTPError),
        urllib.request.urlopen(asked, timeout=MOST_ANSWER_SECONDS) as answer,
    ):
        answer.read()
