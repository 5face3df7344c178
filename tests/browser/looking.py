"""What the browser tests look at again and again; no test of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Request, expect

WAIT_MS = 20_000
MAP = "figure.figure-map"
AREAS = ".map-svg [data-of]"
# A plot that is drawn, once Dash has laid the page out: a map can be used before.
DRAWN_MAP = ".map-svg:not(#arrival *)"
# What the server wrote is gone, and the scripts have been told.
LAID_OUT = """() =>
  document.querySelector("#react-entry-point .page") &&
  !document.querySelector("#arrival") &&
  window.dash_clientside?.ict?.shared?.facts.isTold()"""
PLOT = f":is(.main-svg, {DRAWN_MAP})"


def opened(page: Page, address: str) -> Page:
    """The page at `address`, once Dash has laid it out and its scripts know its words."""
    page.set_default_timeout(WAIT_MS)
    expect.set_options(timeout=WAIT_MS)
    page.goto(address)
    page.wait_for_function(LAID_OUT)
    expect(page.locator(".shell .page-question")).to_be_visible()
    return page


def open_map(page: Page, address: str = "/map") -> Page:
    """A page with a map, once its areas are drawn and it listens to its controls and the pointer."""
    opened(page, address)
    page.locator(AREAS).nth(20).wait_for(state="attached")
    expect(page.locator(f"{MAP}[data-year] {DRAWN_MAP}")).to_be_visible()
    return page


def requests_of(page: Page) -> list[str]:
    """The addresses that the page asks for from now on; a browser takes the tab's icon when it likes."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.endswith("/icon.svg"):
            asked.append(request.url)

    page.on("request", note)
    return asked


def fills(page: Page) -> list[str]:
    """The colours of all areas, in their order."""
    script = "areas => areas.map(area => getComputedStyle(area).fill)"
    found: list[str] = page.locator(AREAS).evaluate_all(script)
    return found


def slide(page: Page, year: int) -> None:
    """Move the slider as a hand does: the browser tells of it by an input event."""
    page.locator("#year").fill(str(year))


def pick(page: Page, picker: str, search: str) -> None:
    """Open a picker, search in it, and take the first that is found; by keyboard alone.

    One that takes a single choice closes; that of economies stays open for more.
    """
    field = page.locator(f".picker-{picker} input")
    if not field.is_visible():
        page.locator(f".picker-{picker} summary").press("Enter")
    field.fill(search)
    expect(page.locator(f".picker-{picker} .picker-option").first).to_be_visible()
    field.press("ArrowDown")
    page.keyboard.press("Enter")
    if picker != "economies":
        expect(field).to_be_hidden()


@contextmanager
def watched(browser: Browser, folder: str, **context: bool) -> Iterator[Page]:
    """A page of which nothing is asked outside the folder, and nothing in the console is red."""
    profile = browser.new_context(base_url=f"{folder}/", **context)  # type: ignore[arg-type]
    page, asked, red = profile.new_page(), list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: red.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: red.append(str(error)))
    yield page
    profile.close()
    assert asked
    assert [url for url in asked if not url.startswith((f"{folder}/", "data:", "blob:"))] == []
    assert red == []
