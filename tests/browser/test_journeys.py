"""What three readers come for, from the first page to the end, with their actions counted.

An action is a click, a tap, a key that does something, or a text that is typed; the start is the page
of an address that somebody was sent.
"""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.view import View
from tests.browser.looking import DRAWN_MAP, PLOT, WAIT_MS, open_map, opened, pick

MOST = 6
ASKED = "kiribati fixed broadband pacific 2010-2024"
WANTED = View(
    indicator="fixed-broadband",
    economies=("KIR",),
    region="escap-pac",
    years=(2010, 2024),
    lang="en",
)
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("by", ["mouse", "keyboard", "touch"])
def test_a_delegate_copies_kiribati_beside_the_pacific(
    browser: Browser, site: str, by: str
) -> None:
    """Fixed broadband of Kiribati and the Pacific, 2010 to 2024: the link in at most six actions."""
    touch = by == "touch"
    size = PHONE if touch else {"width": 1280, "height": 900}
    context = browser.new_context(base_url=site, viewport=size, has_touch=touch)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    opened(page, "/?lang=en")
    actions = 0

    def act(what: Callable[[], object]) -> None:
        nonlocal actions
        actions += 1
        what()

    def press(target: Locator) -> None:
        if by == "keyboard":
            act(lambda: target.press("Enter"))
        else:
            act(target.tap if touch else target.click)

    if by == "keyboard":
        act(lambda: page.keyboard.press("/"))
    else:
        press(page.locator(".picker-go summary"))
    if touch:
        press(page.locator(".picker-go input"))
    act(lambda: page.keyboard.type(ASKED))
    first = page.locator(".picker-go .picker-option").first
    expect(first).to_contain_text("Kiribati")
    if by == "keyboard":
        act(lambda: page.keyboard.press("Enter"))
    else:
        press(first)
    page.wait_for_url("**/trends?*")
    page.locator(f".figure-trend {PLOT}").first.wait_for()
    press(page.locator(".figure-trend .share-button"))
    press(page.locator(".share-panel").get_by_role("button", name="Link", exact=True))
    expect(page.locator(".share-told")).to_have_text("Copied.")
    link = str(page.evaluate("navigator.clipboard.readText()"))
    assert View.from_strict_query(parse_qs(urlsplit(link).query)) == WANTED
    assert urlsplit(link).path == "/trends"
    assert actions <= MOST
    context.close()


def test_a_journalist_finds_the_widest_gap(page: Page) -> None:
    """The overview names it, with its size; one click shows it, and says the same."""
    opened(page, "/?lang=en")
    card = page.locator(".finding").nth(1)
    expect(card.locator(".finding-kind")).to_contain_text("gap", ignore_case=True)
    size = re.search(r"a gap of .+? to 1", card.inner_text())
    assert size, card.inner_text()
    card.locator(".figure-title a").click()
    page.wait_for_url("**/gap?*")
    expect(page.locator(".figure-gap .figure-sentence").first).to_contain_text(size[0])


def test_a_staffer_takes_three_figures_of_a_region(page: Page) -> None:
    """Region changed and Kiribati added: the tray has map, trend and gap, each as it was on the page."""
    open_map(page, "/?lang=en")
    pick(page, "region", "asia and the pacific (escap)")
    expect(page.locator(f".figure-map {DRAWN_MAP}")).to_be_visible()
    page.locator(".map-svg circle[data-of='KIR']").first.click()
    page.wait_for_url("**economies=KIR*")
    for figure in (".figure-map", ".panel-trend", ".panel-gap"):
        page.locator(f"{figure} .share-button").click()
        button = page.locator(f"{figure} .share-panel").get_by_role(
            "button", name="Add to my slides"
        )
        button.click()
    kept = page.evaluate("JSON.parse(localStorage.getItem('ict-tray'))")
    assert [view.split("?")[0] for view in kept] == ["map", "trend", "gap"]
    assert all("region=escap" in re.split("[?&]", view) for view in kept), kept
    assert all("economies=KIR" in view for view in kept[:2])
