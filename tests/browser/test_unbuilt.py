"""While the front-end build is older than our scripts a page runs the modules as they stand."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from dashboard.serving.index import IndexedDash
from dashboard.static import PLAIN_SCRIPTS, Static
from tests.browser.looking import MAP, open_map, requests_of, slide

pytestmark = pytest.mark.browser
OURS = ("app.js", "committee.js")


@pytest.fixture
def unbuilt(app: IndexedDash, page: Page) -> Iterator[Page]:
    """A page of an application whose scripts have changed since they were published."""
    before = app.static
    kept = {name: url for name, url in before.addresses.items() if name not in OURS}
    app.static = Static(kept, OURS)
    yield page
    app.static = before


def test_pages_work_from_their_sources(unbuilt: Page) -> None:
    """The map is drawn, years pass, and committee mode begins, all from single modules."""
    asked = requests_of(unbuilt)
    open_map(unbuilt)
    slide(unbuilt, 2005)
    expect(unbuilt.locator(f"{MAP} .figure-title")).to_contain_text("2005")
    # The address hears of a year at rest, and committee mode begins with what the address says.
    expect(unbuilt).to_have_url(re.compile("year=2005"))
    unbuilt.locator("main").press("p")
    expect(unbuilt.locator(".room .room-title")).to_contain_text("2005")
    paths = [address.partition(PLAIN_SCRIPTS)[2] for address in asked if PLAIN_SCRIPTS in address]
    assert {"app.js", "committee.js", "room/screen.js"} <= set(paths)
    assert len(paths) == len(set(paths))
