"""The register of programmes in a browser: it is searched as one types, in two languages."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import opened

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("words", "count"), [("mongolia", 3), ("蒙古", 3), ("mongolia 2030", 0)])
def test_records_are_found_in_two_languages(page: Page, words: str, count: int) -> None:
    """Words in English or Chinese leave the rows that have all of them."""
    opened(page, "/programmes?lang=en")
    rows = page.locator(".register tbody tr:visible")
    expect(rows).to_have_count(124)
    page.locator(".register-search").fill(words)
    expect(rows).to_have_count(count)
