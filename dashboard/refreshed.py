"""What the last refresh said of each source: a small file among the kept versions; imports nothing.

`python -m dashboard refresh` writes it, `/health` and `/metrics` tell it, so that whoever watches a server
learns that a source has stopped coming while the tables go on.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

NAME = "refresh.json"
# A source came anew, is as it was, or keeps its last good state though it should have come.
NEW, SAME, FAILED = "new", "same", "failed"


def last_refresh(versions: Path) -> dict[str, Any] | None:
    """When the last refresh ended, why its build refused, if so, and which sources are in which state.

    Those that failed with their sentences. None if there was none, or its file cannot be read.
    """
    try:
        found = orjson.loads((versions / NAME).read_bytes())
        age = datetime.now(tz=UTC) - datetime.fromisoformat(found["at"])
        of = {state: _in_state(found["sources"], state) for state in (NEW, SAME, FAILED)}
        told = {"at": found["at"], "age_days": age.days, "refused": found["refused"]}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    return {**told, NEW: list(of[NEW]), SAME: list(of[SAME]), FAILED: of[FAILED]}


def note_refresh(versions: Path, said: Mapping[str, tuple[str, str]], refused: str) -> None:
    """Write the state of each source that was asked for, and a sentence with it, at one stroke.

    Of a source that was not asked for this time, what was said last stays.
    """
    versions.mkdir(parents=True, exist_ok=True)
    place = versions / NAME
    try:
        before = dict(orjson.loads(place.read_bytes())["sources"])
    except (OSError, ValueError, LookupError, TypeError):
        before = {}
    now = {source: {"state": state, "said": text} for source, (state, text) in said.items()}
    at = datetime.now(tz=UTC).isoformat(timespec="seconds")
    found = {"at": at, "refused": refused, "sources": {**before, **now}}
    new = versions / f"{NAME}.new"
    new.write_bytes(orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS))
    new.replace(place)


def _in_state(sources: Mapping[str, Any], state: str) -> dict[str, str]:
    return {key: one["said"] for key, one in sorted(sources.items()) if one["state"] == state}
