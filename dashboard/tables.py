"""The built tables, as the app serves from them; imports settings only, and neither pandas nor numpy.

One file an indicator (`serve/<indicator>.jsonl`): a header line, then a line for every economy,
group, published series and gap, in the header's order. Lines stay text until they are asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import orjson

from dashboard.settings import settings

REBUILD = "Rebuild the tables with: python -m dashboard build --sources DIR"


class TablesError(RuntimeError):
    """A table is missing or damaged; the message names the file and the command that rebuilds it."""


@dataclass(frozen=True, slots=True)
class EconomySeries:
    """The values of one economy, aligned with the indicator's years (None: no value).

    `status` has a letter a year: o observed, e estimated by the publisher, i filled by us by
    interpolation, c filled by us by carrying forward, . none; `sources` a letter a year that
    indexes the indicator's sources; `notes` maps a year to indexes of the indicator's notes; `packed` holds
    the same parts as they travel to the browser (see `dashboard/exports/packing.py`).
    """

    values: list[float | None]
    status: str
    sources: str
    notes: dict[str, list[int]]
    packed: tuple[str, str, str, list[tuple[int, int, int]]]


@dataclass(frozen=True, slots=True)
class GroupSeries:
    """The values of one group, aligned with the indicator's years.

    A value is None where data cover less than two thirds of the group's population; `coverage` is
    that share (0 to 1), `filled` the share of the weight that rests on values filled by us,
    `highest` and `lowest` index the indicator's economies.
    """

    values: list[float | None]
    with_data: list[int]
    total: int
    coverage: list[float]
    filled: list[float]
    highest: list[int | None]
    lowest: list[int | None]


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
    `economies` and `coverage` are those of the two groups.
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
            names = (*self._keys(head), *(("gap", key) for key in head["gaps"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise TablesError(f"The table {path.name} is missing or damaged. {REBUILD}") from error
        if len(names) != len(lines):
            raise TablesError(f"The table {path.name} is cut short. {REBUILD}")
        self._lines = dict(zip(names, lines, strict=True))

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

    def _open(self, indicator: str) -> IndicatorTable:
        return IndicatorTable(self.folder / "serve" / f"{indicator}.jsonl")

    def open_all(self, indicators: Sequence[str]) -> None:
        """Open every table, so that a missing or damaged one stops the start."""
        for indicator in indicators:
            self.indicator(indicator)


@cache
def tables() -> Tables:
    """The tables of this installation, opened once."""
    return Tables(settings().tables)
