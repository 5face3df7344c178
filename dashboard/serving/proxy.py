"""Which address a reader asked for: what a proxy in front says of it, believed of trusted ones only.

Imports settings and serving. Copies name the setting SITE; where it is not set, the address of the
request, so that none that leaves this machine names the machine to itself.
"""

import re
from collections.abc import Collection, Iterable
from ipaddress import ip_address
from typing import Any

from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.serving.faces import ADDRESS, Application, StartResponse
from dashboard.settings import asked_at

HOST = re.compile(r"(?P<name>[a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?", re.IGNORECASE)
EVERYBODY = "*"


class Proxied:
    """WSGI middleware around all others."""

    def __init__(self, application: Application, trusted: Collection[str], site: str) -> None:
        """Believe the `trusted` addresses; with a `site` no request has a say in what copies name."""
        self._site = site
        self._trusted = trusted
        self._direct = application
        self._behind: Application = ProxyFix(self._named, x_host=1)

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if EVERYBODY in self._trusted or environ.get("REMOTE_ADDR") in self._trusted:
            return self._behind(environ, start_response)
        return self._named(environ, start_response)

    def _named(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        address = "" if self._site else public_address(environ)
        environ[ADDRESS] = address
        with asked_at(address):
            return self._direct(environ, start_response)


def public_address(environ: dict[str, Any]) -> str:
    """The address of a request; "" for one that others cannot ask, and for what is none."""
    host = environ.get("HTTP_HOST", "")
    found = HOST.fullmatch(host)
    if not found or _is_this_machine(found["name"]):
        return ""
    return f"{environ.get('wsgi.url_scheme', 'http')}://{host.lower()}"


def _is_this_machine(name: str) -> bool:
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return name.lower() == "localhost"
