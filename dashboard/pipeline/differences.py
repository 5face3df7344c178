"""The difference between two kept data versions as a text: corrected values, the largest change first,
values that are gone, and new ones; by indicator and economy. Years that are not told any more are
counted only. Imports the revisions.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from dashboard.catalogue import catalogue
from dashboard.pipeline.revisions import (
    CORRECTED,
    GONE,
    NAMES,
    NEW,
    PLACE,
    SOURCE,
    Facts,
    differences,
)
from dashboard.pipeline.switch import VERSIONS, manifest_of
from dashboard.pipeline.told import untold

NAMED_BY = ("table", "indicator", PLACE, SOURCE, "year")
ORDER = ["table", "indicator", PLACE, "year"]


class DifferenceError(ValueError):
    """The versions cannot be compared; the message is a sentence."""


def difference(before: str, now: str, tables: Path) -> str:
    """What differs between two data versions kept at `tables`; a version is named by its first digits."""
    old, new = (_facts(name, tables) for name in (before, now))
    found = differences(old, new)
    left = (found["kind"] == GONE) & untold(found, catalogue())
    untold_lines = _untold(found[left])
    found = found[~left]
    kinds = found["kind"].value_counts()
    told = ", ".join(f"{kinds.get(kind, 0)} values {kind}" for kind in (NEW, CORRECTED, GONE))
    parts = (
        [f"From {before} to {now}: {told}."],
        untold_lines,
        _counts(found),
        _corrected(found[found["kind"] == CORRECTED]),
        _listed(found[found["kind"] == GONE], "Gone:", "old"),
        _listed(found[found["kind"] == NEW], "New:", "new"),
    )
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part)


def _facts(name: str, tables: Path) -> Facts:
    folders = [tables, *sorted((tables.parent / VERSIONS).glob("*"))]
    known = {str(manifest_of(folder).get("version", "")): folder for folder in reversed(folders)}
    known.pop("", None)
    chosen = [folder for version, folder in known.items() if name and version.startswith(name)]
    if len(chosen) != 1:
        kept = ", ".join(sorted(known)) or "none"
        raise DifferenceError(f"{name!r} is not one of the data versions that are kept: {kept}.")
    facts = Facts.read(chosen[0])
    if facts is None:
        raise DifferenceError(f"The tables of data version {name} are not as they were built.")
    return facts


def _untold(found: pd.DataFrame) -> list[str]:
    """A line an indicator whose first years are not told of any more, by the catalogue of today."""
    entries = catalogue().indicators
    return [
        f"{key}: {n} values of before {entries[str(key)].since} are not told any more (`since` in indicators.toml)."
        for key, n in found["indicator"].value_counts(sort=False).items()
    ]


def _counts(found: pd.DataFrame) -> list[str]:
    """A line an indicator."""
    lines = []
    for (table, indicator), part in found.groupby(["table", "indicator"]):
        counts = part["kind"].value_counts()
        told = ", ".join(f"{counts.get(kind, 0)} {kind}" for kind in (NEW, CORRECTED, GONE))
        lines.append(f"{indicator}{NAMES[str(table)]}: {told}")
    return ["By indicator:", *lines] if lines else []


def _corrected(part: pd.DataFrame) -> list[str]:
    """A line a value, the largest share of its old value first."""
    share = ((part["new"] - part["old"]) / part["old"]).abs()
    ordered = part.assign(share=share).sort_values(
        ["share", *ORDER], ascending=[False, *(True for _ in ORDER)]
    )
    lines = [
        f"{_name(*fact)}: {old:g} -> {new:g}" for *fact, old, new in _rows(ordered, "old", "new")
    ]
    return ["Corrected, old -> new:", *lines] if lines else []


def _listed(part: pd.DataFrame, title: str, column: str) -> list[str]:
    rows = _rows(part.sort_values(ORDER), column)
    lines = [f"{_name(*fact)}: {value:g}" for *fact, value in rows]
    return [title, *lines] if lines else []


def _rows(part: pd.DataFrame, *columns: str) -> Iterator[tuple[object, ...]]:
    return zip(*(part[name] for name in (*NAMED_BY, *columns)), strict=True)


def _name(table: object, indicator: object, place: object, source: object, year: object) -> str:
    edition = f" ({source})" if source else ""
    return f"{indicator}{NAMES[str(table)]}, {place}, {year}{edition}"
