"""Fixtures that everybody shares: one application, a client of it, and a browser that looks at it."""

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from werkzeug.serving import make_server
from werkzeug.test import Client

from dashboard.app import create_app
from dashboard.serving.index import IndexedDash
from dashboard.tables import Tables
from tests.tiny import write_tables

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Faces are kept in a folder of this run, so that no test meets those of another.
os.environ["CACHE"] = tempfile.mkdtemp(prefix="faces-")
atexit.register(shutil.rmtree, os.environ["CACHE"], ignore_errors=True)

BROWSER_TESTS = Path(__file__).resolve().parent / "browser"
# The shell without a window first: it draws the same with three fifths of the processor time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
# A browser that asks for nothing of its own accord.
BROWSER_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs Chromium: the folder, and whoever asks for a browser elsewhere."""
    for item in items:
        if BROWSER_TESTS in item.path.parents or "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


def pytest_collection_finish() -> None:
    """What is there now stays to the end: looking it through for rubbish took a third of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


# The same examples in every run, and none fails for a slow machine.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def app() -> IndexedDash:
    """The application on the tables of the project; one a process, as Dash wants it."""
    made = create_app()
    gc.freeze()
    return made


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """A hand-made folder of tables, small enough to check by eye."""
    return write_tables(tmp_path / "tables")


@pytest.fixture(scope="session")
def client(app: IndexedDash) -> Client:
    """A client that asks as a browser without compression would."""
    return Client(app.server)


@pytest.fixture(scope="session")
def site(app: IndexedDash) -> Iterator[str]:
    """The address of the application, served on a free port of this machine."""
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A headless Chromium; tests that need one are left out, with a sentence, where there is none."""
    if CHROMIUM is None:
        pytest.skip("There is no Chromium on this machine.")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(BROWSER_FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def page(browser: "Browser", site: str) -> "Iterator[Page]":
    """A page in a fresh browser profile.

    Whatever a test did with it, nothing was asked of another host, nothing in the console is red.
    """
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    asked: list[str] = []
    red: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: red.append(str(error)))
    opened.on(
        "console", lambda message: red.append(message.text) if message.type == "error" else None
    )
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []
    assert red == []
