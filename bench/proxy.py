"""The nginx of `deploy/` in front of the dashboard, without TLS and without limits a client: one asks for all."""

import getpass
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bench.servers import ROOT, free_port

AROUND = """
daemon off;
{user}
pid {folder}/pid;
error_log {folder}/error.log;
worker_processes 2;
worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  keepalive_requests 1000000;
  proxy_temp_path {folder}/proxy;
  client_body_temp_path {folder}/body;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/ict.conf;
}}
"""


def deployed(folder: Path, port: int, upstream: str) -> str:
    """The file of `deploy/` for a bench: on `port`, in `folder`, in front of `upstream`."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r"server \{\s+listen 80;.*?\n\}\n", "", text, flags=re.DOTALL)
    text = re.sub(r"^\s*(ssl_|limit_|server_name ).*\n", "", text, flags=re.MULTILINE)
    for here, there in (
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{port} backlog=2048;"),
        ("/var/cache/nginx/ict", f"{folder}/cache"),
        ("server 127.0.0.1:8050", f"server {urlsplit(upstream).netloc}"),
    ):
        assert here in text
        text = text.replace(here, there)
    # The address has a port here, which the layout compares with that of its page.
    return text.replace("Host $host;", "Host $http_host;")


@dataclass(frozen=True, slots=True)
class Cache:
    """A running nginx: its address, and the id of its process."""

    url: str
    pid: int


@contextmanager
def nginx(upstream: str) -> Iterator[Cache | None]:
    """The cache; None where nginx is not installed."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        yield None
        return
    port = free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "ict.conf").write_text(deployed(folder, port, upstream))
        user = f"user {getpass.getuser()};" if getpass.getuser() == "root" else ""
        written = folder / "nginx.conf"
        written.write_text(AROUND.format(folder=folder, user=user))
        process = subprocess.Popen(
            [program, "-c", str(written)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        url = f"http://127.0.0.1:{port}"
        try:
            _wait(f"{url}/health")
            yield Cache(url, process.pid)
        finally:
            process.terminate()
            process.wait()


def _wait(url: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
