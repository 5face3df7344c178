"""One nginx in front of the dashboard that keeps what it is allowed to keep."""

import getpass
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.servers import free_port

CONFIGURATION = """
daemon off;
user {user};
pid {folder}/pid;
error_log {folder}/error.log;
worker_processes 2;
events {{ worker_connections 512; }}
http {{
  access_log off;
  keepalive_requests 1000000;
  proxy_cache_path {folder}/cache keys_zone=faces:10m;
  proxy_temp_path {folder}/proxy;
  client_body_temp_path {folder}/body;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location / {{ proxy_pass {upstream}; proxy_cache faces; }}
  }}
}}
"""


@contextmanager
def nginx(upstream: str) -> Iterator[str | None]:
    """The address of the cache; None where nginx is not installed."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        yield None
        return
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "nginx.conf"
        filled = CONFIGURATION.format(
            user=getpass.getuser(), folder=folder, port=port, upstream=upstream
        )
        written.write_text(filled)
        process = subprocess.Popen(
            [program, "-c", str(written)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        url = f"http://127.0.0.1:{port}"
        try:
            _wait(f"{url}/health")
            yield url
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
