"""Whatever is sent by whatever method, headers and body: an answer, and never one of 500."""

import logging
from collections import Counter

import pytest
from werkzeug.test import Client

from tests.attack.requests import requests

# Not counted among the lines that tests cover: a sweep over all there is, which counting makes slow.
pytestmark = pytest.mark.no_cover

COUNT = 600


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_request_ends_in_an_error(
    client: Client, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Valid, foreign and hostile requests mixed: no 500, no trace in an answer or a log, no cookie, no echo."""
    caplog.set_level(logging.WARNING)
    statuses: Counter[int] = Counter()
    wrong = []
    for asked in requests(seed, COUNT):
        with client.open(
            asked.address, method=asked.method, headers=asked.headers, data=asked.body or None
        ) as answer:
            statuses[answer.status_code] += 1
            said = answer.data
            if (
                answer.status_code in (500, 502)
                or b"Traceback" in said
                or b"<script>alert(1)" in said
                or "Set-Cookie" in answer.headers
                or "evil.example" in answer.headers.get("Location", "").partition("?")[0]
            ):
                wrong.append((answer.status_code, asked))
    assert wrong == []
    assert caplog.text == ""
    assert {200, 302, 400, 404, 405} <= statuses.keys()
