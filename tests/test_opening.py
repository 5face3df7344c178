"""The page that a browser arrives at: the same before scripts run and in Dash's layout."""

import re
from html import unescape
from typing import Any

import orjson
import pytest
from werkzeug.test import Client

from dashboard import theme
from dashboard.ids import Ids, caption
from dashboard.static import static

VIEW = "/map?indicator=fixed-broadband&year=2011&region=escap"


def _layout(client: Client, referer: str) -> dict[str, Any]:
    """The layout as it is told to a browser that stands at `referer`, by the ids of its parts."""
    answer = client.get("/_dash-layout", headers={"Referer": referer} if referer else {})
    found: dict[str, Any] = {}
    waiting = [orjson.loads(answer.data)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict) and "props" in node:
            props = node["props"]
            found[orjson.dumps(props.get("id"), option=orjson.OPT_SORT_KEYS).decode()] = props
            waiting.append(props.get("children"))
    return found


def _id(identity: object) -> str:
    return orjson.dumps(identity, option=orjson.OPT_SORT_KEYS).decode()


def test_layout_holds_the_page_that_asks(client: Client) -> None:
    """Dash need not ask for the first page: the layout has its view and its title."""
    parts = _layout(client, f"http://localhost{VIEW}")
    title = parts[_id(caption("map", "title"))]["children"]
    assert title == "Fixed-broadband subscriptions, per 100 people, 2011"
    assert parts[_id(Ids.VIEW)]["data"]["region"] == "escap"


def test_the_page_brings_the_map_itself(client: Client) -> None:
    """The SVG is part of the page, in the year's colours, and says where its shapes are found again."""
    html = client.get(f"{VIEW}&economies=KIR").get_data(as_text=True)
    svg = html[html.index('<svg class="map-svg"') : html.index("</svg>")]
    assert 'data-of="KIR" cx=' in svg
    assert theme.HIGHLIGHT in svg
    address = unescape(svg.partition('data-address="')[2].partition('"')[0])
    again = client.get(address)
    assert (again.status_code, again.mimetype) == (200, "image/svg+xml")
    assert svg.count("<path data-of=") == again.text.count("<path data-of=")


def test_plotly_is_named_where_a_figure_needs_it(client: Client) -> None:
    """A page that opens with a map does not load plotly.js; one with lines does."""
    for address, needs in (("/map", False), ("/embed/map", False), ("/trends", True)):
        html = client.get(address).get_data(as_text=True)
        assert ('/plotly.js"></script>' in html) is needs


def test_location_knows_where_it_is(client: Client) -> None:
    """The layout's location is that of the browser, so that Dash does not fetch the page again."""
    place = _layout(client, f"http://localhost{VIEW}")['"_pages_location"']
    assert f"{place['pathname']}{place['search']}" == VIEW


def test_strangers_get_the_shell(client: Client) -> None:
    """Without a page that asks, or from another site, the layout has no page yet."""
    for referer in ("", "https://example.org/map"):
        assert _id(Ids.VIEW) not in _layout(client, referer)


def test_picture_and_layout_say_the_same(client: Client) -> None:
    """What stands on the page before scripts run is what the layout then says."""
    html = client.get(VIEW).get_data(as_text=True)
    parts = _layout(client, f"http://localhost{VIEW}")
    for part in ("title", "subtitle"):
        assert parts[_id(caption("map", part))]["children"] in html


@pytest.mark.skipif(not static().url("dash.js"), reason="without a build Dash asks for its layout")
@pytest.mark.parametrize("page", ["/map", "/trends", "/targets", "/", "/data", "/nowhere"])
def test_the_page_brings_its_layout(client: Client, page: str) -> None:
    """What Dash would ask for is on the page, and so is not asked for: not a byte is another."""
    address = f"{page}?region=escap&year=2015&economies=KIR~FJI&lang=ar"
    html = client.get(address).get_data(as_text=True)
    brought = html.partition('<script type="application/json" class="layout">')[2]
    asked = client.get("/_dash-layout", headers={"Referer": f"http://localhost{address}"})
    assert orjson.loads(brought.partition("</script>")[0]) == orjson.loads(asked.data)
    assert "/_dash-layout" not in html


def test_lost_readers_get_the_page_that_says_so(client: Client) -> None:
    """An address that leads nowhere has its page in the layout, too."""
    assert _layout(client, "http://localhost/nowhere")[_id(Ids.VIEW)]["data"]["region"] == "world"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/economy?economies=KIR&print=1&lang=en", "Kiribati"),
        ("/economy?economies=KIR&lang=en", "Kiribati"),
        ("/region?region=escap-pac&economies=FJI&print=1&lang=en", "The Pacific (ESCAP)"),
        ("/region?region=escap-pac&year=2015&lang=en", "The Pacific (ESCAP)"),
        ("/region?region=escwa&print=1&lang=en", "The Arab States (ESCWA)"),
    ],
)
def test_a_page_about_a_place_is_named_after_it(client: Client, address: str, name: str) -> None:
    """Its tab, and the file that is printed of its brief, say whose it is."""
    assert f"<title>{name} · Regional ICT indicators</title>" in client.get(address).text


@pytest.mark.parametrize("region", ["world", "escwa", "ldc"])
@pytest.mark.parametrize("lang", ["en", "es", "fr", "ru"])
def test_headings_of_a_brief_begin_with_a_capital(client: Client, region: str, lang: str) -> None:
    """Names of groups are kept as they stand inside a sentence, and headings are none."""
    page = client.get(f"/region?region={region}&print=1&lang={lang}").text
    headings = re.findall(r"<(h[12]|strong)\b[^>]*>([^<]+)", page)
    assert len(headings) > 6
    assert [text for _, text in headings if unescape(text)[0].islower()] == []
