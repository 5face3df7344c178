"""The span of years of the trends: two ends on one track, by mouse, by touch and by keyboard."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.looking import WAIT_MS, opened

ADDRESS = "/trends?years=2005..2015&lang="
ENDS = ("first", "last")
Point = tuple[float, float]


def ends(page: Page) -> list[Locator]:
    """The two sliders, once they have their years."""
    for end, year in zip(ENDS, ("2005", "2015"), strict=True):
        expect(page.locator(f"#span-{end}")).to_have_value(year)
    return [page.locator(f"#span-{end}") for end in ENDS]


def place(page: Page, end: str) -> Point:
    """The middle of a thumb; a page from right to left has the earliest year on the right."""
    share = (
        "one => [one.value, one.min, one.max, Number(getComputedStyle(one).direction === 'rtl')]"
    )
    value, low, high, mirrored = map(float, page.locator(f"#span-{end}").evaluate(share))
    box = page.locator(f"#span-{end}").bounding_box()
    assert box
    along = (value - low) / (high - low)
    thumb = 24
    x = box["x"] + thumb / 2 + (1 - along if mirrored else along) * (box["width"] - thumb)
    return x, box["y"] + box["height"] / 2


def by_mouse(page: Page, start: Point, across: float) -> None:
    """Drag from a place."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + across, start[1], steps=4)
    page.mouse.up()


def by_touch(page: Page, start: Point, across: float) -> None:
    """Drag with a finger."""
    hand = page.context.new_cdp_session(page)
    for step in range(9):
        kind = "touchMove" if step else "touchStart"
        at = {"x": start[0] + across * step / 8, "y": start[1]}
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [at]})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """A page under a finger."""
    size = {"width": 390, "height": 844}
    context = browser.new_context(base_url=site, viewport=size, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    yield page
    context.close()


def drags_both(page: Page, lang: str, drag: Callable[[Page, Point, float], None]) -> None:
    """Each end is dragged towards its own side, which makes the span longer at that end alone."""
    opened(page, ADDRESS + lang)
    first, last = ends(page)
    towards = 1 if lang == "ar" else -1
    drag(page, place(page, "first"), towards * 60)
    page.wait_for_url(lambda url: "2005" not in url and "..2015" in url)
    assert int(first.input_value()) < 2005
    drag(page, place(page, "last"), -towards * 60)
    page.wait_for_url(lambda url: "..2015" not in url)
    assert int(last.input_value()) > 2015
    expect(page.locator(".span-first")).to_have_text(first.input_value())


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_mouse_drags_both_ends(page: Page, lang: str) -> None:
    """Dragged to their own sides, first and last year go apart, also from right to left."""
    drags_both(page, lang, by_mouse)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_finger_drags_both_ends(phone: Page, lang: str) -> None:
    """The same by touch on a phone."""
    drags_both(phone, lang, by_touch)


def test_keys_move_both_ends_and_the_figure_follows(page: Page) -> None:
    """Tab reaches each end by name; arrows move it by a year; at its own end it is open."""
    opened(page, ADDRESS + "en")
    first, _ = ends(page)
    expect(page.get_by_role("slider", name="First year")).to_have_value("2005")
    expect(page.get_by_role("slider", name="Last year")).to_have_value("2015")
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**years=2007..2014*")
    expect(page.locator(".figure-trend .figure-title")).to_contain_text("2007–2014")
    page.keyboard.press("End")
    page.wait_for_url("**years=2007..latest*")
    first.press("Home")
    page.wait_for_url(lambda url: "years=" not in url)


def test_an_end_stops_at_the_other(page: Page) -> None:
    """The first year goes no further than the last one, and comes away from it again by mouse."""
    opened(page, ADDRESS + "en")
    first, last = ends(page)
    first.press("End")
    page.wait_for_url("**years=2015..2015*")
    expect(first).to_have_value("2015")
    expect(last).to_have_value("2015")
    by_mouse(page, place(page, "first"), -80)
    page.wait_for_url(lambda url: "2015..2015" not in url)
    assert int(first.input_value()) < 2015


def test_a_press_on_the_track_brings_the_nearer_end(page: Page) -> None:
    """A click left of the span moves its first year there; the last one stays."""
    opened(page, ADDRESS + "en")
    first, _ = ends(page)
    x, y = place(page, "first")
    page.mouse.click(x - 70, y)
    page.wait_for_url(lambda url: "2005" not in url and "..2015" in url)
    assert int(first.input_value()) < 2005
    expect(first).to_be_focused()
