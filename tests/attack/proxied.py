"""nginx with the file of `deploy/`, on a free port, in front of servers of ours."""

import getpass
import re
import shutil
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.client import HTTPResponse
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from tests.attack.served import free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin") or ""
OPENSSL = shutil.which("openssl") or ""
NEEDED = pytest.mark.skipif(
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


@contextmanager
def proxied(folder: Path, behind: Sequence[int], root: str = "") -> Iterator[Proxy]:
    """A running nginx in front of the servers on these ports, in a folder of its host, such as "/ict"."""
    certificate = ["-keyout", f"{folder}/key.pem", "-out", f"{folder}/fullchain.pem"]
    subprocess.run(
        [OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", *certificate, *NAMED],
        check=True,
        capture_output=True,
    )
    port = free_port()
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    limits = "max_fails=2 fail_timeout=5s;"
    servers = "\n".join(f"server 127.0.0.1:{one} {limits}" for one in behind)
    for here, there in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ("/etc/ssl/ict", f"{folder}"),
        ("/var/cache/nginx/ict", f"{folder}/cache"),
        (f"server 127.0.0.1:8050 {limits}", servers),
    ):
        assert here in text
        text = text.replace(here, there)
    # As docs/operating.md has it.
    text = re.sub(r"(location [=~^ ]*)/", rf"\1{root}/", text)
    (folder / "ict.conf").write_text(text)
    user = f"user {getpass.getuser()};" if getpass.getuser() == "root" else ""
    (folder / "nginx.conf").write_text(user + AROUND.format(folder=folder))
    running = subprocess.Popen([NGINX, "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)
    found = Proxy(port)
    try:
        for _ in range(200):
            with suppress(OSError):
                found.get(f"{root}/health").close()
                break
            time.sleep(0.05)
        yield found
    finally:
        running.terminate()
        running.wait()
