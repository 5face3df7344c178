"""Views in other people's pages: who may frame them, what a pasted link shows, what oEmbed answers."""

import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from werkzeug.test import Client

from dashboard.charts.registry import CHARTS
from dashboard.components.navigation import PAGES
from dashboard.components.previews import linked, shown_at
from dashboard.offline.framed import path_of
from dashboard.settings import settings

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
    assert found["thumbnail_url"].endswith("size=og")


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
