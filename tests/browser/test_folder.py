"""Served in a folder of a host (`SITE=https://example.org/ict`): nothing asks, or leads, outside it."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from dashboard.charts.registry import CHARTS
from dashboard.components.navigation import PAGES
from tests.attack.served import served
from tests.browser.looking import DRAWN_MAP, LAID_OUT, opened, watched

ROOT = "/ict"
# Whatever the page leads to, or shows.
ADDRESSES = """() => [...document.querySelectorAll("[href],[src],[srcset],[action],[data-address]")].flatMap(
  (one) => ["href", "src", "srcset", "action", "data-address"].map((name) => one.getAttribute(name)),
).concat([...document.querySelectorAll("[style*='url(']")].map(({ style }) => style.backgroundImage.slice(5)))"""
NAMED = re.compile(r"""(?:(?:href|src|srcset|data-address)"?[=:] ?"|url\(')(/[^'"]*)""")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server in a folder."""
    with served(tmp_path_factory.mktemp("folder"), SITE=f"https://example.org{ROOT}") as port:
        yield f"http://127.0.0.1:{port}{ROOT}"


@pytest.fixture
def inside(browser: Browser, folder: str) -> Iterator[Page]:
    """A page of which nothing was asked outside the folder, and nothing in the console is red."""
    with watched(browser, folder) as page:
        yield page


def strays(page: Page) -> list[str]:
    """What the page names of this host outside the folder."""
    found = [address for address in page.evaluate(ADDRESSES) if address]
    assert found
    return [one for one in found if one.startswith("/") and not one.startswith(f"{ROOT}/")]


def named_in(text: str) -> list[str]:
    """The paths that a page, or its layout as Dash sends it, leads to or shows."""
    return NAMED.findall(text)


@pytest.mark.parametrize("path", ["/none", *(path for path, _ in PAGES)])
def test_what_the_server_writes_is_inside(folder: str, path: str) -> None:
    """A page before its scripts run, and the layout that Dash makes of it."""
    address = f"{folder}{path}?lang=en"
    page = requests.get(address).text
    layout = json.dumps(requests.get(f"{folder}/_dash-layout", headers={"Referer": address}).json())
    assert f"page-{path.strip('/') or 'overview'}" in layout or path == "/none"
    for text in (page, layout):
        found = named_in(text)
        assert len(found) > 10
        assert [one for one in found if not one.startswith(f"{ROOT}/")] == []


def test_no_page_leads_out_of_the_folder(inside: Page) -> None:
    """The start page as it is opened, and the pages that its header leads to, without a reload.

    But for one whose figure of 240 rows keeps the browser from going on.
    """
    opened(inside, "./?lang=en")
    assert strays(inside) == []
    inside.evaluate("window.stays = true")
    for path, _ in PAGES:
        if path == "/availability":
            continue
        link = inside.locator(f".shell-nav a[href^='{ROOT}{path}?']")
        link.evaluate("one => one.click()")
        expect(inside.locator(f"#react-entry-point .page{named(path)}")).to_be_visible()
        assert urlsplit(inside.url).path == f"{ROOT}{path}"
        expect(inside.locator(".shell-nav a.active")).to_have_attribute(
            "href", f"{urlsplit(inside.url).path}?lang=en"
        )
        assert strays(inside) == [], path
    assert inside.evaluate("window.stays")


def named(path: str) -> str:
    """The class of the page at a path."""
    return f".page-{path.strip('/') or 'overview'}"


@pytest.mark.parametrize("path", ["map", "gap", "economy", "data"])
def test_a_page_is_opened_inside(inside: Page, path: str) -> None:
    """Opened by its address, it is drawn, follows its controls in the address, and stays inside."""
    opened(inside, f"{path}?lang=fr")
    assert strays(inside) == []
    if path == "map":
        expect(inside.locator(DRAWN_MAP)).to_be_visible()
        inside.locator("#year").fill("2015")
        inside.wait_for_url(f"**{ROOT}/map?year=2015&lang=fr")


def test_copies_and_committee_mode_stay_inside(inside: Page) -> None:
    """Every link of the share menu, the deck of the tray and the room itself."""
    opened(inside, "trends?lang=en")
    inside.locator("details.share summary").first.click()
    shown = inside.locator(".share-panel a[data-face]")
    shown.first.wait_for()
    links = shown.evaluate_all("links => links.map(({ pathname }) => pathname)")
    assert links
    assert all(link.startswith(f"{ROOT}/view/trend.") for link in links)
    assert f"{ROOT}/embed/trend" in inside.locator(".share-frame").inner_text()
    inside.get_by_role("button", name="Add to my slides").click()
    with inside.expect_download() as deck:
        inside.get_by_role("button", name="Download slides").click()
    assert urlsplit(deck.value.url).path == f"{ROOT}/deck.pptx"
    inside.keyboard.press("p")
    expect(inside.locator(".room .main-svg").first).to_be_visible()
    assert urlsplit(inside.url).path == f"{ROOT}/trends"
    inside.keyboard.press("l")
    expect(inside.locator(".room")).to_have_attribute("lang", "fr")


def test_embeds_stay_inside(inside: Page, folder: str) -> None:
    """Their pictures, their scripts and the ways to their pages; one is drawn."""
    for chart in CHARTS:
        found = named_in(requests.get(f"{folder}/embed/{chart}?lang=en").text)
        assert f"{ROOT}{CHARTS[chart].page}?" in "".join(found)
        assert [one for one in found if not one.startswith(f"{ROOT}/")] == [], chart
    inside.goto("embed/gap?lang=en")
    expect(inside.locator(".main-svg").first).to_be_visible()


def test_laid_out_pages_are_those_that_were_asked_for(inside: Page) -> None:
    """The page brings its layout: Dash asks neither for it nor for the page."""
    asked = list[str]()
    inside.on("request", lambda request: asked.append(urlsplit(request.url).path))
    opened(inside, "gap?lang=en")
    inside.wait_for_function(LAID_OUT)
    assert f"{ROOT}/_dash-dependencies" in asked
    assert f"{ROOT}/_dash-layout" not in asked
    assert f"{ROOT}/_dash-update-component" not in asked
