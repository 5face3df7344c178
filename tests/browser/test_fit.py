"""Every page at every size in every language: what is cut off, what covers what, what comes first.

`make bench` has axe-core look at all sizes in three languages; here each language meets one size.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bench.access import (
    PAGES,
    SIZES,
    auditor,
    dark_violations,
    resize,
    settle,
    violations,
)
from dashboard.catalogue.languages import LANGUAGES
from tests.browser.first_view import FIGURE_FIRST, below_the_fold

FIT = Path(__file__).with_name("fit.js").read_text(encoding="utf-8")
# A screen of 1280 x 900 at 200 %, in the languages with the longest words and the other direction.
ZOOMED = {"zoomed": (640, 450)}
LONGEST = {"ar", "fr", "ru"}
AUDITED = {("en", "phone"), ("ar", "desk"), ("zh", "tablet")}
# Other frames, and the themes with the longest words; looked at in the longest languages alone.
MORE = (
    "/map?region=escap&economies=KIR~FJI",
    "/map?indicator=population",
    "/theme?theme=use",
    "/theme?theme=infrastructure",
)
# Pages whose length was a complaint: on a desk, an answer first, and the rest folded.
SHORT = ("/region", "/economy", "/targets", "/programmes", "/availability")
MOST = 5000
LONG = (
    "/region?region=world",
    "/economy?economies=ESH",
    "/targets?economies=KIR",
    "/then-and-now?",
)


@pytest.fixture(scope="module")
def reading(browser: Browser, site: str) -> Iterator[Page]:
    """One page for all, so that scripts and shapes are fetched once."""
    with auditor(browser, site) as page:
        yield page


def too_long(page: Page) -> list[str]:
    """A sentence, if the page is longer than it may be."""
    length = page.evaluate("document.documentElement.scrollHeight")
    return [f"the page is {length} long"] if length > MOST else []


@pytest.mark.parametrize("lang", sorted(LONGEST))
@pytest.mark.parametrize("address", LONG)
def test_what_made_a_page_longest_does_not(reading: Page, address: str, lang: str) -> None:
    """Nor has then-and-now, before a number is checked, nor have the world or an economy without values."""
    width, height = SIZES["desk"]
    reading.set_viewport_size({"width": width, "height": height})
    settle(reading, f"{address}&lang={lang}")
    assert too_long(reading) == []


@pytest.mark.parametrize("address", PAGES + MORE)
def test_pages_fit_and_can_be_used_by_everybody(reading: Page, address: str) -> None:
    """No text is cut off, no word broken, no control covers another, no page is too wide, axe-core finds nothing.

    Where the figure comes first, it stands in the first view; long pages were made short.
    """
    found: dict[str, list[str]] = {}
    for lang in LONGEST if address in MORE else LANGUAGES:
        settle(reading, f"{address}&lang={lang}")
        sizes = SIZES | ZOOMED if lang in LONGEST else SIZES
        for size, (width, height) in sizes.items():
            resize(reading, width, height)
            found[f"{lang}, {size}"] = reading.evaluate(FIT)
            if size in SIZES and address.startswith(FIGURE_FIRST):
                found[f"{lang}, {size}"] += below_the_fold(reading, address)
            if size == "desk" and address.startswith(SHORT):
                found[f"{lang}, {size}"] += too_long(reading)
            if (lang, size) in AUDITED:
                found[f"{lang}, {size}"] += violations(reading)
        if lang == "en":
            found["en, dark"] = dark_violations(reading)
    assert {where: wrong for where, wrong in found.items() if wrong} == {}
