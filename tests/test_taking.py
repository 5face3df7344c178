"""Which tables a process serves: the newest that are whole, all of them of one version, all verified."""

import gc
import shutil
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from werkzeug.test import Client

from bench.two_versions import CSV, first_version, named, second_version
from dashboard import tables as module
from dashboard import versions
from dashboard.catalogue import catalogue
from dashboard.pipeline.switch import replaced
from dashboard.settings import settings
from dashboard.tables import TablesError, refused, tables, take

INDICATORS = list(catalogue().indicators)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installation of its own with the project's tables; the process has the old ones back afterwards."""
    here = replace(settings(), tables=tmp_path / "tables")
    first_version(here.tables)
    monkeypatch.setattr(module, "settings", lambda: here)
    monkeypatch.setattr(versions, "settings", lambda: here)
    before = tables()
    monkeypatch.setattr(module, "_taken", module._Taken())
    take(INDICATORS)
    yield here.tables
    monkeypatch.undo()
    assert tables() is before
    for forget in module._remembering:
        forget()
    shutil.rmtree(tmp_path)  # 28 MB a version


def publish_second(folder: Path) -> str:
    """Put the second version in its place as a build does."""
    with replaced(folder) as new:
        new.rmdir()
        return second_version(new)


def flip(path: Path) -> None:
    """Change one digit in the middle of a file, and nothing of its form."""
    content = bytearray(path.read_bytes())
    at = next(k for k in range(len(content) // 2, len(content)) if content[k : k + 1].isdigit())
    content[at] = ord("0") + (content[at] - ord("0") + 1) % 10
    path.write_bytes(content)


def cut(path: Path) -> None:
    """Leave half of a file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def reformed(folder: Path) -> None:
    """Lines that a dashboard of another time wrote, and named after themselves."""
    path = folder / "profiles.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"peers"', b'"equals"'))
    named(folder)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a flipped digit": lambda folder: flip(folder / "serve" / "internet-use.jsonl"),
    "a flipped digit in profiles": lambda folder: flip(folder / "profiles.jsonl"),
    "a cut line": lambda folder: cut(folder / "serve" / "internet-use.jsonl"),
    "another form": reformed,
    "a cut manifest": lambda folder: cut(folder / "manifest.json"),
    "a missing file": lambda folder: (folder / "targets.jsonl").unlink(),
    "a missing folder": shutil.rmtree,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_tables_do_not_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    """Where there is no other version, a sentence says what is damaged."""
    DAMAGES[damage](folder)
    monkeypatch.setattr(module, "_taken", module._Taken())
    with pytest.raises(
        TablesError, match=r"(missing|damaged|cut short|another form).* Rebuild the tables"
    ):
        take(INDICATORS)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_kept_version_is_served_instead(
    folder: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    """A start on damaged tables serves the newest kept version that is whole, and says so."""
    first, second = tables().version, publish_second(folder)
    DAMAGES[damage](folder)
    monkeypatch.setattr(module, "_taken", module._Taken())
    take(INDICATORS)
    # Files that are gone are still there as links; what was written into is damaged at both ends.
    served = second if "missing" in damage else first
    assert tables().version == served
    assert refused().endswith(f"; data version {served} is served instead.")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_running_process_refuses_damaged_tables(
    folder: Path, client: Client, damage: str
) -> None:
    """It goes on with what it has in memory, and /health says why; mended tables are taken."""
    first = tables().version
    second = publish_second(folder)
    shutil.copytree(folder, folder.with_name("good"))
    shutil.rmtree(folder.parent / "versions")
    DAMAGES[damage](folder)
    take(INDICATORS)
    assert tables().version == first
    health = client.get("/health").json
    assert health["version"] == first
    assert health["refused"] == refused()
    shutil.rmtree(folder, ignore_errors=True)
    folder.with_name("good").rename(folder)
    take(INDICATORS)
    assert (tables().version, refused()) == (second, "")


@pytest.mark.usefixtures("folder")
def test_nothing_holds_on_to_replaced_tables(folder: Path, client: Client) -> None:
    """Whatever was remembered of the old tables is forgotten, or pages would mix two versions."""
    for path in ("/", "/map", "/gap", "/region", "/economy", "/availability", "/data", "/targets"):
        assert client.get(f"{path}?lang=en").status_code == 200
    client.get("/room.json?lang=en", follow_redirects=True)
    old = weakref.ref(tables())
    first = tables().version
    second = publish_second(folder)
    take(INDICATORS)
    gc.unfreeze()
    gc.collect()
    assert old() is None
    for path in ("/", "/map", "/data", "/_dash-layout"):
        text = client.get(f"{path}?lang=en").text
        assert second in text
        assert first not in text


def _body(client: Client, address: str) -> bytes:
    with client.get(address) as answer:
        assert answer.status_code == 200
        return bytes(answer.data)


def test_whole_tables_belong_to_their_version(folder: Path, client: Client) -> None:
    """Before, during and after a build the bytes, the tag and the descriptor of an address agree."""
    old = tables()
    address = client.get(f"/data/{CSV}").headers["Location"]
    package = client.get("/data/datapackage.json").headers["Location"]
    before, description = _body(client, address), _body(client, package)
    publish_second(folder)
    assert (folder / CSV).read_bytes() != before
    assert _body(client, address) == before  # the process does not know of the build yet
    assert _body(client, package) == description
    take(INDICATORS)
    assert _body(client, address) == before  # now it is an older version
    assert _body(client, package) == description
    newest = client.get(f"/data/{CSV}").headers["Location"]
    assert newest != address
    listed = {file["name"]: file["sha256"] for file in tables().files}
    assert sha256(_body(client, newest)).hexdigest() == listed[CSV]
    assert sha256(before).hexdigest() == {f["name"]: f["sha256"] for f in old.files}[CSV]


@pytest.mark.parametrize("hurt", [flip, cut, Path.unlink])
def test_damaged_whole_tables_are_not_given_out(
    folder: Path, client: Client, hurt: Callable[[Path], object]
) -> None:
    """A file that is not as it was built gets a sentence that nobody keeps, and no tag."""
    address = client.get("/data/gaps.parquet").headers["Location"]
    hurt(folder / "gaps.parquet")
    assert not (folder.parent / "versions").exists()
    answer = client.get(address)
    assert answer.status_code == 503
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert "gaps.parquet of data version" in answer.text
    assert client.get("/map").status_code == 200
