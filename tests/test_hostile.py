"""Whatever somebody puts behind a question mark: an answer with a sentence, and never a stack trace."""

import re
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from dashboard.charts.registry import CHARTS
from dashboard.edition import edition
from dashboard.faces import all_faces
from dashboard.view import PARAMETERS, View
from tests.valid import views

FACES_OF_ALL = all_faces()
NAMES = [*PARAMETERS, "size", "width", "height", "theme", "callback", "__proto__"]
HOSTILE = [
    "",
    "0",
    "-1",
    "99999999999999999999",
    "NaN",
    "1e309",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "../../../etc/passwd",
    "%00",
    "KIR~" * 40,
    "ＫＩＲ",
    "\u202e2010",
    "2010..2005",
    "=1+1",
    "{}",
    "latest",
    "world",
    "0123456789abcdef",
    "a" * 64,
    "../tables",
]
ANSWERS = {200, 302, 304, 400, 404}
VALUES = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
QUERIES = st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=4)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(FACES_OF_ALL), pairs=QUERIES)
def test_faces_answer_any_query(
    client: Client, name: tuple[str, str], pairs: list[tuple[str, str]]
) -> None:
    """Only the codes of the contract, and a sentence where something is wrong."""
    answer = client.get(f"/view/{'.'.join(name)}?{urlencode(pairs)}")
    assert answer.status_code in ANSWERS
    if answer.status_code >= 400:
        assert answer.mimetype == "text/plain"
        assert "Traceback" not in answer.text


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs=st.lists(st.tuples(st.sampled_from(["languages", *NAMES]), VALUES), max_size=4))
def test_packs_answer_any_query(client: Client, pairs: list[tuple[str, str]]) -> None:
    """Whatever pack is asked for, there is a redirect or a sentence."""
    answer = client.get(f"/pack.zip?{urlencode(pairs)}")
    assert answer.status_code in {302, 400, 404}
    if answer.status_code >= 400:
        assert answer.mimetype == "text/plain"
        assert "Traceback" not in answer.text


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    path=st.sampled_from(
        [*dict.fromkeys(one.page for one in CHARTS.values()), "/economy", "/then-and-now"]
    ),
    pairs=QUERIES,
)
def test_pages_open_with_any_query(client: Client, path: str, pairs: list[tuple[str, str]]) -> None:
    """A page falls back to what it can read, and repeats nothing of the address as markup."""
    answer = client.get(f"{path}?{urlencode(pairs)}")
    assert answer.status_code == 200
    assert "<script>alert(1)</script>" not in answer.text


@pytest.mark.parametrize(
    "body", [b"", b"view=%00", b"view=map%3F" + b"a" * 5000, b"view=map&" * 40]
)
def test_decks_answer_any_form(client: Client, body: bytes) -> None:
    """A form that is no collection of views gets a sentence."""
    answer = client.post("/deck.pptx", data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in {400, 404}
    assert answer.mimetype == "text/plain"


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(FACES_OF_ALL), view=views())
def test_documented_values_never_end_in_an_error(
    client: Client, name: tuple[str, str], view: View
) -> None:
    """Any documented value of every parameter, whether they fit together or not."""
    answer = client.get(f"/view/{'.'.join(name)}?{view.to_query(v=edition())}")
    assert answer.status_code in ANSWERS
    if answer.status_code == 400:
        assert re.match(r"The parameter '[a-z]+' must here be one of [a-z0-9-]+", answer.text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(sorted(CHARTS)), view=views())
def test_embeds_show_something_for_any_documented_value(
    client: Client, name: str, view: View
) -> None:
    """An embed of any chart opens, with a notice where a value had to be mended."""
    assert client.get(f"/embed/{name}?{view.to_query()}").status_code == 200


@pytest.mark.parametrize("view", ["strip?panel=use-gap", "pace?target=umc-3"])
def test_a_deck_refuses_a_view_that_does_not_fit(client: Client, view: str) -> None:
    """A slide of a panel of another chart gets a sentence, and no deck."""
    answer = client.post("/deck.pptx", data={"view": [view, "map"]})
    assert answer.status_code == 400
    assert "must here be one of" in answer.text
