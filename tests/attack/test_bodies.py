"""What a request may send: a little, and nothing that Dash fails on."""

import json
import time
from io import BytesIO
from typing import Any

import pytest
from werkzeug.test import Client

from dashboard.serving.asked import UPDATE

MOST_SECONDS = 0.05
# As the browser asks for the page at an address when a reader follows a link.
QUESTION: dict[str, Any] = {
    "output": ".._pages_content.children..._pages_store.data..",
    "outputs": [
        {"id": "_pages_content", "property": "children"},
        {"id": "_pages_store", "property": "data"},
    ],
    "inputs": [
        {"id": "_pages_location", "property": "pathname", "value": "/gap"},
        {"id": "_pages_location", "property": "search", "value": "?lang=fr"},
    ],
    "changedPropIds": ["_pages_location.pathname"],
    "state": [{"id": "facts", "property": "data", "value": {"lang": "fr"}}],
}


class Endless(BytesIO):
    """A body of 48 MB that fails the test when more of it is read than is allowed."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        """Some of it."""
        assert size is not None
        assert 0 <= size <= 2**17, "Somebody reads the whole body."
        self.taken += size
        assert self.taken <= 2**18, "Somebody reads more than may be sent."
        return b"x" * size


@pytest.mark.parametrize("path", [UPDATE, "/deck.pptx", "/map", "/nowhere", "/view/map.csv"])
@pytest.mark.parametrize("method", ["POST", "PUT", "GET"])
def test_a_large_body_is_refused_unread(client: Client, path: str, method: str) -> None:
    """48 MB to any address, by any method: 413 in a sentence, at once, and not a byte is read."""
    body = Endless()
    # Of the processor: another test may have the machine.
    started = time.process_time()
    answer = client.open(
        path,
        method=method,
        input_stream=body,
        environ_overrides={"CONTENT_LENGTH": "48000000"},
        content_type="application/json",
    )
    assert time.process_time() - started < MOST_SECONDS
    assert (answer.status_code, answer.mimetype) == (413, "text/plain")
    assert "65536 bytes" in answer.text
    assert body.taken == 0


@pytest.mark.parametrize("path", [UPDATE, "/deck.pptx"])
def test_a_body_without_a_length_ends_somewhere(client: Client, path: str) -> None:
    """A body in chunks says no length: it is read no further than a body may be."""
    answer = client.post(
        path,
        input_stream=Endless(),
        environ_overrides={"wsgi.input_terminated": True, "CONTENT_LENGTH": ""},
        content_type="application/json" if path == UPDATE else "application/x-www-form-urlencoded",
    )
    assert answer.status_code in (400, 413)


def test_a_deck_of_the_most_views_fits(client: Client) -> None:
    """What a reader may collect is far from the limit: thirty long views are a tenth of it."""
    view = "trend?indicator=fixed-broadband&region=escap&economies=" + "~".join(["FJI", "KIR"] * 6)
    assert len(f"view={view}&" * 30) < 65536 / 4
    assert client.post("/deck.pptx", data={"view": [view] * 31}).status_code == 400


def test_the_question_of_a_page_is_answered(client: Client) -> None:
    """What the browser asks when a reader follows a link gets the page."""
    answer = client.post(UPDATE, json=QUESTION)
    assert answer.status_code == 200
    assert "page-gap" in answer.text


NONSENSE: list[Any] = [
    None,
    [],
    7,
    "a",
    {},
    {"output": "a" * 5000},
    {**QUESTION, "output": "_pages_dummy.children"},
    {**QUESTION, "outputs": []},
    {**QUESTION, "outputs": [7, None]},
    {**QUESTION, "inputs": None},
    {**QUESTION, "inputs": [[]] * 2},
    {**QUESTION, "inputs": QUESTION["inputs"][:1]},
    {**QUESTION, "inputs": [{**one, "value": None} for one in QUESTION["inputs"]]},
    {**QUESTION, "inputs": [{**one, "value": "x"} for one in QUESTION["inputs"]]},
    {**QUESTION, "state": []},
    {**QUESTION, "state": [{"id": "facts", "property": "data", "value": [1]}]},
    {**QUESTION, "state": [{"id": "facts", "property": "data", "value": {"lang": {}}}]},
    {**QUESTION, "changedPropIds": [{}]},
]


@pytest.mark.parametrize("body", NONSENSE, ids=lambda body: json.dumps(body)[:60])
def test_nonsense_is_refused_in_a_sentence(
    client: Client, body: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """What no page asks of Dash is answered 400, and nothing of it stands in the log."""
    answer = client.post(UPDATE, json=body)
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert caplog.text == ""


@pytest.mark.parametrize("value", ["/gap", "//", "/%", "/\x00", "/" * 3000, "/embed/pie", "/."])
@pytest.mark.parametrize("search", ["?lang=xx", "?", "?%", "?a=1&a=2", "?facts=1", "x" * 3000])
def test_any_address_may_be_asked_for(client: Client, value: str, search: str) -> None:
    """Whatever stands in the address bar, there is a page, if only the one that says there is none."""
    inputs = [{**QUESTION["inputs"][0], "value": value}, {**QUESTION["inputs"][1], "value": search}]
    assert client.post(UPDATE, json={**QUESTION, "inputs": inputs}).status_code == 200
