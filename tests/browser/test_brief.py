"""The brief of an economy prints as two A4 pages, whatever the economy and the language."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.looking import opened


@pytest.mark.parametrize(
    ("iso3", "lang"),
    [
        ("KIR", "en"),
        ("GEO", "ru"),
        ("IND", "zh"),
        ("PSE", "ar"),
        ("ESH", "en"),
        ("BRA", "fr"),
        ("XKX", "es"),
    ],
)
def test_brief_is_two_pages(page: Page, iso3: str, lang: str) -> None:
    """Not one line runs onto a third sheet."""
    opened(page, f"/economy?economies={iso3}&print=1&lang={lang}")
    page.wait_for_load_state("networkidle")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2


def test_page_leads_to_the_brief_and_back(page: Page) -> None:
    """The way there and the way back keep the economy."""
    opened(page, "/economy?economies=KIR&lang=en")
    page.locator(".print-link a").click()
    page.locator(".brief-table").wait_for()
    assert "print=1" in page.url
    page.locator(".brief-bar a").click()
    page.locator(".ladder").wait_for()
    page.locator(".print-link").wait_for()
    assert "economies=KIR" in page.url
    assert "print" not in page.url
