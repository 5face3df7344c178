"""What differs between two data versions, and what of it nobody should publish unseen; imports digests.

Facts are values of economies' and publishers' own, never those that we filled or computed. A corrected
value is held against the history of its own series before.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import inf, log
from pathlib import Path
from typing import Self

import pandas as pd

from dashboard.digests import whole
from dashboard.pipeline.switch import VERSIONS, manifest_of

NEW, CORRECTED, GONE = "new", "corrected", "gone"
PLACE, SOURCE, ORIGIN = "place", "source", "origin"
# What a fact is of; the source tells the editions that publishers printed from each other.
KEY = ["indicator", PLACE, "year", SOURCE]
# table -> the columns of the place and of the value
FACTS = {
    "observations": ("economy", "value"),
    "counts": ("economy", "count"),
    "published": ("group", "value"),
}
NAMES = {"observations": "", "counts": ", counts", "published": ", printed"}
SAME = 1e-9
# In bulk: so many values, and more than this share of an economy's or of a year's.
FEWEST, OF_A_PLACE, OF_A_YEAR = 3, 0.5, 0.2
# Rounding and the like: a change of less than this share of the value is no jump.
SLIGHT = 0.02
# A value that was not there may step further than its series ever did, by this factor.
NEWLY, FEW_STEPS = 2, 2
# A value twice or half as large is a jump, unless its neighbours step that far.
TWICE = log(2)
NEAR = 2
# A new edition reaches so many years beyond the last one at most.
FURTHEST = 3
# Of one fault so many cases are named; the others are counted.
NAMED = 20

ByYear = dict[int, float]


@dataclass(frozen=True)
class Facts:
    """The facts of a data version: a frame a table, with the columns of `KEY`, `value` and `ORIGIN`.

    `folder` is where they were read, None of a build that is under way.
    """

    frames: dict[str, pd.DataFrame]
    folder: Path | None = None

    @classmethod
    def of(cls, frames: dict[str, pd.DataFrame]) -> Self:
        """Take the facts from tables as a build makes them."""
        return cls({name: _facts(name, frames[name]) for name in FACTS})

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """The facts of the tables in a folder, None where they are missing or not as they were built."""
        listed = {file["name"]: file["sha256"] for file in manifest_of(folder).get("files", ())}
        paths = {name: folder / f"{name}.parquet" for name in FACTS}
        if not all(whole(path, listed.get(path.name, "")) for path in paths.values()):
            return None
        found = cls.of({name: pd.read_parquet(path) for name, path in paths.items()})
        return cls(found.frames, folder)


def _facts(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    place, value = FACTS[name]
    if "status" in frame.columns:
        frame = frame[frame["status"] != "filled"]
    frame = frame.assign(**{ORIGIN: frame[SOURCE]})
    if name != "published":
        frame = frame.assign(source="")
    found = frame.rename(columns={place: PLACE, value: "value"})[[*KEY, "value", ORIGIN]]
    return found[found["value"].notna()].astype({"year": "int64", "value": "float64"})


def last_version(out: Path) -> Facts | None:
    """The facts of the version in `out`, or of the newest kept one that is whole; None if there is none."""
    versions = out.parent / VERSIONS
    kept = [one for one in versions.glob("*") if one.is_dir()]
    newest = sorted(kept, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    return next(filter(None, map(Facts.read, (out, *newest))), None)


def differences(before: Facts, now: Facts) -> pd.DataFrame:
    """A row a fact that is new, corrected or gone: table, the columns of `KEY`, old, new, kind.

    `origin_old` and `origin_new` are the sources that it is from.
    """
    parts = []
    for name, frame in before.frames.items():
        both = frame.merge(now.frames[name], on=KEY, how="outer", suffixes=("_old", "_new"))
        both = both.rename(columns={"value_old": "old", "value_new": "new"})
        apart = (both["old"] - both["new"]).abs() > SAME * both["old"].abs()
        kind = pd.Series("", index=both.index).mask(apart, CORRECTED)
        kind = kind.mask(both["old"].isna(), NEW).mask(both["new"].isna(), GONE)
        parts.append(both.assign(table=name, kind=kind)[kind != ""])
    return pd.concat(parts, ignore_index=True)


def surprises(before: Facts, now: Facts) -> Iterator[str]:
    """Sentences about what vanished, changed in bulk, or jumped beyond the history of its series."""
    found = differences(before, now)
    for (table, indicator), part in found.groupby(["table", "indicator"], sort=False):
        name = f"{indicator}{NAMES[str(table)]}"
        old = before.frames[str(table)]
        old = old[old["indicator"] == indicator]
        yield from _gone(name, part[part["kind"] == GONE])
        yield from _bulk(name, part[part["kind"] == CORRECTED], old)
        yield from _jumps(name, part[part["kind"] != GONE], old)


def _gone(name: str, part: pd.DataFrame) -> Iterator[str]:
    cases = [f"{place}, {year}" for place, year in zip(part[PLACE], part["year"], strict=True)]
    if cases:
        yield f"{name} has lost {len(cases)} values since the last version: {_listed(cases)}."


def _bulk(name: str, part: pd.DataFrame, old: pd.DataFrame) -> Iterator[str]:
    for column, most in ((PLACE, OF_A_PLACE), ("year", OF_A_YEAR)):
        had = Counter(old[column])
        cases = [
            f"{which} ({count} of {had[which]})"
            for which, count in sorted(Counter(part[column]).items())
            if count >= FEWEST and count > most * had[which]
        ]
        if cases:
            yield f"{name} has been corrected in bulk since the last version: {_listed(cases)}."


def _jumps(name: str, part: pd.DataFrame, old: pd.DataFrame) -> Iterator[str]:
    histories: dict[tuple[str, str], ByYear] = {}
    for place, source, year, value in zip(
        *(old[column] for column in (PLACE, SOURCE, "year", "value")), strict=True
    ):
        histories.setdefault((place, source), {})[year] = value
    latest = old["year"].max() if len(old) else inf
    jumps = []
    for place, source, year, was, value in zip(
        *(part[column] for column in (PLACE, SOURCE, "year", "old", "new")), strict=True
    ):
        history = histories.get((place, source), {})
        if year > latest + FURTHEST:
            jumps.append((inf, f"{place}, {year}, {value:g} now, a year far beyond the last one"))
        elif was == was and is_beyond(history, year, was, value):  # noqa: PLR0124  # not NaN
            jumps.append((_factor(was, value), f"{place}, {year}, {was:g} before, {value:g} now"))
        elif was != was and history:  # noqa: PLR0124  # NaN: it was not there
            near = min(history, key=lambda known: (abs(known - year), known))
            if is_beyond(history, near, history[near], value, abs(near - year)):
                said = f"{place}, {year}, {value:g} now, beside {history[near]:g} in {near}"
                jumps.append((_factor(history[near], value), said))
    if jumps:
        cases = [said for _, said in sorted(jumps, key=lambda jump: -jump[0])]
        yield f"{name} jumps beyond the history of its series: {_listed(cases)}."


def _factor(was: float, value: float) -> float:
    return abs(log(value / was)) if was > 0 and value > 0 else inf


def is_beyond(history: ByYear, year: int, was: float, value: float, years: int = 0) -> bool:
    """Whether a value is further from `was`, that of `year`, than the series ever stepped in a year.

    With `years` it is not a correction but the value of another year, so far away.
    """
    allowed = NEWLY if years else 1
    change = abs(value - was) / max(years, 1)
    if change <= SLIGHT * abs(was):
        return False
    known = sorted(history)
    steps = [abs(history[b] - history[a]) / (b - a) for a, b in pairwise(known)]
    if (not years or len(steps) >= FEW_STEPS) and change > allowed * max(steps, default=0):
        return True
    at = known.index(year)
    around = known[max(0, at - NEAR) : at + NEAR + 1]
    ratios = [_factor(history[a], history[b]) / (b - a) for a, b in pairwise(around)]
    return _factor(was, value) / max(years, 1) > max(TWICE, allowed * max(ratios, default=0))


def _listed(cases: list[str]) -> str:
    more = f"; and {len(cases) - NAMED} more" if len(cases) > NAMED else ""
    return f"{'; '.join(cases[:NAMED])}{more}"
