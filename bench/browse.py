"""What a reader waits for, measured in Chromium: first load, repeat visit, year, indicator.

Times are those of the page itself (performance.now); bytes are those on the wire, by the browser's
own count. The slow profiles are Lighthouse's: 1.6 Mbit/s with 150 ms, and a four times slower CPU;
a committee room's has 300 ms.
"""

import json
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import isnan
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whoever watches requests is told which line of which script made them, for which Chromium would read
    # the script once more while it is timed.
    "--js-flags=--no-enable-lazy-source-positions",
)
# The areas of a map that can be used: plotly's once they are drawn, ours once the script has them.
AREAS = ".choroplethlayer path, figure[data-year] .map-svg [data-of]"
MAP_SHAPES = 100
GIVE_UP_SECONDS = 40
LATENCY = 150
SLOW_NET = {"offline": False, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
# Notes when the map's shapes are there and painted, when a picture of it is, and, on a first load,
# when a reader who moves the slider as early as can be sees another year.
WATCH = f"""
(() => {{
  const seen = (window.__seen = {{}});
  const fills = () =>
    [...document.querySelectorAll("{AREAS}")].map((area) => area.getAttribute("fill")).join();
  const move = (slider) => {{
    const before = fills();
    const {{ set }} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    set.call(slider, Number(slider.max) - 10);
    slider.dispatchEvent(new Event("input", {{ bubbles: true }}));
    if (fills() !== before) requestAnimationFrame(() => (seen.years ??= performance.now()));
  }};
  const look = () => {{
    const now = performance.now();
    const slider = document.querySelector("input#year:enabled");
    if (window.__moves && !seen.years && slider && document.querySelector("{AREAS}")) move(slider);
    if (!seen.picture && document.querySelector(".figure-sentence, h1")?.textContent) {{
      const picture = document.querySelector(".figure-box img");
      if (!picture || picture.complete) requestAnimationFrame(() => (seen.picture = now));
    }}
    if (!seen.chart && document.querySelector(".scatterlayer .trace, {AREAS}"))
      requestAnimationFrame(() => (seen.chart = performance.now()));
    if (!seen.map && document.querySelectorAll("{AREAS}").length >= {MAP_SHAPES})
      requestAnimationFrame(() => (seen.map ??= performance.now()));
    if (!seen.map || (window.__moves && !seen.years && document.querySelector("input#year")))
      requestAnimationFrame(look);
  }};
  requestAnimationFrame(look);
}})();
"""
# Sets what a control would set (SET, of either application), waits until the map is painted anew:
# a frame is painted when the next one begins.
CHANGE = """
async ([name, value]) => {
  const colours = () =>
    [...document.querySelectorAll("AREAS")]
      .map((p) => p.style.fill + p.getAttribute("fill"))
      .join();
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const before = colours();
  const start = performance.now();
  SET(name, value);
  while (colours() === before && performance.now() - start < 8000) await frame();
  await frame();
  await frame();
  return performance.now() - start;
}
""".replace("AREAS", AREAS)
# Goes through the years as fast as frames come, and counts the different maps that were shown.
SCRUB = """
async ([years, milliseconds]) => {
  const colours = () =>
    [...document.querySelectorAll("AREAS")]
      .map((p) => p.style.fill + p.getAttribute("fill"))
      .join();
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const start = performance.now();
  let last = colours();
  let maps = 0;
  for (let k = 0; performance.now() - start < milliseconds; k++) {
    SET("year", years[k % years.length]);
    await frame();
    const now = colours();
    if (now !== last) maps++;
    last = now;
  }
  return (maps * 1000) / (performance.now() - start);
}
""".replace("AREAS", AREAS)

# In the dashboard the year has a slider, moved as a hand moves it; all else is part of the view.
SET_DASHBOARD = """(name, value) => {
  if (name !== "year")
    return dash_clientside.ict.shared.view.change({ [name]: value });
  const slider = document.getElementById("year");
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(slider, value);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
}"""
SET_PLAIN = "(name, value) => dash_clientside.set_props(name, { value })"


@dataclass(slots=True)
class Traffic:
    """What went over the wire since the last `reset`; what the browser had kept is not counted."""

    bytes: int = 0
    requests: list[str] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    data: int = 0

    def reset(self) -> None:
        """Count from zero."""
        self.bytes = self.data = 0
        self.requests.clear()


@dataclass(frozen=True, slots=True)
class Load:
    """A load of a page: milliseconds to the first picture, the map, any chart, another year of the
    map; bytes, other hosts.

    `data` are the bytes of what is the page's own: its HTML, Dash's layout of it, its faces.
    """

    picture: float
    map: float
    bytes: int
    foreign: int
    data: int = 0
    chart: float = float("nan")
    years: float = float("nan")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium."""
    found = filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=next(found), args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def visit(
    context: BrowserContext,
    *,
    slow_net: bool = False,
    slow_cpu: bool = False,
    latency: int = LATENCY,
    moves: bool = False,
) -> Iterator[tuple[Page, Traffic]]:
    """A new tab under a profile, and its traffic; `latency` in milliseconds; `moves` the slider at once."""
    page = context.new_page()
    page.add_init_script(f"window.__moves = {json.dumps(moves)};{WATCH}")
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if slow_net:
        session.send("Network.emulateNetworkConditions", SLOW_NET | {"latency": latency})
    if slow_cpu:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    traffic = Traffic()
    session.on("Network.requestWillBeSent", lambda e: _note(traffic, e))
    session.on("Network.responseReceived", lambda e: _forget_kept(traffic, e))
    session.on("Network.loadingFinished", lambda e: _count(traffic, e))
    yield page, traffic
    page.close()


def _note(traffic: Traffic, event: dict[str, Any]) -> None:
    address = event["request"]["url"]
    traffic.requests.append(address)
    traffic.addresses[event["requestId"]] = address


def _forget_kept(traffic: Traffic, event: dict[str, Any]) -> None:
    """The icon is asked for again at every address, and comes out of the browser's own cache."""
    address = event["response"]["url"]
    if event["response"]["fromDiskCache"] and address in traffic.requests:
        traffic.requests.remove(address)


def _count(traffic: Traffic, event: dict[str, Any]) -> None:
    size = int(event["encodedDataLength"])
    traffic.bytes += size
    address = traffic.addresses.get(event["requestId"], "")
    if "/static/" not in address and "/_dash-component-suites/" not in address:
        traffic.data += size


def load(page: Page, traffic: Traffic, url: str, wanted: str = "map") -> Load:
    """Open `url` and wait for what is `wanted`: the map, any chart, or the first picture."""
    page.goto(url, wait_until="commit")
    deadline = time.monotonic() + GIVE_UP_SECONDS
    seen: dict[str, float] = {}
    while wanted not in seen and time.monotonic() < deadline:
        page.wait_for_timeout(100)
        seen = page.evaluate("window.__seen")
    page.wait_for_timeout(500)
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    host = "/".join(url.split("/")[:3])
    foreign = [u for u in traffic.requests if not u.startswith((host, "data:", "blob:"))]
    picture = max(painted, seen.get("picture", 0))
    shown, chart, years = (seen.get(name, float("nan")) for name in ("map", "chart", "years"))
    return Load(picture, shown, traffic.bytes, len(foreign), traffic.data, chart, years)


def arrive(page: Page, traffic: Traffic, url: str) -> None:
    """Open `url` and wait until Dash has taken over and nothing is on its way, then count anew."""
    if isnan(load(page, traffic, url).map):
        load(page, traffic, url)  # once in a while the plain one stays empty
    page.wait_for_selector("#arrival, ._dash-loading", state="detached")
    page.wait_for_load_state("networkidle")
    traffic.reset()


def first_load(browser: Browser, url: str, wanted: str = "map", **profile: int) -> Load:
    """A first load, in a fresh browser profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    with visit(context, moves=True, **profile) as (page, traffic):
        found = load(page, traffic, url, wanted)
    context.close()
    return found


def repeat_visit(browser: Browser, url: str) -> Load:
    """A second visit over the slow network, with what the first one left behind."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    with visit(context) as (page, traffic):
        load(page, traffic, url)
    with visit(context, slow_net=True) as (page, traffic):
        found = load(page, traffic, url)
    context.close()
    return found


def medians(
    measure: Callable[[str], Load],
    urls: tuple[str, ...],
    times: int,
    plain_times: int | None = None,
) -> list[Load]:
    """The medians of each address, measured in turn, so that both meet the same machine.

    Those after the first are measured `plain_times`, where a plain one takes too long for more.
    """
    found: dict[str, list[Load]] = {url: [] for url in urls}
    for k in range(times):
        for url in urls if k < (plain_times or times) else urls[:1]:
            found[url].append(measure(url))
    return [_median(loads) for loads in found.values()]


def _median(loads: list[Load]) -> Load:
    def middle(name: str) -> Any:
        return statistics.median(getattr(one, name) for one in loads)

    whole = (int(middle(name)) for name in ("bytes", "foreign", "data"))
    return Load(middle("picture"), middle("map"), *whole, middle("chart"), middle("years"))
