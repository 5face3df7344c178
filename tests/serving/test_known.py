"""Who has a page is told so without its being made; whose page is another is not."""

from collections.abc import Iterable
from typing import Any

import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Response

from dashboard.edition import edition
from dashboard.serving.headers import CALLBACKS
from dashboard.serving.known import TAG, KnownPages


class Server:
    """Pages that say how often any was made; what they are made of may change."""

    def __init__(self) -> None:
        """Nothing was made yet."""
        self.made, self.of = 0, "one"
        known = KnownPages(self.answer, {"/map", "/gap"}.__contains__, lambda: self.of)
        self.client = Client(known)

    def answer(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """A page with the tag that it was given."""
        self.made += 1
        response = Response("page")
        if tag := environ.get(TAG):
            response.set_etag(tag)
        return response(environ, start)

    def knows(self, address: str, tag: str, **headers: str) -> bool:
        """Whether who has `tag` is told that it is still the same, and nothing was made."""
        before = self.made
        status = self.client.get(address, headers={"If-None-Match": tag, **headers}).status_code
        assert (status == 304) is (self.made == before)
        return status == 304


@pytest.fixture
def server() -> Server:
    """A server of two pages."""
    return Server()


@pytest.mark.parametrize("address", ["/map?lang=en", "/map", "/gap?region=escap", CALLBACKS])
def test_a_known_page_is_not_made_again(server: Server, address: str) -> None:
    """304 from the tag alone, by GET and HEAD, until what all pages are made of changes."""
    tag = server.client.get(address).headers["ETag"]
    assert server.knows(address, tag)
    assert server.knows(address, f'"another", W/{tag}')
    assert not server.knows(address, '"another"')
    server.of = "another"
    assert not server.knows(address, tag)


def test_other_pages_have_other_tags(server: Server) -> None:
    """By path, query and language; the browser's counts where the address names none."""
    asked = [("/map", {}), ("/gap", {}), ("/map?year=2010", {}), ("/map?lang=fr", {})]
    asked.append(("/map", {"Accept-Language": "ar"}))
    tags = [server.client.get(url, headers=headers).headers["ETag"] for url, headers in asked]
    assert len(set(tags)) == len(tags)
    for (url, headers), tag in zip(asked, tags, strict=True):
        assert [one for one in tags if server.knows(url, one, **headers)] == [tag]


@pytest.mark.parametrize("address", ["/map?v=0123456789ab", "/map?v=", "/other", "/view/map.json"])
def test_what_may_change_has_no_tag_from_its_address(server: Server, address: str) -> None:
    """A page frozen at a version that may go, and all that is no page, are always made."""
    assert "ETag" not in server.client.get(address).headers


def test_a_tag_tells_encodings_apart(client: Client) -> None:
    """Compressed bytes are others: who has plain ones is not told that brotli's are the same."""
    tags = {
        client.get("/map?lang=en", headers={"Accept-Encoding": encoding}).headers["ETag"]
        for encoding in ("br", "gzip", "identity")
    }
    assert len(tags) == 3
    for tag in tags:
        found = client.get("/map?lang=en", headers={"If-None-Match": tag, "Accept-Encoding": "br"})
        assert (found.status_code == 304) is tag.endswith('-br"')
        assert found.headers["Vary"] == "Accept-Encoding"


def test_a_frozen_page_is_made_each_time(client: Client) -> None:
    """Its tag is of its bytes, so it is another where its data are gone."""
    tags = [client.get(f"/map?lang=en&v={v}").headers["ETag"] for v in (edition(), "0" * 20)]
    assert tags[0] != tags[1]
