"""The whole tables by their addresses: kept for good, checked, and nothing else beside them."""

import pytest
from werkzeug.test import Client, TestResponse

from dashboard.tables import tables

NAMES = ["datapackage.json", *(file["name"] for file in tables().files)]


def asked(client: Client, address: str, method: str = "GET", **headers: str) -> TestResponse:
    """An answer read to its end and closed, as a server does."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with client.open(address, method=method, headers=named) as answer:
        answer.get_data()
    return answer


@pytest.mark.parametrize("name", NAMES)
def test_files_are_immutable_under_their_version(client: Client, name: str) -> None:
    """Without a version to the newest, with it for good; a browser that has it is told so."""
    moved = client.get(f"/data/{name}")
    assert moved.status_code == 302
    assert moved.headers["Cache-Control"] == "no-cache"
    address = moved.headers["Location"]
    answer = asked(client, address)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    tag = answer.headers["ETag"]
    assert tag.startswith('"')
    assert asked(client, address, If_None_Match=tag).status_code == 304
    head = asked(client, address, "HEAD")
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == tag


@pytest.mark.parametrize("name", [file["name"] for file in tables().files])
def test_files_are_those_on_the_disk(client: Client, name: str) -> None:
    """Byte for byte."""
    answer = asked(client, client.get(f"/data/{name}").headers["Location"])
    assert answer.data == (tables().folder / name).read_bytes()


def test_a_part_of_a_file_can_be_asked_for(client: Client) -> None:
    """Readers of Parquet ask for the end of a file first."""
    address = client.get("/data/gaps.parquet").headers["Location"]
    answer = asked(client, address, Range="bytes=-4")
    assert (answer.status_code, answer.data) == (206, b"PAR1")


@pytest.mark.parametrize(
    "name",
    [
        "nothing.parquet",
        "manifest.json",
        "targets.jsonl",
        "observations",
        "OBSERVATIONS.PARQUET",
        "observations.parquet%00",
        "<script>",
    ],
)
def test_other_names_get_a_sentence(client: Client, name: str) -> None:
    """What is not offered is not there, and the answer lists what is."""
    answer = client.get(f"/data/{name}")
    assert answer.status_code == 404
    assert answer.mimetype == "text/plain"
    assert "observations.parquet" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "../manifest.json",
        "..%2fmanifest.json",
        "%2e%2e%2fmanifest.json",
        "serve/internet-use.jsonl",
        "serve%2finternet-use.jsonl",
        "..%5cmanifest.json",
        "%2fetc%2fpasswd",
    ],
)
def test_no_path_leads_out_of_the_folder(client: Client, path: str) -> None:
    """Whatever way it is written."""
    answer = client.get(f"/data/{path}")
    assert answer.status_code == 404
    assert b'"indicators"' not in answer.data


@pytest.mark.parametrize("name", ["datapackage.json", "gaps.parquet"])
@pytest.mark.parametrize(
    ("version", "status"), [("0123456789ab", 404), ("../..", 400), ("%00", 400), ("a" * 3000, 400)]
)
def test_other_versions_are_not_kept(client: Client, name: str, version: str, status: int) -> None:
    """A frozen address never changes silently: a sentence offers the newest, or says what is wrong."""
    answer = client.get(f"/data/{name}?v={version}")
    assert answer.status_code == status
    assert answer.mimetype == "text/plain"
    assert (tables().version if status == 404 else "'v' must be a data version") in answer.text


def test_the_data_version_alone_leads_to_the_file(client: Client) -> None:
    """A citation has the data version; it is enough."""
    answer = client.get(f"/data/gaps.parquet?v={tables().version}")
    assert answer.status_code == 302
    assert asked(client, answer.headers["Location"]).status_code == 200


def test_the_page_leads_to_every_file(client: Client) -> None:
    """The data page links the package and every file, and each link is answered."""
    page = client.get("/data?lang=en").text
    for name in NAMES:
        assert f"/data/{name}?v=" in page
