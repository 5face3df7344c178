"""Ask a service, and ask again where it stumbles; a sentence where it does not recover. Imports nothing.

An answer that is cut, or that is a page of HTML where data were asked for, counts as a stumble, whatever
its status says.
"""

import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

# Where each service is; `--service NAME=ADDRESS` puts another in its place.
SERVICES: Mapping[str, str] = {
    "world-bank": "https://api.worldbank.org/v2",
    "data360": "https://data360files.worldbank.org/data360-data",
    "data360-api": "https://data360api.worldbank.org/data360",
    "sdg": "https://unstats.un.org/sdgapi/v1/sdg",
    "itu-files": "https://www.itu.int/en/ITU-D/Statistics/Documents",
}
AGENT = (
    "ict-dashboard/1.0 (python -m dashboard refresh; an open dashboard of regional ICT indicators)"
)
STUMBLES = (429, 500, 502, 503, 504)
REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 3
PIECE = 1 << 16
# zlib reads a body packed by gzip or by deflate, whichever its beginning says.
PACKED, EITHER = ("gzip", "deflate"), zlib.MAX_WBITS | 32


class FetchError(RuntimeError):
    """What was asked for did not come whole; the message says why."""


class CutError(FetchError):
    """An answer ended too early, or cannot be unpacked."""


class AbsentError(FetchError):
    """The service has nothing under this name; another name may do."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a service is waited for, in seconds, how often it is asked, how much it may send."""

    connect: float = 10
    read: float = 180
    tries: int = 6
    backoff: float = 1.5
    of_a_source: float = 900
    most_bytes: int = 64 << 20


@dataclass
class Client:
    """A session for one source, with the addresses of all services: `get` gives whole bodies only."""

    bases: Mapping[str, str]
    patience: Patience = field(default_factory=Patience)
    stopped: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        """Open a session that tries again by itself."""
        one = self.patience
        retry = Retry(
            total=one.tries,
            backoff_factor=one.backoff,
            backoff_jitter=one.backoff / 2,
            status_forcelist=STUMBLES,
            respect_retry_after_header=True,
            raise_on_status=False,
            redirect=0,
        )
        self.session = requests.Session()
        self.session.headers.update({"User-Agent": AGENT, "Accept-Encoding": "gzip"})
        for scheme in ("https://", "http://"):
            self.session.mount(scheme, HTTPAdapter(max_retries=retry))
        self.until = time.monotonic() + one.of_a_source

    def address(self, service: str, path: str) -> str:
        """Where a service has something."""
        return f"{self.bases[service].rstrip('/')}/{path}"

    def get(self, url: str, query: Mapping[str, str], is_data: Callable[[bytes], bool]) -> bytes:
        """The body at an address; FetchError, or AbsentError for 404.

        `is_data` tells by its beginning whether a body is what was asked for.
        """
        reason = ""
        for turn in range(self.patience.tries):
            if turn and self.stopped.wait(self.patience.backoff * turn):
                break
            if time.monotonic() > self.until:
                limit = f"it took longer than {self.patience.of_a_source:g} seconds"
                raise FetchError(f"{reason}; {limit}" if reason else limit)
            try:
                body = self._once(url, query)
            except CutError as error:
                reason = str(error)
                continue
            except requests.RequestException as error:  # tried again by the session already
                raise FetchError(_told(error)) from error
            if is_data(body):
                return body
            reason = f"it answered with something else than data ({_start(body)})"
        raise FetchError(reason or "it was stopped")

    def _once(self, url: str, query: Mapping[str, str]) -> bytes:
        host, params = urlsplit(url).netloc, dict(query)
        for _ in range(MOST_REDIRECTS):
            with self.session.get(
                url,
                params=params,
                timeout=(self.patience.connect, self.patience.read),
                stream=True,
                allow_redirects=False,
            ) as answer:
                if answer.status_code not in REDIRECTS:
                    return self._body(answer)
                url, params = urljoin(url, answer.headers.get("Location", "")), {}
            if urlsplit(url).netloc != host:
                raise FetchError(f"it leads to another host, {urlsplit(url).netloc}")
        raise FetchError("it leads on and on")

    def _body(self, answer: requests.Response) -> bytes:
        if answer.status_code == HTTPStatus.NOT_FOUND:
            raise AbsentError("the service does not have it (404)")
        if answer.status_code != HTTPStatus.OK:
            raise FetchError(f"it answered {answer.status_code}")
        body = bytearray()
        for piece in _unpacked(answer):
            body += piece
            if len(body) > self.patience.most_bytes:
                raise FetchError(f"it sent more than {self.patience.most_bytes} bytes")
            if self.stopped.is_set() or time.monotonic() > self.until:
                raise FetchError(f"it took longer than {self.patience.of_a_source:g} seconds")
        return bytes(body)


def _unpacked(answer: requests.Response) -> Iterator[bytes]:
    """The body as it was before it was packed; CutError where the end of either is missing.

    requests and urllib3 take half a packed body for a whole one.
    """
    packed = answer.headers.get("Content-Encoding", "").strip().lower() in PACKED
    unpack = zlib.decompressobj(EITHER)
    try:
        for piece in answer.raw.stream(PIECE, decode_content=False):
            yield unpack.decompress(piece) if packed else piece
    except zlib.error as error:
        raise CutError("its answer could not be unpacked") from error
    except urllib3.exceptions.ReadTimeoutError as error:
        raise requests.ReadTimeout from error
    except urllib3.exceptions.HTTPError as error:
        raise CutError("its answer was cut") from error
    if packed and not unpack.eof:
        raise CutError("its answer was cut")


def _start(body: bytes) -> str:
    return repr(body[:40].decode("utf-8", "replace").strip()) if body.strip() else "nothing"


def _told(error: requests.RequestException) -> str:
    """What kept an answer from coming, in words that say it shortly."""
    kinds = (
        (requests.exceptions.SSLError, _untrusted(error)),
        (requests.exceptions.ReadTimeout, "it did not answer in time"),
        (requests.exceptions.ConnectTimeout, "it could not be reached in time"),
    )
    for kind, said in kinds:
        if isinstance(error, kind):
            return said
    return "it could not be reached, or ended the connection"


def _untrusted(error: BaseException) -> str:
    """Whether it was the certificate, or the way in which it speaks TLS."""
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "its certificate is not valid"
    return "no safe connection (https) could be made"
