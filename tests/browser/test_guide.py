"""Guidance in a browser: the hint of a first visit, the list of keys, how charts are read."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import PLOT, opened

# Sums up how far things were moved without the reader's doing.
SHIFTS = """
window.__shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def place(page: Page) -> dict[str, float] | None:
    """Where the first figure stands."""
    return page.locator("figure").first.bounding_box()


def test_the_hint_is_shown_once(page: Page) -> None:
    """A line on the first visit; dismissed, it never comes again, and nothing moves."""
    page.add_init_script(SHIFTS)
    opened(page, "/?lang=en")
    hint = page.get_by_role("note", name="Who this site is for")
    box = hint.bounding_box()
    assert box
    assert box["height"] < 64
    page.locator(PLOT).first.wait_for()
    before = place(page)
    hint.get_by_role("button").click()
    expect(hint).to_be_hidden()
    assert place(page) == before
    assert page.evaluate("window.__shifts") < 0.01
    opened(page, "/?lang=fr")
    expect(page.locator(".hint")).to_be_hidden()


def test_committee_mode_is_not_said_to_a_phone(browser: Browser, site: str) -> None:
    """Who has no keys is not told of one, and the line takes little of a small screen."""
    context = browser.new_context(
        base_url=site, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = opened(context.new_page(), "/?lang=en")
    hint = page.get_by_role("note")
    expect(hint).to_be_visible()
    expect(page.get_by_text("press p")).to_be_hidden()
    box = hint.bounding_box()
    assert box
    assert box["height"] < 84
    context.close()


def test_the_hint_is_on_the_overview_alone(page: Page) -> None:
    """Whoever arrives by a link to a figure is not stopped."""
    opened(page, "/map")
    expect(page.locator(".hint")).to_have_count(0)


def test_the_question_mark_lists_the_keys(page: Page) -> None:
    """The key and both buttons open the list; Escape and its button close it."""
    opened(page, "/about?lang=en")
    keys = page.get_by_role("dialog", name="Keys and controls")
    page.keyboard.press("?")
    expect(keys).to_be_visible()
    for key in ("/", "?", "t", "p", "Esc", "Page Down"):
        expect(keys.locator("kbd", has_text=key).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    for button in page.get_by_role("button", name="Keys and controls").all():
        button.click()
        keys.get_by_role("button", name="Close").click()
        expect(keys).to_be_hidden()


def test_keys_are_letters_while_a_reader_writes(page: Page) -> None:
    """A question mark in the search is a question mark."""
    opened(page, "/about?lang=en")
    page.keyboard.press("/")
    field = page.locator(".picker-go input")
    field.press_sequentially("who?/p")
    expect(field).to_have_value("who?/p")
    expect(page.locator("dialog.help")).to_be_hidden()


def test_single_keys_can_be_turned_off(page: Page) -> None:
    """For readers whose speech input types them by mistake; the choice is kept, and can be undone."""
    opened(page, "/about?lang=en")
    page.keyboard.press("?")
    page.get_by_role("button", name="Turn off single-key shortcuts").click()
    page.get_by_role("button", name="Close").click()
    opened(page, "/about?lang=en")
    page.locator("main").focus()
    page.keyboard.press("/")
    page.keyboard.press("?")
    expect(page.locator("dialog.help")).to_be_hidden()
    expect(page.locator("details.picker-go")).not_to_have_attribute("open", "")
    page.get_by_role("button", name="Keys and controls").first.click()
    page.get_by_role("button", name="Turn off single-key shortcuts").click()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator(".picker-go input")).to_be_focused()


def test_a_chart_says_how_it_is_read(page: Page) -> None:
    """Folded beside Share; unfolded, it stands below both buttons."""
    opened(page, "/gap?lang=en")
    page.locator(PLOT).first.wait_for()
    button = page.get_by_text("How to read this chart").first
    assert page.locator(".reading:visible").count() == 1  # small figures below it have none
    text = page.locator(".reading-text").first
    expect(text).to_be_hidden()
    share = page.locator(".share-button").first.bounding_box()
    beside = button.bounding_box()
    assert share
    assert beside
    assert abs(share["y"] - beside["y"]) < 4
    button.click()
    expect(text).to_contain_text("look at both before you say that a gap is closing")
    expect(text.locator("dt").first).to_have_text("Does it count people or subscriptions?")
    share, beside = page.locator(".share-button").first.bounding_box(), button.bounding_box()
    assert share
    assert beside
    assert abs(share["y"] - beside["y"]) < 4
