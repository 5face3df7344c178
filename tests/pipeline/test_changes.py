"""A build writes beside its tables what it changed, value by value, and why."""

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.pipeline import build
from dashboard.tables import Tables

pytestmark = pytest.mark.usefixtures("world")


def changes_of(folder: Path) -> list[dict[str, Any]]:
    """The file as whoever opens the folder reads it."""
    found: list[dict[str, Any]] = json.loads((folder / "changes.json").read_text())
    return found


def correct(sources: Path, before: str, after: str) -> None:
    """Another edition of the shares."""
    use = sources / "use.csv"
    text = use.read_text(encoding="utf-8-sig")
    assert before in text
    use.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_the_first_build_knows_of_none_before(sources: Path, out: Path) -> None:
    """Nothing is written, and the tables say that nothing is known."""
    build(sources, out)
    assert not (out / "changes.json").exists()
    assert Tables(out).changes == []


def test_a_build_tells_what_it_changed(sources: Path, out: Path) -> None:
    """81 in AAA in 2011 is 81.5 in another file of the source; 12 in CCC in 2012 is gone; all else is as it was."""
    first = build(sources, out).version
    correct(sources, "80,81,", "80,81.5,")
    correct(sources, "10,11,12,", "10,11,,")
    second = build(sources, out, accept=True).version
    (publish,) = changes_of(out)
    assert (publish["before"], publish["version"]) == (first, second)
    assert publish["changes"] == [
        {
            "table": "observations",
            "indicator": "share",
            "sources": ["use"],
            "facts": [["AAA", "", 2011, 81.0, 81.5], ["CCC", "", 2012, 12.0, None]],
        }
    ]
    assert Tables(out).changes == [publish]


def test_publishes_before_are_still_told(sources: Path, out: Path) -> None:
    """The newest is the first; a build of the same files adds none."""
    versions = [build(sources, out).version]
    for before, after in (("80,81,", "80,81.5,"), ("81.5", "81.25")):
        correct(sources, before, after)
        versions.append(build(sources, out, accept=True).version)
    build(sources, out)
    told = [(one["before"], one["version"]) for one in changes_of(out)]
    assert told == [(versions[1], versions[2]), (versions[0], versions[1])]


def test_damaged_changes_are_not_told(sources: Path, out: Path) -> None:
    """A file that is not as it was built says nothing."""
    build(sources, out)
    correct(sources, "80,81,", "80,81.5,")
    build(sources, out, accept=True)
    text = (out / "changes.json").read_text()
    (out / "changes.json").write_text(text.replace("81.5", "91.5"))
    assert Tables(out).changes == []
