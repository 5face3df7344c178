"""An embed in a frame of another site shows its figure, fits the frame and tells its height."""

from collections.abc import Callable, Iterator
from itertools import cycle
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from dashboard.charts.registry import CHARTS
from tests.browser.looking import WAIT_MS

# The map is there from the first, and painted when the scripts run.
DRAWN = ":is([data-drawn] .main-svg, [data-year] .map-svg)"
# What WordPress writes around the embeds of others: scripts run, as a page of no origin.
SANDBOX = 'sandbox="allow-scripts"'
HEIGHTS = """addEventListener("message", ({ data, source }) => {
  if (data.type !== "ict-embed-height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.dataset.told = data.height;
});"""
# What is wrong with a frame: something scrolls, sticks out or is not seen; and the plot's share.
LOOK = """() => {
  const { scrollHeight, scrollWidth } = document.documentElement;
  const inside = (element) => {
    const { top, bottom, left, right, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  };
  const box = document.querySelector(".figure-box");
  return {
    scrolls: scrollHeight > innerHeight || scrollWidth > innerWidth,
    seen: [".figure-title", ".figure-box", ".framed-foot"]
      .every((part) => inside(document.querySelector(part))),
    source: [".figure-source", ".framed-source"]
      .map((part) => document.querySelector(part).innerText).join(""),
    share: box.clientHeight / innerHeight,
  };
}"""
Host = Callable[[str], Page]


@pytest.fixture
def host(browser: Browser, site: str) -> Iterator[Host]:
    """Opens a page on another port, which is another origin, with frames; "@" is our address."""
    bodies: list[str] = []

    @Request.application
    def answer(_: Request) -> Response:
        return Response(f"<!DOCTYPE html><body>{bodies[-1]}</body>", mimetype="text/html")

    server = make_server("127.0.0.1", 0, answer)
    Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page(viewport={"width": 1400, "height": 1200})
    page.set_default_timeout(WAIT_MS)
    red: list[str] = []
    page.on("pageerror", lambda error: red.append(str(error)))
    page.on("console", lambda said: red.append(said.text) if said.type == "error" else None)

    def show(body: str) -> Page:
        bodies.append(body.replace("@", site))
        page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="domcontentloaded")
        return page

    yield show
    page.close()
    server.shutdown()
    server.server_close()
    assert [said for said in red if "'allow-scripts' permission is not set" not in said] == []


def looked_at(page: Page) -> list[dict[str, Any]]:
    """What each frame of a page shows, once its figure is drawn."""
    found = []
    for frame in page.frames[1:]:
        frame.locator(DRAWN).first.wait_for(state="attached")
        found.append(frame.evaluate(LOOK))
    return found


@pytest.mark.parametrize(
    ("chart", "lang"), list(zip(CHARTS, cycle(["ru", "en", "ar", "zh", "fr"]), strict=False))
)
def test_a_figure_fits_any_frame(host: Host, chart: str, lang: str) -> None:
    """From 280 x 320 pixels on nothing scrolls; title, plot, source and licence are seen, sandboxed too."""
    sizes = [(280, 320), (320, 700), (900, 500)]
    page = host(
        "".join(
            f'<iframe {SANDBOX} src="@/embed/{chart}?region=escap&lang={lang}" width="{width}" height="{height}"'
            ' style="border:0"></iframe>'
            for width, height in sizes
        )
    )
    for (width, height), seen in zip(sizes, looked_at(page), strict=True):
        at = f"{chart} {lang} {width}x{height}: {seen}"
        assert not seen["scrolls"], at
        assert seen["seen"], at
        assert "(" in seen["source"] or "（" in seen["source"], at
        # A map is no higher than a narrow frame lets it be wide.
        assert seen["share"] >= (0.3 if width < 400 else 0.45), at


@pytest.mark.parametrize("chart", ["map", "trend"])
def test_frame_on_another_site_learns_the_height(host: Host, chart: str) -> None:
    """A frame as high as it is told holds the figure with the whole sentence and all notes."""
    page = host(
        f'<script>{HEIGHTS}</script><iframe {SANDBOX} src="@/embed/{chart}?lang=en" width="700"'
        ' height="320" style="border:0"></iframe>'
    )
    page.wait_for_function("Number(document.querySelector('iframe').dataset.told) > 600")
    frame = page.frame_locator("iframe")
    frame.locator(DRAWN).first.wait_for(state="attached")
    expect(frame.locator(".figure-notes")).to_be_hidden()
    page.evaluate(
        "() => { const frame = document.querySelector('iframe'); frame.height = frame.dataset.told; }"
    )
    expect(frame.locator(".figure-notes")).to_be_visible()
    expect(frame.locator(".figure-source")).to_contain_text("ITU")
    (seen,) = looked_at(page)
    assert not seen["scrolls"]


def test_hidden_and_lazy_frames_draw_when_they_are_seen(host: Host) -> None:
    """A frame in a closed tab of an article, and one far below, are drawn in the size they then have."""
    page = host(
        f"""<div id="tab" style="display:none">
        <iframe {SANDBOX} src="@/embed/gap?lang=en" width="500" height="400"></iframe></div>
        <div style="height:9000px"></div>
        <iframe {SANDBOX} src="@/embed/trend?lang=en" width="500" height="400" loading="lazy"></iframe>"""
    )
    page.evaluate("document.getElementById('tab').style.display = 'block'")
    hidden = page.frame_locator("iframe").first
    expect(hidden.locator(DRAWN).first).to_be_visible()
    page.locator("iframe").last.scroll_into_view_if_needed()
    expect(page.frame_locator("iframe").last.locator(DRAWN).first).to_be_visible()
    for seen in looked_at(page):
        assert seen["seen"]
        assert not seen["scrolls"]


@pytest.mark.parametrize("chart", ["map", "trend"])
def test_without_scripts_a_frame_shows_the_picture(host: Host, chart: str) -> None:
    """A sandbox that allows nothing still shows title, picture and source."""
    page = host(f'<iframe sandbox src="@/embed/{chart}?lang=fr" width="480" height="400"></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.locator(".figure-title")).to_be_visible()
    expect(frame.locator(".framed-foot")).to_contain_text("UIT (CC BY-NC-SA 3.0 IGO)")
    picture = frame.locator(".framed-picture img, .map-svg")
    expect(picture).to_be_visible()
    assert picture.bounding_box()["height"] > 200


def test_slider_comes_where_it_is_asked_for(page: Page) -> None:
    """`controls=1` adds the year bar to the map, and nothing else; it takes the words with it."""
    page.goto("/embed/map?lang=en&controls=1")
    page.locator(".year-bar").wait_for()
    page.locator(DRAWN).first.wait_for(state="attached")
    page.locator(".control-year").fill("2005")
    page.locator(".control-year").press("Enter")
    expect(page.locator(".figure-title")).to_contain_text("2005")
    page.goto("/embed/map?lang=en")
    page.locator(DRAWN).first.wait_for(state="attached")
    expect(page.locator(".year-bar")).to_be_hidden()


def test_embed_links_to_the_whole_page(page: Page) -> None:
    """A reader of an embed finds the page that it comes from, with the same view."""
    page.goto("/embed/gap?indicator=fixed-broadband&lang=en")
    link = page.locator(".framed-foot a[target=_blank]")
    expect(link).to_have_attribute("href", "/gap?indicator=fixed-broadband&lang=en")
