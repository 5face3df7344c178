"""The dark theme: by the system, by choice, by the address; never on paper, nor on the wall of a room."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import PLOT, opened

DARK, PAPER = "rgb(20, 24, 28)", "rgb(255, 255, 255)"
INK, DARK_INK = "rgb(35, 40, 45)", "rgb(241, 243, 245)"
GROUND = "getComputedStyle(document.body).backgroundColor"
# The colour of words of a plot that plotly.js drew.
TICKS = "[...document.querySelectorAll('.xtick text')].map((one) => getComputedStyle(one).fill)"
QUIET_INK, DARK_QUIET_INK = "rgb(91, 100, 109)", "rgb(179, 188, 196)"


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Callable[[str], Page]]:
    """Opens pages as a browser does whose system is light or dark."""
    contexts = []

    def of_system(scheme: str) -> Page:
        contexts.append(browser.new_context(base_url=site, color_scheme=scheme))  # type: ignore[arg-type]
        return contexts[-1].new_page()

    yield of_system
    for context in contexts:
        context.close()


def choose(page: Page, theme: str) -> None:
    """Choose a theme in the header, by keyboard."""
    page.locator(".shell-themes summary").press("Enter")
    page.locator(f"[data-theme={theme}]").press("Enter")


def test_a_page_is_as_the_system_is_before_any_script_has_come(
    reader: Callable[[str], Page],
) -> None:
    """The theme stands when the page is first drawn: no file of scripts is needed for it."""
    for scheme, ground in (("dark", DARK), ("light", PAPER)):
        page = reader(scheme)
        page.route("**/*.js", lambda route: route.abort())
        page.goto("/about?lang=en")
        assert page.evaluate(GROUND) == ground


def test_a_choice_is_kept_and_plots_follow_it(reader: Callable[[str], Page]) -> None:
    """What is chosen goes before the system, on this page and the next; plots and the map follow."""
    page = opened(reader("light"), "/trends?lang=en")
    page.locator(PLOT).first.wait_for()
    assert set(page.evaluate(TICKS)) == {QUIET_INK}
    choose(page, "dark")
    page.wait_for_function(f"() => {TICKS}.every((one) => one === '{DARK_QUIET_INK}')")
    assert page.evaluate(GROUND) == DARK
    opened(page, "/map?lang=en")
    assert page.evaluate(GROUND) == DARK
    nobody = page.locator(".key-none .key").evaluate("key => getComputedStyle(key).backgroundColor")
    area = page.locator("[data-of=PRK]").first.evaluate("area => getComputedStyle(area).fill")
    assert nobody == area == "rgb(74, 80, 86)"
    choose(page, "auto")
    expect(page.locator("[data-theme=auto]")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(GROUND) == PAPER
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => {GROUND} === '{DARK}'")


@pytest.mark.parametrize("address", ["/map?theme=dark&lang=en", "/embed/trend?theme=dark&lang=en"])
def test_an_address_may_ask_for_the_dark(reader: Callable[[str], Page], address: str) -> None:
    """`theme=dark` is dark on a light system too, and is no theme page that could not be read."""
    page = reader("light")
    page.goto(address)
    page.locator(f".figure {PLOT}").first.wait_for()
    assert page.evaluate(GROUND) == DARK
    assert page.locator(".page-unread, .page-frozen").count() == 0
    words = page.locator(".figure-title").first
    expect(words).to_have_css("color", DARK_INK)
    # The world is black in the light: its name at the end of its line is the first to be lost.
    if "trend" in address:
        world = page.locator(".annotation-text", has_text="World").first
        expect(world).to_have_css("fill", "rgb(250, 251, 252)")


def test_an_embed_is_light_unless_its_address_says_otherwise(
    reader: Callable[[str], Page],
) -> None:
    """A frame belongs to the page around it, whatever the reader's system is."""
    page = reader("dark")
    page.goto("/embed/map?lang=en")
    assert page.evaluate(GROUND) == PAPER


def test_paper_and_the_wall_are_light(reader: Callable[[str], Page]) -> None:
    """Printed from a dark page, and in committee mode, words are dark on white; after it all is dark again."""
    page = opened(reader("dark"), "/map?economies=KIR&lang=en")
    title = page.locator(".figure-title").first
    colour = "one => getComputedStyle(one).color"
    page.emulate_media(media="print")
    assert title.evaluate(colour) == INK
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    assert page.evaluate(scheme) == "light"
    page.emulate_media(media="screen")
    assert title.evaluate(colour) == DARK_INK
    page.keyboard.press("p")
    page.locator(".room .map-svg").wait_for()
    nobody = page.locator(".room [data-of=PRK]").first
    assert nobody.evaluate("area => getComputedStyle(area).fill") == "rgb(186, 178, 159)"
    page.keyboard.press("Escape")
    page.wait_for_function(f"() => {GROUND} === '{DARK}'")


def test_images_have_the_colours_of_the_page(reader: Callable[[str], Page]) -> None:
    """Spark lines are images: drawn into a canvas of a dark page, they have its accent."""
    page = opened(reader("light"), "/?lang=en&theme=dark")
    found = page.locator("img.spark").first.evaluate(
        """async (image) => {
          await image.decode();
          const [canvas, size] = [document.createElement("canvas"), [image.naturalWidth, image.naturalHeight]];
          [canvas.width, canvas.height] = size;
          const context = canvas.getContext("2d");
          context.drawImage(image, 0, 0);
          const { data } = context.getImageData(0, 0, ...size);
          const solid = [];
          for (let k = 0; k < data.length; k += 4)
            if (data[k + 3] === 255) solid.push(`${data[k]},${data[k + 1]},${data[k + 2]}`);
          return solid;
        }"""
    )
    assert "108,182,232" in found
