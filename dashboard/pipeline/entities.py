"""Economies and groups as publishers write them -> our codes; imports the catalogue, the words and the readers only.

Codes and names that are not the catalogue's own stand in `data/catalogue/aliases.csv`, with the
economy or group that is meant or the reason why there is none: `aggregate` (a publisher's group that is
none of ours), `several-economies`, `part-of-another` or `dissolved` (values of these three are listed as
excluded).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dashboard.catalogue import Catalogue, CatalogueError
from dashboard.catalogue.load import catalogue_rows
from dashboard.i18n import words
from dashboard.pipeline.readers.records import Entities

AGGREGATE = "aggregate"
COLUMNS = ("kind", "written", "meant", "reason")


@dataclass(frozen=True, slots=True)
class Meaning:
    """An economy or a group, or the reason why there is none."""

    meant: str
    reason: str = ""


@dataclass(frozen=True)
class Names:
    """Every way in which publishers write an economy or a group, for each kind of entity."""

    meanings: Mapping[Entities, Mapping[str, Meaning]]

    @classmethod
    def load(cls, catalogue: Catalogue, aliases: Path) -> Self:
        """Take the catalogue's codes, English names and M49 numbers, then the aliases.

        CatalogueError names the row that leads nowhere.
        """
        economies, english = catalogue.economies.values(), words("en")
        meanings: dict[Entities, dict[str, Meaning]] = {
            "code": {e.iso3: Meaning(e.iso3) for e in economies},
            "name": {
                _plain(english.economy(e.iso3)): Meaning(e.iso3)
                for e in economies
                # One that is not worded yet is known by its codes; `check` asks for its name.
                if english.has(f"economies.{e.iso3}")
            },
            "m49": {e.m49.lstrip("0"): Meaning(e.iso3) for e in economies if e.m49},
            "group": {},
        }
        kinds: Mapping[str, Entities] = {kind: kind for kind in meanings}
        for line, row in enumerate(catalogue_rows(aliases, COLUMNS), start=2):
            where, meant = f"{aliases.name}, row {line}", row["meant"]
            if row["kind"] not in kinds:
                known = ", ".join(kinds)
                raise CatalogueError(
                    f"{where}: kind is {row['kind']!r} and must be one of {known}."
                )
            kind = kinds[row["kind"]]
            if meant and meant not in (
                catalogue.groups if kind == "group" else catalogue.economies
            ):
                raise CatalogueError(f"{where}: {meant!r} is not in the catalogue.")
            if bool(meant) == bool(row["reason"]):
                raise CatalogueError(f"{where}: either somebody is meant or there is a reason.")
            meanings[kind][_plain(row["written"])] = Meaning(meant, row["reason"])
        return cls(meanings)

    def meaning(self, kind: Entities, written: str) -> Meaning | None:
        """What a publisher means by a code or name, None if nobody knows."""
        return self.meanings[kind].get(_plain(written))


def _plain(written: str) -> str:
    """The spelling that is compared: blanks at the ends and the kind of apostrophe do not count."""
    return written.strip().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
