"""Pages are short: an answer first, the rest folded; on paper everything is there."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import PLOT, opened

DESK = {"width": 1440, "height": 900}
MOST = 5000
# Pages whose length was a complaint, each with economies or regions that made it longest.
SHORT = (
    "/region?region=escap",
    "/region?region=world",
    "/economy?economies=KIR",
    "/economy?economies=ESH",
    "/targets?region=escap",
    "/targets?economies=KIR",
    "/then-and-now?",
    "/programmes?",
    "/availability?",
    "/availability?region=escap",
)
LENGTH = "document.documentElement.scrollHeight"


@pytest.mark.parametrize("lang", ["en", "ar", "ru"])
@pytest.mark.parametrize("address", SHORT)
def test_a_page_has_at_most_5000_pixels(page: Page, address: str, lang: str) -> None:
    """What is longer is folded, and the page is whole: its plots are drawn."""
    page.set_viewport_size(DESK)
    opened(page, f"{address}&lang={lang}")
    if page.locator("main .figure-box").count():
        expect(page.locator(f"main {PLOT}").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(LENGTH) <= MOST


def test_a_fold_opens_with_one_key(page: Page) -> None:
    """The members of a region are folded to one line, and Enter on it shows them."""
    opened(page, "/region?region=escap&lang=en")
    members = page.locator(".region-members")
    expect(members).to_be_hidden()
    page.locator("summary", has_text="The members one by one").press("Enter")
    expect(members).to_be_visible()


def test_a_folded_figure_is_drawn_when_it_opens(page: Page) -> None:
    """The matrix of all economies has its size and its rows once its line is opened."""
    opened(page, "/availability?lang=en")
    box = page.locator(".figure-box-ages")
    expect(box).to_be_hidden()
    page.locator("summary", has_text="(2").first.press("Enter")
    expect(box.locator(".ytick").nth(200)).to_be_attached()
    assert (
        page.locator(".figure-box-ages .main-svg").first.evaluate("plot => plot.clientHeight")
        > 3000
    )


@pytest.mark.parametrize(
    "address", ["/economy?economies=ESH", "/targets?region=escap", "/then-and-now?"]
)
def test_paper_has_what_is_folded(page: Page, address: str) -> None:
    """On paper every fold is open, whatever the screen shows."""
    opened(page, f"{address}&lang=en")
    folded = page.locator(".fold tbody tr:last-child th").last
    expect(folded).to_be_hidden()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()
