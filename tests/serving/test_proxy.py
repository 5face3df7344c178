"""Behind a proxy: whom to believe, and which address copies name."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Request, Response

from dashboard import app as application
from dashboard.serving.proxy import Proxied
from dashboard.settings import read_settings, settings

FORWARDED = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "ict.example.org"}
Named = Callable[..., str]


@Request.application
def address(_: Request) -> Response:
    """Answers with the address that copies would name."""
    return Response(settings().address)


@pytest.fixture
def named() -> Named:
    """The address that copies name, for who asks (`by`) with which headers."""

    def ask(by: str, trusted: str = "127.0.0.1,::1", site: str = "", **headers: Any) -> str:
        given = read_settings({"FORWARDED_ALLOW_IPS": trusted, "SITE": site})
        client = Client(Proxied(address, given))
        return client.get("/", environ_overrides={"REMOTE_ADDR": by}, **headers).text

    return ask


def test_a_trusted_proxy_says_which_address_was_asked(named: Named) -> None:
    """Scheme and host are those of the reader, not of the way between proxy and server."""
    assert named("127.0.0.1", headers=FORWARDED) == "https://ict.example.org"
    assert named("10.0.0.9", trusted="10.0.0.9", headers=FORWARDED) == "https://ict.example.org"
    assert named("10.0.0.9", trusted="*", headers=FORWARDED) == "https://ict.example.org"


def test_nobody_else_is_believed(named: Named) -> None:
    """Whoever is not on the list gets what it asked, whatever it says of itself."""
    assert named("10.0.0.9", headers=FORWARDED, base_url="http://192.0.2.7:8050") == (
        "http://192.0.2.7:8050"
    )


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:80", "[::1]", "evil host", 'a"><b', ""])
def test_what_is_no_public_address_is_never_named_for_one(named: Named, host: str) -> None:
    """This machine's own name and nonsense change nothing."""
    assert named("127.0.0.1", headers={"Host": host}) == settings().address


def test_with_a_site_no_request_has_a_say(named: Named) -> None:
    """The setting alone decides, so that no cache can be made to name another."""
    assert named("127.0.0.1", site="https://x.org", headers=FORWARDED) == settings().address


def test_what_leaves_the_machine_never_names_it_to_itself(client: Client) -> None:
    """Previews, oEmbed, embeds and copies name the address that was asked, each its own."""
    for host in ("one.example.org", "two.example.org"):
        sent: dict[str, Any] = {
            "headers": {"Host": host, "X-Forwarded-Proto": "https"},
            "environ_overrides": {"REMOTE_ADDR": "127.0.0.1"},
        }
        page = client.get("/trends?lang=en", **sent).text
        assert f'content="https://{host}/trends?lang=en"' in page
        (there,) = re.findall(r'(/view/trend\.png[^"]*)&amp;size=og"', page)
        url = f"https://{host}/trends?lang=en"
        answer = client.get("/oembed", query_string={"url": url}, **sent)
        for _ in range(2):
            copy = client.get(there.replace("&amp;", "&").replace(".png", ".svg"), **sent).text
            assert f"https://{host}/trends" in copy
        for text in (page, answer.text, copy, client.get("/embed/trend?lang=en", **sent).text):
            assert not re.search(r"//(127\.0\.0\.1|localhost)", text)


@pytest.mark.parametrize(
    ("environ", "warns"),
    [
        ({}, False),
        ({"HOST": "0.0.0.0"}, True),
        ({"HOST": "192.0.2.7"}, True),
        ({"HOST": "0.0.0.0", "SITE": "https://ict.example.org"}, False),
    ],
)
def test_a_public_server_without_a_site_warns(environ: dict[str, str], *, warns: bool) -> None:
    """The start says so where others reach it and nothing says at which address."""
    assert read_settings(environ).is_unnamed == warns
    assert "SITE" in application.UNNAMED


@Request.application
def leading(request: Request) -> Response:
    """Answers with the path that it was asked for, and leads to another one."""
    headers = {"Location": "/map", "Link": '</view/map.png>; rel="latest-version"'}
    return Response(f"{request.script_root} {request.path}", headers=headers)


@pytest.mark.parametrize("asked", ["/ict/view/x.png", "/view/x.png"])
def test_the_folder_of_the_site_is_taken_off_and_put_on(asked: str) -> None:
    """Whether the proxy passes the folder on or not, the answer is the same and leads inside."""
    given = read_settings({"SITE": "https://example.org/ict/"})
    answer = Client(Proxied(leading, given)).get(asked)
    assert answer.text == "/ict /view/x.png"
    assert answer.headers["Location"] == "/ict/map"
    assert answer.headers["Link"].startswith("</ict/view/map.png>")


def test_the_folder_without_a_slash_leads_to_the_start_page() -> None:
    """What people type has its slash added, and keeps its query; names that begin alike are others."""
    given = read_settings({"SITE": "https://example.org/ict"})
    client = Client(Proxied(leading, given))
    assert client.get("/ict?lang=fr").headers["Location"] == "/ict/?lang=fr"
    assert client.get("/ict").headers["Location"] == "/ict/"
    assert client.get("/ictus").text == "/ict /ictus"


def test_other_hosts_are_left_alone() -> None:
    """An address with a host is no path of ours, and without a folder nothing is changed."""

    @Request.application
    def away(_: Request) -> Response:
        return Response(headers={"Location": "https://www.un.org/en"})

    in_folder, whole = (
        read_settings({"SITE": site}) for site in ("https://example.org/ict", "https://example.org")
    )
    assert Client(Proxied(away, in_folder)).get("/").headers["Location"] == "https://www.un.org/en"
    assert Client(Proxied(leading, whole)).get("/x").headers["Location"] == "/map"
