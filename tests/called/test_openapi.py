"""The description of the service says what the service does."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis_jsonschema import from_schema
from openapi_spec_validator import OpenAPIV31SpecValidator
from werkzeug.test import Client

from dashboard.faces import all_faces
from dashboard.settings import ROOT

CONTRACT = (ROOT / "docs" / "url-contract.md").read_text(encoding="utf-8")
# A face of each kind that is quickly made; all kinds of one chart are asked for below.
QUICK = ("csv", "metadata.json", "sdmx.csv")
READABLE = st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("C", "Z"))


@pytest.fixture(scope="module")
def described(client: Client) -> dict[str, Any]:
    """The description as a program reads it."""
    found: dict[str, Any] = json.loads(client.get("/openapi.json").data)
    return found


def operation(described: dict[str, Any], path: str) -> dict[str, Any]:
    """What stands of an address, its parameters in full."""
    found = dict(described["paths"][path]["get"])
    shared = described["components"]["parameters"]
    found["parameters"] = [
        shared[one["$ref"].rsplit("/", 1)[1]] if "$ref" in one else one
        for one in found["parameters"]
    ]
    return found


def test_it_is_valid(described: dict[str, Any]) -> None:
    """By the standard's own schema, and every operation has a name of its own."""
    OpenAPIV31SpecValidator(described).validate()
    names = [path["get"]["operationId"] for path in described["paths"].values()]
    assert len(names) == len(set(names))


def test_every_face_is_described(described: dict[str, Any]) -> None:
    """Every face of every chart and table, and nothing under /view/ that is none."""
    listed = {path for path in described["paths"] if path.startswith("/view/")}
    assert listed == {f"/view/{name}.{face}" for name, face in all_faces()}


def test_the_parameters_are_those_of_the_contract(described: dict[str, Any]) -> None:
    """The table of the URL contract and the description have the same names."""
    table = CONTRACT.split("## Pages")[0]
    assert set(described["components"]["parameters"]) == set(
        re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    )


@pytest.mark.parametrize(
    "path",
    [
        *(
            f"/view/map.{face}"
            for face in ("json", "csv", "xlsx", "parquet", "svg", "preview", "html", "png", "pptx")
        ),
        "/view/trend.panel",
        "/view/trend.course",
        "/view/trend.sdmx.csv",
        "/view/claim.json",
        "/data/datapackage.json",
        "/changes.json",
        "/changes.atom",
        "/health",
    ],
)
def test_media_types_are_as_described(client: Client, described: dict[str, Any], path: str) -> None:
    """What is answered has the media type that stands in the description."""
    (kind,) = operation(described, path)["responses"]["200"]["content"]
    answer = client.get(
        path, query_string={"lang": "en"} if "view" in path else {}, follow_redirects=True
    )
    if path.endswith((".html", ".png")) and answer.status_code == 503:
        pytest.skip("There is no build of the front end, or no fonts, on this machine.")
    assert (answer.status_code, answer.content_type) == (200, kind)


@settings(max_examples=60)
@given(data=st.data())
def test_what_is_described_is_answered(
    client: Client, described: dict[str, Any], data: st.DataObject
) -> None:
    """Any values that the description allows are answered: never a fault, or an undescribed status.

    A refusal is a sentence, and of values that fit alone only those that contradict each other are
    refused: a span that ends before it begins, a number that nobody can read for certain, a version that is not kept.
    """
    quick = [
        path
        for path in described["paths"]
        if path.endswith(QUICK) or path in ("/view/claim.json", "/changes.json", "/changes.atom")
    ]
    path = data.draw(st.sampled_from(sorted(quick)))
    about = operation(described, path)
    asked = {}
    for one in about["parameters"]:
        if data.draw(st.booleans()):
            schema = one["schema"]
            plain = not schema.keys() & {"enum", "pattern"}
            text = st.text(READABLE, min_size=1, max_size=schema.get("maxLength", 9))
            asked[one["name"]] = data.draw(text if plain else from_schema(schema))
    answer = client.get(path, query_string={"lang": "en"} | asked, follow_redirects=True)
    if answer.status_code != 200:
        assert str(answer.status_code) in about["responses"]
        assert answer.content_type.startswith("text/plain")
        first, _, last = asked.get("years", "..").partition("..")
        backwards = first.isdecimal() and last.isdecimal() and first > last
        assert backwards or asked.keys() & {"number", "v"}, answer.text


@given(data=st.data())
@settings(max_examples=40)
def test_what_is_not_described_is_refused(
    client: Client, described: dict[str, Any], data: st.DataObject
) -> None:
    """A text that is none of the listed values of a parameter is answered by a sentence, 400."""
    about = operation(described, "/view/gap.csv")["parameters"]
    listed = [one for one in about if "enum" in one["schema"]]
    one = data.draw(st.sampled_from(listed))
    strange = data.draw(
        st.text(READABLE, min_size=1).filter(lambda text: text not in one["schema"]["enum"])
    )
    answer = client.get("/view/gap.csv", query_string={one["name"]: strange})
    assert answer.status_code == 400
    assert one["name"] in answer.text
