"""What a reader sees of a page with charts before anything is scrolled; no test of its own.

The figure comes first on these pages: title, sentence, year bar and the whole plot stand above the fold.
"""

from playwright.sync_api import Page

FIGURE_FIRST = ("/map?", "/trends?", "/gap?", "/ranking?", "/theme?", "/programmes?")
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


def below_the_fold(page: Page, address: str) -> list[str]:
    """What of the first figure of `address`, opened in `page`, is not in the first view.

    A figure higher than the screen counts wherever it stands, and so does a plot that has become small.
    """
    size = page.viewport_size
    assert size
    parts, plots = page.evaluate(PARTS), page.evaluate(HEIGHTS)
    least = (
        size["height"] / 2 if address.startswith("/map") and size["width"] > 1024 else LEAST_PLOT
    )
    return [
        *(f"{part} ends at {y}" for part, y in parts.items() if not y or y >= size["height"] + 1),
        *(f"a plot of {plot} pixels" for plot in plots[:1] if "plot" in parts and plot < least),
        *(f"higher than the screen: {name}" for name in page.evaluate(TALL)),
    ]
