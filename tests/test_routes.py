"""Faces of views: addresses, versions, tags, errors."""

import pytest
from werkzeug.test import Client

from dashboard.charts.registry import EXHIBITS
from dashboard.edition import edition
from dashboard.faces import all_faces
from dashboard.tables import tables

NAMES = [f"/view/{chart}.{face}" for chart, face in all_faces()]
BROTLI = {"Accept-Encoding": "gzip, br"}


def address(name: str, query: str = "") -> str:
    """The address of a face under the newest data version: `query` stands before language and version."""
    return f"{name}?{query}lang=en&v={edition()}"


@pytest.mark.parametrize("name", NAMES)
def test_face_is_immutable_under_its_version(client: Client, name: str) -> None:
    """With the data version in its address, a face may be kept for good by anybody."""
    answer = client.get(address(name))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["ETag"].startswith('"')


@pytest.mark.parametrize("name", NAMES)
def test_face_without_version_leads_to_the_newest(client: Client, name: str) -> None:
    """Without a version, or with an old stamp, a face redirects and keeps what it depends on of the view."""
    for query in (
        "indicator=fixed-broadband&lang=fr",
        f"indicator=fixed-broadband&lang=fr&v={tables().version}0000",
    ):
        answer = client.get(f"{name}?{query}")
        assert answer.status_code == 302
        chart = name.removeprefix("/view/").partition(".")[0]
        depends = chart not in EXHIBITS or "indicator" in EXHIBITS[chart].parameters
        asked = "indicator=fixed-broadband&" if depends else ""
        assert answer.headers["Location"] == f"{name}?{asked}lang=fr&v={edition()}"
        assert "immutable" not in answer.headers["Cache-Control"]


@pytest.mark.parametrize("face", ["csv", "png", "pptx", "xlsx", "metadata.json"])
def test_a_frozen_copy_never_changes_silently(client: Client, face: str) -> None:
    """A copy frozen at data that are gone says so and offers the newest, and shows no other numbers."""
    answer = client.get(f"/view/trend.{face}?lang=fr&v=0123456789abcdef")
    assert answer.status_code == 404
    assert "0123456789abcdef" in answer.text
    assert f"/view/trend.{face}?lang=fr" in answer.text


def test_an_open_page_goes_on_with_the_newest_data(client: Client) -> None:
    """The figure of a page that was opened before a rebuild is that of the newest tables."""
    assert client.get("/view/trend.json?lang=fr&v=0123456789abcdef").status_code == 302


def test_a_frozen_link_says_that_newer_data_exist(client: Client) -> None:
    """The page of a link that was frozen at other data names both versions."""
    text = client.get("/map?lang=en&v=0123456789abcdef").text
    assert "frozen at data version 0123456789abcdef" in text
    assert "frozen" not in client.get(f"/map?lang=en&v={tables().version}").text


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("year=soon", "year"),
        ("indicator=cats", "indicator"),
        ("region=atlantis", "region"),
        ("lang=xx", "lang"),
        ("year=2010&year=2011", "year"),
        ("colour=red", "colour"),
        ("v=latest", "v"),
    ],
)
def test_wrong_parameter_is_named(client: Client, query: str, parameter: str) -> None:
    """A wrong parameter gives 400 and a sentence with its name, never a page and never a trace."""
    answer = client.get(f"/view/map.json?{query}")
    assert answer.status_code == 400
    assert answer.mimetype == "text/plain"
    assert f"'{parameter}'" in answer.text
    assert answer.text.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("/view/pie.json", "the names are map, trend"),
        ("/view/map.exe", "map has json, csv"),
        ("/view/ranking.svg", "ranking has json, csv"),
    ],
)
def test_unknown_face_is_named(client: Client, name: str, known: str) -> None:
    """A face that does not exist gives 404 and the list of those that the chart has, or of the charts."""
    answer = client.get(name)
    assert answer.status_code == 404
    assert known in answer.text


