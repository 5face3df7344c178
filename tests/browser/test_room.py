"""Committee mode: full of one view, stepped by a clicker, with the network gone."""

import json

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.looking import AREAS, PLOT, fills, open_map, opened, requests_of

ROOM = ".room"
SHOWN = ".room-view:not([data-away])"
TRAY = [
    "trend?indicator=fixed-broadband&economies=KIR~FJI&lang=en",
    "map?indicator=mobile-cellular&region=escap&year=2020&lang=en",
    "gap?indicator=internet-use&lang=en",
]
# The screens of projectors, and a tablet held upright.
SCREENS = ((1920, 1080), (1440, 900), (1024, 768), (768, 1024))
# What of the mode is cut off or wider than the screen; and the height of the plot.
CUT = """() => {
  const room = document.querySelector(".room").getBoundingClientRect();
  const view = document.querySelector(".room-view:not([data-away])");
  const parts = view.querySelectorAll(":is(h2, p, li, .room-box, .legend):not([hidden])");
  const out = (part) => {
    const box = part.getBoundingClientRect();
    return box.left < -1 || box.right > room.right + 1 || box.top < -1 || box.bottom > room.bottom + 1;
  };
  const bar = document.querySelector(".room-bar").getBoundingClientRect();
  const foot = view.querySelector(".room-foot").getBoundingClientRect();
  return {
    cut: [...parts].filter(out).map((part) => part.textContent.slice(0, 40)),
    under: foot.bottom > bar.top + 1,
    scrolls: document.querySelector(".room").scrollWidth > innerWidth,
    plot: view.querySelector(".room-box").clientHeight / innerHeight,
  };
}"""


# The lowest letters of the plot and its legend as they stand on the screen, and the lines of text.
LETTERS = """() => {
  const view = document.querySelector(".room-view:not([data-away])");
  const high = (one) => parseFloat(getComputedStyle(one).fontSize);
  const drawn = [...view.querySelectorAll(".room-plot :is(text, tspan)")].filter(
    (one) => one.textContent.trim() && one.checkVisibility({ visibilityProperty: true }),
  );
  const plot = drawn.map((one) => {
    const { a, b } = one.closest("text").getScreenCTM();
    return [Math.hypot(a, b) * high(one), one.textContent];
  });
  const legend = [...view.querySelectorAll(".legend li")].map((one) => [high(one), one.textContent]);
  const lines = (name) => {
    const part = view.querySelector(name);
    return Math.round(part.scrollHeight / parseFloat(getComputedStyle(part).lineHeight));
  };
  return {
    small: [...plot, ...legend].filter(([height]) => height < 19.95),
    letters: plot.length,
    lines: [lines(".room-title"), lines(".room-sentence")],
  };
}"""
WALL = {"width": 1920, "height": 1080}


def title(page: Page) -> str:
    """The title of the view on the screen."""
    return page.locator(f"{SHOWN} .room-title").inner_text()


def present(page: Page) -> None:
    """Press `p`, and wait until the view is drawn and all is there."""
    page.keyboard.press("p")
    page.locator(f"{SHOWN} {PLOT}").first.wait_for()
    ready(page)


def ready(page: Page) -> None:
    """Wait until every view is ready in both languages."""
    page.wait_for_function(
        "() => { const [a, n] = document.querySelector('.room').dataset.ready.split('/'); return a === n; }"
    )


def with_tray(page: Page, views: list[str] = TRAY) -> None:
    """Put views on the tray, as the share menu does."""
    page.add_init_script(f"localStorage.setItem('ict-tray', {json.dumps(json.dumps(views))})")


def test_a_key_enters_and_escape_leaves_to_the_same_view(page: Page) -> None:
    """The page is as it was: its address, its title, and the focus goes back."""
    open_map(page, "/map?indicator=fixed-broadband&year=2015&lang=en")
    before, address = page.locator("figure .figure-title").inner_text(), page.url
    present(page)
    assert "present=1" in page.url
    assert title(page) == before
    assert page.locator("#react-entry-point").evaluate("root => root.inert")
    page.keyboard.press("Escape")
    expect(page.locator(ROOM)).to_have_count(0)
    assert page.url == address
    assert page.locator("figure .figure-title").inner_text() == before
    assert not page.locator("#react-entry-point").evaluate("root => root.inert")


def test_the_address_opens_it(page: Page) -> None:
    """A link with present=1 begins with the mode, and leaving takes it out of the address."""
    opened(page, "/trends?lang=en&present=1")
    page.locator(f"{SHOWN} {PLOT}").first.wait_for()
    page.keyboard.press("Escape")
    expect(page.locator(ROOM)).to_have_count(0)
    page.wait_for_url("**/trends?lang=en")
    assert "present" not in str(page.locator(".shell-nav a").first.get_attribute("href"))


