"""Whoever has an answer already is told so, everywhere by the same rule (RFC 9110, 13.1.2)."""

import pytest
from werkzeug.test import Client

from dashboard.edition import edition

FACE = "/view/gap.json?lang=en"
# One of each kind: kept by the worker, of the browser's language, of Dash, of a language, of all data.
ADDRESSES = (
    FACE,
    "/view/gap.json?indicator=egdi",
    "/view/gap.csv?lang=en",
    "/_dash-dependencies",
    "/choices.json?lang=en",
    "/data/datapackage.json",
    "/data/gaps.parquet",
)


def tag_of(client: Client, address: str) -> tuple[str, str]:
    """Where an address leads to in the end, and the tag of what is there."""
    with client.get(address, follow_redirects=True) as answer:
        assert answer.status_code == 200
        return answer.request.full_path, answer.headers["ETag"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_known_answer_is_not_sent_again(client: Client, address: str, method: str) -> None:
    """The tag, a weak form of it, one among others, and any at all: 304 without a body."""
    url, tag = tag_of(client, address)
    for known in (tag, f"W/{tag}", f'"xyzzy", {tag}, "c3piozzzz"', "*"):
        with client.open(url, method=method, headers={"If-None-Match": known}) as answer:
            assert (answer.status_code, answer.data) == (304, b""), known
            assert answer.headers["ETag"] == tag
            assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_answer_is_sent(client: Client, address: str) -> None:
    """Tags of other answers, or none: the whole body."""
    url, _ = tag_of(client, address)
    for known in ('"xyzzy"', 'W/"xyzzy", "r2d2xxxx"', ""):
        with client.get(url, headers={"If-None-Match": known}) as answer:
            assert answer.status_code == 200
            assert len(answer.data) > 0


def test_a_compressed_answer_has_its_own_tag(client: Client) -> None:
    """Whoever has the plain body does not have the compressed one."""
    url, plain = tag_of(client, FACE)
    asked = {"If-None-Match": plain, "Accept-Encoding": "br"}
    answer = client.get(url, headers=asked)
    assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "br")
    again = client.get(url, headers={**asked, "If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert "Accept-Encoding" in again.headers["Vary"]


def test_a_known_answer_stays_what_it_promised(client: Client) -> None:
    """A 304 renews the promise that the face never changes, first as well as kept by the worker."""
    url = f"/view/map.json?indicator=egdi&lang=en&v={edition()}"
    _, tag = tag_of(client, url)
    for _ in range(2):
        answer = client.get(url, headers={"If-None-Match": tag})
        assert answer.status_code == 304
        assert "immutable" in answer.headers["Cache-Control"]
