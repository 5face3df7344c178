"""What a language costs: bytes beyond English, and the wait after a click on the language switch.

The switch is a link to the same view in another language. The wait begins with the click on the old
page and ends when the new one has painted its words, and when its figure is drawn.
"""

import statistics
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from bench import browse

OTHERS = ("ar", "zh", "fr", "ru", "es")
ADDRESS = "/map?indicator=fixed-broadband&year=2015&economies=KIR"
# Remembers when the switch was clicked: both pages have the same clock.
CLICK = """lang => {
  const link = document.querySelector(`.language[lang="${lang}"]`);
  sessionStorage.setItem("clicked", performance.timeOrigin + performance.now());
  link.click();
}"""
WAITED = """() => {
  const clicked = Number(sessionStorage.getItem("clicked"));
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  if (!paint || !window.__seen?.map || !clicked) return null;
  const since = (moment) => performance.timeOrigin + moment - clicked;
  return [since(paint.startTime), since(window.__seen.map), location.search];
}"""


@dataclass(frozen=True, slots=True)
class Switch:
    """Milliseconds from the click to the words and to the map, in the new language."""

    words: float
    map: float


def first_load_bytes(browser: Browser, url: str, lang: str, times: int) -> int:
    """The bytes on the wire of a first load of the map in a language, the median."""
    loads = [browse.first_load(browser, f"{url}/map?lang={lang}").bytes for _ in range(times)]
    return int(statistics.median(loads))


def switches(browser: Browser, url: str, times: int) -> Switch:
    """The medians over switches from English to each language, on a browser that has been here."""
    found = []
    for lang in OTHERS * times:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        with browse.visit(context) as (page, traffic):
            browse.load(page, traffic, f"{url}{ADDRESS}&lang=en")
            found.append(_switched(page, lang))
        context.close()
    words, maps = zip(*found, strict=True)
    return Switch(statistics.median(words), statistics.median(maps))


def _switched(page: Page, lang: str) -> tuple[float, float]:
    """Click as a reader does: the pointer comes first, the click a moment later."""
    page.locator(f'.language[lang="{lang}"]').hover()
    page.wait_for_timeout(150)
    with page.expect_navigation(wait_until="commit"):
        page.evaluate(CLICK, lang)
    words, drawn, query = page.wait_for_function(WAITED, timeout=20_000).json_value()
    kept = ADDRESS.partition("?")[2]
    if query != f"?{kept}&lang={lang}":
        raise AssertionError(f"The switch lost the view: {query}")
    return float(words), float(drawn)
