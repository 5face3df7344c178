"""How search engines find the pages, and what they are told of the data."""

import json
import re
import struct
from xml.etree import ElementTree as ET

import pytest
from werkzeug.test import Client

SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
LANGUAGES = {"ar", "en", "es", "fr", "ru", "zh"}
HERE = "http://127.0.0.1:8050"


def head(client: Client, path: str) -> str:
    """The head of the page."""
    return client.get(path, follow_redirects=True).text.partition("</head>")[0]


def told(client: Client, path: str) -> dict[str, object]:
    """The structured data of a page."""
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head(client, path))
    found: dict[str, object] = json.loads(text)
    return found


def test_the_sitemap_has_each_page_once_in_every_language(client: Client) -> None:
    """Every page of the header, Kiribati, ESCAP and an indicator's map; each address answers 200."""
    root = ET.fromstring(client.get("/sitemap.xml").data)
    places = [str(node.text) for node in root.findall("s:url/s:loc", SPACES)]
    assert len(places) == len(set(places))
    for wanted in (
        "/",
        "/about",
        "/economy?economies=KIR",
        "/region?region=escap",
        "/map?indicator=electricity",
    ):
        assert f"{HERE}{wanted}" in places
    for node in root.findall("s:url", SPACES):
        others = node.findall("x:link", SPACES)
        assert {one.attrib["hreflang"] for one in others} == LANGUAGES
    for place in places[::60]:
        assert client.get(place.removeprefix(HERE)).status_code == 200


def test_readers_of_feeds_find_the_feed(client: Client) -> None:
    """The page of changes names it in its head, in the language of the page; others do not."""
    link = f'type="application/atom+xml" href="{HERE}/changes.atom?lang=fr"'
    assert link in head(client, "/changes?lang=fr")
    assert "atom+xml" not in head(client, "/data?lang=fr")


def test_crawlers_are_told_of_the_sitemap(client: Client) -> None:
    """By robots.txt."""
    assert f"Sitemap: {HERE}/sitemap.xml" in client.get("/robots.txt").text


def test_a_view_has_one_address(client: Client) -> None:
    """However its parameters are ordered, and whatever else is in the address."""
    for written in (
        "/map?indicator=electricity&year=2015&lang=fr",
        "/map?lang=fr&year=2015&indicator=electricity",
        "/map?lang=fr&indicator=electricity&scheme=development&year=2015",
    ):
        found = re.findall('<link rel="canonical" href="(.*?)">', head(client, written))
        assert found == [f"{HERE}/map?indicator=electricity&amp;year=2015&amp;lang=fr"]


def test_each_page_names_itself_in_the_other_languages(client: Client) -> None:
    """And the one without a language, which asks the browser for its own."""
    found = dict(re.findall('hreflang="(.*?)" href="(.*?)"', head(client, "/gap?lang=ru")))
    assert set(found) == LANGUAGES | {"x-default"}
    assert found["zh"] == f"{HERE}/gap?lang=zh"
    assert found["x-default"] == f"{HERE}/gap"


def test_an_indicator_is_a_dataset(client: Client) -> None:
    """Name, years, publisher, terms and files, by schema.org; the files are there."""
    found = told(client, "/map?indicator=electricity&lang=en")
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Dataset")
    assert "electricity" in str(found["name"]).lower()
    assert re.fullmatch(r"\d{4}/\d{4}", str(found["temporalCoverage"]))
    assert {"@type": "Organization", "name": "World Bank"} in found["creator"]  # type: ignore[operator]
    assert "https://creativecommons.org/licenses/by/4.0/" in found["license"]  # type: ignore[operator]
    for file in found["distribution"]:  # type: ignore[attr-defined]
        assert client.get(file["contentUrl"].removeprefix(HERE)).status_code == 200


def test_the_data_page_is_a_catalogue_of_all_indicators(client: Client) -> None:
    """With a name and a definition each, in the language of the page."""
    found = told(client, "/data?lang=fr")
    assert found["@type"] == "DataCatalog"
    assert found["inLanguage"] == "fr"
    names = {one["name"]: one["description"] for one in found["dataset"]}  # type: ignore[attr-defined]
    assert len(names) > 90
    assert all(names.values())


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (
            "/map?indicator=electricity&year=2015&lang=en",
            "Access to electricity, % of the population, 2015 · ",
        ),
        ("/about?lang=fr", "À propos · "),
        ("/?lang=en", "Overview · "),
    ],
)
def test_the_tab_says_what_the_page_holds(client: Client, path: str, wanted: str) -> None:
    """And whose it is."""
    (title,) = re.findall("<title>(.*?)</title>", head(client, path))
    assert title.startswith(wanted)
    assert len(title) > len(wanted)


def test_the_dashboard_has_a_mark_of_its_own(client: Client) -> None:
    """An icon of 32 pixels, one that scales, and a manifest that names it."""
    icon = client.get("/favicon.ico").data
    assert struct.unpack("<HHH", icon[:6]) == (0, 1, 1)
    assert icon[22:26] == b"\x89PNG"
    assert ET.fromstring(client.get("/icon.svg").data).tag.endswith("svg")
    manifest = client.get("/manifest.webmanifest").json
    assert manifest["name"]
    assert client.get(f"/{manifest['icons'][0]['src']}").status_code == 200
