"""What axe-core finds: the rules of WCAG 2.1 AA and good practice, on every page, size and language.

The tests in a browser look at a part of it on each run; `make bench` looks at all.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

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
# Every plot has been drawn in the size that it has now, every figure has its words.
SETTLED = """() => {
  const fits = (layout, { clientWidth, clientHeight }) =>
    layout && Math.abs(layout.width - clientWidth) < 2 && Math.abs(layout.height - clientHeight) < 2;
  const all = (selector) => [...document.querySelectorAll(selector)];
  return (
    document.querySelector(".shell .page, .shell .page-question, .framed .figure") &&
    !document.querySelector("#arrival, [aria-busy='true']") &&
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
RUN = """() => axe.run(document, {
  resultTypes: ["violations"],
  rules: { "target-size": { enabled: true } },
})"""


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
    page.evaluate(FITTED)
    page.wait_for_function(SETTLED)


def violations(page: Page) -> list[str]:
    """What is wrong with what the page shows: "color-contrast: .figure-subtitle"."""
    found: dict[str, Any] = page.evaluate(RUN)
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def everywhere(browser: Browser, site: str, languages: Sequence[str]) -> Iterator[list[str]]:
    """What is wrong on every page in every language at every size, a list each."""
    with auditor(browser, site) as page:
        for lang, address in product(languages, PAGES):
            settle(page, f"{address}&lang={lang}")
            for width, height in SIZES.values():
                resize(page, width, height)
                yield [f"{address}&lang={lang}, {width}: {wrong}" for wrong in violations(page)]
