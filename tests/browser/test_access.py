"""By keyboard, by ear, by thumb, and in the colours of the reader's system."""

import csv
import io
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from bench.access import auditor, settle, violations
from tests.browser.looking import AREAS, MAP, PLOT, WAIT_MS, open_map, opened, pick

FOCUSED = "document.activeElement"
# What the focus is shown by, of every stop of the Tab key on the page.
OUTLINE = """() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  const name = document.activeElement.outerHTML.slice(0, 80);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 ? "" : name;
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const { transitionDuration, animationName } = getComputedStyle(element);
  return parseFloat(transitionDuration) > 0 || animationName !== "none";
}).length"""


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Opens pages with a screen, a system or a hand of its own."""
    contexts = []

    def open_with(**options: object) -> Page:
        contexts.append(browser.new_context(base_url=site, **options))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        page.set_default_timeout(WAIT_MS)
        return page

    yield open_with
    for context in contexts:
        context.close()


def said(page: Page) -> str:
    """What a screen reader was told last."""
    return page.locator("body > [aria-live]").inner_text()


def plot(page: Page, chart: str) -> None:
    """Give the plot of a chart the focus, once it is drawn."""
    figure = page.locator(f"figure.figure-{chart}").first
    figure.locator(PLOT).first.wait_for()
    figure.locator(".figure-box").focus()


def test_lines_are_walked_and_said(page: Page) -> None:
    """Arrow keys go from year to year and from line to line; each point is said with its unit."""
    opened(page, "/trends?economies=KIR&editions=newest&lang=en")
    plot(page, "trend")
    for key in ("ArrowRight", "End", "ArrowLeft"):
        page.keyboard.press(key)
    before = said(page)
    assert re.fullmatch(r"Developed, as printed by ITU, .*, 20\d\d; \d+\.\d; % of people", before)
    expect(page.get_by_role("tooltip")).to_contain_text(before.split("; ")[0])
    page.keyboard.press("ArrowDown")
    assert said(page) != before
    assert before.split("; ")[0][-4:] in said(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    assert said(page) == ""


def test_a_map_is_walked_by_name_and_by_value(page: Page) -> None:
    """Right goes to the next name, up to the highest value; Enter highlights the economy."""
    open_map(page, "/map?region=escap-pac&year=2020&lang=en")
    plot(page, "map")
    page.keyboard.press("ArrowRight")
    first = said(page)
    page.keyboard.press("ArrowRight")
    assert first < said(page)
    for _ in range(12):
        page.keyboard.press("ArrowUp")
    assert "1st of" in said(page)
    name, value, *_ = said(page).split("; ")
    assert re.fullmatch(r"\d+\.\d% \(20\d\d\)", value)
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_contain_text(name)


@pytest.mark.parametrize(
    "address",
    [
        "/region?region=escap-pac",
        "/ranking?region=escap",
        "/theme?theme=infrastructure",
        "/targets?region=escap",
        "/availability?region=escap-pac",
        "/programmes?region=escap",
        "/gap?lang=ar",
    ],
)
def test_every_figure_has_its_table_one_key_away(page: Page, address: str) -> None:
    """The key "t" opens a table with a caption and heads, takes the focus to it, and back."""
    opened(page, address)
    boxes = page.locator("figure:has(.figure-box)")
    expect(boxes.locator(PLOT).first).to_be_attached()
    for figure in boxes.all():
        figure.locator(PLOT).first.wait_for(state="attached")
        figure.locator(".figure-box").focus()
        page.keyboard.press("t")
        table = figure.locator(".figure-rows table")
        title = figure.locator(".figure-title").inner_text()
        expect(table.locator("caption")).to_contain_text(title)
        assert table.locator("thead th:not([scope=col]), tbody th:not([scope=row])").count() == 0
        assert table.locator("tbody tr").count() > 0
        assert page.evaluate(f"{FOCUSED}.matches('.figure-rows .data-scroll')")
        page.keyboard.press("t")
        expect(table).to_be_hidden()
        assert page.evaluate(f"{FOCUSED}.matches('.figure-box')")


def test_a_table_has_the_values_of_the_csv(page: Page) -> None:
    """What is read in the table of a trend is what its file has, value by value."""
    query = "indicator=fixed-broadband&economies=KIR~FJI&lang=en"
    opened(page, f"/trends?{query}")
    plot(page, "trend")
    page.keyboard.press("t")
    lines = page.locator("figure.figure-trend .figure-rows tbody tr")
    lines.first.wait_for(state="attached")
    cells = lines.evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    heads = page.locator("figure.figure-trend .figure-rows thead th").all_inner_texts()
    read = sum(bool(cell) for _, *values in cells for cell in values)
    answer = page.request.get(f"/view/trend.csv?{query}").body().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(answer)))
    assert read == len(rows)
    kiribati = {r["year"]: f"{float(r['value']):.1f}" for r in rows if r["code"] == "KIR"}
    shown = {row[0]: row[heads.index("Kiribati")].split(" ")[0] for row in cells}
    assert {year: text for year, text in shown.items() if text and text[0] != "<"} == {
        year: text for year, text in kiribati.items() if shown[year][0] != "<"
    }


def test_an_open_table_follows_the_year(page: Page) -> None:
    """Another year on the map is another year in its table."""
    open_map(page, "/map?lang=en")
    plot(page, "map")
    page.keyboard.press("t")
    page.locator("#year").fill("2005")
    expect(page.locator(".figure-rows caption")).to_contain_text("2005")
    expect(page.locator(".figure-rows tbody tr").first).to_contain_text("2005")


def test_what_is_opened_can_be_used_by_everybody(browser: Browser, site: str) -> None:
    """Axe-core finds nothing in an open table, share menu and picker, nor beside a walked point."""
    with auditor(browser, site) as page:
        page.set_viewport_size({"width": 390, "height": 844})
        settle(page, "/map?region=escap-pac&lang=en")
        page.locator(".share-button").click()
        plot(page, "map")
        page.keyboard.press("t")
        page.keyboard.press("Escape")
        page.keyboard.press("ArrowRight")
        assert violations(page) == []
        page.locator(".picker-indicator summary").click()
        page.locator(".picker-indicator .picker-option").first.wait_for()
        assert violations(page) == []


def test_a_slide_by_keyboard_alone(page: Page) -> None:
    """Indicator, region, year, economy and a slide of them, from the skip link on, without a mouse."""
    open_map(page, "/map?lang=en")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "main"
    page.keyboard.press("Tab")
    expect(page.locator(".picker-indicator summary")).to_be_focused()
    pick(page, "indicator", "fixed-broadband")
    expect(page.locator(".picker-indicator summary")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".picker-region summary")).to_be_focused()
    pick(page, "region", "south-east asia")
    page.keyboard.press("Tab")
    pick(page, "economies", "viet nam")
    page.keyboard.press("Escape")
    expect(page.locator(".picker-economies summary")).to_be_focused()
    expect(page.locator(".chip")).to_contain_text("Viet Nam")
    _tab_to(page, "#year")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**year=20*")
    year = page.locator("#year").input_value()
    _tab_to(page, ".figure-box-map")
    _tab_to(page, ".rows-button")
    _tab_to(page, ".share-button")
    page.keyboard.press("Enter")
    expect(page.locator("a[data-face=pptx]")).to_be_visible()
    _tab_to(page, "a[data-face=pptx]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    slide = Presentation(str(download.value.path())).slides[0]
    words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "Fixed-broadband" in words
    assert year in words


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUSED}.matches({selector!r})"):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_focus_is_seen_at_every_stop(reader: Callable[..., Page], colours: str) -> None:
    """Whatever Tab leads to has an outline, in our colours and in those of the system."""
    page = open_map(reader(forced_colors=colours), "/map?economies=KIR&lang=en")
    page.keyboard.press("Tab")
    stops = 0
    while page.evaluate(f"{FOCUSED} !== document.body") and stops < 80:
        assert page.evaluate(OUTLINE) == ""
        page.keyboard.press("Tab")
        stops += 1
    assert 25 < stops < 80


def test_data_keep_their_colours_where_the_system_sets_all_others(
    reader: Callable[..., Page],
) -> None:
    """In forced colours the keys of the legend are those of the areas, and the text gives way."""
    page = open_map(reader(forced_colors="active", color_scheme="dark"), "/map?lang=en")
    colours = "spans => spans.map(span => getComputedStyle(span).backgroundColor)"
    keys = page.locator(".classes .key").evaluate_all(colours)
    assert len(set(keys)) == len(keys) == 7
    fills = page.locator(AREAS).evaluate_all(
        "paths => paths.map(path => getComputedStyle(path).fill)"
    )
    assert set(keys[1:]) <= set(fills)
    ink = "element => getComputedStyle(element).color"
    assert page.locator(f"{MAP} .figure-title").evaluate(ink) == "rgb(255, 255, 255)"


def test_nothing_moves_for_readers_who_ask_for_calm(reader: Callable[..., Page]) -> None:
    """With reduced motion no element has a transition or an animation."""
    page = open_map(reader(reduced_motion="reduce"), "/map?lang=en")
    assert page.evaluate(MOVING) == 0


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_thumbs_have_room(reader: Callable[..., Page], lang: str) -> None:
    """On a phone what is pressed is at least 44 pixels high; choices stand in one line that is moved."""
    page = reader(viewport={"width": 390, "height": 844}, has_touch=True)
    open_map(page, f"/map?economies=KIR&lang={lang}")
    page.locator(".share-button").click()
    pressed = ".picker-button, .play, #year, #year-typed, .nav-link, .language, .chip, .rows-button"
    for control in page.locator(f"{pressed}, .share-button, .share-row :is(a, button)").all():
        if control.is_visible():
            box = control.bounding_box()
            assert box
            assert box["height"] >= 44, control.inner_text()
    tops = page.locator(".controls > *").evaluate_all("all => all.map(one => one.offsetTop)")
    assert len(set(tops)) == 1


def test_a_finger_moves_the_page_over_a_map(reader: Callable[..., Page]) -> None:
    """A drag upwards that begins on the map scrolls the page."""
    page = reader(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_map(page, "/map?lang=en")
    page.locator(".figure-box-map").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    box = page.locator(".figure-box-map").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    hand = page.context.new_cdp_session(page)
    for moved in range(0, 240, 20):
        kind = "touchMove" if moved else "touchStart"
        touch = {"type": kind, "touchPoints": [{"x": x, "y": y - moved}]}
        hand.send("Input.dispatchTouchEvent", touch)
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("before => scrollY > before + 100", arg=before)
