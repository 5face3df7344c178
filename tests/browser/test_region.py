"""The region page in a browser: it arrives with its map, and follows its picker and Back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.looking import MAP, open_map, pick


def test_region_arrives_with_its_map_and_follows_the_picker(page: Page) -> None:
    """Another region is another question, table, figures and tab; Back returns to the first."""
    open_map(page, "/region?region=escap")
    question, table = page.locator(".page-question"), page.locator(".region-members")
    expect(question).to_contain_text("Asia and the Pacific")
    expect(table).to_contain_text("Mongolia")
    expect(page.locator("figure.figure-spread .figure-subtitle")).to_have_text("ESCAP")
    pick(page, "region", "western asia")
    expect(question).not_to_contain_text("Asia and the Pacific")
    expect(table).not_to_contain_text("Mongolia")
    expect(page.locator(f"{MAP} .figure-subtitle")).not_to_have_text("ESCAP")
    expect(page).to_have_title("Western Asia · Regional ICT indicators")
    expect(page.locator("figure.figure-spread .figure-subtitle")).not_to_have_text("ESCAP")
    page.go_back()
    expect(question).to_contain_text("Asia and the Pacific")
    expect(table).to_contain_text("Mongolia")
    expect(page.locator(f"{MAP} .figure-subtitle")).to_have_text("ESCAP")


def test_links_of_other_themes_change_the_table(page: Page) -> None:
    """A theme's link opens the same region with that theme's first indicator."""
    open_map(page, "/region?region=escap-pac")
    page.locator(".region-themes").get_by_role("link", name="Prices").click()
    page.wait_for_url(re.compile("/region.indicator=price.*region=escap-pac"))
    expect(page.locator(".region-members")).to_contain_text("price")
    expect(page.locator(".fold > summary").first).to_contain_text("Prices")


def test_paper_leaves_out_what_is_for_screens(page: Page) -> None:
    """On paper there is neither menu nor control, and the figures stay."""
    open_map(page, "/region?region=escap")
    page.emulate_media(media="print")
    expect(page.locator(".shell-header")).to_be_hidden()
    expect(page.locator(".controls")).to_be_hidden()
    expect(page.locator("figure.figure-spread")).to_be_visible()


def test_the_map_comes_before_the_paragraphs(page: Page) -> None:
    """On a desk the whole map stands in the first view; what is said of the region is below it."""
    page.set_viewport_size({"width": 1440, "height": 900})
    open_map(page, "/region?region=escap")
    figure = page.locator(f"{MAP} .figure-view").bounding_box()
    said = page.locator(".region-said").bounding_box()
    assert figure
    assert said
    assert figure["y"] + figure["height"] <= 900 < said["y"]
