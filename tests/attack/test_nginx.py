"""The file for nginx in `deploy/`, tried with a real nginx in front of a real server."""

import getpass
import re
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPResponse
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from tests.attack.served import free_port, served

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
OPENSSL = shutil.which("openssl")
pytestmark = pytest.mark.skipif(
    not (NGINX and OPENSSL), reason="nginx or openssl is missing: deploy/nginx.conf was not tried."
)
HOST = "ict.example.org"
NAMED = ("-days", "1", "-subj", f"/CN={HOST}")
# What belongs to a machine, around the file as it is deployed.
AROUND = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  proxy_temp_path {folder}/p; client_body_temp_path {folder}/b; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  include {folder}/ict.conf;
}}
"""


class Proxy:
    """A running nginx with the deployed file, and the server behind it."""

    def __init__(self, port: int) -> None:
        """It listens on `port`, by TLS."""
        self.port = port
        self.trust = ssl.create_default_context()
        self.trust.check_hostname = False
        self.trust.verify_mode = ssl.CERT_NONE

    def get(self, path: str, headers: dict[str, str] | None = None) -> HTTPResponse:
        """The answer to GET, whatever its status."""
        asked = urllib.request.Request(
            f"https://127.0.0.1:{self.port}{path}", headers={"Host": HOST, **(headers or {})}
        )
        try:
            found: HTTPResponse = urllib.request.urlopen(asked, timeout=20, context=self.trust)
        except urllib.error.HTTPError as error:
            return error  # type: ignore[return-value]  # it is an answer too
        return found


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Nginx on a free port, in front of one server."""
    assert NGINX
    assert OPENSSL
    folder = tmp_path_factory.mktemp("nginx")
    certificate = ["-keyout", f"{folder}/key.pem", "-out", f"{folder}/fullchain.pem"]
    subprocess.run(
        [OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", *certificate, *NAMED],
        check=True,
        capture_output=True,
    )
    with served(folder, SITE=f"https://{HOST}") as behind:
        port = free_port()
        text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
        for here, there in (
            ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
            ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
            ("/etc/ssl/ict", f"{folder}"),
            ("/var/cache/nginx/ict", f"{folder}/cache"),
            ("server 127.0.0.1:8050", f"server 127.0.0.1:{behind}"),
        ):
            assert here in text
            text = text.replace(here, there)
        (folder / "ict.conf").write_text(text)
        user = f"user {getpass.getuser()};" if getpass.getuser() == "root" else ""
        (folder / "nginx.conf").write_text(user + AROUND.format(folder=folder))
        running = subprocess.Popen([NGINX, "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)
        found = Proxy(port)
        try:
            for _ in range(200):
                with suppress(OSError):
                    found.get("/health").close()
                    break
                time.sleep(0.05)
            yield found
        finally:
            running.terminate()
            running.wait()


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
