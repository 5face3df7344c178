"""A frozen page goes on with its data version, whatever the reader does with it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard import versions
from dashboard.edition import edition
from dashboard.settings import settings
from dashboard.tables import tables
from tests.browser.looking import PLOT, opened, pick, requests_of
from tests.tiny import VERSION, write_tables


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The edition of hand-made tables that the site keeps as an older version."""
    write_tables(tmp_path / "versions" / VERSION)
    here = replace(settings(), tables=tmp_path / "tables")
    monkeypatch.setattr(versions, "settings", lambda: here)
    yield edition(VERSION)
    versions._opened.cache_clear()  # the next test has a folder of its own


def test_figures_go_on_with_the_version(page: Page, frozen: str) -> None:
    """Faces, controls, links to other pages and the share menu keep to it; one link leads out."""
    asked = requests_of(page)
    opened(page, f"/trends?lang=en&v={VERSION}")
    page.locator(PLOT).first.wait_for()
    expect(page.locator(".figure-sentence").first).to_contain_text("34.2% in 2012")
    pick(page, "region", "escap")
    page.wait_for_url(f"**/trends?region=escap&lang=en&v={frozen}")
    page.locator(".share-button").first.click()
    expect(page.locator(".share-freeze").first).to_be_checked()
    page.keyboard.press("Escape")
    with page.expect_request(re.compile(r"/view/map\.course\?")):
        page.locator(".shell-nav").get_by_role("link", name="Map", exact=True).click()
    page.wait_for_url(f"**/map?region=escap&lang=en&v={frozen}")
    expect(page.locator(".page-frozen")).to_contain_text(VERSION)
    page.locator(PLOT).first.wait_for()
    faces = [url for url in asked if re.search(r"/view/\w+\.(json|course)\?", url)]
    assert len(faces) > 2
    assert [url for url in faces if not url.endswith(f"v={frozen}")] == []
    page.locator(".page-frozen a").click()
    page.wait_for_url("**/map?region=escap&lang=en")
    expect(page.locator(".page-frozen")).to_have_count(0)


def test_an_embed_says_so_inside_its_frame(page: Page, frozen: str) -> None:
    """An embed in somebody's old article shows its numbers and leads to the newest ones."""
    page.goto(f"/embed/trend?economies=KIR&lang=en&v={frozen}")
    page.locator(PLOT).first.wait_for()
    expect(page.locator(".page-frozen")).to_be_visible()
    expect(page.locator(".page-frozen")).to_contain_text(tables().version)
    expect(page.locator(".page-frozen a")).to_have_attribute("href", "?economies=KIR&lang=en")
