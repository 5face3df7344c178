"""The targets page in a browser."""

from playwright.sync_api import Page, expect

from tests.browser.looking import opened


def test_a_pace_can_be_tried_out(page: Page) -> None:
    """A yearly change that is typed gets its sentence and stands in the address."""
    opened(page, "/targets?region=escap&lang=en")
    sentence = page.locator("figure.figure-pace .figure-sentence")
    expect(sentence).to_contain_text("Pace needed until 2030")
    field = page.locator(".whatif input")
    field.fill("0.5")
    field.press("Enter")
    expect(sentence).to_contain_text("At +0.50 percentage points a year")
    assert "pace=0.5" in page.url


def test_a_measure_leads_to_its_chart(page: Page) -> None:
    """The name of a measure opens the page with that measure in detail, for the same place."""
    opened(page, "/targets?region=escap&lang=en")
    page.get_by_role("link", name="Households with Internet access").last.click()
    expect(page.locator("figure.figure-pace .figure-title")).to_contain_text("Households")
    assert "region=escap" in page.url
