"""Copies as a running server answers them: cached, after very many, and as embeds in a browser."""

import http.client
import itertools
import urllib.request
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from bench import browse
from bench.report import Budget, Row
from bench.servers import Server, dashboard

KINDS = ("svg", "png", "pptx", "xlsx", "csv")
CHARTS = ("map", "trend", "gap", "spread", "change")
# What a thousand faces are made of: as many as that of each kind.
MANY = {"json": 500, "svg": 200, "csv": 100, "png": 100, "pptx": 60, "xlsx": 40}
# Over a slow network.
PICTURE_MS, IN_USE_MS = 1300, 2500


class Asker:
    """One connection that stays open, and so one worker that answers."""

    def __init__(self, server: Server) -> None:
        """Nothing is asked yet."""
        self._connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=120)

    def ask(self, path: str) -> tuple[int, str]:
        """The status of the answer, which is read to its end, and where it leads."""
        self._connection.request("GET", path, headers={"Accept-Encoding": "br"})
        answer = self._connection.getresponse()
        answer.read()
        return answer.status, answer.headers.get("Location", "")


def cached(times: int) -> Iterator[Row]:
    """Processor time of the whole server for a copy that it has, asked for over HTTP."""
    with dashboard() as server:
        asker = Asker(server)
        for kind in KINDS:
            path = asker.ask(f"/view/trend.{kind}?indicator=fixed-broadband&lang=en")[1]
            asker.ask(path)
            before = server.cpu_seconds()
            for _ in range(times):
                asker.ask(path)
            spent = 1000 * (server.cpu_seconds() - before) / times
            yield Row(f"{kind}, cached, CPU", "ms", spent, None, Budget(1))


def memory() -> Iterator[Row]:
    """The largest worker once it has answered a thousand faces that nobody had asked for."""
    with dashboard() as server:
        asker, wanted = Asker(server), _many()
        version = asker.ask("/view/gap.json?lang=en")[1].rpartition("v=")[2]
        for path in wanted:
            status, there = asker.ask(f"{path}&v={version}")
            if there:  # the one address of the face
                status, _ = asker.ask(there)
            if status != 200:
                raise RuntimeError(f"{path} answers {status}.")
        share, seen = server.worker_memory()
        name = f"worker memory after {len(wanted)} faces"
        yield Row(f"{name} (PSS)", "MiB", share, None, Budget(120))
        yield Row(f"{name} (RSS)", "MiB", seen)


def _many() -> list[str]:
    """Addresses of a thousand faces, no two alike."""
    from dashboard.catalogue import catalogue
    from dashboard.view import View

    places = itertools.product(("world", "escap", "eca", "eclac", "ece"), catalogue().indicators)
    views = [View(indicator=one, region=place, lang="en").to_query() for place, one in places]
    found = []
    for kind, count in MANY.items():
        charts = CHARTS[:3] if kind == "json" else CHARTS
        addresses = (f"/view/{chart}.{kind}?{view}" for view in views for chart in charts)
        found += itertools.islice(addresses, count)
    return found


def embeds(times: int) -> Iterator[Row]:
    """Bytes of a first load of an embed, and its chart over a slow network."""
    with dashboard() as server, browse.chromium() as browser:
        for chart, page in (("map", "/map"), ("trend", "/trends")):
            urls = (f"{server.url}/embed/{chart}?lang=en", f"{server.url}{page}?lang=en")
            for url in urls:
                urllib.request.urlopen(url).close()
            load = partial(browse.first_load, browser, wanted="chart")
            embed, whole = browse.medians(load, urls, times)
            beyond = max(0, embed.bytes - whole.bytes) / 1000
            yield Row(f"{chart} embed, beyond its page", "kB", beyond, None, Budget(0))
            yield Row(
                f"{chart} embed (plain: its page)", "kB", embed.bytes / 1000, whole.bytes / 1000
            )
            slow = partial(browse.first_load, browser, wanted="chart", slow_net=True)
            embed, whole = browse.medians(slow, urls, times)
            slowly = f"{chart} embed (plain: its page), 1.6 Mbit/s"
            yield Row(f"{slowly}, picture", "ms", embed.picture, whole.picture, Budget(PICTURE_MS))
            yield Row(f"{slowly}, in use", "ms", embed.chart, whole.chart, Budget(IN_USE_MS))