def test_arrow_keys_step_through_years(page: Page) -> None:
    """A map alone goes through its years, without a request, in colours, title and sentence."""
    open_map(page, "/map?year=2015&lang=en")
    present(page)
    asked, before = requests_of(page), fills(page)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(f"{SHOWN} .room-title")).to_contain_text("2014")
    expect(page.locator(f"{SHOWN} .room-sentence")).to_contain_text("2014")
    assert fills(page) != before
    page.keyboard.press("PageDown")
    page.keyboard.press(" ")
    expect(page.locator(f"{SHOWN} .room-title")).to_contain_text("2016")
    assert asked == []


def test_a_prepared_list_needs_no_network(page: Page) -> None:
    """Three views of the tray, their years and the other language, with the network cut."""
    with_tray(page)
    opened(page, "/about?lang=en")
    page.locator(".tray").get_by_role("button", name="Present").click()
    page.locator(f"{SHOWN} {PLOT}").first.wait_for()
    ready(page)
    page.context.set_offline(True)
    first = title(page)
    assert "Fixed-broadband" in first
    page.keyboard.press("PageDown")
    assert "Mobile" in title(page)
    assert "2020" in title(page)
    expect(page.locator(f"{SHOWN} {AREAS}").nth(30)).to_be_attached()
    page.keyboard.press("ArrowUp")
    assert "2021" in title(page)
    page.keyboard.press("PageDown")
    assert "gap" in title(page)
    page.keyboard.press("l")
    expect(page.locator(f"{SHOWN} .room-title")).to_contain_text("écart")
    page.keyboard.press("Home")
    expect(page.locator(ROOM)).to_have_attribute("lang", "fr")
    expect(page.locator(".room-told")).to_contain_text("1 sur 3")
    page.context.set_offline(False)


def test_the_figure_at_hand_comes_first(page: Page) -> None:
    """Who presses the key on a figure sees that one, and then the tray; one of the tray, its place."""
    with_tray(page)
    open_map(page, "/map?lang=en")
    present(page)
    expect(page.locator(".room-told")).to_contain_text("1 of 4")
    page.keyboard.press("Escape")
    opened(page, "/gap?lang=en")
    page.locator(PLOT).first.wait_for()
    present(page)
    expect(page.locator(".room-told")).to_contain_text("3 of 3")


def test_a_blank_screen_hides_all(page: Page) -> None:
    """`b` and `.` blank the screen; the clicker brings the same view back."""
    open_map(page, "/map?year=2015&lang=en")
    present(page)
    for key in ("b", "."):
        page.keyboard.press(key)
        hit = page.evaluate("getComputedStyle(document.querySelector('.room'), '::after').position")
        assert hit == "fixed"
        page.keyboard.press("PageDown")
        expect(page.locator(ROOM)).not_to_have_class("room-dark")
        assert "2015" in title(page)


def test_languages_flip_in_place(page: Page) -> None:
    """With shift through all six: Arabic stands right to left, with its words and legend."""
    open_map(page, "/map?lang=ru")
    present(page)
    for _ in range(6):
        if page.locator(ROOM).get_attribute("lang") == "ar":
            break
        before = page.locator(ROOM).get_attribute("lang")
        page.keyboard.press("Shift+L")
        expect(page.locator(ROOM)).not_to_have_attribute("lang", str(before))
    expect(page.locator(ROOM)).to_have_attribute("dir", "rtl")
    expect(page.locator(f"{SHOWN} .room-title")).to_contain_text("استخدام")
    expect(page.locator(f"{SHOWN} .legend")).to_contain_text("لا بيانات")
    assert page.locator("html").get_attribute("lang") == "ru"
    page.keyboard.press("Escape")
    expect(page.locator("figure .figure-title")).to_contain_text("Интернет")


def test_a_spotlight_dims_the_rest(page: Page) -> None:
    """A name, in any spelling without accents, or a click; its value is said beside the title."""
    open_map(page, "/map?lang=fr&year=2020")
    present(page)
    page.keyboard.press("s")
    page.keyboard.type("cote d'iv")
    page.keyboard.press("Enter")
    expect(page.locator(".room-spot")).to_contain_text("Côte d’Ivoire · ")
    script = "areas => areas.map(area => Number(getComputedStyle(area).opacity))"
    shades = page.locator(f"{SHOWN} {AREAS}").evaluate_all(script)
    assert sum(shade < 0.2 for shade in shades) > 150
    around = page.locator(f"{SHOWN} .map-svg :is(path, text):not([data-of], .map-outline)")
    assert set(around.evaluate_all(script)) == {0.12}
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".room-spot")).to_contain_text("(2019)")
    page.keyboard.press("s")
    expect(page.locator(".room-spot")).to_have_count(0)
    page.locator(f"{SHOWN} [data-of=BRA]").first.click()
    expect(page.locator(".room-spot")).to_contain_text("Brésil · ")
    page.keyboard.press("Escape")
    expect(page.locator(".room-spot")).to_have_count(0)
    expect(page.locator(ROOM)).to_be_visible()


