"""What reports to the United Nations claimed about indicators, to be set beside today's tables.

Read on first use; their words are in the language files, in `register.claims`. Imports settings, the
reader of rows and the register's list of reports.
"""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from dashboard.catalogue.load import CatalogueError, catalogue_rows
from dashboard.catalogue.programmes import register
from dashboard.settings import CATALOGUE

# How a printed number is meant, and how it is compared: see `text/claims.py`.
READINGS = ("is", "about", "more-than")
MEASURES = ("value", "amount", "share", "growth", "telephones", "mobile-over-fixed")
REASONS = (
    "no-data",
    "no-split",
    "no-base",
    "target",
    "subscriptions",
    "survey",
    "company",
    "policies",
    "list",
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a paragraph of a report prints.

    `measure` says how today's number is formed of `indicator`, `place`, `year` and, for growth,
    `since`; it is empty where nothing can be compared, and `reason` then says why. `printed` is the
    number in the unit of the measure: values as the indicator has them, shares and growth as ratios.
    """

    id: str
    document: str
    paragraph: int
    measure: str
    indicator: str
    place: str
    year: int
    since: int | None
    printed: float
    reading: str
    reason: str


@cache
def claims() -> tuple[Claim, ...]:
    """The claims, in the order of the reports."""
    return load_claims(CATALOGUE)


def load_claims(folder: Path) -> tuple[Claim, ...]:
    """Read the file; CatalogueError names the claim that is not as it should be."""
    columns = tuple(field.name for field in fields(Claim))
    return tuple(_claim(row) for row in catalogue_rows(folder / "claims.csv", columns))


def _claim(row: dict[str, str]) -> Claim:
    try:
        claim = Claim(
            **{  # type: ignore[arg-type]
                **row,
                "paragraph": int(row["paragraph"]),
                "year": int(row["year"]),
                "since": int(row["since"]) if row["since"] else None,
                "printed": float(row["printed"]),
            }
        )
    except ValueError as error:
        raise CatalogueError(f"claims.csv: {row['id']} cannot be read: {error}.") from error
    known = claim.measure in MEASURES if claim.measure else claim.reason in REASONS
    if not known or claim.reading not in READINGS or claim.document not in register().documents:
        raise CatalogueError(f"claims.csv: {claim.id} has an unknown measure, reason or report.")
    return claim
