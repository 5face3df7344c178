"""What a room waits for in committee mode: the next prepared view, with the network cut."""

import json
import statistics
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

VIEWS = (
    "map?indicator=internet-use",
    "trend?indicator=fixed-broadband&economies=KIR~FJI",
    "map?indicator=mobile-cellular&region=escap&year=2015",
    "gap?indicator=internet-use",
    "scatter?indicator=internet-use",
    "strip?panel=coverage",
)
# How long a speaker stays on a view at least; its neighbours are drawn meanwhile.
REST_MS = 1500
GIVE_UP_MS = 40_000
# Presses a key and waits until the view is on the screen: a frame is painted when the next begins.
PRESS = """
async (key) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const shown = () => {
    const view = document.querySelector(".room-view:not([data-away])");
    return view.querySelector(".main-svg, .map-svg") && view.dataset.shows + view.textContent;
  };
  const before = shown();
  const start = performance.now();
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  while ((!shown() || shown() === before) && performance.now() - start < 8000) await frame();
  await frame();
  await frame();
  return performance.now() - start;
}
"""
READY = f"() => document.querySelector('.room')?.dataset.ready === '{len(VIEWS)}/{len(VIEWS)}'"


@dataclass(frozen=True, slots=True)
class Steps:
    """Milliseconds from key to painted view, and the requests of all steps."""

    median: float
    p95: float
    undrawn: float
    flip: float
    requests: int


def steps(browser: Browser, url: str, times: int) -> Steps:
    """Go through the list `times` times at a speaker's pace, then as fast as views are drawn."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    page = context.new_page()
    page.add_init_script(f"localStorage.setItem('ict-tray', {json.dumps(json.dumps(VIEWS))})")
    page.goto(f"{url}/about?present=1&lang=en")
    page.wait_for_function(READY, timeout=GIVE_UP_MS)
    context.set_offline(True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(REST_MS)
    rested = [spent for _ in range(times) for spent in _through(page, REST_MS)]
    hurried = [spent for _ in range(times) for spent in _through(page, 0)]
    flips = [_press(page, "l") for _ in range(2 * times)]
    context.close()
    middle = statistics.median
    p95 = sorted(rested)[round(0.95 * (len(rested) - 1))]
    return Steps(middle(rested), p95, middle(hurried), middle(flips), len(asked))


def _through(page: Page, rest: float) -> list[float]:
    """From the first view to the last; then back at the first one, as if just come."""
    spent = []
    for _ in VIEWS[1:]:
        spent.append(_press(page, "PageDown"))
        page.wait_for_timeout(rest)
    _press(page, "Home")
    page.wait_for_timeout(REST_MS)
    return spent


def _press(page: Page, key: str) -> float:
    return float(page.evaluate(PRESS, key))
