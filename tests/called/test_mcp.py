"""The tools for assistants: a session by hand-written JSON-RPC, and the numbers by the whole tables."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema
import pandas as pd
import pytest
from werkzeug.test import Client, TestResponse

from dashboard.settings import TABLES, settings

ASKED = {"Accept": "application/json, text/event-stream"}
NEWEST = "2025-11-25"
WHERE_FROM = {"code", "year", "value", "unit", "status", "source", "licence", "low", "high"}
TAKEN = {
    "find": {"text": "Kenia", "kind": "place"},
    "values": {"indicator": "fixed-broadband", "places": ["KEN", "world"], "years": "2015..2024"},
    "gap": {"indicator": "internet-use", "comparison": "development"},
    "check_number": {
        "indicator": "fixed-broadband",
        "place": "m49-developed",
        "year": 2010,
        "number": "24.6",
    },
    "cite": {"indicator": "internet-use", "place": "world"},
}


@pytest.fixture
def offered(client: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """The client of an installation that offers the tools."""
    here = replace(settings(), mcp=True)
    monkeypatch.setattr("dashboard.called.mcp.settings", lambda: here)
    return client


def sent(client: Client, method: str, **parameters: Any) -> Any:
    """The answer to a question."""
    message = {"jsonrpc": "2.0", "id": 7, "method": method, "params": parameters}
    response = client.post("/mcp", json=message, headers=ASKED)
    assert response.status_code == 200
    assert response.mimetype == "application/json"
    body = response.json
    assert body is not None
    assert (body["jsonrpc"], body["id"]) == ("2.0", 7)
    return body


def called(client: Client, tool: str, **arguments: Any) -> Any:
    """The data that a tool answers with."""
    result = sent(client, "tools/call", name=tool, arguments=arguments)["result"]
    assert not result["isError"], result["content"]
    return result["structuredContent"]


def refused(client: Client, tool: str, **arguments: Any) -> str:
    """The sentence that a tool refuses with."""
    result = sent(client, "tools/call", name=tool, arguments=arguments)["result"]
    assert result["isError"]
    assert "structuredContent" not in result
    text: str = result["content"][0]["text"]
    assert text.endswith(".")
    return text


def whole(table: str, **where: Any) -> pd.DataFrame:
    """The rows of a whole table that hold these values."""
    found = pd.read_parquet(TABLES / f"{table}.parquet")
    for column, value in where.items():
        found = found[found[column] == value]
    return found


def test_nothing_is_offered_unless_it_is_switched_on(client: Client) -> None:
    """404 to every method, as the setting has it from the start."""
    for ask in (client.get, client.post, client.delete):
        assert ask("/mcp").status_code == 404


def test_a_session(offered: Client) -> None:
    """A client introduces itself, says that it is ready, is there, and is told five read-only tools."""
    told = sent(offered, "initialize", protocolVersion=NEWEST, capabilities={}, clientInfo={})
    assert told["result"]["protocolVersion"] == NEWEST
    assert told["result"]["capabilities"] == {"tools": {}}
    ready = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    response = offered.post("/mcp", json=ready, headers={"MCP-Protocol-Version": NEWEST})
    assert (response.status_code, response.data) == (202, b"")
    assert sent(offered, "ping")["result"] == {}
    tools = sent(offered, "tools/list")["result"]["tools"]
    assert [tool["name"] for tool in tools] == list(TAKEN)
    for tool in tools:
        assert tool["annotations"]["readOnlyHint"] is True
        jsonschema.Draft202012Validator.check_schema(tool["inputSchema"])
        jsonschema.validate(TAKEN[tool["name"]], tool["inputSchema"])


def test_a_version_that_is_not_spoken(offered: Client) -> None:
    """A client that asks for another version is offered the newest; one that speaks it gets 400."""
    told = sent(offered, "initialize", protocolVersion="1999-01-01")
    assert told["result"]["protocolVersion"] == NEWEST
    message = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    response = offered.post("/mcp", json=message, headers={"MCP-Protocol-Version": "1999-01-01"})
    assert response.status_code == 400
    assert response.json is not None
    assert NEWEST in response.json["error"]["message"]


def test_there_are_no_streams(offered: Client) -> None:
    """GET and DELETE are answered 405 with what is allowed."""
    for ask in (offered.get, offered.delete):
        response = ask("/mcp")
        assert (response.status_code, response.headers["Allow"]) == (405, "POST")


def test_pages_of_other_sites_may_not_call(offered: Client) -> None:
    """An Origin that is not the address of the installation is answered 403; its own is not."""
    message = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    for origin, status in ((settings().address, 200), ("https://evil.example", 403), ("null", 403)):
        response = offered.post("/mcp", json=message, headers={"Origin": origin})
        assert response.status_code == status


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{", -32700),
        ("[" * 5000, -32700),
        ("[]", -32600),
        ('{"id":1,"method":"ping"}', -32600),
        ('{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600),
        ('{"jsonrpc":"2.0","id":1,"method":7}', -32600),
        ('{"jsonrpc":"2.0","id":1}', -32600),
    ],
)
def test_a_body_that_is_no_message(offered: Client, body: str, code: int) -> None:
    """Each is answered 400 with the code of JSON-RPC."""
    response: TestResponse = offered.post("/mcp", data=body, content_type="application/json")
    assert response.status_code == 400
    assert response.json is not None
    assert response.json["error"]["code"] == code


def test_messages_of_another_kind(offered: Client) -> None:
    """A body of another media type is answered 415, one that is too large 413."""
    assert offered.post("/mcp", data="{}").status_code == 415
    large = offered.post("/mcp", data=b" " * 65537, content_type="application/json")
    assert large.status_code == 413


def test_what_is_not_there(offered: Client) -> None:
    """Unknown methods and tools are errors of JSON-RPC."""
    assert sent(offered, "resources/list")["error"]["code"] == -32601
    assert sent(offered, "tools/call", name="drop")["error"]["code"] == -32602
    assert sent(offered, "tools/call", name=["find"])["error"]["code"] == -32602


def test_values_are_those_of_the_tables(offered: Client) -> None:
    """Every value of an economy and of the world with year and status, by the whole tables."""
    answer = called(offered, "values", **TAKEN["values"])
    own = whole("observations", economy="KEN", indicator="fixed-broadband")
    own = own[own["year"].between(2015, 2024)]
    rows = {row["year"]: row for row in answer["rows"] if row["code"] == "KEN"}
    assert rows.keys() >= set(own["year"])
    for year, value, status in zip(own["year"], own["value"], own["status"], strict=True):
        assert rows[year]["value"] == pytest.approx(value, rel=5e-4, abs=5e-3)
        assert rows[year]["status"] == status
    world = whole("aggregates", group="world", scheme="world", indicator="fixed-broadband")
    shown = {row["year"]: row["value"] for row in answer["rows"] if row["code"] == "world"}
    expected = world[world["year"].between(2015, 2024)].dropna(subset=["value"])
    assert shown == pytest.approx(
        dict(zip(expected["year"], expected["value"], strict=True)), rel=5e-4
    )
    assert all(
        row.keys() >= WHERE_FROM and row["unit"] and row["licence"] for row in answer["rows"]
    )


def test_without_years_each_place_has_its_newest_value(offered: Client) -> None:
    """Economies without any are named, and not given one."""
    answer = called(offered, "values", indicator="fixed-broadband", places=["KEN", "ATA"])
    own = whole("observations", economy="KEN", indicator="fixed-broadband")
    assert [(row["code"], row["year"]) for row in answer["rows"]] == [("KEN", own["year"].max())]
    assert answer["without_value"] == ["ATA"]


def test_intervals_of_groups(offered: Client) -> None:
    """A group whose silent members are modelled has the interval of the tables."""
    row = called(offered, "cite", **TAKEN["cite"])["rows"][0]
    own = whole("aggregates", group="world", scheme="world", indicator="internet-use")
    newest = own[own["year"] == row["year"]].iloc[0]
    assert (row["low"], row["high"]) == pytest.approx((newest["low"], newest["high"]), rel=5e-4)


def test_a_gap_is_that_of_the_tables(offered: Client) -> None:
    """Of the newest year: both values, difference and ratio."""
    answer = called(offered, "gap", **TAKEN["gap"])
    own = whole("gaps", scheme="development", indicator="internet-use", panel="all")
    newest = own.dropna(subset=["gap_points"]).sort_values("year").iloc[-1]
    shown = {(row["code"], row["unit"]): row for row in answer["rows"]}
    assert {row["year"] for row in answer["rows"]} == {newest["year"]}
    pair = "m49-developed/m49-developing"
    for key, column in (("Difference", "gap_points"), ("Ratio", "ratio")):
        assert shown[pair, key]["value"] == pytest.approx(newest[column], rel=5e-3)
    for code, column in (("m49-developed", "higher"), ("m49-developing", "lower")):
        assert shown[code, answer["unit"]]["value"] == pytest.approx(newest[column], rel=5e-4)


def test_a_number_gets_its_verdict(offered: Client) -> None:
    """That of the report of 2011 is known as such, and stands beside the value of the tables."""
    answer = called(offered, "check_number", **TAKEN["check_number"])
    assert answer["verdict"] == "earlier"
    assert answer["source"].startswith("A/66/64")
    own = whole("aggregates", group="m49-developed", indicator="fixed-broadband", year=2010)
    assert answer["rows"][0]["value"] == pytest.approx(own["value"].iloc[0], rel=5e-4)


def test_every_answer_leads_to_frozen_addresses(offered: Client) -> None:
    """The page and the rows of each link are answered 200 at an address with the data version."""
    for tool in ("values", "gap", "check_number", "cite"):
        answer = called(offered, tool, **TAKEN[tool])
        assert answer["unit"]
        assert all(source["licence"] for source in answer["sources"])
        for link in answer["links"]:
            assert f"&v={answer['data_version']}" in link["page"]
            for address in (link["csv"], link["page"]):
                assert offered.get(address.removeprefix(settings().address)).status_code == 200
        shown = offered.get(answer["links"][0]["csv"].removeprefix(settings().address)).text
        assert answer["rows"][0]["code"] in shown


def test_names_of_every_language_are_found(offered: Client) -> None:
    """A misspelt name, one of another script and a code lead to the same economy."""
    for text in ("Kenia", "肯尼亚", "ken", "Keniya"):
        found = called(offered, "find", text=text, kind="place")["found"]
        assert "KEN" in [one["id"] for one in found], text
    one = called(offered, "find", text="fixed broadband subscriptions")["found"][0]
    assert (one["id"], one["unit"]) == ("fixed-broadband", "per 100 people")


def test_unknown_names_are_refused_with_near_ones(offered: Client) -> None:
    """Nothing is guessed: not even a name in place of an id."""
    asked = {"indicator": "fixed-broadband", "places": ["Kenia"]}
    assert "KEN (Kenya)" in refused(offered, "values", **asked)
    asked = {"indicator": "fixed-brodband", "place": "KEN"}
    assert "fixed-broadband (Fixed-broadband subscriptions)" in refused(offered, "cite", **asked)
    assert "none near" in refused(offered, "cite", **asked | {"indicator": "qqqqqqqq"})


@pytest.mark.parametrize(
    ("tool", "arguments", "named"),
    [
        ("values", {"places": ["KEN"]}, "'indicator'"),
        ("values", TAKEN["values"] | {"places": []}, "'places'"),
        ("values", TAKEN["values"] | {"places": ["KEN"] * 13}, "'places'"),
        ("values", TAKEN["values"] | {"places": [1]}, "'places'"),
        ("values", TAKEN["values"] | {"years": "2020..2010"}, "'years'"),
        ("values", TAKEN["values"] | {"years": 2020}, "'years'"),
        ("values", TAKEN["values"] | {"colour": "red"}, "'colour'"),
        ("cite", TAKEN["cite"] | {"year": "2020"}, "'year'"),
        ("cite", TAKEN["cite"] | {"year": True}, "'year'"),
        ("cite", TAKEN["cite"] | {"language": "de"}, "'language'"),
        ("cite", TAKEN["cite"] | {"year": 1951}, "nothing to cite"),
        ("check_number", TAKEN["check_number"] | {"number": "some"}, ""),
        ("find", {"text": "x" * 81}, "'text'"),
        ("find", {"text": "a\u0000"}, "'text'"),
    ],
)
def test_a_bad_argument_is_a_sentence(
    offered: Client, tool: str, arguments: dict[str, Any], named: str
) -> None:
    """It names the argument, and has no text of an exception."""
    text = refused(offered, tool, **arguments)
    assert named in text
    assert "Error" not in text
    assert "Traceback" not in text


def test_an_answer_has_an_end(offered: Client) -> None:
    """Who asks for more rows than an answer has is told so, and not given a part."""
    places = ["world", "KEN", "FRA", "DEU", "IND", "CHN", "USA", "BRA", "ZAF", "EGY", "JPN", "MEX"]
    asked = {"indicator": "fixed-broadband", "places": places, "years": "earliest..latest"}
    assert "at most 250" in refused(offered, "values", **asked)
