"""A page with a map can be used before Dash is there, and nothing is lost when it comes."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.looking import MAP, fills, requests_of, slide
from tests.browser.test_map import point_at

pytestmark = pytest.mark.browser
# Whether a map has left the screen since the page began, even for a frame.
WATCH = """
window.missing = 0;
const look = () => {
  const map = document.querySelector(".map-svg");
  if (window.begun && !(map && map.getBoundingClientRect().width > 100)) window.missing++;
  window.begun ||= Boolean(map);
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


class Held:
    """A page whose scripts of Dash are on their way until they are let go."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.waiting: list[Route] = []
        page.add_init_script(WATCH)
        page.route("**/dash-renderer.js", self._hold)

    def _hold(self, route: Route) -> None:
        self.waiting.append(route)

    def opened(self, address: str) -> Page:
        """The page, once its year can be moved."""
        self.page.goto(address, wait_until="commit")
        self.page.locator("#arrival #year:enabled").wait_for()
        return self.page

    def let_go(self) -> None:
        """Dash comes and lays the page out."""
        for route in self.waiting:
            route.continue_()
        self.page.locator("#arrival").wait_for(state="detached")


@pytest.fixture
def held(page: Page) -> Held:
    """A page without Dash for the time being."""
    return Held(page)


def test_years_pass_before_dash_and_stay(held: Held) -> None:
    """The slider recolours map, title and counts before Dash, which then goes on from that year."""
    page = held.opened("/map?lang=en")
    before, none = fills(page), page.locator("[data-count='none']").inner_text()
    slide(page, 2008)
    expect(page.locator(f"{MAP} .figure-title")).to_contain_text("2008")
    assert fills(page) != before
    assert page.locator("[data-count='none']").inner_text() != none
    now = fills(page)
    held.let_go()
    page.wait_for_url("**/map?year=2008&lang=en")
    assert fills(page) == now
    expect(page.locator("#year-typed")).to_have_value("2008")
    expect(page.locator(f"{MAP} .figure-title")).to_contain_text("2008")


def test_an_economy_is_chosen_before_dash_and_stays(held: Held) -> None:
    """A click outlines an economy at once; its chip and its place in the address come with Dash."""
    page = held.opened("/map?lang=en")
    x, y = point_at(page, "BRA")
    expect(page.get_by_role("tooltip")).to_contain_text("Brazil")
    page.mouse.click(x, y)
    expect(page.locator(".map-chosen")).to_have_count(1)
    held.let_go()
    expect(page.locator(".chip")).to_contain_text("Brazil")
    page.wait_for_url("**economies=BRA**")
    expect(page.locator(".map-chosen")).to_have_count(1)


def test_the_keyboard_walks_before_dash_and_goes_on(held: Held) -> None:
    """Arrow keys walk the map at once, and the focus stays on it when Dash comes."""
    page = held.opened("/map?lang=en")
    page.locator(".figure-box-map").focus()
    page.keyboard.press("ArrowUp")
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    first = tip.inner_text()
    held.let_go()
    expect(page.locator(".figure-box-map")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(tip).not_to_have_text(first)


def test_the_map_never_leaves_the_screen(held: Held) -> None:
    """It is one element, from the page's first picture on: Dash moves it on within a frame."""
    page = held.opened("/map?lang=en")
    held.let_go()
    expect(page.locator("#economy-chips")).to_be_attached()
    page.wait_for_timeout(500)
    assert page.evaluate("window.missing") == 0
    assert page.locator(".map-svg").count() == 1


def test_a_page_with_a_map_asks_for_no_plotly(page: Page) -> None:
    """plotly.js comes when a page with another figure is opened, and then draws it."""
    asked = requests_of(page)
    page.goto("/map?lang=en")
    page.locator("#react-entry-point .map-svg").wait_for()
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if "plotly" in address]
    page.locator(".shell-nav a", has_text="Trends").click()
    page.locator(".main-svg").first.wait_for()
    assert len([address for address in asked if "plotly.js" in address]) == 1
