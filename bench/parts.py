"""The parts of the benchmark: what each measures, and the budgets.

A part is a function that yields its rows; `quick` asks for fewer repetitions.
"""

import json
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import brotli

from bench import access, attacks, browse, changes, crowd, room, taken
from bench.inside import plain_callback
from bench.languages import OTHERS, first_load_bytes, switches
from bench.proxy import nginx
from bench.rate import requests_a_second
from bench.refreshing import refreshed
from bench.report import Budget, Row
from bench.run import Part
from bench.scale import grown
from bench.servers import ROOT, Server, dashboard, plain, spent_by_children
from bench.switching import soak

KB = 1000
INDICATORS = ("internet-use", "fixed-broadband", "mobile-cellular", "households-internet", "egdi")


def loads(quick: bool) -> Iterator[Row]:
    """First loads, repeat visits."""
    times = 1 if quick else 3
    with dashboard() as ours, plain(compress=True) as other, browse.chromium() as browser:
        urls = f"{ours.url}/map", f"{other.url}/"
        urllib.request.urlopen(urls[0]).close()
        for profile, most, share, paint, years in (
            ({}, 1200, 0.5, 400, None),
            ({"slow_cpu": True}, 3200, 0.5, None, 1200),
            ({"slow_net": True}, 5000, 0.5, 1300, 1600),
        ):
            first = partial(browse.first_load, browser, **profile)
            mine, theirs = browse.medians(first, urls, times, 1 if profile else None)
            what = {"slow_cpu": ", CPU 4x slower", "slow_net": ", 1.6 Mbit/s"}
            name = next((what[key] for key in profile), "")
            if not profile:
                size = Budget(most=700, share=0.4)
                yield Row("first load", "kB", mine.bytes / KB, theirs.bytes / KB, size)
                yield Row("other hosts asked", "requests", mine.foreign, theirs.foreign, Budget(0))
            yield Row(f"map{name}", "ms", mine.map, theirs.map, Budget(most, share=share))
            budget = Budget(paint) if paint else Budget()
            moved = Budget(years) if years else Budget()
            yield Row(f"another year{name}", "ms", mine.years, None, moved)
            yield Row(f"painted{name}", "ms", mine.picture, theirs.picture, budget)
        room = partial(browse.first_load, browser, slow_net=True, latency=300)
        (mine,) = browse.medians(room, (f"{ours.url}/",), times)
        yield Row("overview, 1.6 Mbit/s, 300 ms, painted", "ms", mine.picture, None, Budget(1800))
        yield Row("overview, 1.6 Mbit/s, 300 ms, map", "ms", mine.map, None, Budget(6000))
        mine, theirs = browse.medians(partial(browse.repeat_visit, browser), urls, times)
        yield Row("repeat visit, 1.6 Mbit/s", "ms", mine.map, theirs.map, Budget(1200))
        yield Row("repeat visit", "kB", mine.bytes / KB, theirs.bytes / KB, Budget(40))


def copies(quick: bool) -> Iterator[Row]:
    """Files and pictures of a view: not yet cached, cached, and beside kaleido; memory after many."""
    budgets = {
        "svg": 5,
        "png": 250,
        "pptx, native chart": 60,
        "pptx, vector map": 250,
        "xlsx": 150,
        "csv": 20,
        "deck of 20": 1000,
        "deck of a region": 800,
    }
    for kind, spent in _inside("copies").items():
        yield Row(f"{kind}, not yet cached, CPU", "ms", spent, None, Budget(budgets[kind]))
    largest = max(_inside("cards").values())
    yield Row("largest card of a link", "kB", largest / KB, None, Budget(300))
    yield from taken.cached(400 if quick else 2000)
    for kind, (ours, theirs) in _inside("beside_kaleido").items():
        yield Row(f"{kind} (plain: kaleido), elapsed", "ms", ours, theirs, Budget(share=1))
    if not quick:
        yield from taken.memory()


def embeds(quick: bool) -> Iterator[Row]:
    """An embed beside the page that it is taken from."""
    yield from taken.embeds(1 if quick else 3)


def pack(_: bool) -> Iterator[Row]:
    """What is taken into a room without Internet: one region in two languages, and one view in a file."""
    found = _inside("packs")
    yield Row("room pack, two languages", "MB", found["bytes"] / KB / KB, None, Budget(6))
    yield Row("room pack, made in", "s", found["seconds"], None, Budget(30))
    yield Row("room pack, CPU", "s", found["CPU seconds"])
    for chart in ("map", "trend"):
        yield Row(f"{chart}.html", "ms", found[f"{chart} ms"])
        yield Row(f"{chart}.html, brotli", "kB", found[f"{chart} bytes"] / KB)


