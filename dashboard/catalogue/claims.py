"""What reports to the United Nations claimed about indicators, to be set beside today's tables.

Read on first use; their words are in the language files, in `register.claims`. Imports settings, the
reader of rows and the register's list of reports.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from dashboard.catalogue.load import CatalogueError, catalogue_rows
from dashboard.catalogue.programmes import register
from dashboard.settings import CATALOGUE

# How a printed number is meant, and how it is compared: see `text/claims.py`.
READINGS = ("is", "about", "more-than", "less-than")
# How a number is formed: see `text/quantities.py`.
MEASURES = (
    "value",
    "amount",
    "share",
    "growth",
    "multiple",
    "telephones",
    "mobile-over-fixed",
    "gap",
    "gap-change",
    "fallen",
    "part",
    "count",
)
REASONS = (
    "not-here",
    "no-split",
    "no-base",
    "target",
    "forecast",
    "subscriptions",
    "usage",
    "survey",
    "company",
    "ranking",
    "policies",
    "parties",
    "list",
    "estimate",
    "active",
    "own-numbers",
    "list-then",
    "list-changed",
    "reach-not-use",
    "points-not-factor",
    "no-measure",
    "exclude-each-other",
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the tables can give: how it is formed, of what, where and when.

    `since` is the earlier year of a change; `numerator` the amount of which "part" says how much of
    the place's amount it is.
    """

    measure: str
    indicator: str
    place: str
    year: int
    since: int | None = None
    numerator: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a paragraph of a report states.

    `measure` says how today's number is formed of `indicator`, `place`, `year` and, for changes,
    `since`; it is empty where nothing can be compared. `reason` says why not, or why today's number
    differs, or what to know about the comparison. `printed` is the number in the unit of the
    measure: values as the indicator has them, shares, parts and growth as ratios; where the report
    prints none, the bound that its words mean, and None where they mean no bound. `beside` are
    numbers of the tables that are shown but not judged.
    """

    id: str
    document: str
    paragraph: int
    measure: str
    indicator: str
    place: str
    year: int | None
    since: int | None
    printed: float | None
    reading: str
    reason: str
    numerator: float | None
    beside: tuple[Quantity, ...]

    @property
    def quantity(self) -> Quantity | None:
        """Today's number that the claim is compared with, None where nothing can be compared."""
        if not self.measure or self.year is None:
            return None
        return Quantity(
            self.measure, self.indicator, self.place, self.year, self.since, self.numerator
        )


@cache
def claims() -> tuple[Claim, ...]:
    """The claims, in the order of the reports."""
    return load_claims(CATALOGUE)


def load_claims(folder: Path) -> tuple[Claim, ...]:
    """Read the file; CatalogueError names the claim that is not as it should be."""
    columns = tuple(field.name for field in fields(Claim))
    rows = catalogue_rows(folder / "claims.csv", columns)
    printed = {row["id"]: row["printed"] for row in rows}
    return tuple(_claim(row, printed) for row in rows)


def _claim(row: dict[str, str], printed: Mapping[str, str]) -> Claim:
    try:
        claim = Claim(
            **{  # type: ignore[arg-type]
                **row,
                "paragraph": int(row["paragraph"]),
                "year": _whole(row["year"]),
                "since": _whole(row["since"]),
                "printed": float(row["printed"]) if row["printed"] else None,
                "numerator": float(printed[row["numerator"]]) if row["numerator"] else None,
                "beside": tuple(map(_quantity, filter(None, row["beside"].split(";")))),
            }
        )
    except (ValueError, KeyError) as error:
        raise CatalogueError(f"claims.csv: {row['id']} cannot be read: {error}.") from error
    _check(claim)
    return claim


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _quantity(text: str) -> Quantity:
    """`growth:internet-use:world:2005:2000`, the last part only for changes."""
    measure, indicator, place, year, *since = text.split(":")
    return Quantity(measure, indicator, place, int(year), int(since[0]) if since else None)


def _check(claim: Claim) -> None:
    """A claim is of a known report, can be judged or says why not, and uses known measures."""
    if claim.document not in register().documents or claim.reading not in READINGS:
        raise CatalogueError(f"claims.csv: {claim.id} has an unknown report or reading.")
    if {claim.measure, *(one.measure for one in claim.beside)} - {"", *MEASURES}:
        raise CatalogueError(f"claims.csv: {claim.id} has an unknown measure.")
    if (claim.reason or not claim.measure) and claim.reason not in REASONS:
        raise CatalogueError(f"claims.csv: {claim.id} has an unknown reason.")
    if claim.measure and (claim.year is None or claim.printed is None):
        raise CatalogueError(f"claims.csv: {claim.id} needs a year and a number.")
