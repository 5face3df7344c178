"""An embed in a frame of another site shows its figure and tells its height."""

from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from tests.browser.looking import PLOT, WAIT_MS

HOST_PAGE = """<!DOCTYPE html><title>Another site</title><body>
<iframe src="{address}" width="700" height="100" style="border:0"></iframe>
<script>
addEventListener("message", (event) => {{
  if (event.data.type !== "ict-embed-height") return;
  document.querySelector("iframe").height = event.data.height;
  document.body.dataset.height = event.data.height;
}});
</script></body>"""


@pytest.fixture
def other_site(site: str) -> Iterator[str]:
    """A page on another port, which is another origin, that frames an embed."""

    @Request.application
    def answer(request: Request) -> Response:
        body = HOST_PAGE.format(address=f"{site}{request.args['embed']}")
        return Response(body, mimetype="text/html")

    server = make_server("127.0.0.1", 0, answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("chart", ["map", "trend"])
def test_frame_on_another_site_learns_the_height(
    browser: Browser, other_site: str, chart: str
) -> None:
    """The figure is drawn inside the frame, and the frame grows to hold it."""
    page = browser.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{other_site}/?embed=/embed/{chart}%3Flang%3Den")
    frame = page.frame_locator("iframe")
    frame.locator(PLOT).first.wait_for()
    page.wait_for_function("Number(document.body.dataset.height) > 400")
    expect(frame.locator(".figure-source")).to_contain_text("ITU")
    expect(frame.locator(".shell-header")).to_be_hidden()
    page.close()


def test_slider_comes_where_it_is_asked_for(page: Page) -> None:
    """`controls=1` adds the year bar to the map, and nothing else."""
    opened_embed = page.goto("/embed/map?lang=en&controls=1")
    assert opened_embed
    page.locator(".year-bar").wait_for()
    assert page.locator(".controls").count() == 0
    page.goto("/embed/map?lang=en")
    page.locator(PLOT).first.wait_for()
    assert page.locator(".year-bar").count() == 0


def test_embed_links_to_the_whole_page(page: Page) -> None:
    """A reader of an embed finds the page that it comes from, with the same view."""
    page.goto("/embed/gap?indicator=fixed-broadband&lang=en")
    link = page.locator(".page-embed a[target=_blank]")
    expect(link).to_have_attribute("href", "/gap?indicator=fixed-broadband&lang=en")
