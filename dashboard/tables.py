"""The built tables, as the app serves from them; imports settings and digests, and neither pandas nor numpy.

One file an indicator (`serve/<indicator>.jsonl`): a header line, then a line for every economy,
group, published series, gap, spread and modelled economy, in the header's order. Beside them three files with a line
for every place (an economy or a group): `profiles.jsonl`, `availability.jsonl`, `targets.jsonl`.
Lines stay text until they are asked for. A process serves one version: the newest that is whole
(`take`), until it takes another.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import orjson

from dashboard.catalogue import date_sources
from dashboard.digests import CHANGES, PLACED, is_as_built, whole
from dashboard.doubts import ModelledSeries
from dashboard.series import (
    Availability,
    EconomySeries,
    GapSeries,
    GroupSeries,
    Profile,
    PublishedSeries,
    Reading,
    SpreadSeries,
)
from dashboard.settings import settings

# Digits of a checksum that tell a file from another of the same version.
FILE_DIGITS = 8

P = ParamSpec("P")
R = TypeVar("R")

REBUILD = "Rebuild the tables with: python -m dashboard build --sources DIR"


class TablesError(RuntimeError):
    """A table is missing or damaged; the message names the file and the command that rebuilds it."""


_remembering: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A cache of so many results that rest on tables: `take` empties it, so that none outlives them."""

    def remember(function: Callable[P, R]) -> Callable[P, R]:
        cached = lru_cache(maxsize=most)(function)
        _remembering.append(cached.cache_clear)
        return cached  # type: ignore[return-value]  # called alike

    return remember