def pages(quick: bool) -> Iterator[Row]:
    """The pages that are made of words and tables: server work, first picture, bytes of their own."""
    for path, spent in _inside("page_layouts").items():
        yield Row(f"{path}, server work", "ms", spent, None, Budget(50))
    times = 1 if quick else 3
    with dashboard() as ours, browse.chromium() as browser:
        addresses = ("/region?region=escap", "/economy?economies=KIR", "/theme?theme=use")
        for address in addresses:
            url = f"{ours.url}{address}"
            urllib.request.urlopen(url).close()
            first = partial(browse.first_load, browser, wanted="picture")
            (found,) = browse.medians(first, (url,), times)
            yield Row(f"{address}, painted", "ms", found.picture, None, Budget(400))
            yield Row(f"{address}, own data", "kB", found.data / KB, None, Budget(500))


def moves(quick: bool) -> Iterator[Row]:
    """Changes of year and of indicator."""
    times = 12 if quick else 20
    with dashboard() as ours, plain(compress=True) as other, browse.chromium() as browser:
        sides = (
            (f"{ours.url}/map", browse.SET_DASHBOARD),
            (f"{other.url}/", browse.SET_PLAIN),
        )
        mine, theirs = (changes.year_changes(browser, *side, times) for side in sides)
        yield Row("year change", "ms", mine.median, theirs.median, Budget(65))
        yield Row("year change, p95", "ms", mine.p95, theirs.p95, Budget(120))
        yield Row("year change", "bytes", mine.bytes, theirs.bytes, Budget(0))
        yield Row("year change", "requests", mine.requests, theirs.requests, Budget(0))
        rates = mine.maps_a_second, theirs.maps_a_second
        yield Row("playing through years", "maps/s", *rates, Budget(least=45))
        # Of these only the rate is told.
        mine, theirs = (changes.year_changes(browser, *side, 1, slow_cpu=True) for side in sides)
        rates = mine.maps_a_second, theirs.maps_a_second
        yield Row("playing, CPU 4x slower", "maps/s", *rates, Budget(least=25))
        mine, theirs = (changes.indicator_changes(browser, *side) for side in sides)
        spent = mine.median - 150, theirs.median - 150
        yield Row("indicator change, beyond 150 ms", "ms", *spent, Budget(300))
        yield Row("indicator change", "kB", mine.bytes / KB, theirs.bytes / KB, Budget(15))
        yield Row("indicator change", "requests", mine.requests, theirs.requests, Budget(1))


def committee(quick: bool) -> Iterator[Row]:
    """Committee mode: to the next prepared view, and to its other language, the network cut."""
    with dashboard() as ours, browse.chromium() as browser:
        found = room.steps(browser, ours.url, 1 if quick else 3)
    yield Row("next prepared view, median", "ms", found.median, None, Budget(120))
    yield Row("next prepared view, p95", "ms", found.p95, None, Budget(120))
    yield Row("in a hurry, not drawn ahead, median", "ms", found.undrawn)
    yield Row("the other language", "ms", found.flip, None, Budget(300))
    yield Row("next prepared view", "requests", found.requests, None, Budget(0))


def languages(quick: bool) -> Iterator[Row]:
    """What a language costs beyond English, and how long its switch takes."""
    times = 1 if quick else 3
    with dashboard() as ours, browse.chromium() as browser:
        for lang in ("en", *OTHERS) * 4:  # both workers have been asked in every language
            urllib.request.urlopen(f"{ours.url}/map?lang={lang}").close()
        english = first_load_bytes(browser, ours.url, "en", times)
        for lang in OTHERS:
            beyond = (first_load_bytes(browser, ours.url, lang, times) - english) / KB
            yield Row(f"{lang} beyond English", "kB", beyond, None, Budget(15))
        found = switches(browser, ours.url, times)
        yield Row("switch, words", "ms", found.words, None, Budget(300))
        yield Row("switch, map drawn", "ms", found.map)


def serving(quick: bool) -> Iterator[Row]:
    """Start, memory, processor time and rate."""
    seconds = 2 if quick else 4
    mine, theirs = _inside("dashboard"), _inside("plain")
    yield Row("face not yet cached, CPU", "ms", mine["all ms"], theirs["all ms"], Budget(2))
    for chart in ("map", "trend", "gap"):
        yield Row(f"{chart} face, CPU", "ms", mine[f"{chart} ms"], theirs["all ms"])
        largest = mine[f"{chart} largest"] / KB
        yield Row(f"{chart} face, median", "kB", mine[f"{chart} bytes"] / KB, None, Budget(15))
        yield Row(f"{chart} face, largest", "kB", largest, None, Budget(15))
    with dashboard() as server:
        yield from _served(server, seconds)
        with nginx(server.url) as cache:
            if cache:
                rate = requests_a_second(cache.url, _faces(server.url), seconds)
                yield Row("faces behind one nginx cache", "1/s", rate)
    with plain(compress=True) as server:
        rate = requests_a_second(server.url, ["/_dash-update-component"], seconds, plain_callback())
        yield Row("plain: callbacks", "1/s", rate)
        yield Row("plain: worker memory (PSS)", "MiB", server.worker_memory()[0])
        yield Row("plain: start to first byte", "s", server.start_seconds)


