"""What a build leaves of the tables that it replaces."""

import json
from pathlib import Path

from dashboard.pipeline import publish


def publish_version(out: Path, version: str) -> None:
    """Put tables of a data version in the place of `out`."""
    with publish.replaced(out) as folder:
        (folder / "manifest.json").write_text(json.dumps({"version": version}))


def versions(out: Path) -> list[str]:
    """The older versions that are there, each under its own name."""
    found = sorted(path.name for path in (out.parent / "versions").iterdir())
    manifests = [(out.parent / "versions" / name / "manifest.json").read_text() for name in found]
    assert [json.loads(text)["version"] for text in manifests] == found
    return found


def test_replaced_version_is_kept(tmp_path: Path) -> None:
    """The tables that a build replaces can still be shown to frozen links, and nothing else is left."""
    out = tmp_path / "tables"
    publish_version(out, "aaaaaaaa")
    publish_version(out, "bbbbbbbb")
    assert versions(out) == ["aaaaaaaa"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tables", "versions"]


def test_same_version_is_not_kept_twice(tmp_path: Path) -> None:
    """A build of the same data, or of data that had been replaced, leaves no copy of the newest."""
    out = tmp_path / "tables"
    publish_version(out, "aaaaaaaa")
    publish_version(out, "aaaaaaaa")
    assert not (tmp_path / "versions").exists()
    publish_version(out, "bbbbbbbb")
    publish_version(out, "aaaaaaaa")
    assert versions(out) == ["bbbbbbbb"]


def test_few_versions_are_kept(tmp_path: Path) -> None:
    """The disk does not fill: beyond three, the version that was replaced first goes."""
    out = tmp_path / "tables"
    for name in "fedcba":
        publish_version(out, name * 8)
    assert versions(out) == ["b" * 8, "c" * 8, "d" * 8]


def test_tables_without_a_version_are_not_kept(tmp_path: Path) -> None:
    """What cannot be read is replaced and gone."""
    out = tmp_path / "tables"
    out.mkdir()
    (out / "manifest.json").write_text("damaged")
    publish_version(out, "aaaaaaaa")
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]
