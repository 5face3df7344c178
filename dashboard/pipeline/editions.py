"""Which edition of a source a build takes: the catalogue's own, or one that was fetched. Imports switch.

The fresher one, by the date of the edition, so that no older mirror replaces what a person has brought.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from dashboard.catalogue import Catalogue, Source
from dashboard.pipeline.switch import manifest_of

# What `refresh` knows of the files that it fetched, by source.
FETCHED = "fetched"
LIST = Path("live", "fetched.json")

Facts = Mapping[str, Any]


def fetched_into(folder: Path) -> dict[str, Any]:
    """What was fetched into a folder; nothing where there is no list that can be read."""
    try:
        found = orjson.loads((folder / LIST).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def kept_in(tables: Path) -> dict[str, Any]:
    """What the manifest of built tables says of the sources that were fetched for them."""
    listed = manifest_of(tables).get("sources", ())
    return {one["id"]: one[FETCHED] for one in listed if FETCHED in one}


def chosen(entries: Catalogue, folder: Path, tables: Path) -> tuple[Catalogue, dict[str, Facts]]:
    """The catalogue with each source in the edition that is built from, and the facts of fetched ones."""
    here, kept = fetched_into(folder), kept_in(tables)
    sources, facts = {}, {}
    for key, source in entries.sources.items():
        known = _of(source, folder, here.get(key), kept.get(key))
        sources[key] = source.fetched(known["vintage"]) if known else source
        if known:
            facts[key] = known
    return replace(entries, sources=sources), facts


def _of(source: Source, folder: Path, here: Facts | None, kept: Facts | None) -> Facts | None:
    """The facts of the fetched edition that is taken; None for the catalogue's own."""
    if source.live is None:
        return None
    found = here if here and (folder / source.live_file).is_file() else None
    fetched = max(filter(None, (found, kept)), key=_vintage, default=None)
    own = any(folder.glob(source.file))
    return None if own and fetched and source.vintage >= fetched["vintage"] else fetched


def _vintage(facts: Facts) -> str:
    return str(facts["vintage"])
