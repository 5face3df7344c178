"""The figure comes first: what a reader sees of a page with charts before anything is scrolled."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from bench.access import SETTLED, SIZES, auditor, settle
from dashboard.catalogue.languages import LANGUAGES

ADDRESSES = (
    "/map?region=escap&economies=KIR~FJI",
    "/trends?region=m49-009&economies=KIR~FJI",
    "/gap?",
    "/ranking?",
    "/theme?theme=use",
    "/theme?theme=infrastructure",
    "/theme?theme=parity",
    "/programmes?region=escap",
)
# The lowest pixels of the parts of the page's first figure, and the height of its plot. A table is as
# long as it is: of a ranking the heads and three rows are looked for.
PARTS = """() => {
  const figure = document.querySelector("main figure, main .ranking");
  const bottom = (selector) => figure.querySelector(selector)?.getBoundingClientRect().bottom;
  const plot = figure.querySelector(".figure-box");
  return {
    title: bottom(".figure-title"),
    sentence: bottom(".figure-sentence"),
    ...(figure.querySelector(".year-bar") && { years: bottom(".year-bar") }),
    ...(plot
      ? { plot: bottom(".figure-box"), figure: bottom(".figure-view") }
      : { rows: bottom("tbody tr:nth-child(3)") }),
  };
}"""
HEIGHTS = (
    """() => [...document.querySelectorAll("main .figure-box")].map((box) => box.offsetHeight)"""
)
# Of a page's figures, those that are higher than a screen: reader and plot never meet.
TALL = """() => [...document.querySelectorAll("main figure:not(.figure-timeline)")]
  .map((figure) => {
    const top = figure.querySelector(".figure-title").getBoundingClientRect().top;
    const { bottom } = figure.querySelector(".figure-box").getBoundingClientRect();
    return [figure.className, Math.round(bottom - top)];
  })
  .filter(([, height]) => height > innerHeight)"""
LEAST_PLOT = 200


@pytest.fixture(scope="module")
def reading(browser: Browser, site: str) -> Iterator[Page]:
    """One page for all, so that scripts and shapes are fetched once."""
    with auditor(browser, site) as page:
        yield page


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_figure_is_in_the_first_view(reading: Page, address: str) -> None:
    """Title, sentence, year bar and the whole plot stand above the fold, in each language and size."""
    wrong: dict[str, object] = {}
    for lang in LANGUAGES:
        settle(reading, f"{address}&lang={lang}")
        for size, (width, height) in SIZES.items():
            reading.set_viewport_size({"width": width, "height": height})
            reading.wait_for_function(SETTLED)
            parts = reading.evaluate(PARTS)
            if below := {part: y for part, y in parts.items() if y is None or y > height}:
                wrong[f"{lang}, {size}"] = below
            if "plot" in parts and (plot := reading.evaluate(HEIGHTS)[0]) < LEAST_PLOT:
                wrong[f"{lang}, {size}, plot"] = plot
            if address.startswith("/map") and size == "desk" and plot < height / 2:
                wrong[f"{lang}, map"] = plot
            if tall := reading.evaluate(TALL):
                wrong[f"{lang}, {size}, higher than the screen"] = tall
    assert wrong == {}
