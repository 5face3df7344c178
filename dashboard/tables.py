"""The built tables, as the app serves from them; imports settings and packing, and neither pandas nor numpy.

One file an indicator (`serve/<indicator>.jsonl`): a header line, then a line for every economy,
group, published series, gap, spread and modelled economy, in the header's order. Beside them three files with a line
for every place (an economy or a group): `profiles.jsonl`, `availability.jsonl`, `targets.jsonl`.
Lines stay text until they are asked for.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import orjson

from dashboard.doubts import Doubt, GapDoubt, ModelledSeries
from dashboard.packing import Line
from dashboard.settings import settings

# Digits of a checksum that tell a file from another of the same version.
FILE_DIGITS = 8
# The files with a line a place.
PLACED = ("profiles", "availability", "targets")

REBUILD = "Rebuild the tables with: python -m dashboard build --sources DIR"


class TablesError(RuntimeError):
    """A table is missing or damaged; the message names the file and the command that rebuilds it."""


@dataclass(frozen=True, slots=True)
class EconomySeries:
    """The values of one economy, aligned with the indicator's years (None: no value).

    `status` has a letter a year: o observed, e estimated by the publisher, i filled by us by
    interpolation, c filled by us by carrying forward, . none; `sources` a letter a year that
    indexes the indicator's sources; `notes` maps a year to indexes of the indicator's notes; `packed` holds
    the same parts as they travel to the browser (see `dashboard/packing.py`).
    """

    values: list[float | None]
    status: str
    sources: str
    notes: dict[str, list[int]]
    packed: Line


@dataclass(frozen=True, slots=True)
class GroupSeries:
    """The values of one group, aligned with the indicator's years.

    A value is None where data cover less than two thirds of the group's population; `coverage` is
    that share (0 to 1), `filled` the share of the weight that rests on values filled by us, `highest`
    and `lowest` index the indicator's economies. By year, where there are any, `doubts` has the parts of
    a `Doubt`, and `breaks` the places of members with a tenth of the weight whose series breaks.
    """

    values: list[float | None]
    with_data: list[int]
    total: int
    coverage: list[float]
    filled: list[float]
    highest: list[int | None]
    lowest: list[int | None]
    doubts: dict[str, list[float | None]] = field(default_factory=dict)
    breaks: dict[str, list[int]] = field(default_factory=dict)

    def doubt(self, year: int) -> Doubt | None:
        """How sure the value of a year is, None where every member says its own."""
        parts = self.doubts.get(str(year))
        return Doubt(*parts) if parts else None  # type: ignore[arg-type]  # the share is a number


@dataclass(frozen=True, slots=True)
class PublishedSeries:
    """Group values as a publisher printed them in one edition: never spliced with ours."""

    values: list[float | None]
    edition: str
    source: str


@dataclass(frozen=True, slots=True)
class GapSeries:
    """The gap between a reference group (`higher`) and another (`lower`), aligned with the years.

    `points` = higher - lower in the indicator's unit, `ratio` = higher / lower, `logit` the log odds
    ratio (bounded shares only), `years_behind` a number of years or "not-yet" or "before"; `panel`
    is "common" where both groups keep the same economies through `panel_years`, else "varying";
    `economies` and `coverage` are of both groups; `doubts` has, by year, the parts of a `GapDoubt`.
    """

    higher: list[float | None]
    lower: list[float | None]
    points: list[float | None]
    ratio: list[float | None]
    logit: list[float | None]
    years_behind: list[float | str | None]
    panel: str
    panel_years: list[int]
    economies: list[int]
    coverage: list[float]
    doubts: dict[str, list[float | None]] = field(default_factory=dict)

    def doubt(self, year: int) -> GapDoubt | None:
        """How sure the gap of a year is, None where every member of both groups says its own."""
        parts = self.doubts.get(str(year))
        return GapDoubt(*parts) if parts else None


@dataclass(frozen=True, slots=True)
class SpreadSeries:
    """How unequal the economies of a group are, aligned with the indicator's years (None: unknown).

    `high`, `median` and `low` are of the economies with a value, of which there are `n`; `highest`
    and `lowest` index the indicator's economies. `gini`, `theil` and `theil_between` are weighted
    by population, of shares and rates only, and None where data cover less than two thirds of the
    population; what is not between the groups `parts` is within them.
    """

    high: list[float | None]
    median: list[float | None]
    low: list[float | None]
    n: list[int]
    highest: list[int | None]
    lowest: list[int | None]
    gini: list[float | None]
    theil: list[float | None]
    theil_between: list[float | None]
    parts: list[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """What an economy has, aligned with the indicators of the header (None: no value of its own).

    `latest` is value, year and status letter (o or e) of the newest value that is not filled by us.
    `ranks` gives, for every group that the economy belongs to, the place of that value and the
    number of economies ranked, by the rule of `dashboard.ranks`, in the year that the indicator's
    pages open with or, where that is later, the value's; None where it is too old. `peers` are the
    economies of the same region and income group that are nearest to it, by the rule in
    `docs/methods.md`.
    """

    latest: list[tuple[float, int, str] | None]
    ranks: dict[str, list[tuple[int, int] | None]]
    peers: list[str]


@dataclass(frozen=True, slots=True)
class Availability:
    """How many of a group's `members` have a value of their own, a list an indicator, a number a year.

    Indicators and years are those of the header.
    """

    members: int
    observed: list[list[int]]
    estimated: list[list[int]]


@dataclass(frozen=True, slots=True)
class Reading:
    """Where an economy or a group stands with a measure of a target.

    `value`, `year` and `status` are of the newest value of its own (a group: computed, "g").
    `verdict` is met, missed (the date has passed), on-track, off-track or cannot-say; `reason` then
    says why not (no-value: none at all, or none near a date that has passed; few-values, old, break,
    no-threshold). `checkpoints` are the values nearest to, and at most one year from, the years of the
    header's `checkpoints`. `pace` is the yearly change over the years `window`, in the indicator's unit;
    `required` the yearly change from now to the date. `arrival` is the range of years (early, middle,
    late) in which the threshold is reached at the present pace, each None where it is not reached
    within the header's `horizon`; None where no projection is made. `fit` is what it is drawn from:
    origin year, value there, and the yearly slope (low, middle, high) in the transformed unit named by
    `scale` (linear, logit, log). `low` and `high` end a group's 80 % interval, None where it has none.
    """

    value: float | None
    year: int | None
    status: str
    verdict: str
    reason: str
    checkpoints: list[float | None]
    pace: float | None
    window: tuple[int, int] | None
    required: float | None
    arrival: tuple[int | None, int | None, int | None] | None
    fit: tuple[int, float, float, float, float] | None
    scale: str
    low: float | None = None
    high: float | None = None


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

    def economy(self, iso3: str) -> EconomySeries | None:
        """The series of an economy, None if it has no value in any year."""
        line = self._lines.get(("economy", iso3))
        return EconomySeries(**orjson.loads(line)) if line else None

    def group(self, code: str) -> GroupSeries | None:
        """The series of a group, None if this indicator has no group values."""
        line = self._lines.get(("group", code))
        return GroupSeries(**orjson.loads(line)) if line else None

    def published(self, code: str) -> PublishedSeries | None:
        """The series that the publisher printed for a group, None if there is none."""
        line = self._lines.get(("published", code))
        return PublishedSeries(**orjson.loads(line)) if line else None

    def gap(self, scheme: str, higher: str, lower: str) -> GapSeries | None:
        """The gap between two groups of a scheme, None if it could not be formed."""
        line = self._lines.get(("gap", f"{scheme}/{higher}/{lower}"))
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


class Tables:
    """One data version: a folder with `manifest.json` and the tables that it lists."""

    def __init__(self, folder: Path) -> None:
        """Read the manifest; TablesError if it is missing or damaged."""
        self.folder = folder
        try:
            self.manifest: dict[str, Any] = orjson.loads((folder / "manifest.json").read_bytes())
            self.version: str = self.manifest["version"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise TablesError(
                f"The table manifest.json is missing or damaged. {REBUILD}"
            ) from error
        self.indicator = lru_cache(maxsize=None)(self._open)
        self._placed = lru_cache(maxsize=None)(self._open_placed)

    def _open(self, indicator: str) -> IndicatorTable:
        return IndicatorTable(self.folder / "serve" / f"{indicator}.jsonl")

    def _open_placed(self, name: str) -> PlaceTable:
        return PlaceTable(self.folder / f"{name}.jsonl")

    @property
    def files(self) -> list[dict[str, Any]]:
        """The whole tables as files to take away: `name`, `table`, `rows`, `bytes`, `sha256`.

        None in a folder of before they were listed, nor such as are not there.
        """
        listed = self.manifest.get("files", [])
        return [file for file in listed if (self.folder / file["name"]).is_file()]

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
            raise TablesError(f"The tables in {self.folder} are of another form.") from error

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

    def readings(self, place: str) -> dict[str, Reading]:
        """Where an economy or a group stands, by measure; measures without open data are absent."""
        line = self._placed("targets").line(place) or []
        measures = self.target_terms["measures"]
        return {
            measure: Reading(**reading)
            for measure, reading in zip(measures, line, strict=False)
            if reading
        }


@cache
def tables() -> Tables:
    """The tables of this installation, opened once."""
    return Tables(settings().tables)
