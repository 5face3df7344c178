"""Views in other people's pages: who may frame them, what a pasted link shows, what oEmbed answers."""

import re
import struct
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from werkzeug.test import Client

from dashboard.charts.registry import CHARTS
from dashboard.components import previews
from dashboard.components.navigation import PAGES
from dashboard.components.previews import linked, shown_at
from dashboard.exports.look import SIZES, Look
from dashboard.faces import render
from dashboard.i18n import words
from dashboard.offline.framed import path_of
from dashboard.settings import read_settings, settings
from dashboard.tables import tables
from dashboard.view import View

# Not counted among the lines that tests cover: a sweep over all there is, which counting makes slow.
pytestmark = pytest.mark.no_cover

HERE = settings().address


@pytest.mark.parametrize("chart", CHARTS)
def test_embeds_may_be_framed_and_pages_may_not(client: Client, chart: str) -> None:
    """An embed opens in anybody's frame; the pages follow the operator's setting."""
    embed = client.get(f"{path_of(chart)}?lang=en")
    assert embed.status_code == 200
    assert "frame-ancestors *" in embed.headers["Content-Security-Policy"]
    page = client.get(f"{CHARTS[chart].page}?lang=en")
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]


SHOWN = [path for path in (*(path for path, _ in PAGES), *map(path_of, CHARTS)) if shown_at(path)]


@pytest.mark.parametrize("path", SHOWN)
def test_a_pasted_link_shows_the_view(client: Client, path: str) -> None:
    """Title, sentence and picture of the exact view; the picture exists and is as large as it says."""
    text = client.get(f"{path}?region=escap&economies=KIR&lang=en").text
    tags = dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', text))
    assert tags["og:title"]
    assert tags["og:description"]
    assert f'<meta name="description" content="{tags["og:description"]}">' in text
    assert "economies=KIR" in unescape(tags["og:url"])
    address = unescape(tags["og:image"])
    assert address.startswith(HERE)
    assert client.head(address.removeprefix(HERE)).status_code == 200


@pytest.mark.parametrize("kind", ["json", "xml"])
def test_oembed_answers_by_its_specification(client: Client, kind: str) -> None:
    """Version, type, frame and size; the frame is no wider than asked for."""
    url = f"{HERE}/trends?indicator=fixed-broadband&lang=fr"
    answer = client.get("/oembed", query_string={"url": url, "format": kind, "maxwidth": 500})
    assert answer.status_code == 200
    if kind == "json":
        found = {key: str(value) for key, value in (answer.json or {}).items()}
    else:
        found = {part.tag: part.text or "" for part in ET.fromstring(answer.data)}
    assert (found["version"], found["type"], found["width"]) == ("1.0", "rich", "500")
    assert f'src="{HERE}/embed/trend?indicator=fixed-broadband&amp;lang=fr"' in found["html"]
    assert found["thumbnail_url"].endswith("width=500&height=262")
    assert (found["thumbnail_width"], found["thumbnail_height"]) == ("500", "262")


@pytest.mark.parametrize(
    ("most", "size"),
    [
        ({}, (1200, 630)),
        ({"maxwidth": 600}, (600, 315)),
        ({"maxheight": 200}, (380, 200)),
        ({"maxwidth": 2000, "maxheight": 315}, (600, 315)),
        ({"maxheight": 100}, None),
    ],
)
def test_thumbnails_keep_within_what_is_asked_for(
    client: Client, most: dict[str, int], size: tuple[int, int] | None
) -> None:
    """The picture is as large as it says, no larger than asked for; a tiny one is left out."""
    query = {"url": f"{HERE}/trends?lang=en", **most}
    found = client.get("/oembed", query_string=query).json or {}
    if size is None:
        assert not [name for name in found if name.startswith("thumbnail")]
        return
    assert (found["thumbnail_width"], found["thumbnail_height"]) == size
    picture = client.get(found["thumbnail_url"].removeprefix(HERE)).data
    assert struct.unpack(">II", picture[16:24]) == size


BARE = HERE.removeprefix("http://")


@pytest.mark.parametrize(
    ("url", "chart"),
    [
        (HERE, "map"),
        (f"{HERE}/", "map"),
        (f"{HERE}?lang=en", "map"),
        (f"{HERE}/trends/", "trend"),
        (f"{HERE}/trends#notes", "trend"),
        (f"HTTP://{BARE}/gap?scheme=sids#x", "gap"),
        (f"https://{BARE}/gap", "gap"),
    ],
)
def test_oembed_knows_every_spelling_of_an_address(client: Client, url: str, chart: str) -> None:
    """Start page, slash, upper case, fragment and the other scheme are the same place."""
    found = client.get("/oembed", query_string={"url": url}).json or {}
    assert f"{HERE}/embed/{chart}" in found["html"]


@pytest.mark.parametrize(
    ("site", "url"),
    [
        ("https://ict.example.org", "https://ICT.example.org:443/map"),
        ("https://ict.example.org", "http://ict.example.org/map"),
        ("https://ict.example.org:443", "https://ict.example.org/map"),
        ("http://ict.example.org", "http://ict.example.org:80/map"),
    ],
)
def test_the_port_of_a_scheme_may_be_left_out(
    monkeypatch: pytest.MonkeyPatch, site: str, url: str
) -> None:
    """An address without a port is at the usual one; at another port is another site."""
    monkeypatch.setattr(previews, "settings", lambda: read_settings({"SITE": site}))
    assert linked(url) is not None
    assert linked("https://ict.example.org:8443/map") is None
    assert linked("https://ict.example.org:no/map") is None


@pytest.mark.parametrize("lang", ["ar", "en", "ru", "zh"])
@pytest.mark.parametrize("chart", CHARTS)
def test_cards_of_pasted_links_are_light(chart: str, lang: str) -> None:
    """Under 300 kB, with the title, the sources in brief and the name of the product."""
    view = View(lang=lang)
    drawn = render(view, chart, "svg", tables(), Look(*SIZES["og"]))[0].decode()
    assert words(lang)("shell.product") in drawn
    assert len(render(view, chart, "png", tables(), Look(*SIZES["og"]))[0]) < 300_000


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"url": "https://elsewhere.example/map"}, 404),
        ({"url": f"{HERE}/about"}, 404),
        ({}, 404),
        ({"url": f"{HERE}/map", "format": "yaml"}, 501),
    ],
)
def test_oembed_refuses_what_it_cannot_embed(
    client: Client, query: dict[str, str], status: int
) -> None:
    """Other sites, pages without a chart and unknown formats get the codes of the specification."""
    assert client.get("/oembed", query_string=query).status_code == status


def test_nonsense_in_a_pasted_link_falls_back(client: Client) -> None:
    """A broken link previews the default view, and never breaks the page."""
    assert linked(f"{HERE}/map?region=atlantis&year=abc") is not None
    assert client.get("/embed/map?region=atlantis&year=abc").status_code == 200
    assert client.get("/embed/pie").status_code == 404
