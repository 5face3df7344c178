"""Random requests by a seed: valid ones, those of other programs, hostile ones; all methods, headers, bodies."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote, urlencode

from dashboard.catalogue import catalogue
from dashboard.edition import edition
from dashboard.faces import all_faces
from dashboard.view import PARAMETERS
from tests.attack.test_bodies import NONSENSE, QUESTION, UPDATE
from tests.test_app import PATHS

METHODS = ("GET",) * 12 + ("HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")
FOREIGN = (
    "/wp-login.php",
    "/.env",
    "/.git/config",
    "/cgi-bin/../../../../etc/passwd",
    "/static/../../../etc/passwd",
    "/assets/..%2f..%2fREADME.md",
    "/src/../../../pyproject.js",
    "/geo/..%2f..%2fmanifest.json",
    "/data/../manifest.json",
    "/favicon.ico",
    "/_reload-hash",
    "/_favicon.ico",
    "/_dash-component-suites/dash/nowhere.js",
    "/_dash-component-suites/os/path.py",
    "/_dash-component-suites/plotly/%2e%2e/%2e%2e/x.js",
    "/_dash-ws-callback",
    "//evil.example/%2f..",
    "/http://evil.example/",
    "/view/",
    "/view/.",
    "/view/map.json/../../x",
    "/embed/",
    "/%00",
    "/" + "a/" * 400,
    "/robots.txt",
    "/.well-known/security.txt",
    "/health",
    "/metrics",
)
OURS = (
    "/oembed",
    "/choices.json",
    "/room.json",
    "/pack.zip",
    "/deck.pptx",
    "/data/datapackage.json",
    "/data/gaps.parquet",
    "/_dash-layout",
    "/_dash-dependencies",
    UPDATE,
)
TEXTS = (
    "",
    "0",
    "-1",
    "9" * 40,
    "NaN",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "\x00",
    "\r\nSet-Cookie: a=b",
    "\ud7ff\uffff",
    "%",
    "%zz",
    "http://[",
    "http://[::1]:x/map",
    "//[",
    "javascript://h/map",
    "latest",
    "2010..2005",
    "KIR~" * 60,
    "{}",
    "[]",
    "a" * 3000,
    "\u202e\u0661",
)
HEADERS = (
    "Referer",
    "Accept-Language",
    "Accept-Encoding",
    "If-None-Match",
    "If-Match",
    "If-Modified-Since",
    "If-Range",
    "Range",
    "Accept",
    "Cookie",
    "Origin",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-HTTP-Method-Override",
    "Content-Encoding",
    "Upgrade",
    "User-Agent",
    "Authorization",
)
KINDS = (
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "",
    "a/b;c",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    method: str
    address: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def requests(seed: int, count: int) -> Iterator[Asked]:
    """So many requests, the same for the same seed."""
    random = Random(seed)
    for _ in range(count):
        yield Asked(random.choice(METHODS), _address(random), _headers(random), _body(random))


def _address(random: Random) -> str:
    if random.random() < 0.2:
        return random.choice(FOREIGN)
    faces = [
        f"/view/{'.'.join(one)}" for one in all_faces() if one[1] not in ("pptx", "png", "html")
    ]
    path = random.choice([*PATHS, *faces, *OURS, *(["/oembed", "/_dash-layout"] * 8)])
    names = [
        *PARAMETERS,
        "url",
        "format",
        "maxwidth",
        "languages",
        "size",
        "endId",
        "facts",
        "self",
    ]
    pairs = [(random.choice(names), _text(random)) for _ in range(random.randrange(5))]
    if random.random() < 0.3:
        pairs.append(("v", edition()))
    query = urlencode(pairs, errors="replace")
    if random.random() < 0.1:
        query += random.choice(("&&&==", "%", "%ff%fe", ";a=1", "&lang"))
    return f"{path}?{query}"


def _text(random: Random) -> str:
    known = catalogue()
    valid = (*known.indicators, *known.groups, "2015", "latest", "fr", "en", "KIR~FJI", "1", "json")
    return random.choice(valid if random.random() < 0.6 else TEXTS)


def _headers(random: Random) -> dict[str, str]:
    chosen = random.sample(HEADERS, random.randrange(4))
    found = {name: quote(_text(random), safe=" /:[]?<>=%.,;{}'") for name in chosen}
    if random.random() < 0.2:
        found["Referer"] = random.choice(
            ("http://[", "http://localhost/%", "http://localhost/map?%")
        )
    if random.random() < 0.4:
        found["Content-Type"] = random.choice(KINDS)
    return found


def _body(random: Random) -> bytes:
    kind = random.randrange(6)
    if kind == 0:
        return json.dumps(random.choice([QUESTION, *NONSENSE])).encode()
    if kind == 1:
        return json.dumps({**QUESTION, random.choice([*QUESTION]): _text(random)}).encode()
    if kind == 2:
        return urlencode([("view", f"map?{_text(random)}")] * random.randrange(40)).encode()
    if kind == 3:
        return random.randbytes(random.randrange(3000))
    return b""
