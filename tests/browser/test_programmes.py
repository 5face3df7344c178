"""The register of programmes in a browser: it is searched as one types, in two languages."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import opened


@pytest.mark.parametrize(
    ("lang", "words", "count"),
    [("en", "mongolia", 3), ("zh", "蒙古", 3), ("zh", "mongolia", 3), ("en", "mongolia 2030", 0)],
)
def test_records_are_found_in_two_languages(page: Page, lang: str, words: str, count: int) -> None:
    """Words in the page's language or in English leave the rows that have all of them."""
    opened(page, f"/programmes?lang={lang}")
    rows = page.locator(".register tbody tr:visible")
    expect(rows).to_have_count(156)
    page.locator(".register-search").fill(words)
    expect(rows).to_have_count(count)
