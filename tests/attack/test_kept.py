"""Equal views give equal bytes, so that whoever stands in between may keep them."""

import subprocess
import sys

import pytest
from werkzeug.test import Client

from dashboard.serving.headers import CALLBACKS, LAYOUT
from dashboard.settings import ROOT
from tests.test_app import PATHS

A_MINUTE = "public, max-age=60, stale-while-revalidate=60"
PAGE = {"Referer": "http://localhost/trends?lang=fr"}
ASKED = [(f"{path}?lang=en", {}) for path in PATHS] + [
    ("/embed/map?lang=ar", {}),
    ("/map?indicator=egdi&region=escap", {"Accept-Language": "zh"}),
    (LAYOUT, PAGE),
    (CALLBACKS, {}),
]


@pytest.mark.parametrize(("address", "headers"), ASKED)
def test_the_same_page_is_the_same_bytes(
    client: Client, address: str, headers: dict[str, str]
) -> None:
    """A page may be kept for a minute and asked for with its tag: 304, by GET and by HEAD."""
    first, second = (client.get(address, headers=headers) for _ in range(2))
    assert first.data == second.data
    assert first.headers["Cache-Control"] == A_MINUTE
    for method in ("GET", "HEAD"):
        known = client.open(
            address, method=method, headers={**headers, "If-None-Match": first.headers["ETag"]}
        )
        assert (known.status_code, known.data) == (304, b"")
        assert known.headers["Cache-Control"] == A_MINUTE


@pytest.mark.parametrize(
    ("address", "vary"),
    [
        ("/map?lang=en", {"Accept-Encoding"}),
        ("/map", {"Accept-Encoding", "Accept-Language"}),
        (LAYOUT, {"Accept-Encoding", "Accept-Language", "Referer"}),
        (CALLBACKS, {"Accept-Encoding"}),
    ],
)
def test_caches_are_told_what_a_page_depends_on(
    client: Client, address: str, vary: set[str]
) -> None:
    """The language of the browser where the address has none, the page where Dash asks for its layout."""
    assert {name.strip() for name in client.get(address).headers["Vary"].split(",")} == vary


@pytest.mark.parametrize(
    "headers",
    [
        {"Referer": "http://localhost/gap?lang=ru"},
        {"Cookie": "lang=ru"},
        {"User-Agent": "Mozilla/5.0 (iPhone)"},
        {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher"},
        {"Authorization": "Basic eA=="},
    ],
)
def test_a_page_depends_on_nothing_else(client: Client, headers: dict[str, str]) -> None:
    """What the address and the language do not say changes not a byte: there is nothing to poison.

    The host is part of the address, and of the keys of caches.
    """
    for address in ("/map?indicator=egdi", "/economy?economies=KIR&lang=fr"):
        assert client.get(address, headers=headers).data == client.get(address).data


def test_nobody_keeps_what_is_no_page(client: Client) -> None:
    """An address that leads nowhere fills no cache."""
    assert client.get("/nowhere?lang=en").headers["Cache-Control"] == "no-cache"


def test_equal_servers_give_equal_bytes() -> None:
    """Two processes that hash texts differently send the same pages and layouts."""
    script = (
        "import hashlib; from dashboard.app import create_app\n"
        "client = create_app().server.test_client()\n"
        "for path in ('/map', '/region?region=escap', '/economy?economies=KIR', '/theme', '/data'):\n"
        "    for url in (path, '/_dash-layout'):\n"
        "        body = client.get(url, headers={'Referer': f'http://localhost{path}'}).data\n"
        "        print(url, hashlib.sha256(body).hexdigest())\n"
    ).replace("\\\n", "\n")
    found = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1]
    assert found[0].count("\n") == 10
