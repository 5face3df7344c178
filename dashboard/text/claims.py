"""What reports claimed, beside today's tables: confirmed, revised, or why it cannot be compared.

A printed number is confirmed if today's rounds to it at the decimals that were printed; one that is
printed as "about" if it is within five per cent; one that is printed as "more than" if today's is
higher. Nothing else is judged. No figures.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import isclose

from dashboard.catalogue import catalogue
from dashboard.catalogue.claims import Claim, claims
from dashboard.tables import Tables
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View

ABOUT = 0.05
SMALLEST_MULTIPLE = 1.5


@dataclass(frozen=True, slots=True)
class Comparison:
    """A claim with today's number, None where there is none, and the verdict.

    `verdict` is confirmed, revised, blank (the cell is empty today) or not-comparable.
    """

    claim: Claim
    today: float | None
    verdict: str

    @property
    def change(self) -> float | None:
        """Today's number less the printed one."""
        return None if self.today is None else self.today - self.claim.printed


def comparisons(tables: Tables) -> list[Comparison]:
    """Every claim, compared."""
    return [_compared(claim, tables) for claim in claims()]


def _compared(claim: Claim, tables: Tables) -> Comparison:
    if not claim.measure:
        return Comparison(claim, None, "not-comparable")
    today = TODAY[claim.measure](claim, tables)
    if today is None:
        return Comparison(claim, None, "blank")
    return Comparison(claim, today, "confirmed" if _agrees(claim, today) else "revised")


def _agrees(claim: Claim, today: float) -> bool:
    if claim.reading == "about":
        return isclose(today, claim.printed, rel_tol=ABOUT)
    if claim.reading == "more-than":
        return today > claim.printed
    return round(today, decimals_of(claim.printed)) == claim.printed


def decimals_of(number: float) -> int:
    """How many decimals a number is printed with: 24.6 has one."""
    return len(f"{number:.6f}".rstrip("0").partition(".")[2])


def value_at(tables: Tables, indicator: str, place: str, year: int) -> float | None:
    """The value of a group or an economy in a year, None where the cell is blank."""
    table = tables.indicator(indicator)
    if year not in table.years:
        return None
    at = table.years.index(year)
    if place in catalogue().economies:
        economy = table.economy(place)
        return economy.values[at] if economy else None
    group = table.group(place)
    return group.values[at] if group else None


def _amount_of(tables: Tables, indicator: str, place: str, year: int) -> float | None:
    """How many there are: the rate per 100 people times the people."""
    rate, people = (
        value_at(tables, indicator, place, year),
        value_at(tables, catalogue().roles.people, place, year),
    )
    return None if rate is None or people is None else rate / 100 * people


def _value(claim: Claim, tables: Tables) -> float | None:
    return value_at(tables, claim.indicator, claim.place, claim.year)


def _amount(claim: Claim, tables: Tables) -> float | None:
    return _amount_of(tables, claim.indicator, claim.place, claim.year)


def _share(claim: Claim, tables: Tables) -> float | None:
    """The place's part of the amounts of developed and developing regions."""
    own = _amount(claim, tables)
    other = _amount_of(tables, claim.indicator, catalogue().roles.developed, claim.year)
    return None if own is None or other is None else own / (own + other)


def _growth(claim: Claim, tables: Tables) -> float | None:
    """The amount relative to that of the earlier year."""
    now = _amount(claim, tables)
    before = _amount_of(tables, claim.indicator, claim.place, claim.since or claim.year)
    return None if now is None or not before else now / before


def _telephones(claim: Claim, tables: Tables) -> float | None:
    """The place's part of all fixed and mobile telephones."""
    roles = catalogue().roles
    own, other = (
        [_amount_of(tables, kind, place, claim.year) for kind in (roles.fixed, roles.mobile)]
        for place in (claim.place, roles.developed)
    )
    if None in own or None in other:
        return None
    mine = sum(amount or 0.0 for amount in own)
    return mine / (mine + sum(amount or 0.0 for amount in other))


def _mobile_over_fixed(claim: Claim, tables: Tables) -> float | None:
    kinds = (catalogue().roles.mobile, catalogue().roles.fixed)
    mobile, fixed = (value_at(tables, kind, claim.place, claim.year) for kind in kinds)
    return None if mobile is None or not fixed else mobile / fixed


TODAY: dict[str, Callable[[Claim, Tables], float | None]] = {
    "value": _value,
    "amount": _amount,
    "share": _share,
    "growth": _growth,
    "telephones": _telephones,
    "mobile-over-fixed": _mobile_over_fixed,
}


def subject_of_claim(claim: Claim, view: View, tables: Tables) -> Subject:
    """What a claim is about: its indicator, in its place and year."""
    place = {"economies": (claim.place,)} if claim.place in catalogue().economies else {}
    region = {} if place else {"region": claim.place}
    about = View(indicator=claim.indicator, year=claim.year, lang=view.lang, **place, **region)  # type: ignore[arg-type]
    return subject_of(about, tables)


def stated_amount(subject: Subject, comparison: Comparison, number: float) -> str:
    """A number of a comparison in the unit of its measure: "24.0", "2.0 billion", "1.12 times"."""
    words, measure = subject.words, comparison.claim.measure
    if measure == "value":
        return subject.value(number)
    if measure == "amount":
        key = "billion" if abs(number) >= 1e9 else "million"
        size = words.number(number / (1e9 if key == "billion" else 1e6), 2)
        return words(f"text.claims.{key}", number=size)
    if _is_rise(comparison.claim):
        return words.percent(number - 1, 1)
    if measure in ("share", "telephones"):
        return words.percent(number, 1)
    return words("text.claims.times", number=words.number(number, 2))


def verdict(subject: Subject, comparison: Comparison) -> str:
    """The verdict in words, with the size of a revision or the reason."""
    words, claim = subject.words, comparison.claim
    if comparison.verdict == "not-comparable":
        return words(f"text.claims.reasons.{claim.reason}")
    if comparison.verdict != "revised":
        return words(f"text.claims.verdicts.{comparison.verdict}")
    change = comparison.change or 0.0
    if claim.measure == "value":
        size = subject.points(change)
    elif claim.measure in ("share", "telephones") or _is_rise(claim):
        size = words("units.percent-people.points", value=words.number(abs(100 * change), 1))
    else:
        size = words.percent(abs(change / claim.printed), 1)
    return words(f"text.claims.verdicts.{'up' if change > 0 else 'down'}", size=size)


def _is_rise(claim: Claim) -> bool:
    """Whether a growth is printed in per cent ("12 per cent more"), not as a multiple ("double")."""
    return claim.measure == "growth" and claim.printed < SMALLEST_MULTIPLE
