"""The page, the file and the feed of changes, over two small versions whose differences are known."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from werkzeug.test import Client

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.pages import changes
from dashboard.tables import Tables
from dashboard.tables import tables as served

ATOM = {"a": "http://www.w3.org/2005/Atom"}
OF_SHARES = {
    "table": "observations",
    "indicator": "internet-use",
    "sources": ["itu-internet-use"],
    "facts": [
        ["FJI", "", 2011, 28.0, 29.4],
        ["KIR", "", 2009, 8.0, 10.0],
        ["KIR", "", 2012, None, 12.0],
        ["TON", "", 2010, 16.0, None],
    ],
}
OF_COUNTS = {
    "table": "counts",
    "indicator": "fixed-telephone",
    "sources": [],
    "facts": [["KIR", "", 2010, 8441.0, 8442.0]],
}
NEWEST = {
    "version": "b" * 12,
    "built": "2026-11-30",
    "before": "a" * 12,
    "before_built": "2026-11-29",
    "changes": [OF_SHARES, OF_COUNTS],
    "untold": [["fixed-telephone", 1990, 6450]],
}
EARLIER = {
    "version": "a" * 12,
    "built": "2026-11-29",
    "before": "9" * 12,
    "before_built": "2026-10-01",
    "changes": [],
    "untold": [],
}


@pytest.fixture
def told(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> Tables:
    """The small tables, with two publishes: of five values, and of none."""
    write(tables, [NEWEST, EARLIER])
    monkeypatch.setattr("dashboard.pages.changes.tables_of", lambda _: tables)
    monkeypatch.setattr("dashboard.feeds.tables", lambda: tables)
    return tables


def write(tables: Tables, publishes: list[dict[str, Any]]) -> None:
    """Have the publishes beside the tables, as a build would."""
    content = json.dumps(publishes).encode()
    Path(tables.folder / "changes.json").write_bytes(content)
    tables.manifest |= {"changes": sha256(content).hexdigest(), "built": "2026-11-30"}


def texts(tree: Any) -> list[str]:
    """Every text of a layout, in its order."""
    if isinstance(tree, str):
        return [tree]
    children = tree if isinstance(tree, list | tuple) else [getattr(tree, "children", None)]
    return [text for child in children if child is not None for text in texts(child)]


@pytest.mark.usefixtures("told")
def test_the_page_tells_values_and_why() -> None:
    """8 to 10 is a quarter and comes before 28 to 29.4, a twentieth; then a count by one in 8441."""
    said = texts(changes.layout(lang="en"))
    assert "Values new: 1; corrected: 3; gone: 1." in said
    vintage = catalogue().sources["itu-internet-use"].vintage
    assert f"New files: ITU ({vintage})." in said
    assert any(text.startswith("Its sources’ files are the same") for text in said)
    start = said.index("Corrected values, the largest change first")
    rows = said[start + 5 : start + 20]
    assert rows == [
        *("Kiribati", "Internet use · % of people", "2009", "8.0", "10.0"),
        *("Fiji", "Internet use · % of people", "2011", "28.0", "29.4"),
        *("Kiribati", "Fixed-telephone subscriptions, absolute numbers", "2010", "8,441", "8,442"),
    ]
    gone = said.index("Values that are gone")
    assert said[gone + 4 : gone + 8] == ["Tonga", "Internet use · % of people", "2010", "16.0"]
    earlier = said.index("Earlier versions")
    assert "after version 999999999999 (1 October 2026). No value of" in said[earlier + 1]


def test_without_an_earlier_version_the_page_says_so(client: Client) -> None:
    """The tables of the project know of none before, unless a build has told."""
    if served().changes:
        pytest.skip("The tables of this installation know of earlier ones.")
    for lang in LANGUAGES:
        assert "pages.changes" not in client.get(f"/changes?lang={lang}").text
    said = texts(changes.layout(lang="en"))
    assert any(text.startswith("Nothing is known here of an earlier version") for text in said)
    root = ET.fromstring(client.get("/changes.atom?lang=en").data)
    assert root.findall("a:entry", ATOM) == []
    assert client.get("/changes.json").json["publishes"] == []


@pytest.mark.usefixtures("told")
def test_years_that_are_not_told_any_more_are_said(client: Client) -> None:
    """One sentence with their number on the page and in the feed; none where economies are asked for."""
    said = "Fixed-telephone subscriptions: years before 1990 are no longer shown (values: 6,450)."
    assert said in texts(changes.layout(lang="en"))
    assert said in client.get("/changes.atom?lang=en").text
    assert said in client.get("/changes.atom?lang=en&indicator=fixed-telephone").text
    assert "no longer shown" not in client.get("/changes.atom?lang=en&indicator=internet-use").text
    (tonga,) = client.get("/changes.json?economies=TON").json["publishes"]
    assert tonga["untold"] == []


def test_where_nothing_else_changed_no_sentence_says_that_nothing_did(
    told: Tables, client: Client
) -> None:
    """Years that went are a difference: the page does not begin with "No value differs"."""
    write(told, [{**NEWEST, "changes": []}])
    said = texts(changes.layout(lang="en"))
    assert any("no longer shown" in one for one in said)
    assert not any(one.startswith("No value") for one in said)
    assert "No value" not in client.get("/changes.atom?lang=en").text


@pytest.mark.usefixtures("told")
def test_a_file_of_before_there_were_first_years_is_told(client: Client, told: Tables) -> None:
    """A publish without `untold` has none."""
    write(told, [{name: part for name, part in EARLIER.items() if name != "untold"}])
    assert client.get("/changes.json").json["publishes"] == [EARLIER]


@pytest.mark.usefixtures("told")
def test_the_file_is_narrowed(client: Client) -> None:
    """All; one indicator; Tonga alone."""
    everything = client.get("/changes.json").json
    assert everything["publishes"] == [NEWEST, EARLIER]
    counts = client.get("/changes.json?indicator=fixed-telephone").json["publishes"]
    assert [one["changes"] for one in counts] == [[OF_COUNTS]]
    (tonga,) = client.get("/changes.json?economies=TON").json["publishes"]
    assert [part["facts"] for part in tonga["changes"]] == [[["TON", "", 2010, 16.0, None]]]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_feed_is_atom(client: Client, lang: str) -> None:
    """Each publish is an entry with an identifier and a date for good, in the language asked for."""
    answer = client.get(f"/changes.atom?lang={lang}")
    assert answer.mimetype == "application/atom+xml"
    root = ET.fromstring(answer.data)
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == lang
    days = [node.text for node in root.findall("a:entry/a:updated", ATOM)]
    assert days == ["2026-11-30T00:00:00Z", "2026-11-29T00:00:00Z"]
    assert root.findtext("a:updated", namespaces=ATOM) == days[0]
    ids = [node.text for node in root.findall("a:entry/a:id", ATOM)]
    assert len({*ids}) == 2
    assert all(str(one).startswith("urn:uuid:") for one in ids)
    again = ET.fromstring(client.get(f"/changes.atom?lang={lang}").data)
    assert [node.text for node in again.findall("a:entry/a:id", ATOM)] == ids


@pytest.mark.usefixtures("told")
def test_the_feed_is_narrowed(client: Client) -> None:
    """Of an indicator or an economy, with the publishes alone that touch it."""
    for query, count in (("economies=TON", 1), ("economies=TON&indicator=fixed-telephone", 0)):
        root = ET.fromstring(client.get(f"/changes.atom?lang=en&{query}").data)
        entries = root.findall("a:entry", ATOM)
        assert len(entries) == count
        for entry in entries:
            assert "Gone: Internet use, Tonga, 2010: 16.0% before" in str(
                entry.findtext("a:content", namespaces=ATOM)
            )


def test_a_feed_of_very_much_is_small(client: Client, told: Tables) -> None:
    """Ten publishes of 12,000 values each: under 100 kB before compression in every language."""
    facts = [
        [place, "", year, 1.0, 1.0 + year]
        for place in list(catalogue().economies)[:200]
        for year in range(1960, 2020)
    ]
    much = [{**NEWEST, "changes": [{**OF_SHARES, "facts": facts}]}]
    kinds = [[[p, s, y, *v] for p, s, y, *_ in facts[:20]] for v in ([None, 1.0], [1.0, None])]
    much[0]["changes"] += [{**OF_COUNTS, "facts": part} for part in kinds]
    write(told, much * 10)
    for lang in LANGUAGES:
        assert len(client.get(f"/changes.atom?lang={lang}").data) < 100_000


@pytest.mark.parametrize("query", ["year=2010", "indicator=nothing", "economies=XXX", "v=abcdef12"])
@pytest.mark.parametrize("ending", ["atom", "json"])
def test_what_a_feed_does_not_take_is_refused(client: Client, ending: str, query: str) -> None:
    """A sentence that names the parameter."""
    answer = client.get(f"/changes.{ending}?{query}")
    assert answer.status_code == 400
    assert query.partition("=")[0] in answer.text


def test_nothing_is_sent_twice(client: Client) -> None:
    """Whoever has the newest feed gets 304."""
    first = client.get("/changes.atom?lang=en")
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get("/changes.atom?lang=en", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