class PlaceTable:
    """One file with a line a place: its header, and the lines as values of one kind."""

    def __init__(self, path: Path) -> None:
        """Open the file; TablesError if it is missing or cut short."""
        try:
            header, *lines = path.read_bytes().splitlines()
            self.header: dict[str, Any] = orjson.loads(header)
            places = self.header["places"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise TablesError(f"The table {path.name} is missing or damaged. {REBUILD}") from error
        if len(places) != len(lines):
            raise TablesError(f"The table {path.name} is cut short. {REBUILD}")
        self._lines = dict(zip(places, lines, strict=True))

    def line(self, place: str) -> Any:
        """The line of an economy or a group, None if it has none."""
        line = self._lines.get(place)
        return orjson.loads(line) if line else None


class IndicatorTable:
    """All series of one indicator; lines are read when they are asked for."""

    def __init__(self, path: Path) -> None:
        """Open `serve/<indicator>.jsonl`; TablesError if it is missing or its length is wrong."""
        try:
            header, *lines = path.read_bytes().splitlines()
            head: dict[str, Any] = orjson.loads(header)
            self.indicator: str = head["indicator"]
            self.years: list[int] = head["years"]
            self.step = usual_step(self.years)
            self.latest: int = head["latest"]
            self.economies: list[str] = head["economies"]
            self.groups: list[str] = head["groups"]
            self.sources: list[str] = head["sources"]
            self.notes: list[str] = head["notes"]
            names = (
                *self._keys(head),
                *(("gap", key) for key in head["gaps"]),
                *(("spread", key) for key in head["spreads"]),
                *(("modelled", key) for key in head.get("modelled", ())),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise TablesError(f"The table {path.name} is missing or damaged. {REBUILD}") from error
        if len(names) != len(lines):
            raise TablesError(f"The table {path.name} is cut short. {REBUILD}")
        self._lines = dict(zip(names, lines, strict=True))

    def emptied(self) -> "IndicatorTable":
        """The same years and sources without any value."""
        empty = copy(self)
        empty.economies, empty.groups, empty.notes = [], [], []
        empty._lines = {}  # noqa: SLF001  # of its own kind
        return empty

    def try_all(self) -> None:
        """Read a line of every kind; TypeError or ValueError if they are of another form."""
        for kind, key in dict(iter(self._lines)).items():
            getattr(self, kind)(*key.split("/"))

    @staticmethod
    def _keys(head: dict[str, Any]) -> list[tuple[str, str]]:
        kinds = {"economy": "economies", "group": "groups", "published": "published"}
        return [(kind, key) for kind, keys in kinds.items() for key in head[keys]]

    # A face reads the lines of all economies several times; 2 kB each.
    @remembered(2048)
    def economy(self, iso3: str) -> EconomySeries | None:
        """The series of an economy, None if it has no value in any year."""
        line = self._lines.get(("economy", iso3))
        return EconomySeries(**orjson.loads(line)) if line else None

    def group(self, code: str) -> GroupSeries | None:
        """The series of a group, None if this indicator has no group values."""
        line = self._lines.get(("group", code))
        return GroupSeries(**orjson.loads(line)) if line else None

    def published(self, code: str, source: str) -> PublishedSeries | None:
        """The series that a publisher printed for a group in one edition, None if there is none."""
        line = self._lines.get(("published", f"{code}/{source}"))
        return PublishedSeries(**orjson.loads(line)) if line else None

    def editions(self, code: str) -> list[PublishedSeries]:
        """Every edition of what publishers printed for a group, the newest first."""
        found = (
            self.published(*key.split("/"))
            for kind, key in self._lines
            if kind == "published" and key.startswith(f"{code}/")
        )
        return [series for series in found if series]

    def printed(self) -> list[str]:
        """The sources of published series, each once, in the order in which a group has them."""
        keys = (key for kind, key in self._lines if kind == "published")
        return list(dict.fromkeys(key.split("/")[1] for key in keys))

    def gap(self, scheme: str, higher: str, lower: str, panel: str) -> GapSeries | None:
        """The gap between two groups of a scheme, None if it could not be formed.

        `panel` is "all" (the group values) or "same" (the same economies in all years).
        """
        line = self._lines.get(("gap", f"{scheme}/{higher}/{lower}/{panel}"))
        return GapSeries(**orjson.loads(line)) if line else None

    def spread(self, code: str) -> SpreadSeries | None:
        """How unequal the economies of a group are, None where fewer than two have a value."""
        line = self._lines.get(("spread", code))
        return SpreadSeries(**orjson.loads(line)) if line else None

    def modelled(self, iso3: str) -> ModelledSeries | None:
        """What stands for an economy inside groups, None if it is never modelled."""
        line = self._lines.get(("modelled", iso3))
        return ModelledSeries(**orjson.loads(line)) if line else None

    def year_index(self, year: int | None) -> int:
        """The place in `years` of `year`, or of the nearest earlier year that has data."""
        wanted = self.latest if year is None else year
        earlier = [k for k, y in enumerate(self.years) if y <= wanted]
        return earlier[-1] if earlier else 0


def usual_step(years: Sequence[int]) -> int:
    """The usual number of years from one to the next, the smaller of two that are as frequent."""
    steps = sorted(b - a for a, b in pairwise(years))
    return max(steps, key=steps.count) if steps else 1


class Tables:
    """One data version: a folder with `manifest.json` and the tables that it lists."""

    def __init__(self, folder: Path) -> None:
        """Read the manifest; TablesError if it is missing or damaged."""
        self.folder = folder
        try:
            listed = (folder / "manifest.json").read_bytes()
            self.fingerprint = sha256(listed).hexdigest()
            self.manifest: dict[str, Any] = orjson.loads(listed)
            self.version: str = self.manifest["version"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise TablesError(
                f"The table manifest.json is missing or damaged. {REBUILD}"
            ) from error
        self.files = self._whole_tables()
        self.indicator = lru_cache(maxsize=None)(self._open)
        self._placed = lru_cache(maxsize=None)(self._open_placed)

    def _open(self, indicator: str) -> IndicatorTable:
        return IndicatorTable(self.folder / "serve" / f"{indicator}.jsonl")

    def _open_placed(self, name: str) -> PlaceTable:
        return PlaceTable(self.folder / f"{name}.jsonl")

    def _whole_tables(self) -> list[dict[str, Any]]:
        """The whole tables as files to take away: `name`, `table`, `rows`, `bytes`, `sha256`.

        None in a folder of before they were listed, nor such as are not there.
        """
        listed = self.manifest.get("files", [])
        return [file for file in listed if (self.folder / file["name"]).is_file()]

    def content(self, name: str) -> bytes:
        """The bytes of a whole table of this version; TablesError if they are damaged or gone.

        The folder may have been replaced since it was opened: then they are where that version is kept.
        """
        digest = next(file["sha256"] for file in self.files if file["name"] == name)
        found = self._found(name, digest)
        if found is None:
            raise TablesError(
                f"The file {name} of data version {self.version} is damaged here and not given out. {REBUILD}"
            )
        return found

    def _found(self, name: str, digest: str) -> bytes | None:
        here = settings()
        folders = (self.folder, here.versions / self.version, here.tables)
        return next(filter(None, (whole(folder / name, digest) for folder in folders)), None)

    @property
    def changes(self) -> list[dict[str, Any]]:
        """What this build and those before it changed, the newest first; empty where none is known."""
        content = self._found(CHANGES, self.manifest.get("changes", ""))
        return orjson.loads(content) if content else []

    def edition_of(self, name: str) -> str:
        """The value of `v` in the address of a file: the data version, and digits of the file's own."""
        digest = next(file["sha256"] for file in self.files if file["name"] == name)
        return f"{self.version}{digest[:FILE_DIGITS]}"

    def open_all(self, indicators: Sequence[str]) -> None:
        """Open every table, so that a missing or damaged one stops the start."""
        for indicator in indicators:
            self.indicator(indicator)
        for name in PLACED:
            self._placed(name)
        if not is_as_built(self.folder, self.manifest):
            raise TablesError(
                f"The tables in {self.folder} are damaged: they are not those that were built as data "
                f"version {self.version}. {REBUILD}"
            )

    def try_all(self, indicators: Sequence[str]) -> None:
        """Read a line of every kind; TablesError if a build of another form wrote them."""
        try:
            for indicator in indicators:
                self.indicator(indicator).try_all()
            for name, read in zip(
                PLACED, (self.profile, self.availability, self.readings), strict=True
            ):
                read(self._placed(name).header["places"][0])
        except (TypeError, ValueError, LookupError) as error:
            raise TablesError(
                f"The tables in {self.folder} are of another form. {REBUILD}"
            ) from error

    @property
    def profiled(self) -> list[str]:
        """The indicators that the lists of a `Profile` are aligned with."""
        found: list[str] = self._placed("profiles").header["indicators"]
        return found

    def profile(self, iso3: str) -> Profile | None:
        """What an economy has, None if it has no value at all."""
        line = self._placed("profiles").line(iso3)
        return Profile(**line) if line else None

    @property
    def available(self) -> tuple[list[str], list[int]]:
        """The indicators and the years that the lists of an `Availability` are aligned with."""
        header = self._placed("availability").header
        return header["indicators"], header["years"]

    def availability(self, group: str) -> Availability | None:
        """Who measures what in a group, None for an unknown one."""
        line = self._placed("availability").line(group)
        return Availability(**line) if line else None

    @property
    def target_terms(self) -> dict[str, Any]:
        """The header of the readings: `measures`, `checkpoints` (years), `horizon` (a year).

        `universal` is the share at which a threshold of 100 counts as reached, `errors` gives, by
        indicator, the forecasts of the back-test, their median absolute error (in the indicator's
        unit) and the share that lies inside the range.
        """
        return self._placed("targets").header

    # A page of targets asks for the same places again and again; 30 kB each.
    @remembered(32)
    def readings(self, place: str) -> dict[str, Reading]:
        """Where an economy or a group stands, by measure; measures without open data are absent."""
        return {
            measure: Reading(**reading) for measure, reading in self._read(place).items() if reading
        }

    def reading(self, place: str, measure: str) -> Reading | None:
        """Where a place stands with one measure, None without open data."""
        found = self._read(place).get(measure)
        return Reading(**found) if found else None

    def _read(self, place: str) -> dict[str, dict[str, Any]]:
        line = self._placed("targets").line(place) or []
        return dict(zip(self.target_terms["measures"], line, strict=False))


@dataclass(slots=True)
class _Taken:
    """What this process serves from, and why newer tables were refused."""

    tables: Tables | None = None
    refused: str = ""


_taken = _Taken()


def tables() -> Tables:
    """The tables that this process serves: of one data version, until `take` finds another."""
    if _taken.tables is None:
        return _take(Tables(settings().tables))
    return _taken.tables


def _take(found: Tables) -> Tables:
    """Serve these tables, with their sources in the editions that they are built from."""
    _taken.tables = found
    date_sources(found.manifest.get("sources", ()))
    return found


def refused() -> str:
    """Why the tables in their place are not served, in sentences; empty if they are."""
    return _taken.refused


def take(indicators: Sequence[str]) -> None:
    """Serve the tables in their place from now on, or those served before, or else the newest kept.

    TablesError if none is whole. What was remembered of other tables is forgotten. To be called where
    no request is under way: before workers are forked.
    """
    try:
        _take(_whole(settings().tables, indicators))
        _taken.refused = ""
    except TablesError as error:
        former = _taken.tables or next(_kept(indicators), None)
        if former is None:
            raise
        _take(former)
        _taken.refused = f"{error}; data version {former.version} is served instead."
    for forget in _remembering:
        forget()


def _whole(folder: Path, indicators: Sequence[str]) -> Tables:
    found = Tables(folder)
    found.open_all(indicators)
    found.try_all(indicators)
    return found


def _kept(indicators: Sequence[str]) -> Iterator[Tables]:
    """The older versions that are whole and have all indicators, the newest first."""
    folder = settings().versions
    known = [path for path in folder.glob("*") if path.is_dir()] if folder.is_dir() else []
    for path in sorted(known, key=lambda path: path.stat().st_mtime_ns, reverse=True):
        with suppress(TablesError):
            yield _whole(path, indicators)
