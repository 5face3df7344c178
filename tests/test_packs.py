"""The pack's address: exact, immutable, and a sentence where something is wrong."""

import pytest
from werkzeug.test import Client

from dashboard import packs as serving
from dashboard.edition import edition
from dashboard.formats.media import ZIP
from dashboard.offline.bundle import BundleError
from dashboard.offline.pack.order import Pack
from dashboard.serving.index import IndexedDash
from dashboard.serving.shelf import SHELF, Shelf

ADDRESS = "/pack.zip?region=itu-arb&languages=en"


@pytest.fixture(autouse=True)
def shelf(app: IndexedDash, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is kept from test to test."""
    monkeypatch.setitem(app.server.extensions, SHELF, Shelf(None, 0))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Pack]:
    """The packs that were made, each a few bytes long."""
    packs: list[Pack] = []

    def make(pack: Pack) -> tuple[bytes, str]:
        packs.append(pack)
        return b"PK" + pack.query.encode(), ZIP

    monkeypatch.setattr(serving, "_made", make)
    return packs


def test_packs_without_version_lead_to_the_newest(client: Client) -> None:
    """The address that names no version leads to one that never changes."""
    answer = client.get(ADDRESS)
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"{ADDRESS}&v={edition()}")


def test_packs_are_files_that_never_change(client: Client, made: list[Pack]) -> None:
    """A pack is taken away under its name, may be kept for good, and states its size beforehand."""
    address = f"{ADDRESS}&v={edition()}"
    head = client.head(address)
    answer = client.get(address)
    assert head.headers["Content-Length"] == str(len(answer.data))
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ict-itu-arb.zip"'
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert {pack.region for pack in made} == {"itu-arb"}


def test_packs_of_lost_versions_are_not_replaced_silently(client: Client) -> None:
    """An address that was frozen at data that are gone says so and offers the newest."""
    answer = client.get(f"{ADDRESS}&v=00000000")
    assert answer.status_code == 404
    assert edition() in answer.text


def test_languages_of_a_pack_have_one_order(client: Client, made: list[Pack]) -> None:
    """After the first language, which opens, the others have one order: 720 orders would be 720 packs."""
    address = f"/pack.zip?region=itu-arb&languages=zh~fr~en~ar&v={edition()}"
    answer = client.get(address)
    assert answer.status_code == 302
    assert "languages=zh~ar~en~fr" in answer.headers["Location"]
    assert client.get(answer.headers["Location"]).status_code == 200
    assert [pack.languages for pack in made] == [("zh", "ar", "en", "fr")]


def test_packs_need_the_front_end_build(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without plotly.js the answer is a sentence."""

    def make(_: Pack) -> object:
        raise BundleError("There is no front-end build.")

    monkeypatch.setattr(serving, "_made", make)
    answer = client.get(f"{ADDRESS}&v={edition()}")
    assert (answer.status_code, answer.mimetype) == (503, "text/plain")
