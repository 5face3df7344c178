"""What is folded on a page opens with one key, and on paper everything is there.

How long a page may be is looked at with what fits (`test_fit.py`).
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import opened


def test_a_fold_opens_with_one_key(page: Page) -> None:
    """The members of a region are folded to one line, and Enter on it shows them."""
    opened(page, "/region?region=escap&lang=en")
    members = page.locator(".region-members")
    expect(members).to_be_hidden()
    page.locator("summary", has_text="The members one by one").press("Enter")
    expect(members).to_be_visible()


def test_a_folded_figure_is_drawn_when_it_opens(page: Page) -> None:
    """The matrix of all economies has its size and its rows once its line is opened: until then the page is short."""
    opened(page, "/availability?lang=en")
    box = page.locator(".figure-box-ages")
    expect(box).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollHeight") <= 5000
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
