"""What the environment may change: one record a setting, with its default and its help text.

Imports nothing of the dashboard. The command line, the documentation and its test read `SETTINGS`.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "data" / "catalogue"
I18N = ROOT / "data" / "i18n"
TABLES = ROOT / "data" / "tables"
GEO = ROOT / "data" / "geo"
STATIC = ROOT / "build" / "static"
CACHE = ROOT / "build" / "faces"


# A host with a port, and a folder of it; nothing after.
ADDRESS = re.compile(r"https?://[^/?#\s]+(/[A-Za-z0-9._~-]+)*/?")


class SettingError(ValueError):
    """A setting has a value that cannot be used; the message is a sentence for the operator."""


# The address that the request at hand came to, where it is one that others reach.
_asked: ContextVar[str] = ContextVar("asked", default="")


@contextmanager
def asked_at(address: str) -> Iterator[None]:
    """What is made in here names this address, "" for none, where SITE says no other."""
    token = _asked.set(address)
    try:
        yield
    finally:
        _asked.reset(token)


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: `read` turns its text into a value or raises ValueError.

    An empty text means the default, unless it may be empty.
    """

    name: str
    default: str
    read: Callable[[str], object]
    help: str
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force."""

    host: str
    port: int
    frame_ancestors: str
    tables: Path
    site: str
    fonts: Path
    cache: Path | None
    cache_mib: int
    max_body: int
    dear_at_once: int
    security_contact: str
    access_log: str
    metrics: bool
    mcp: bool
    trusted: frozenset[str]
    logo: bytes

    @property
    def versions(self) -> Path:
        """The folder of older data versions, beside the newest."""
        return self.tables.parent / "versions"

    @property
    def address(self) -> str:
        """The public address, without a slash at its end.

        Without SITE it is the one that the request at hand came to, else one that this machine
        answers at.
        """
        if self.public:
            return self.public
        here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104  # read, not bound
        return f"http://{_bracketed(here)}:{self.port}"

    @property
    def public(self) -> str:
        """The same where others reach it, "" where nothing says at which address they do."""
        return self.site or _asked.get()

    @property
    def root(self) -> str:
        """The folder of the public address, before every path of ours: "/ict"; "" for a whole host."""
        return urlsplit(self.site).path

    @property
    def is_unnamed(self) -> bool:
        """Whether others reach it, and nothing says at which address."""
        return not self.site and not ip_address(self.host).is_loopback

    @property
    def bind(self) -> str:
        """Where to listen, as servers take it: "127.0.0.1:8050", "[::1]:8050"."""
        return f"{_bracketed(self.host)}:{self.port}"


def _bracketed(host: str) -> str:
    """An IPv6 address as it stands before a port."""
    return f"[{host}]" if ":" in host else host


def _host(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        raise ValueError("an IP address: 127.0.0.1, or 0.0.0.0 for every network") from None


def _site(text: str) -> str:
    if text and not ADDRESS.fullmatch(text):
        raise ValueError("an address such as https://ict.example.org or https://example.org/ict")
    return text.rstrip("/")


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ValueError("a port number from 1 to 65535")
    return int(text)


def _trusted(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())


def _logo(text: str) -> bytes:
    """The picture itself, so that a wrong path is told at the start and not on a slide."""
    if not text:
        return b""
    try:
        found = Path(text).read_bytes()
    except OSError:
        found = b""
    if not found.startswith(b"\x89PNG\r\n") and b"<svg" not in found[:4096]:
        raise ValueError("the path of a picture that can be read, .png or .svg")
    return found


def _folder(text: str) -> Path | None:
    return Path(text) if text else None


def _number(least: int, most: int, what: str) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise ValueError(f"{what} from {least} to {most}")
        return int(text)

    return read


def _contact(text: str) -> str:
    if text and not (text.startswith(("mailto:", "https://", "tel:")) and text.isprintable()):
        raise ValueError("an address such as mailto:security@example.org or https://example.org")
    return text


def _switch(text: str) -> bool:
    if text not in ("", "1"):
        raise ValueError("1, or empty for no")
    return text == "1"


SETTINGS: tuple[Setting, ...] = (
    Setting("HOST", "127.0.0.1", _host, "IP address that it listens on; 0.0.0.0: every network."),
    Setting("PORT", "8050", _port, "Port that the dashboard listens on."),
    Setting("FRAME_ANCESTORS", "'self'", str, "Sites that may show the pages in a frame (CSP)."),
    Setting("TABLES", str(TABLES), Path, "Folder of the built tables."),
    Setting(
        "SITE",
        "",
        _site,
        "Public address, which copies of a figure print, with a folder or without.",
    ),
    Setting("FONTS", "/usr/share/fonts", Path, "Folder with the Noto fonts of pictures."),
    Setting(
        "CACHE",
        str(CACHE),
        _folder,
        "Folder in which the workers keep finished pictures and files; empty: none are kept.",
        may_be_empty=True,
    ),
    Setting(
        "CACHE_MIB",
        "256",
        _number(1, 999_999, "a number of MiB"),
        "How much that folder may hold, in MiB.",
    ),
    Setting(
        "MAX_BODY",
        "65536",
        _number(4096, 2**30, "a number of bytes"),
        "How many bytes a request may send after its headers; more are answered 413.",
    ),
    Setting(
        "DEAR_AT_ONCE",
        "1",
        _number(1, 4, "a number"),
        "How many pictures, decks, workbooks and packs a worker makes at a time; others wait, or are answered 503.",
    ),
    Setting(
        "SECURITY_CONTACT",
        "",
        _contact,
        "Whom /.well-known/security.txt names, such as mailto:security@example.org.",
    ),
    Setting("ACCESS_LOG", "", str, "File of one JSON line a request; - for standard output."),
    Setting("METRICS", "", _switch, "1: /metrics has counts in the text format of Prometheus."),
    Setting("MCP", "", _switch, "1: /mcp offers five read-only tools to assistants."),
    Setting(
        "FORWARDED_ALLOW_IPS",
        "127.0.0.1,::1",
        _trusted,
        "Proxies whose X-Forwarded headers are believed, by IP address; *: whoever asks.",
    ),
    Setting("LOGO", "", _logo, "Path of a picture, .png or .svg, that stands on every slide."),
)


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Read every setting from `environ`; SettingError names the variable and what it may be."""
    values = []
    for setting in SETTINGS:
        given = environ.get(setting.name, setting.default)
        text = given if given or setting.may_be_empty else setting.default
        try:
            values.append(setting.read(text))
        except ValueError as error:
            raise SettingError(f"{setting.name} is {text!r}; it must be {error}.") from error
    return Settings(*values)  # type: ignore[arg-type]  # SETTINGS and the fields go in step


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return read_settings(os.environ)


def rooted(address: str) -> str:
    """A path of ours as browsers ask for it, below the folder of SITE; any other address as it is."""
    return f"{settings().root}{address}" if address.startswith("/") else address
