"""The addresses for those who run the dashboard and for the programs that come by.

Whether it is well, what crawlers may ask for, whom to tell of a hole. Imports the tables and serving.
"""

from datetime import UTC, date, datetime, timedelta

import orjson
from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from dashboard.components.found import manifest, sitemap
from dashboard.edition import edition
from dashboard.refreshed import last_refresh
from dashboard.serving import metrics
from dashboard.serving.answers import unless_known
from dashboard.serving.headers import FACE
from dashboard.settings import settings
from dashboard.static import ASSETS
from dashboard.tables import refused, tables

operating = Blueprint("operating", __name__)
# Pages and the pictures of previews may be read by anybody; copies of every view have no end.
ROBOTS = """User-agent: *
Allow: /view/*.png*size=og
Disallow: /view/
Disallow: /embed/
Disallow: /pack.zip
Disallow: /deck.pptx
Disallow: /oembed
Disallow: /_
"""
ICONS = {"favicon.ico": "image/vnd.microsoft.icon", "icon.svg": "image/svg+xml"}
A_DAY = "public, max-age=86400"
# RFC 9116 wants a date after which nobody should rely on the contact, less than a year away.
CONTACT_DAYS = 180


@operating.get("/health")
def health() -> Response:
    """That it runs and has its tables: version, edition, age, and why it refused newer ones, if so.

    And what the last refresh said of each source, if there was one.
    """
    said = {
        "status": "ok",
        "version": tables().version,
        "edition": edition(),
        "built": tables().manifest["built"],
        "age_days": _age_days(),
        "refused": refused(),
        "refresh": last_refresh(settings().versions),
    }
    response = Response(orjson.dumps(said), 200, FACE, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def _age_days() -> int:
    built = date.fromisoformat(tables().manifest["built"])
    return (datetime.now(UTC).date() - built).days


@operating.get("/metrics")
def counted() -> Response:
    """Answers by kind and status, how long they took, what is served (text format of Prometheus)."""
    if not settings().metrics:
        raise NotFound("Nothing is counted here: see the setting METRICS.")
    last = last_refresh(settings().versions)
    body = metrics.text(tables().version, edition(), _age_days(), last)
    response = Response(body, 200, FACE, content_type="text/plain; version=0.0.4; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


@operating.get("/robots.txt")
def robots() -> Response:
    """What crawlers may ask for (RFC 9309)."""
    rules = ROBOTS.replace(": /", f": {settings().root}/")
    return _kept_a_day(f"{rules}Sitemap: {settings().address}/sitemap.xml\n".encode(), "text/plain")


@operating.get("/sitemap.xml")
def pages() -> Response:
    """The pages that search engines may show (sitemaps.org)."""
    return _kept_a_day(sitemap(), "application/xml")


@operating.get("/manifest.webmanifest")
def application() -> Response:
    """What a phone needs to keep the dashboard among its programs."""
    return _kept_a_day(manifest(), "application/manifest+json")


@operating.get("/favicon.ico")
@operating.get("/icon.svg")
def icon() -> Response:
    """The mark of the dashboard, for tabs and lists."""
    name = request.path.removeprefix("/")
    return _kept_a_day((ASSETS / name).read_bytes(), ICONS[name])


@operating.get("/.well-known/security.txt")
def security() -> Response:
    """Whom to tell of a hole (RFC 9116), where whoever runs the dashboard says so."""
    contact = settings().security_contact
    if not contact:
        raise NotFound("Whoever runs this dashboard names no contact here.")
    expires = datetime.now(UTC).date() + timedelta(days=CONTACT_DAYS)
    told = f"Contact: {contact}\nExpires: {expires}T00:00:00Z\n"
    return _kept_a_day(told.encode(), "text/plain")


def _kept_a_day(body: bytes, media: str) -> Response:
    response = Response(body, 200, FACE, mimetype=media)
    response.headers["Cache-Control"] = A_DAY
    response.add_etag()
    return unless_known(response, request)
