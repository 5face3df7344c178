"""Economies as publishers write them -> ISO3; imports the catalogue and the readers only.

Codes and names that are not the catalogue's own stand in `data/catalogue/aliases.csv`, with the
economy that is meant or the reason why there is none: `aggregate` (a publisher's group),
`several-economies`, `part-of-another` or `dissolved` (values of these three are listed as excluded).
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dashboard.catalogue import Catalogue
from dashboard.pipeline.readers.records import Entities

AGGREGATE = "aggregate"


@dataclass(frozen=True, slots=True)
class Meaning:
    """An economy, or the reason why there is none."""

    economy: str
    reason: str = ""


@dataclass(frozen=True)
class Names:
    """Every way in which publishers write an economy, for each kind of entity."""

    meanings: Mapping[Entities, Mapping[str, Meaning]]

    @classmethod
    def load(cls, catalogue: Catalogue, aliases: Path) -> Self:
        """Take the catalogue's codes, English names and M49 numbers, then the aliases."""
        economies = catalogue.economies.values()
        meanings: dict[Entities, dict[str, Meaning]] = {
            "code": {e.iso3: Meaning(e.iso3) for e in economies},
            "name": {_plain(e.names["en"]): Meaning(e.iso3) for e in economies},
            "m49": {e.m49.lstrip("0"): Meaning(e.iso3) for e in economies if e.m49},
        }
        with aliases.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                kind: Entities = row["kind"]  # type: ignore[assignment]  # a key, or KeyError
                meanings[kind][_plain(row["written"])] = Meaning(row["economy"], row["reason"])
        return cls(meanings)

    def meaning(self, kind: Entities, written: str) -> Meaning | None:
        """What a publisher means by a code or name, None if nobody knows."""
        return self.meanings[kind].get(_plain(written))


def _plain(written: str) -> str:
    """The spelling that is compared: blanks at the ends and the kind of apostrophe do not count."""
    return written.strip().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
