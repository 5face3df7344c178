import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import AREAS, MAP, fills, open_map, pick, requests_of, slide


def test_years_pass_without_a_request(page: Page) -> None:
    """Moving the slider recolours the map, its title, sentence and counts; the server is not asked."""
    open_map(page)
    asked = requests_of(page)
    now, none = fills(page), page.locator("[data-count='none']").inner_text()
    slide(page, 2005)
    expect(page.locator(f"{MAP} .figure-title")).to_contain_text("2005")
    expect(page.locator(f"{MAP} .figure-sentence")).to_contain_text("2005")
    assert fills(page) != now
    assert page.locator("[data-count='none']").inner_text() != none
    page.wait_for_url("**year=2005*")
    assert asked == []


def test_quick_colours_are_the_proper_ones(page: Page) -> None:
    """What is painted while the slider moves is what a fresh page draws for that year."""
    open_map(page)
    slide(page, 2012)
    quick = fills(page)
    open_map(page, "/map?year=2012")
    assert fills(page) == quick


def test_a_map_rests_where_it_was_left(page: Page) -> None:
    """The redraw after the slider has come to rest changes no colour."""
    open_map(page)
    slide(page, 2009)
    quick = fills(page)
    page.wait_for_url("**year=2009*")
    expect(page.locator("#year-typed")).to_have_value("2009")
    assert fills(page) == quick


def test_typed_years_snap_to_data(page: Page) -> None:
    """A typed year without data becomes the nearest one with data."""
    open_map(page, "/map?indicator=egdi")
    page.locator("#year-typed").fill("2019")
    page.locator("#year-typed").press("Enter")
    expect(page.locator(f"{MAP} .figure-title")).to_have_text(re.compile("2018|2020"))


def test_arrow_keys_stop_at_years_with_data(page: Page) -> None:
    """From 2018 the right arrow goes to 2020 where the survey is made every second year."""
    open_map(page, "/map?indicator=egdi&year=2018")
    page.locator("#year").press("ArrowRight")
    expect(page.locator(MAP)).to_have_attribute("data-year", "2020")
    page.locator("#year").press("ArrowLeft")
    expect(page.locator(MAP)).to_have_attribute("data-year", "2018")


def test_play_runs_and_stops(page: Page) -> None:
    """The play button starts over from the first year at the end, and stops when pressed again."""
    open_map(page, "/map?year=2025")
    page.get_by_role("button", name="Play through the years").click()
    expect(page.locator(MAP)).to_have_attribute("data-year", re.compile("199[0-3]"))
    page.get_by_role("button", name="Pause").click()
    page.wait_for_url(re.compile(r"year=199\d"))
    expect(page.get_by_role("button", name="Play through the years")).to_be_visible()


def test_a_new_indicator_is_one_request(page: Page) -> None:
    """Another indicator asks for its face once; coming back to the first asks for nothing."""
    open_map(page)
    pick(page, "indicator", "electricity")
    expect(page.locator(f"{MAP} .figure-title")).to_contain_text("electricity")
    asked = requests_of(page)
    pick(page, "indicator", "mobile-cellular")
    expect(page.locator(f"{MAP} .figure-title")).to_contain_text("Mobile-cellular")
    assert len(asked) == 1
    assert "/view/map.course?indicator=mobile-cellular" in asked[0]
    pick(page, "indicator", "electricity")
    expect(page.locator(f"{MAP} .figure-title")).to_contain_text("electricity")
    assert len(asked) == 1


def test_tooltip_says_where_a_value_comes_from(page: Page) -> None:
    """Pointing at an economy gives name, value, year, status and rank."""
    open_map(page, "/map?year=2015")
    point_at(page, "BRA")
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("Brazil")
    expect(tip).to_have_text(re.compile(r"\d+\.\d% \(2015\)"))
    expect(tip).to_contain_text("observed")
    expect(tip).to_have_text(re.compile(r"\d+(st|nd|rd|th) of \d+"))


def test_click_highlights_and_chip_takes_away(page: Page) -> None:
    """A click outlines an economy, adds its chip and its place in the address; the chip undoes it."""
    open_map(page)
    expect(page.locator(".map-chosen")).to_have_count(0)
    point_at(page, "BRA")
    page.mouse.down()
    page.mouse.up()
    expect(page.locator(".chip")).to_have_text(re.compile("Brazil"))
    expect(page.locator(".map-chosen")).to_have_count(1)
    page.wait_for_url("**/map?economies=BRA")
    page.get_by_role("button", name="Remove Brazil").click()
    expect(page.locator(".chip")).to_have_count(0)
    page.wait_for_url(lambda url: "economies" not in url)


