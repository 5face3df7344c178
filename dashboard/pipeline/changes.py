"""What a build changed, for the page and the feed, in `changes.json` beside the new tables.

The newest publish first, then those that the version before knew of. The manifest has the checksum of
the file, and the data version is made without it: the same values are the same version, whatever
was there before. Years that an indicator is not told of any more (`since`) are counted, not listed.
Imports the revisions.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.digests import CHANGES, whole
from dashboard.pipeline.revisions import ORIGIN, PLACE, SOURCE, Facts, differences
from dashboard.pipeline.switch import manifest_of
from dashboard.pipeline.told import untold

# So many publishes are told of.
MOST_TOLD = 10
ORDER = ["table", "indicator", PLACE, SOURCE, "year"]


def write(before: Facts, now: Facts, folder: Path, catalogue: Catalogue) -> None:
    """Write what differs between the facts before and those of the tables in `folder`."""
    earlier = manifest_of(before.folder) if before.folder else {}
    manifest = manifest_of(folder)
    publishes = _known(before.folder, earlier)
    if earlier.get("version") != manifest["version"]:
        publishes.insert(0, _publish(differences(before, now), earlier, manifest, catalogue))
    content = orjson.dumps(publishes[:MOST_TOLD])
    (folder / CHANGES).write_bytes(content)
    manifest["changes"] = sha256(content).hexdigest()
    text = orjson.dumps(manifest, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    (folder / "manifest.json").write_bytes(text)


def _known(folder: Path | None, manifest: dict[str, Any]) -> list[dict[str, Any]]:
    content = whole(folder / CHANGES, manifest.get("changes", "")) if folder else None
    return list(orjson.loads(content)) if content else []


def _publish(
    found: pd.DataFrame, before: dict[str, Any], now: dict[str, Any], catalogue: Catalogue
) -> dict[str, Any]:
    left = untold(found, catalogue)
    counts = found[left].groupby("indicator", sort=False).size()
    return {
        "version": now["version"],
        "built": now["built"],
        "before": before.get("version", ""),
        "before_built": before.get("built", ""),
        "changes": list(_parts(found[~left], _other_files(before, now))),
        "untold": [
            [str(key), catalogue.indicators[str(key)].since, int(n)] for key, n in counts.items()
        ],
    }


def _other_files(before: dict[str, Any], now: dict[str, Any]) -> set[str]:
    """The sources whose files are not those of before."""
    then, today = (
        {one["id"]: one["sha256"] for one in m.get("sources", ())} for m in (before, now)
    )
    return {name for name in then | today if then.get(name) != today.get(name)}


def _parts(found: pd.DataFrame, other_files: set[str]) -> Iterator[dict[str, Any]]:
    """A part a table and indicator: of its sources those with other files, and its facts."""
    ordered = found.sort_values(ORDER)
    for (table, indicator), part in ordered.groupby(["table", "indicator"], sort=False):
        origins = {*part[f"{ORIGIN}_old"].dropna(), *part[f"{ORIGIN}_new"].dropna()}
        values = part[["old", "new"]].astype(object)
        values = values.where(values.notna(), None)
        columns = (part[PLACE], part[SOURCE], part["year"], values["old"], values["new"])
        yield {
            "table": table,
            "indicator": indicator,
            "sources": sorted(origins & other_files),
            "facts": [list(fact) for fact in zip(*map(pd.Series.tolist, columns), strict=True)],
        }
