"""Firefox and WebKit: every page in Arabic, then slider, picker and committee mode in English."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import dash
import pytest
from selenium.webdriver.common.keys import Keys

from bench.access import SETTLED
from tests.browser.others import DISPLAY, FIREFOX, WEBKIT, Driven, Firefox, WebKit

if TYPE_CHECKING:
    from dashboard.serving.index import IndexedDash

pytestmark = [
    pytest.mark.browser,
    # Selenium warns of what it does itself.
    pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning"),
]
# How many plots a page has, and at least how many rows in tables.
PAGES = {
    "/?": (1, 0),
    "/map?economies=KIR~BRA": (1, 0),
    "/trends?economies=KIR~FJI": (1, 0),
    "/gap?": (3, 0),
    "/ranking?region=escap": (2, 50),
    "/region?region=escap": (3, 50),
    "/economy?economies=KIR": (1, 40),
    "/theme?theme=parity": (4, 0),
    "/targets?region=escap": (1, 50),
    "/availability?region=escap-pac": (2, 21),
    "/programmes?region=escap": (2, 50),
    "/then-and-now?region=m49-developed&year=2010&number=24.6": (0, 10),
    "/data?region=escap-pac": (0, 21),
    "/changes?": (0, 0),
    "/about?": (0, 10),
    "/nowhere?": (0, 0),
    "/embed/map?controls=1": (1, 0),
    "/embed/trend?": (1, 0),
}
# The same of pages that links lead to, and a field that each has.
LINKED = {
    "/map": (1, 0, "#year"),
    "/trends": (1, 0, ".picker-indicator"),
    "/gap": (3, 0, ".picker-indicator"),
    "/ranking": (2, 15, ".picker-indicator"),
    "/targets": (1, 15, "select, input"),
    "/availability": (2, 20, ".picker-region"),
    "/programmes": (2, 50, "input[type=search]"),
    "/then-and-now": (0, 50, "input"),
    "/data": (0, 20, ".picker-indicator"),
}
PLOTS = ":is(.js-plotly-plot .main-svg:first-child, .map-svg)"
COUNT = "selector => document.querySelectorAll(selector).length"
ROWS = "least => document.querySelectorAll('tbody tr').length >= least"
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
TEXT = "selector => document.querySelector(selector)?.textContent"
SAYS = "(selector, words) => document.querySelector(selector)?.textContent.includes(words)"
# As Playwright fills a field; a Firefox without a window gives fields no focus to write in.
FILL = """(selector, text) => {
  const field = document.querySelector(selector);
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""
FOCUS = "selector => document.querySelector(selector).focus()"
COLOURS = """() => [...document.querySelectorAll(".map-svg [data-of]")]
    .map(area => getComputedStyle(area).fill).join()"""
MAP_LISTENS = (
    "() => !!document.querySelector('figure.figure-map[data-year] .map-svg:not(#arrival *)')"
)
TITLE = "figure .figure-title"
SHOWN = ".room-view:not([data-away])"


@pytest.fixture(scope="module", params=[Firefox, WebKit])
def driven(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driven]:
    """One browser after the other; each is left out, with a sentence, where it is not installed."""
    if not {Firefox: FIREFOX, WebKit: WEBKIT and DISPLAY}[request.param]:
        pytest.skip(f"There is no {request.param.__name__} on this machine: see `make browsers`.")
    browser: Driven = request.param(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()
    assert browser.red == []


def show(driven: Driven, address: str) -> None:
    """Open an address and wait until its figures and words are there."""
    driven.go(address)
    driven.until(SETTLED)


def test_every_page_is_among_them(app: "IndexedDash") -> None:
    """No page of the application is left out, and of the embeds one with and one without shapes."""
    del app
    paths = {page["path"] for page in dash.page_registry.values()} - {"/404"}
    ours = {urlsplit(address).path for address in PAGES} - {"/nowhere"}
    assert ours - {"/embed/map", "/embed/trend"} == paths


def test_every_page_is_drawn_from_right_to_left(driven: Driven, site: str) -> None:
    """It has its plots and rows, and cannot be moved sideways."""
    found = {}
    for address in PAGES:
        show(driven, f"{site}{address}&lang=ar")
        driven.until(ROWS, PAGES[address][1])
        found[address] = driven.run(COUNT, PLOTS), driven.run(TOO_WIDE)
    wrong = {
        address: (plots, wide)
        for address, (plots, wide) in found.items()
        if plots != PAGES[address][0] or wide > 0
    }
    assert wrong == {}


def test_links_lead_from_page_to_page(driven: Driven, site: str) -> None:
    """Maps, charts, lists and forms come and go in one window, without a word in red."""
    show(driven, f"{site}/about?region=escap-pac&lang=en")
    for path, (plots, rows, field) in LINKED.items():
        driven.run("path => document.querySelector(`.shell-nav a[href^='${path}']`).click()", path)
        driven.until("path => location.pathname === path", path)
        driven.until(SETTLED)
        driven.until(ROWS, rows)
        driven.until(f"plots => ({COUNT})('{PLOTS}') === plots", plots)
        assert driven.run(COUNT, f"main {field}") > 0, path
    assert driven.red == []


def test_the_slider_recolours_the_map(driven: Driven, site: str) -> None:
    """Its key takes map, title and address one year back."""
    show(driven, f"{site}/map?year=2015&lang=en")
    driven.until(MAP_LISTENS)
    colours = driven.run(COLOURS)
    driven.run(FOCUS, "#year")
    driven.type(Keys.ARROW_LEFT)
    driven.until(SAYS, TITLE, "2014")
    assert driven.run(COLOURS) != colours
    driven.until("() => location.search.includes('year=2014')")


def test_a_picker_changes_the_indicator(driven: Driven, site: str) -> None:
    """It opens, searches, and what is found first is another map."""
    show(driven, f"{site}/map?lang=en")
    driven.until(MAP_LISTENS)
    driven.run("() => document.querySelector('.picker-indicator summary').click()")
    driven.until("() => document.querySelector('.picker-indicator input').offsetHeight > 0")
    driven.run(FILL, ".picker-indicator input", "electricity")
    driven.until(SAYS, ".picker-indicator .picker-option", "lectricity")
    driven.run("() => document.querySelector('.picker-indicator .picker-option').click()")
    driven.until(SAYS, TITLE, "electricity")
    driven.until("() => location.search.includes('indicator=electricity')")


def test_committee_mode_shows_the_view_and_leaves_it(driven: Driven, site: str) -> None:
    """`p` fills the screen with the view's map, a key takes the year back, Escape leaves."""
    show(driven, f"{site}/map?year=2015&lang=en")
    driven.until(MAP_LISTENS)
    title = driven.run(TEXT, TITLE)
    driven.type("p")
    driven.until(f"() => document.querySelectorAll('{SHOWN} .map-svg [data-of]').length > 20")
    assert driven.run(TEXT, f"{SHOWN} .room-title") == title
    driven.type(Keys.ARROW_LEFT)
    driven.until(SAYS, f"{SHOWN} .room-title", "2014")
    driven.type(Keys.ESCAPE)
    driven.until("() => !document.querySelector('.room')")
    assert driven.run(TEXT, TITLE) == title