def point_at(page: Page, code: str) -> tuple[float, float]:
    """The middle of an area, found by the shape itself; scrolling has ended when the pointer comes."""
    script = """async (paths, code) => {
        const area = paths.find(path => path.dataset.of === code);
        area.scrollIntoView({ block: "center", behavior: "instant" });
        for (let k = 0; k < 3; k++) await new Promise(requestAnimationFrame);
        const box = area.getBoundingClientRect();
        return [box.x + box.width * 0.55, box.y + box.height * 0.45];
    }"""
    x, y = page.locator(AREAS).evaluate_all(script, code)
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    return x, y


def test_a_map_is_drawn_nearer_by_buttons_and_keys(page: Page) -> None:
    """Plus, minus and the whole; circles keep their size, so that crowded islands come apart."""
    open_map(page, "/map?lang=en")
    svg, circle = page.locator(".map-svg"), page.locator(".map-svg circle").first
    whole, size = svg.get_attribute("viewBox"), circle.bounding_box()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    near, kept = svg.get_attribute("viewBox"), circle.bounding_box()
    assert near
    assert whole
    assert float(near.split()[2]) < float(whole.split()[2]) / 2
    assert size
    assert kept
    assert abs(kept["width"] - size["width"]) < 1
    page.get_by_role("button", name="Whole map").click()
    expect(svg).to_have_attribute("viewBox", whole)
    page.locator(".figure-box-map").focus()
    page.keyboard.press("+")
    expect(svg).not_to_have_attribute("viewBox", whole)
    page.keyboard.press("0")
    expect(svg).to_have_attribute("viewBox", whole)


def test_a_mouse_drags_a_near_map_and_chooses_nothing(page: Page) -> None:
    """The end of a drag is no click; a click on a near map is one."""
    open_map(page, "/map?lang=en")
    point_at(page, "BRA")
    page.get_by_role("button", name="Zoom in").click()
    before = page.locator(".map-svg").get_attribute("viewBox")
    x, y = point_at(page, "BRA")
    page.mouse.down()
    page.mouse.move(x - 60, y - 20, steps=4)
    page.mouse.up()
    assert page.locator(".map-svg").get_attribute("viewBox") != before
    expect(page.locator(".map-chosen")).to_have_count(0)
    x, y = point_at(page, "BRA")
    page.mouse.click(x, y)
    expect(page.locator(".map-chosen")).to_have_count(1)


def test_a_thumb_meets_an_island(browser: Browser, site: str) -> None:
    """On a phone a tap 11 pixels beside a circle is meant for it: it is 24 pixels wide to a finger."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, base_url=site
    )
    page = open_map(context.new_page(), "/map?lang=en&region=escap-pac")
    page.locator(".figure-box-map").scroll_into_view_if_needed()
    # A place 11 pixels beside an island that no other island is nearer to.
    code, x, y, width = page.locator(".map-svg circle").evaluate_all(
        """circles => {
            const all = circles.map(circle => {
                const { x, y, width } = circle.getBoundingClientRect();
                return { x: x + width / 2, y: y + width / 2, width, code: circle.dataset.of };
            });
            for (const { x, y, width, code } of all)
                for (const [dx, dy] of [[11, 0], [-11, 0], [0, 11], [0, -11]]) {
                    const away = one => Math.hypot(one.x - x - dx, one.y - y - dy);
                    if (all.every(one => one.code === code || away(one) > 14))
                        return [code, x + dx, y + dy, width];
                }
        }"""
    )
    assert width < 12
    page.touchscreen.tap(x, y)
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.wait_for_url(f"**economies={code}**")
    context.close()


def test_two_fingers_draw_the_map_nearer_and_one_scrolls_the_page(
    browser: Browser, site: str
) -> None:
    """A pinch is the map's; a finger that moves up moves the page and leaves the map as it is."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, base_url=site
    )
    page = open_map(context.new_page(), "/map?lang=en")
    svg = page.locator(".map-svg")
    whole, box = svg.get_attribute("viewBox"), svg.bounding_box()
    assert whole
    assert box
    fingers = context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        held = [{"x": x, "y": y, "id": k} for k, (x, y) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": held})

    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch("touchStart", (x, y))
    for k in range(8):
        touch("touchMove", (x, y - 15 * k))
    touch("touchEnd")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") > 50
    expect(svg).to_have_attribute("viewBox", whole)
    box = svg.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch("touchStart", (x - 20, y), (x + 20, y))
    for k in range(8):
        touch("touchMove", (x - 20 - 8 * k, y), (x + 20 + 8 * k, y))
    touch("touchEnd")
    expect(svg).not_to_have_attribute("viewBox", whole)
    expect(page.locator(".map-chosen")).to_have_count(0)
    context.close()


def test_the_page_scrolls_over_a_map(page: Page) -> None:
    """The wheel over a map moves the page and leaves the map as it is."""
    open_map(page)
    page.locator(".figure-box-map").hover()
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => scrollY > 100")