def test_a_line_can_be_lit(page: Page) -> None:
    """In a chart of lines the one that is named stays, with its label."""
    opened(page, "/trends?economies=KIR~FJI&lang=en")
    page.locator(PLOT).first.wait_for()
    present(page)
    page.keyboard.press("s")
    page.keyboard.type("Kiribati")
    page.keyboard.press("Enter")
    expect(page.locator(".room-spot")).to_contain_text("Kiribati · ")
    strokes = "traces => traces.map(trace => Number(trace.style.opacity || 1))"
    shades = page.locator(f"{SHOWN} .scatterlayer .trace").evaluate_all(strokes)
    assert 0 < sum(shade == 1 for shade in shades) < len(shades) / 2


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "do not imply official endorsement"), ("zh", "联合国")]
)
def test_a_map_on_the_wall_says_what_boundaries_mean(page: Page, lang: str, said: str) -> None:
    """The note that no map of the United Nations goes without is in the room, and under maps alone."""
    open_map(page, f"/map?region=escap&lang={lang}")
    present(page)
    expect(page.locator(f"{SHOWN} .room-foot")).to_contain_text(said)
    # Nobody's value is filled in the newest year: its key is not there either.
    expect(page.locator(f"{SHOWN} .legend .key-none")).to_be_visible()
    expect(page.locator(f"{SHOWN} .legend .key-filled")).to_be_hidden()
    opened(page, f"/trends?lang={lang}")
    page.locator(PLOT).first.wait_for()
    present(page)
    expect(page.locator(f"{SHOWN} .room-foot p")).to_have_count(1)


def test_the_speaker_has_notes(page: Page) -> None:
    """A window with sentence, sources and next view, which follows and takes the clicker's keys."""
    with_tray(page)
    opened(page, "/about?lang=en")
    page.locator(".tray").get_by_role("button", name="Present").click()
    page.locator(f"{SHOWN} {PLOT}").first.wait_for()
    ready(page)
    with page.context.expect_page() as found:
        page.keyboard.press("n")
    notes = found.value
    expect(notes.locator(".speaker-title")).to_have_text(title(page))
    sentence = page.locator(f"{SHOWN} .room-sentence").inner_text()
    # The wall has its first sentences, the speaker all.
    expect(notes.locator(".speaker-sentence")).to_contain_text(sentence)
    expect(notes.locator(".speaker-notes li")).not_to_have_count(0)
    expect(notes.locator(".speaker-sources")).to_contain_text("CC BY")
    expect(notes.locator(".speaker-next")).to_contain_text("Mobile")
    notes.keyboard.press("PageDown")
    expect(notes.locator(".speaker-title")).to_contain_text("Mobile")
    assert "Mobile" in title(page)
    page.keyboard.press("End")
    expect(notes.locator(".speaker-next")).to_have_text("This is the last view.")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('.room')")
    assert notes.is_closed()


@pytest.mark.parametrize("lang", ["en", "ar", "zh", "ru"])
def test_nothing_is_cut_off(page: Page, lang: str) -> None:
    """On every screen the map has its source and licence, and the plot its share."""
    # A window that fills the screen has no other size.
    page.add_init_script("Element.prototype.requestFullscreen = () => Promise.resolve();")
    open_map(page, f"/map?lang={lang}")
    present(page)
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            "size => document.querySelector('.room-view:not([data-away])').dataset.shows.includes(size)",
            arg=f"|{page.locator('.room-layers').evaluate('box => box.clientWidth')}|",
        )
        expect(page.locator(f"{SHOWN} .room-source")).to_contain_text("CC BY-NC-SA 3.0 IGO")
        found = page.evaluate(CUT)
        assert found["cut"] == []
        assert not found["under"]
        assert not found["scrolls"]
        assert found["plot"] > 0.3


def test_the_back_row_can_read(browser: Browser, site: str) -> None:
    """At 1080 no letter of a plot is under 20 pixels; a title of one line, two lines of text at most."""
    page = browser.new_context(base_url=site, viewport=WALL).new_page()
    views = [
        f"{view}&lang=en"
        for view in (
            "map?region=escap&economies=KIR~FJI",
            "map?region=m49-009",
            "trend?economies=KIR~FJI",
            "gap?indicator=internet-use",
            "scatter?region=escap",
            "change?region=escap",
            "spread?region=escap",
            "strip?panel=coverage",
            "pace?region=escap",
            "availability?region=escap",
        )
    ]
    with_tray(page, views)
    opened(page, "/about?lang=en")
    page.locator(".tray").get_by_role("button", name="Present").click()
    page.locator(f"{SHOWN} {PLOT}").first.wait_for()
    ready(page)
    wrong = {}
    for lang in ("en", "fr"):
        page.keyboard.press("Home")
        for view in views:
            page.locator(f"{SHOWN}[lang={lang}] {PLOT}").first.wait_for()
            page.wait_for_timeout(50)
            found = page.evaluate(LETTERS)
            assert found["letters"] > 0
            if found["small"] or found["lines"][0] > 1 or found["lines"][1] > 2:
                wrong[f"{view} {lang}"] = found
            page.keyboard.press("PageDown")
        page.keyboard.press("l")
    assert wrong == {}
    page.context.close()


