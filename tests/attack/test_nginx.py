"""The file for nginx in `deploy/`, tried with a real nginx in front of a real server."""

import re
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.settings import ROOT
from tests.attack.proxied import HOST, NEEDED, Proxy, proxied
from tests.attack.served import served
from tests.browser.looking import open_map, slide, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = NEEDED


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """A cache in front of one server."""
    folder = tmp_path_factory.mktemp("nginx")
    with served(folder, SITE=f"https://{HOST}") as port, proxied(folder, [port]) as found:
        yield found


def test_a_page_is_asked_for_once(proxy: Proxy) -> None:
    """The second reader of a page, of its layout and of a face is answered by the cache."""
    page = {"Referer": f"https://{HOST}/gap?lang=fr"}
    face = proxy.get("/view/gap.json?lang=fr").url.partition(f":{proxy.port}")[2]
    for path, headers in (("/gap?lang=fr", {}), ("/_dash-layout", page), (face, {})):
        first, second = (proxy.get(path, headers) for _ in range(2))
        assert (first.status, second.headers["X-Cache"]) == (200, "HIT"), path
        assert first.read() == second.read()
        assert second.headers["Strict-Transport-Security"]


def test_readers_never_get_each_others_pages(proxy: Proxy) -> None:
    """Languages of browsers, pages of layouts and encodings are kept apart."""
    for _ in range(2):
        for lang in ("ar", "zh"):
            heard = {"Accept-Language": f"{lang}-XX,{lang};q=0.9,en;q=0.5"}
            assert f'<html lang="{lang}"'.encode() in proxy.get("/trends", heard).read()
            layout = {**heard, "Referer": f"https://{HOST}/trends"}
            assert f'"lang":"{lang}"'.encode() in proxy.get("/_dash-layout", layout).read()
        for name in ("gap", "ranking"):
            page = {"Referer": f"https://{HOST}/{name}?lang=en"}
            assert f"page-{name}".encode() in proxy.get("/_dash-layout", page).read()
    for encoding in ("br", "gzip", None):
        asked = {"Accept-Encoding": encoding} if encoding else {}
        for _ in range(2):
            assert proxy.get("/map?lang=es", asked).headers["Content-Encoding"] == encoding


@pytest.fixture(scope="module")
def in_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """The same in a folder of the host."""
    folder = tmp_path_factory.mktemp("folder")
    with (
        served(folder, SITE=f"https://{HOST}/ict") as port,
        proxied(folder, [port], "/ict") as found,
    ):
        yield found


def test_a_folder_of_the_host_is_enough(in_folder: Proxy) -> None:
    """Pages, layouts, faces and static files are kept by the cache below the folder, and nothing is outside."""
    page = {"Referer": f"https://{HOST}/ict/gap?lang=fr"}
    face = in_folder.get("/ict/view/gap.json?lang=fr").url.partition(f":{in_folder.port}")[2]
    assert face.startswith("/ict/view/gap.json?")
    body = in_folder.get("/ict/gap?lang=fr").read().decode()
    (styles,) = re.findall(r'"(/ict/static/[^"]*\.css)"', body)
    for path, headers in (
        ("/ict/gap?lang=fr", {}),
        ("/ict/_dash-layout", page),
        (face, {}),
        (styles, {}),
    ):
        first, second = (in_folder.get(path, headers) for _ in range(2))
        assert (first.status, second.headers["X-Cache"]) == (200, "HIT"), path
    assert b"page-gap" in in_folder.get("/ict/_dash-layout", page).read()
    assert in_folder.get("/gap?lang=fr").status == 404


def test_a_browser_stays_in_the_folder_behind_tls(in_folder: Proxy, browser: "Browser") -> None:
    """A map is opened, drawn and moved through nginx; nothing is asked outside the folder."""
    folder = f"https://127.0.0.1:{in_folder.port}/ict"
    with watched(browser, folder, ignore_https_errors=True) as page:
        open_map(page, "map?lang=en")
        slide(page, 2015)
        page.wait_for_url("**/ict/map?year=2015&lang=en")
        page.locator(".shell-nav a[href^='/ict/trends']").click()
        page.locator("#react-entry-point .page-trends .main-svg").first.wait_for()


def wait(proxy: Proxy, path: str, headers: dict[str, str]) -> float:
    """Seconds until the answer, which is there."""
    started = time.monotonic()
    assert proxy.get(path, headers).status == 200
    return time.monotonic() - started


@pytest.mark.parametrize("path", ["/_dash-layout", "/view/trend.json"])
def test_nobody_waits_for_a_lock(proxy: Proxy, path: str) -> None:
    """Ten who open the same page at the same moment, or follow a redirect, have it soon.

    A lock around what cannot be kept made /_dash-layout wait for five seconds, each time; a busy
    machine makes everybody wait now and then, so the best of three times counts.
    """

    def longest(lang: str) -> float:
        page = {"Referer": f"https://{HOST}/targets?lang={lang}"}
        with ThreadPoolExecutor(10) as readers:
            return max(readers.map(lambda _: wait(proxy, f"{path}?lang={lang}", page), range(10)))

    assert min(map(longest, ("ru", "es", "en"))) < 4.5


def test_half_sent_requests_stay_outside(proxy: Proxy) -> None:
    """A hundred connections that say half a word hold neither nginx nor the server."""
    halves = [socket.create_connection(("127.0.0.1", proxy.port)) for _ in range(100)]
    for half in halves:
        half.sendall(b"\x16\x03\x01")
    assert all(proxy.get("/health").status == 200 for _ in range(5))
    for half in halves:
        half.close()


def test_a_large_body_stays_outside(proxy: Proxy) -> None:
    """What the dashboard would refuse, nginx refuses before it."""
    asked = urllib.request.Request(
        f"https://127.0.0.1:{proxy.port}/deck.pptx", data=b"x" * 70_000, headers={"Host": HOST}
    )
    with pytest.raises(urllib.error.HTTPError, match="413"):
        urllib.request.urlopen(asked, timeout=20, context=proxy.trust)


def test_the_limit_of_bodies_is_that_of_the_dashboard() -> None:
    """Nginx's 64k is MAX_BODY."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    assert re.findall(r"client_max_body_size (\d+)k;", text) == ["64"]


def test_deployed_files_name_files_that_exist() -> None:
    """Every path of the repository that a file in deploy/ or docs/operating.md names is there."""
    texts = [path.read_text(encoding="utf-8") for path in Path(ROOT / "deploy").iterdir()]
    named = set(re.findall(r"\b(?:deploy|docs|tests)/[\w./-]+\.\w+", "\n".join(texts)))
    assert named
    assert {name for name in named if not (ROOT / name).exists()} == set()
