"""The brief of an economy prints as two A4 pages, whatever the economy and the language."""

import json
import re

import pytest
from playwright.sync_api import Page

from dashboard.i18n import words
from dashboard.settings import TABLES
from tests.browser.looking import opened

# The parts of a sheet that stand lower than its foot begins, and targets whose lines overprint.
CUT = """() => [...document.querySelectorAll('.brief')].flatMap(sheet => {
  const foot = sheet.querySelector('.brief-end').getBoundingClientRect();
  const end = sheet.getBoundingClientRect().bottom;
  const low = [...sheet.querySelectorAll('.figure-source, td, li, .brief-foot p')]
    .filter(e => e.getBoundingClientRect().bottom > foot.top + 1).map(e => e.textContent);
  const small = [...sheet.querySelectorAll('.targets th')].filter(cell => {
    const style = getComputedStyle(cell);
    return parseFloat(style.lineHeight) < 1.15 * parseFloat(style.fontSize);
  }).map(e => e.textContent);
  return [...low, ...small, ...(foot.bottom > end + 1 ? ['foot'] : [])];
})"""


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
    page.set_viewport_size({"width": 718, "height": 1062})
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == []


def test_foot_says_day_page_and_address(page: Page) -> None:
    """Each sheet ends with the economy, the day of the data, the page's address and its number."""
    opened(page, "/economy?economies=FJI&print=1&lang=en")
    manifest = json.loads((TABLES / "manifest.json").read_text(encoding="utf-8"))
    built = words("en").day(manifest["built"])
    feet = page.locator(".brief-end").all_inner_texts()
    for number, foot in enumerate(feet, start=1):
        assert "Fiji" in foot
        assert built in foot
        assert f"Page {number} of 2" in foot
        assert "/economy?economies=FJI&lang=en" in foot
    assert len(feet) == 2


def test_trend_fills_what_a_sheet_has_left(page: Page) -> None:
    """The first sheet of a short brief has the trend, drawn at least 38 mm high."""
    opened(page, "/economy?economies=FJI&print=1&lang=en")
    page.set_viewport_size({"width": 718, "height": 1062})
    page.emulate_media(media="print")
    box = page.locator(".brief-trend img").bounding_box()
    assert box
    assert box["height"] > 100


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