def test_the_end_of_the_list_says_so(page: Page) -> None:
    """One press more than there are views: the line below and the status say that it was the last."""
    with_tray(page)
    opened(page, "/about?lang=en")
    page.locator(".tray").get_by_role("button", name="Present").click()
    page.locator(f"{SHOWN} {PLOT}").first.wait_for()
    ready(page)
    page.keyboard.press("End")
    expect(page.locator(".room-told")).not_to_contain_text("last view")
    page.keyboard.press("PageDown")
    expect(page.locator(".room-told")).to_contain_text("3 of 3 · This is the last view.")
    expect(page.locator(".room [role=status]")).to_have_text("This is the last view.")


def test_the_year_is_that_of_the_page_at_once(page: Page) -> None:
    """Who moves the year bar and presses the key within 0.2 s sees the year that was on the page."""
    open_map(page, "/map?year=2015&lang=en")
    page.evaluate("""() => {
      const bar = document.querySelector("#year");
      bar.value = "2008";
      bar.dispatchEvent(new Event("input", { bubbles: true }));
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "p", bubbles: true }));
    }""")
    page.locator(f"{SHOWN} {PLOT}").first.wait_for()
    assert "2008" in title(page)
    page.keyboard.press("Escape")
    expect(page.locator("figure .figure-title")).to_contain_text("2008")


def test_the_spotlight_says_values_as_pages_do(page: Page) -> None:
    """A value below the last decimal is "<0.1", on the wall and in the tooltip, not "0.0"."""
    open_map(page, "/map?indicator=internet-use&year=1993&lang=en")
    present(page)
    page.keyboard.press("s")
    page.keyboard.type("Fiji")
    page.keyboard.press("Enter")
    expect(page.locator(".room-spot")).to_have_text("Fiji · <0.1% (1993)")


def test_views_are_announced_and_focus_stays(page: Page) -> None:
    """A step is said by a status; the tab key goes round inside the mode."""
    with_tray(page)
    opened(page, "/gap?lang=en")
    page.locator(PLOT).first.wait_for()
    present(page)
    page.keyboard.press("PageUp")
    expect(page.locator(".room [role=status]")).to_contain_text("2 of 3")
    for _ in range(12):
        page.keyboard.press("Tab")
        inside = "() => document.activeElement === document.body || !!document.activeElement.closest('.room')"
        assert page.evaluate(inside)


def test_a_tray_that_is_named_late_takes_no_focus(page: Page) -> None:
    """The titles of the tray, which come after the mode has begun, leave it below the mode."""
    held: list[Route] = []
    page.route("**/*.metadata.json*", lambda route: held.append(route), times=1)  # noqa: PLW0108  # Playwright asks who wrote it
    with_tray(page)
    opened(page, "/gap?lang=en")
    page.locator(PLOT).first.wait_for()
    present(page)
    held[0].fulfill(json={"title": "Named late"})
    expect(page.locator(".tray li", has_text="Named late").first).to_be_attached()
    assert page.locator(".tray").evaluate("(tray) => tray.inert")


def test_pages_without_a_figure_do_not_present(page: Page) -> None:
    """Nothing happens where there is nothing to show, nor while somebody is writing."""
    opened(page, "/about?lang=en")
    page.keyboard.press("p")
    expect(page.locator(ROOM)).to_have_count(0)
    open_map(page, "/map?lang=en")
    page.locator("#year-typed").press("p")
    expect(page.locator(ROOM)).to_have_count(0)


def test_a_spoiled_tray_does_no_harm(browser: Browser, site: str) -> None:
    """Entries that are no views are passed over; a view that cannot be had says so and is left."""
    page = browser.new_context(base_url=site).new_page()
    with_tray(page, ["nonsense", "trend?indicator=nothing", "gap?lang=en"])
    opened(page, "/about?lang=en")
    page.locator(".tray").get_by_role("button", name="Present").click()
    expect(page.locator(".room-problem")).to_contain_text("indicator")
    page.keyboard.press("PageDown")
    page.locator(f"{SHOWN} {PLOT}").first.wait_for()
    expect(page.locator(".room-told")).to_contain_text("2 of 2")
    page.context.close()
