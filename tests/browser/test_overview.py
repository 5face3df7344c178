"""The overview as a dashboard: what is pointed at, added, moved or reframed is so in all figures."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import open_map, opened, pick, requests_of, slide

TREND, GAP = ".panel-trend", ".panel-gap"
CIRCLES = ".panel-lines circle"
LONGEST = 3000


def _values(page: Page, panel: str) -> str:
    return page.locator(f"{panel} .panel-values").inner_text()


def test_pointing_shows_an_economy_in_all_figures(page: Page) -> None:
    """An economy under the pointer is outlined on the map and named with its value in trend and gap."""
    open_map(page, "/?lang=en&region=escap")
    before = {panel: page.locator(f"{panel} {CIRCLES}").count() for panel in (TREND, GAP)}
    page.locator(".map-svg [data-of='MNG']").first.hover()
    expect(page.locator(".map-svg .map-pointed").first).to_be_attached()
    for panel in (TREND, GAP):
        expect(page.locator(f"{panel} .panel-values")).to_contain_text("Mongolia")
        assert page.locator(f"{panel} {CIRCLES}").count() > before[panel] + 5
    page.mouse.move(5, 5)
    for panel in (TREND, GAP):
        expect(page.locator(f"{panel} .panel-values")).not_to_contain_text("Mongolia")


def test_a_click_adds_an_economy_to_all_figures(page: Page) -> None:
    """After a click on the map the address, the trend, the gap and the reader's box have the economy."""
    open_map(page, "/?lang=en&region=escap")
    page.locator(".map-svg [data-of='MNG']").first.click()
    page.wait_for_url("**economies=MNG*")
    expect(page.locator(f"{TREND} img")).to_have_attribute("src", re.compile("economies=MNG"))
    page.mouse.move(5, 5)
    for panel in (TREND, GAP):
        expect(page.locator(f"{panel} .panel-values")).to_contain_text("Mongolia")
    link = page.get_by_role("link", name="Mongolia: profile")
    expect(link).to_have_attribute("href", re.compile(r"^/economy\?.*economies=MNG"))


def test_the_year_moves_all_without_a_request(page: Page) -> None:
    """One year bar: the map's title, the trend's values and the gap's sentence are of the year."""
    open_map(page, "/?lang=en")
    expect(page.locator(f"{GAP} .figure-sentence")).to_contain_text("2024")
    values = _values(page, TREND)
    asked = requests_of(page)
    slide(page, 2009)
    expect(page.locator(".figure-map .figure-title")).to_contain_text("2009")
    expect(page.locator(f"{GAP} .figure-sentence")).to_have_text(
        re.compile(r"^In 2009, .*a gap of 48\.0 percentage points")
    )
    assert _values(page, TREND) != values
    page.wait_for_url("**year=2009*")
    page.wait_for_timeout(500)
    assert asked == []


def test_a_year_is_chosen_in_the_trend(page: Page) -> None:
    """A click into the picture of the years takes the year that is there."""
    open_map(page, "/?lang=en")
    box = page.locator(f"{TREND} .panel-lines").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"year=20(0\d|1[0-5])"))


def test_the_region_reframes_all(page: Page) -> None:
    """Another region is that of numbers, map, trend, gap and findings."""
    open_map(page, "/?lang=en")
    pick(page, "region", "africa (eca)")
    expect(page.locator(".headline").first).to_contain_text("World:")
    expect(page.locator(".figure-map .figure-subtitle")).to_have_text("ECA")
    expect(page.locator(f"{TREND} .panel-values")).to_contain_text("ECA")
    expect(page.locator(f"{GAP} .figure-sentence")).to_contain_text("Africa (ECA)")
    expect(page.locator(".finding").nth(1)).to_contain_text("Africa (ECA)")


def test_every_part_goes_onto_the_tray(page: Page) -> None:
    """Map, trend and gap of a region are added with the economy that is highlighted in them."""
    open_map(page, "/?lang=en&region=escap&economies=KIR")
    for figure in (".figure-map", TREND, GAP):
        page.locator(f"{figure} .share-button").click()
        page.locator(f"{figure} .share-panel").get_by_role(
            "button", name="Add to my slides"
        ).click()
    kept = page.evaluate("JSON.parse(localStorage.getItem('ict-tray'))")
    assert [view.split("?")[0] for view in kept] == ["map", "trend", "gap"]
    assert all("region=escap" in view for view in kept)
    assert "economies=KIR" in kept[1]


def test_links_follow_the_view(page: Page) -> None:
    """After a year was moved and an economy added, links inside the page have both."""
    open_map(page, "/?lang=en&region=escap")
    slide(page, 2012)
    page.wait_for_url("**year=2012*")
    page.locator(".map-svg [data-of='MNG']").first.click()
    page.wait_for_url("**economies=MNG*")
    for link in (f"{GAP} .figure-title a", ".headline-name", ".where-link"):
        found = page.locator(link).first
        expect(found).to_have_attribute("href", re.compile(r"year=2012.*economies=MNG"))


def test_from_an_economy_to_its_region(page: Page) -> None:
    """From the page of Kiribati the header leads to Kiribati in ESCAP."""
    opened(page, "/economy?economies=KIR&lang=en")
    link = page.get_by_role("navigation", name="Pages").get_by_role("link", name="Trends")
    expect(link).to_have_attribute("href", re.compile("region=escap.*economies=KIR"))


def test_the_overview_needs_no_plotly(page: Page) -> None:
    """All figures are there, and plotly.js was not asked for."""
    asked = requests_of(page)
    open_map(page, "/?lang=en")
    expect(page.locator(f"{GAP} {CIRCLES}").first).to_be_attached()
    assert not [address for address in asked if "plotly" in address]


@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_the_overview_is_short(page: Page, lang: str) -> None:
    """On a desk it is at most 3,000 pixels long; the figures begin in the first view."""
    page.set_viewport_size({"width": 1440, "height": 900})
    open_map(page, f"/?lang={lang}")
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST
    panels = page.locator(".linked-panels").bounding_box()
    assert panels
    assert panels["y"] + panels["height"] <= 930


@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_a_phone_shows_the_box_the_numbers_and_the_map_in_this_order(page: Page, lang: str) -> None:
    """On a phone the reader's box comes first, the numbers second, the map third."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_map(page, f"/?lang={lang}")
    tops = [
        (page.locator(part).bounding_box() or {"y": 0})["y"]
        for part in (".own", ".headlines", ".figure-map", TREND, GAP, ".findings")
    ]
    assert tops == sorted(tops)
    assert tops[1] < 844 / 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