def _served(server: Server, seconds: float) -> Iterator[Row]:
    faces = _faces(server.url)
    rate = requests_a_second(server.url, faces, seconds)
    yield Row("faces, two workers", "1/s", rate, None, Budget(least=1500))
    share, seen = server.worker_memory()
    yield Row("worker memory (PSS)", "MiB", share, None, Budget(60))
    yield Row("worker memory (RSS)", "MiB", seen)
    yield Row("start to first byte", "s", server.start_seconds, None, Budget(0.7))


def _faces(url: str) -> list[str]:
    """Addresses of faces as the pages ask for them, each asked for once."""
    health = urllib.request.urlopen(f"{url}/view/gap.json?lang=en")
    version = health.url.rpartition("v=")[2]
    asked = (
        f"{url}/view/{face}?indicator={indicator}&lang=en&v={version}"
        for face in ("map.course", "trend.json", "gap.json")
        for indicator in INDICATORS
    )
    # Each where it leads to: the address leaves out what is the default.
    paths = []
    for address in asked:
        with urllib.request.urlopen(address) as answer:
            paths.append(answer.url.removeprefix(url))
    return paths


def sizes(_: bool) -> Iterator[Row]:
    """What was built, compressed at its best."""
    shapes = (ROOT / "data" / "geo" / "topology.json").read_bytes()
    yield Row("shapes, brotli", "kB", len(brotli.compress(shapes)) / KB, None, Budget(40))
    tables = (ROOT / "data" / "tables" / "serve").glob("*.jsonl")
    largest = sorted((len(brotli.compress(_economies(path))), path.stem) for path in tables)
    middle, (most, name) = largest[len(largest) // 2][0], largest[-1]
    yield Row("one indicator, brotli, median", "kB", middle / KB, None, Budget(15))
    yield Row(f"one indicator, brotli, largest ({name})", "kB", most / KB, None, Budget(15))


def _economies(path: Path) -> bytes:
    """The lines of a table's economies."""
    header, *lines = path.read_bytes().splitlines()
    return b"\n".join(lines[: len(json.loads(header)["economies"])])


def scaling(_: bool) -> Iterator[Row]:
    """How cost grows with both the indicators and the economies, each `times` as many."""
    for times in (2, 8):
        folder = grown(times)
        found = _inside("dashboard", folder)
        yield Row(f"{times}x tables: map face, CPU", "ms", found["map ms"])
        with dashboard(folder) as server:
            rate = requests_a_second(server.url, _faces(server.url), 2)
            yield Row(f"{times}x tables: faces", "1/s", rate)
            yield Row(f"{times}x tables: worker memory (PSS)", "MiB", server.worker_memory()[0])
            yield Row(f"{times}x tables: start", "s", server.start_seconds)
        shutil.rmtree(folder)


def switching(quick: bool) -> Iterator[Row]:
    """Builds under load: every answer against the checksum of its version."""
    found = soak(15 if quick else 45, 5)
    for fault in found.faults[:10]:
        print(fault, file=sys.stderr)
    name = f"{len(found.takeovers)} builds under load, {len(found.spent)} answers"
    yield Row(f"{name}: failed or mixed", "answers", len(found.faults), None, Budget(0))
    yield Row("added to the slowest answer", "ms", found.added, None, Budget(200))
    yield Row("new tables taken over, longest", "s", max(found.takeovers), None, Budget(10))
    yield Row("worker memory (PSS) meanwhile", "MiB", found.memory, None, Budget(120))


def refreshing(quick: bool) -> Iterator[Row]:  # noqa: ARG001  # there is one refresh
    """A refresh of all sources against services of this machine, and the build that follows."""
    found = refreshed()
    for sentence in found.report.failed.values():
        print(sentence, file=sys.stderr)
    name = f"refresh of {len(found.report.new)} sources, beyond the build"
    yield Row(name, "s", found.beyond, None, Budget(90))
    yield Row("its build", "s", found.build, None, Budget(90))
    yield Row("sources that did not come", "sources", len(found.report.failed), None, Budget(0))
    yield Row("its memory, the build's included", "MiB", found.memory, None, Budget(1024))


def reading(quick: bool) -> Iterator[Row]:
    """What stands in the way of readers who do not see, or see differently: violations by axe-core."""
    languages = access.LANGUAGES[:1] if quick else access.LANGUAGES
    with dashboard() as ours:
        found = access.everywhere(browse.chromium, ours.url, languages)
    for wrong in filter(None, found):
        print("\n".join(wrong), file=sys.stderr)
    name = f"axe-core, {len(found)} of page x size x language, and in the dark"
    yield Row(name, "violations", sum(map(len, found)), None, Budget(0))


def attacked(quick: bool) -> Iterator[Row]:
    """What others wait for a page while eight clients mean harm, and what that leaves in a worker."""
    seconds = 4 if quick else 5
    for attack in (None, *attacks.ATTACKS):
        with dashboard() as ours:
            found = attacks.suffered(ours, attack, seconds)
        name = attack or "nobody attacks"
        yield Row(f"others' /map, {name}, p50", "ms", found.p50)
        yield Row(f"others' /map, {name}, p95", "ms", found.p95, None, Budget(500))
        yield Row(f"worker memory (RSS), {name}", "MiB", found.memory, None, Budget(400))


def _priced(quick: bool) -> Iterator[Row]:
    """What a page view costs the server, and a million of them behind a cache."""
    with dashboard() as ours:
        crowd.price(ours, 20)
        found = crowd.price(ours, 20 if quick else 80)
    minutes = found.minutes(1_000_000, crowd.addresses())
    yield Row("a page view, made anew, CPU of the server", "ms", found.made)
    yield Row("a page view, known to a cache, CPU of the server", "ms", found.known)
    yield Row("a million page views behind a cache, CPU", "minutes", minutes, None, Budget(20))


def crowds(quick: bool) -> Iterator[Row]:
    """Five hundred readers, eight seconds between clicks: behind nginx, and without it."""
    seconds = 20 if quick else 25
    yield from _priced(quick)
    for behind, most in ((True, 300), (False, 600)):
        with dashboard() as ours, nginx(ours.url) as cache:
            if cache is None and behind:
                continue
            url = cache.url if cache and behind else ours.url
            # A server has been asked in every language before; what is kept then is kept here too.
            crowd.crowd(url, seconds / 2, viewers=40, think=1)
            pids = [ours.pid, *([cache.pid] if cache else [])]
            before = [spent_by_children(pid) for pid in pids]
            seen = crowd.crowd(url, seconds)
            after = [spent_by_children(pid) for pid in pids]
            spent = [1000 * (b - a) / seen.pages for a, b in zip(before, after, strict=True)]
        name = "500 readers, " + ("behind nginx" if behind else "direct")
        yield Row(f"{name}, p95", "ms", seen.p95(), None, Budget(most))
        yield Row(f"{name}, pages and layouts, p95", "ms", seen.p95("page", "layout"))
        yield Row(f"{name}, failed", "requests", seen.wrong.total(), None, Budget(0))
        yield Row(f"{name}, page views", "1/s", seen.pages / seconds)
        yield Row(f"{name}, a page view", "requests", seen.requests / seen.pages)
        yield Row(f"{name}, a page view", "kB", seen.bytes / seen.pages / KB)
        yield Row(f"{name}, a page view, CPU of the server", "ms", spent[0])
        yield Row(f"{name}, a page view, CPU of the readers", "ms", 1000 * seen.spent / seen.pages)
        if behind:
            yield Row(f"{name}, a page view, CPU of nginx", "ms", spent[1])
            share = 100 * seen.kept.total() / seen.requests
            yield Row(f"{name}, answered by nginx", "%", share)
            for kind, waited in seen.waited.items():
                yield Row(f"{name}, {kind} by nginx", "%", 100 * seen.kept[kind] / len(waited))


def _inside(which: str, root: Path = ROOT) -> dict[str, Any]:
    """What `bench.inside` measures, with the package of `root`."""
    script = (
        f"import sys; sys.path[:0] = [{str(root)!r}, {str(ROOT)!r}]; from bench import inside; "
    )
    call = {"dashboard": "dashboard_faces", "plain": "plain_callbacks"}.get(which, which)
    done = subprocess.run(
        [sys.executable, "-c", f"{script} print(inside.json.dumps(inside.{call}()))"],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"bench.inside.{call}: {done.stderr.strip().splitlines()[-1]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


PARTS: dict[str, Part] = {
    "loads": loads,
    "pages": pages,
    "copies": copies,
    "embeds": embeds,
    "pack": pack,
    "moves": moves,
    "room": committee,
    "languages": languages,
    "serving": serving,
    "sizes": sizes,
    "attacks": attacked,
    "crowds": crowds,
    "access": reading,
    "switching": switching,
    "refreshing": refreshing,
    "scaling": scaling,
}
