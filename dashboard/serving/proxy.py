"""Which address a reader asked for: what a proxy in front says of it, believed of trusted ones only.

With a folder in SITE ("https://example.org/ict") paths come with it or without, as the proxy likes: it
is taken off here, before anything else looks at them, and put before the paths that answers lead to.

Imports settings and serving. Copies name the setting SITE; where it is not set, the address of the
request, so that none that leaves this machine names the machine to itself.
"""

import re
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any

from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.utils import redirect

from dashboard.serving.faces import ADDRESS, Application, StartResponse
from dashboard.settings import Settings, asked_at

HOST = re.compile(r"(?P<name>[a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?", re.IGNORECASE)
EVERYBODY = "*"
# Headers that lead to other addresses, and how those begin that are paths of ours.
LEADING = {"Location", "Link"}
LEADS = re.compile(r"^(<?)/")


class Proxied:
    """WSGI middleware around all others."""

    def __init__(self, application: Application, settings: Settings) -> None:
        """Believe the trusted addresses; with a SITE no request has a say in what copies name."""
        self._site = settings.site
        self._root = settings.root
        self._trusted = settings.trusted
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
            return self._below(environ, start_response)

    def _below(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        root, path = self._root, environ.get("PATH_INFO", "")
        if not root:
            return self._direct(environ, start_response)
        if path == root:
            query = environ.get("QUERY_STRING", "")
            return redirect(f"{root}/{query and '?'}{query}", 308)(environ, start_response)
        environ["SCRIPT_NAME"] = root
        if path.startswith(f"{root}/"):
            environ["PATH_INFO"] = path.removeprefix(root)

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            led = [
                (name, LEADS.sub(rf"\1{root}/", value) if name in LEADING else value)
                for name, value in headers
            ]
            return start_response(status, led, *more)

        return self._direct(environ, start)


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
