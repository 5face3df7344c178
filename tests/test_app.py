"""The application as a whole: its pages, its index, its headers."""

import re
from html import unescape

import pytest
from dash import page_registry
from werkzeug.test import Client

from dashboard.app import LINKED, NOT_FOUND, create_server
from dashboard.catalogue.languages import LANGUAGES
from dashboard.components.navigation import PAGES
from dashboard.pages.embed import CHARTS, path_of

PATHS = [path for path, _ in PAGES]


@pytest.mark.usefixtures("app")
def test_links_are_pages() -> None:
    """The header leads to every page there is, and only there."""
    known = {page["module"]: page["path"] for page in page_registry.values()}
    not_found = known.pop(f"dashboard.pages.{NOT_FOUND}")
    assert [known.pop(f"dashboard.pages.{name}") for name in LINKED] == PATHS
    assert set(known.values()) == {path_of(chart) for chart in CHARTS}
    assert not_found not in PATHS


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_open_in_every_language(client: Client, path: str, lang: str) -> None:
    """Every page answers in every language, with the language and its direction on the page."""
    answer = client.get(f"{path}?lang={lang}")
    direction = "rtl" if lang == "ar" else "ltr"
    assert answer.status_code == 200
    assert f'<html lang="{lang}" dir="{direction}"' in answer.text


def test_language_follows_the_browser(client: Client) -> None:
    """Without a language in the address, the browser's preference decides."""
    answer = client.get("/map", headers={"Accept-Language": "pt, es-MX;q=0.8, en;q=0.5"})
    assert '<html lang="es"' in answer.text
    assert "Accept-Language" in answer.headers["Vary"]


def test_layout_speaks_the_language_of_its_page(client: Client) -> None:
    """Dash asks for the layout without the page's query; the answer is still in its language."""
    answer = client.get("/_dash-layout", headers={"Referer": "http://localhost/map?lang=zh"})
    assert '"lang":"zh"' in answer.text


@pytest.mark.parametrize(
    "query", ["?year=x&year=y", "?indicator=nothing", "?lang=xx", "?zzz=%00", "?economies=~~"]
)
@pytest.mark.parametrize("path", PATHS)
def test_any_query_gives_a_page(client: Client, path: str, query: str) -> None:
    """Nonsense in the query falls back to defaults and never gives an error page."""
    assert client.get(path + query).status_code == 200


@pytest.mark.parametrize("path", ["/nowhere", "/map/", "/static/gone.js", "/assets/none.css"])
def test_unknown_paths_are_not_found(client: Client, path: str) -> None:
    """An address that leads nowhere says so to machines as well."""
    assert client.get(path).status_code == 404


def test_policy_lets_nothing_in_from_elsewhere(client: Client) -> None:
    """Scripts, styles, images and requests stay on this host, and the frame policy is set once."""
    headers = client.get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "http" not in policy
    assert "unsafe" not in re.search(r"script-src[^;]*", policy)[0]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Permissions-Policy" in headers
    assert "X-Frame-Options" not in headers


def test_pages_name_no_other_host(client: Client) -> None:
    """No page loads a script, a style or a hint from another host."""
    html = client.get("/map").text
    loaded = re.sub(r'<link rel="(?:alternate|canonical)"[^>]*>', "", html)
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"', loaded) == []


def test_every_address_of_the_index_answers(client: Client) -> None:
    """All that a page names in its head and foot exists on this server."""
    html = client.get("/map").text
    addresses = re.findall(r'<(?:script|link|img)[^>]* (?:src|href)="(/[^"]*)"', html)
    missing = []
    for url in addresses:
        with client.head(unescape(url)) as answer:
            if answer.status_code != 200:
                missing.append(url)
    assert len(addresses) > 5
    assert missing == []


def test_dynamic_answers_are_compressed_and_tagged(client: Client) -> None:
    """The list of callbacks travels compressed, and not at all when the browser has it."""
    first = client.get("/_dash-dependencies", headers={"Accept-Encoding": "br"})
    again = client.get(
        "/_dash-dependencies",
        headers={"Accept-Encoding": "br", "If-None-Match": first.headers["ETag"]},
    )
    assert first.headers["Content-Encoding"] == "br"
    assert (again.status_code, again.data) == (304, b"")


def test_missing_tables_stop_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without tables the server does not start; it says which file is missing and what to run."""
    from dashboard import app as module
    from dashboard.tables import TablesError

    def missing(_: list[str]) -> None:
        raise TablesError("The table manifest.json is missing or damaged. Rebuild the tables.")

    monkeypatch.setattr(module, "take", missing)
    with pytest.raises(SystemExit, match=r"manifest\.json is missing"):
        create_server()
