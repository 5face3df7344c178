"""The description of the service says what the service does."""

import json
import re
from typing import Any

import pytest
from dash import Dash
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
    names = [
        about["operationId"] for path in described["paths"].values() for about in path.values()
    ]
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


# Addresses that no program need know, with the reason.
FOR_OTHERS = {
    "/": "pages for people: the URL contract says which there are",
    "/<path:path>": "pages for people",
    "/.well-known/security.txt": "RFC 9116 describes it",
    "/robots.txt": "RFC 9309 describes it",
    "/sitemap.xml": "sitemaps.org describes it",
    "/manifest.webmanifest": "the W3C describes it",
    "/favicon.ico": "the mark of the dashboard, for browsers",
    "/icon.svg": "the mark of the dashboard, for browsers",
    "/openapi.json": "this description",
    "/llms.txt": "this description in words",
    "/mcp": "describes itself to its clients (tools/list)",
    "/metrics": "for the operator who sets METRICS",
    "/choices.json": "a part of our own pages, which may change",
    "/room.json": "a part of our own pages, which may change",
    "/geo/<name>.json": "a part of our own pages, where there is no build",
    "/src/<path:name>.js": "a part of our own pages, where there is no build",
    "/static/<path:filename>": "a part of our own pages",
    "/assets/<path:filename>": "a part of our own pages",
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": "Dash's own",
    "/_dash-dependencies": "Dash's own",
    "/_dash-layout": "Dash's own",
    "/_dash-update-component": "Dash's own",
    "/_favicon.ico": "Dash's own",
    "/_reload-hash": "Dash's own",
}


def test_every_address_is_described_or_for_others(app: Dash, described: dict[str, Any]) -> None:
    """What the application answers is in the description, or in the list of what no program need know."""
    rules = {rule.rule: rule.methods for rule in app.server.url_map.iter_rules()}
    paths = {
        path: {method.upper() for method in known} for path, known in described["paths"].items()
    }
    told = {
        rule: set().union(*(methods for path, methods in paths.items() if fits(rule, path)))
        for rule in rules
    }
    assert {rule for rule, methods in told.items() if not methods} == set(FOR_OTHERS)
    for rule, methods in told.items():
        assert methods <= rules[rule], rule


def fits(rule: str, path: str) -> bool:
    """Whether an address is one that a rule answers; that of the pages takes whatever no other does."""
    pattern = re.sub(r"<[^>]+>", "[^/]+", re.escape(rule).replace("\\<", "<").replace("\\>", ">"))
    return rule != "/<path:path>" and re.fullmatch(pattern, path) is not None


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
        "/data/structure.xml",
        "/data/targets.parquet",
        "/data/observations.csv.gz",
        "/embed/trend",
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


@pytest.mark.parametrize("kind", ["json", "xml"])
def test_oembed_is_as_described(client: Client, described: dict[str, Any], kind: str) -> None:
    """Either form of the answer has a media type that stands in the description."""
    asked = {"url": f"{described['servers'][0]['url']}/map?lang=en", "format": kind}
    answer = client.get("/oembed", query_string=asked)
    about = operation(described, "/oembed")["responses"]["200"]["content"]
    assert (answer.status_code, answer.content_type in about) == (200, True)


def test_a_deck_is_as_described(client: Client, described: dict[str, Any]) -> None:
    """The form that is described gives slides of the type that is described."""
    about = described["paths"]["/deck.pptx"]["post"]
    (form,) = about["requestBody"]["content"]
    answer = client.post("/deck.pptx", data="view=trend%3Flang%3Den", content_type=form)
    assert answer.content_type in about["responses"]["200"]["content"]


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