def test_second_answer_equals_the_first(client: Client) -> None:
    """What is remembered is what was computed: same body, same headers."""
    first, second = (client.get(address("/view/gap.json"), headers=BROTLI) for _ in range(2))
    assert first.data == second.data
    assert dict(first.headers) == dict(second.headers)
    assert first.headers["Content-Encoding"] == "br"


def test_encodings_have_tags_of_their_own(client: Client) -> None:
    """A tag names bytes: plain, gzip and brotli forms of a face never share one."""
    tags = {
        client.get(address("/view/trend.json"), headers={"Accept-Encoding": e}).headers["ETag"]
        for e in ("identity", "gzip", "br")
    }
    assert len(tags) == 3


@pytest.mark.parametrize("times", [1, 2])
def test_known_tag_gets_no_body(client: Client, times: int) -> None:
    """A browser that has the face is told so, whether or not the server has it at hand."""
    url = address("/view/trend.json", f"economies={'KIR' if times == 1 else 'FJI'}&")
    tag = [client.get(url).headers["ETag"] for _ in range(times)][-1]
    answer = client.get(url, headers={"If-None-Match": f'"other", {tag}'})
    assert (answer.status_code, answer.data) == (304, b"")


def test_head_has_the_headers_of_get(client: Client) -> None:
    """HEAD answers as GET does, without the body."""
    for url in (address("/view/map.csv"), address("/view/map.csv", "year=2010&")):
        head = client.head(url)
        got = client.get(url)
        assert head.data == b""
        assert client.head(url).headers["ETag"] == got.headers["ETag"] == head.headers["ETag"]
        assert client.head(url).headers["Content-Length"] == str(len(got.data))


def test_language_of_the_browser_is_not_remembered_for_others(client: Client) -> None:
    """A face without a language follows the browser, and caches are told that it does."""
    url = f"/view/trend.json?v={edition()}"
    bodies = [client.get(url, headers={"Accept-Language": lang}) for lang in ("en", "zh")]
    assert bodies[0].data != bodies[1].data
    assert "Accept-Language" in bodies[0].headers["Vary"]


@pytest.mark.parametrize("face", ["metadata.json", "xlsx", "svg", "png?width=400"])
def test_copies_are_served_and_kept(client: Client, face: str) -> None:
    """A copy of a chart has an address that never changes, and can be kept for good."""
    answer = client.get(
        f"/view/trend.{face}{'&' if '?' in face else '?'}lang=en", follow_redirects=True
    )
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    again = client.get(answer.request.full_path, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_a_deck_is_made_of_the_views_that_are_named(client: Client) -> None:
    """The tray of a reader becomes a deck; nonsense in it gets a sentence."""
    views = ["map?lang=fr&region=eca", "trend?lang=fr"]
    answer = client.post("/deck.pptx", data={"view": views})
    assert answer.status_code == 200
    assert answer.data.startswith(b"PK")
    assert client.post("/deck.pptx", data={"view": ["pie?lang=fr"]}).status_code == 404
    assert client.post("/deck.pptx", data={"view": ["map?region=atlantis"]}).status_code == 400
    assert client.post("/deck.pptx").status_code == 400


def test_a_claim_gets_a_verdict_with_its_passport(client: Client) -> None:
    """A script can check a quoted number; one that cannot be read gets a sentence."""
    address = (
        "/view/claim.json?indicator=fixed-broadband&region=m49-developed&year=2010&lang=en&number="
    )
    found = client.get(f"{address}24.6", follow_redirects=True).json
    assert found
    assert found["verdict"] == "earlier"
    assert found["passport"]["sources"]
    assert client.get(f"{address}1,234", follow_redirects=True).status_code == 400
    assert client.get(f"{address}lots", follow_redirects=True).status_code == 400


@pytest.mark.parametrize("name", ["room", "choices"])
def test_files_of_a_language_are_kept_for_ever(client: Client, name: str) -> None:
    """What the pickers and committee mode say is one file a language, immutable by its edition."""
    first = client.get(f"/{name}.json?lang=ar")
    assert first.status_code == 302
    answer = client.get(first.headers["Location"])
    assert "immutable" in answer.headers["Cache-Control"]
    assert client.get(f"/{name}.json?lang=xx").status_code == 400
