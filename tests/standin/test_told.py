"""Whoever watches a server learns what the last refresh said of each source."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import orjson
import pytest
from werkzeug.test import Client

from dashboard import operating
from dashboard.pipeline import BuildError
from dashboard.pipeline.switch import _let_go
from dashboard.refreshed import NAME, note_refresh
from dashboard.serving.metrics import _Served
from tests.standin.conftest import Rehearsal


def told(client: Client, rehearsal: Rehearsal) -> Any:
    """What `/health` says of the refresh of these tables."""
    place = SimpleNamespace(versions=rehearsal.out.parent / "versions")
    with patch.object(operating, "settings", lambda: place):
        return client.get("/health").json["refresh"]  # type: ignore[index]


def test_each_state(client: Client, rehearsal: Rehearsal) -> None:
    """A source came anew, said the same, or failed with its sentence; before any refresh there is nothing."""
    assert told(client, rehearsal) is None
    rehearsal.run()
    first = told(client, rehearsal)
    assert {key: first[key] for key in ("new", "same", "failed", "refused", "age_days")} == {
        "new": ["use"], "same": [], "failed": {}, "refused": "", "age_days": 0,
    }  # fmt: skip
    assert abs(datetime.now(UTC) - datetime.fromisoformat(first["at"])) < timedelta(minutes=1)
    rehearsal.run()
    assert [told(client, rehearsal)[key] for key in ("new", "same")] == [[], ["use"]]
    rehearsal.standin.fault = "403"
    (sentence,) = rehearsal.run().failed.values()
    assert told(client, rehearsal)["failed"] == {"use": sentence}


def test_a_build_that_refuses(client: Client, rehearsal: Rehearsal) -> None:
    """What came is not in the tables: the source failed, and the sentence of the build is told."""
    rehearsal.standin.series["AAA"][0] = 0.1
    with pytest.raises(BuildError):
        rehearsal.run()
    said = told(client, rehearsal)
    assert said["failed"] == {"use": "use came, and is not in the tables: nothing was replaced."}
    assert "share jumps beyond the history" in said["refused"]
    rehearsal.run(accept=True)
    assert [told(client, rehearsal)[key] for key in ("new", "refused")] == [["use"], ""]


def test_a_dry_run_is_not_told(client: Client, rehearsal: Rehearsal) -> None:
    """What was only tried changes nothing that is watched."""
    rehearsal.run(dry=True)
    assert told(client, rehearsal) is None


def test_what_was_not_asked_for_stays(client: Client, rehearsal: Rehearsal) -> None:
    """A refresh of one source leaves what was last said of another; a damaged file tells nothing."""
    place = rehearsal.out.parent / "versions" / NAME
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"{")
    assert told(client, rehearsal) is None
    other = {"state": "failed", "said": "other keeps its last good state: it answered 403."}
    place.write_bytes(orjson.dumps({"sources": {"other": other}}))
    rehearsal.run(only=["use"])
    assert told(client, rehearsal)["failed"] == {"other": other["said"]}
    assert told(client, rehearsal)["new"] == ["use"]


def test_it_is_no_version(tmp_path: Path) -> None:
    """The file lies among the kept versions, takes the place of none, and stays when the oldest go."""
    note_refresh(tmp_path / "versions", {"use": ("new", "")}, "")
    for day, name in enumerate("abcde", start=1):
        folder = tmp_path / "versions" / name
        folder.mkdir()
        os.utime(folder, (day, day))
    _let_go(tmp_path / "tables")
    assert {one.name for one in (tmp_path / "versions").iterdir()} == {NAME, "c", "d", "e"}


@pytest.mark.parametrize(
    ("refresh", "expected"),
    [
        (None, {}),
        (
            {"age_days": 8, "new": ["a"], "same": ["b", "c"], "failed": {}},
            {
                ("ict_refresh_age_days", ()): 8,
                ("ict_refresh_sources", ("new",)): 1,
                ("ict_refresh_sources", ("same",)): 2,
                ("ict_refresh_sources", ("failed",)): 0,
            },
        ),
    ],
)
def test_figures(refresh: Mapping[str, Any] | None, expected: Mapping[Any, float]) -> None:
    """`/metrics` counts sources by state, and says how long ago it was, where there was a refresh."""
    found = {
        (sample.name, tuple(sample.labels.values())): sample.value
        for metric in _Served("v", "e", 1, refresh).collect()
        for sample in metric.samples
        if "refresh" in sample.name
    }
    assert found == expected
