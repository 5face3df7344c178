"""What axe-core finds: the rules of WCAG 2.1 AA and good practice, on every page, size and language.

The tests in a browser look at a part of it on each run; `make bench` looks at all, by two browsers, for
half of the time goes into contrast: that is looked at once a page and size, and once more in the dark.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, TimeoutError  # noqa: A004  # its own

AXE = Path(__file__).resolve().parent.parent / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "/?",
    "/map?economies=KIR~BRA",
    "/trends?economies=KIR~FJI",
    "/gap?",
    "/ranking?region=escap",
    "/region?region=escap",
    "/economy?economies=KIR",
    "/economy?economies=KIR&print=1",
    "/theme?theme=parity",
    "/targets?region=escap",
    "/availability?region=escap-pac",
    "/programmes?region=escap",
    "/then-and-now?region=m49-developed&year=2010&number=24.6",
    "/data?region=escap-pac",
    "/changes?",
    "/about?",
    "/nowhere?",
    "/embed/map?controls=1",
    "/embed/trend?",
)
SIZES = {"desk": (1440, 900), "tablet": (768, 1024), "phone": (390, 844)}
LANGUAGES = ("en", "ar", "zh")
# Contrast is the same in all languages: each looks at it at one size, the first one in the dark too.
CONTRAST = "color-contrast"
CONTRASTED = {("en", "phone"), ("ar", "desk"), ("zh", "tablet")}
BROWSERS = 2
# Every plot has been drawn in the size that it has now, every figure has its words.
SETTLED = """() => {
  const fits = (layout, { clientWidth, clientHeight }) =>
    layout && Math.abs(layout.width - clientWidth) < 2 && Math.abs(layout.height - clientHeight) < 2;
  const all = (selector) => [...document.querySelectorAll(selector)];
  return (
    document.querySelector(".shell .page, .shell .page-question, .framed .figure") &&
    !document.querySelector("[aria-busy='true']") &&
    // A page without Dash stays as the server wrote it.
    !(document.querySelector("#arrival") && document.querySelector("#_dash-config")) &&
    all(".figure-title").every((title) => title.textContent) &&
    all(".js-plotly-plot").every((plot) => fits(plot._fullLayout, plot)) &&
    all(".figure-box").every((box) => box.querySelector(".js-plotly-plot, .map-svg")) &&
    all(".choroplethlayer").every((layer) => layer.querySelector("path")) &&
    all(".framed main").every((main) => main.scrollHeight <= main.clientHeight)
  );
}"""
# A frame fits itself one frame after it learns its size, and its figure one after that.
FITTED = """async () => {
  for (let k = 0; k < 4; k++) await new Promise(requestAnimationFrame);
}"""
# Beyond what axe-core looks for by itself: targets that are large enough, or far enough apart.
RUN = """(more) => axe.run(document, {
  resultTypes: ["violations"],
  rules: { "target-size": { enabled: true } },
  ...more,
})"""
LEAVE_CONTRAST = {"rules": {"target-size": {"enabled": True}, CONTRAST: {"enabled": False}}}
ONLY_CONTRAST = {"runOnly": [CONTRAST], "rules": {}}
# A page draws its plots anew when the system changes; one without Dash is what it was when it came.
DARKEN = """() => {
  if (!document.querySelector("#_dash-config")) document.documentElement.dataset.bsTheme = "dark";
}"""
IS_DARK = "() => document.documentElement.dataset.bsTheme === 'dark'"


@contextmanager
def auditor(browser: Browser, site: str) -> Iterator[Page]:
    """A page that carries axe-core, whatever the page's own policy says of scripts."""
    context = browser.new_context(base_url=site, bypass_csp=True)
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def settle(page: Page, address: str) -> None:
    """Open an address and wait until all that it shows is there."""
    page.goto(address)
    page.wait_for_function(SETTLED)


def resize(page: Page, width: int, height: int) -> None:
    """Give the page another size and wait until it has fitted itself into it."""
    page.set_viewport_size({"width": width, "height": height})
    # Panels are placed for the size, then have another height.
    for _ in range(2):
        page.evaluate(FITTED)
        page.wait_for_function(SETTLED)


def violations(page: Page, more: dict[str, Any] | None = None) -> list[str]:
    """What is wrong with what the page shows: "color-contrast: .figure-subtitle"."""
    found: dict[str, Any] = page.evaluate(RUN, more or {})
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def dark_violations(page: Page) -> list[str]:
    """What cannot be read on the page at hand when it is dark; it is light again afterwards."""
    # Without the fading of colours, which would be measured on its way.
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.evaluate(DARKEN)
    page.wait_for_function(IS_DARK)
    page.wait_for_function(SETTLED)
    found = [f"dark, {wrong}" for wrong in violations(page, ONLY_CONTRAST)]
    page.emulate_media(color_scheme="light")
    return found


Opener = Callable[[], AbstractContextManager[Browser]]


def everywhere(
    chromium: Opener, site: str, languages: Sequence[str], pages: Sequence[str] = PAGES
) -> list[list[str]]:
    """What is wrong on every page in every language at every size, and in the dark: a list each."""
    all_pages = [*product(languages, pages)]

    def look(part: list[tuple[str, str]]) -> list[list[str]]:
        with chromium() as browser, auditor(browser, site) as page:
            return [wrong for lang, address in part for wrong in _looked(page, address, lang)]

    with ThreadPoolExecutor(BROWSERS) as threads:
        parts = threads.map(look, (all_pages[k::BROWSERS] for k in range(BROWSERS)))
        return [wrong for part in parts for wrong in part]


def _looked(page: Page, address: str, lang: str) -> Iterator[list[str]]:
    """What is wrong on a page at each size; one that does not come to rest is wrong, and ends nothing."""
    try:
        settle(page, f"{address}&lang={lang}")
    except TimeoutError:
        yield [f"{address}&lang={lang}: does not come to rest"]
        return
    for size, (width, height) in SIZES.items():
        resize(page, width, height)
        found = violations(page, {} if (lang, size) in CONTRASTED else LEAVE_CONTRAST)
        yield [f"{address}&lang={lang}, {width}: {wrong}" for wrong in found]
    if lang == LANGUAGES[0]:
        yield [f"{address}&lang={lang}, {width}: {wrong}" for wrong in dark_violations(page)]
