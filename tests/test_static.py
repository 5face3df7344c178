"""Published files are used while they are what the sources would give, and not a moment longer."""

from pathlib import Path

import orjson
import pytest

from dashboard import static as module
from dashboard.static import PLAIN_TOPOLOGY, read_static, sources


def publish(folder: Path, made_from: dict[str, str]) -> None:
    """Write a manifest that says what two files were made from."""
    files = {
        "app.js": {"path": "app-1/app.js", "made_from": {"scripts": made_from["scripts"]}},
        "topology": {"path": "topology-1/", "made_from": {"topology": made_from["topology"]}},
    }
    (folder / "manifest.json").write_bytes(orjson.dumps({"files": files}))


def test_published_files_have_addresses(tmp_path: Path) -> None:
    """A published file is known by its fingerprinted address."""
    publish(tmp_path, sources())
    found = read_static(tmp_path)
    assert found.url("app.js") == "/static/app-1/app.js"
    assert found.topology_url == "/static/topology-1/"
    assert found.stale == ()


def test_changed_sources_are_not_served_from_yesterday(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change of our scripts the published ones count no more; the rest stays."""
    publish(tmp_path, sources())
    (tmp_path / "a.js").write_text("changed")
    monkeypatch.setattr(module, "SCRIPTS", tmp_path)
    found = read_static(tmp_path)
    assert found.url("app.js") is None
    assert found.stale == ("app.js",)
    assert found.topology_url == "/static/topology-1/"


@pytest.mark.parametrize("content", [None, b"", b"{}", b"not json"])
def test_without_a_build_there_are_no_addresses(tmp_path: Path, content: bytes | None) -> None:
    """Without a usable manifest the dashboard serves its sources and Dash's stock files."""
    if content is not None:
        (tmp_path / "manifest.json").write_bytes(content)
    found = read_static(tmp_path)
    assert found.url("app.js") is None
    assert found.topology_url == PLAIN_TOPOLOGY
