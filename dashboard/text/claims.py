"""What reports claimed, beside today's tables: confirmed, revised, or why it cannot be compared.

A printed number is confirmed if today's rounds to it at the decimals that were printed; one that is
printed as "about" if it is within five per cent; one that is printed as "more than" or "less than" if
today's is higher or lower. Nothing else is judged. No figures.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import isclose

from dashboard.catalogue import catalogue
from dashboard.catalogue.claims import Claim, Quantity, claims
from dashboard.tables import Tables, remembered
from dashboard.text.quantities import fallen, gap_at, number_of, opposite
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View

ABOUT = 0.05
# Measures of two groups that are set against each other.
GAPS = ("gap", "gap-change")
SMALLEST_MULTIPLE = 1.5
# (size, decimals) of the larger and the smaller unit in which amounts are said; Chinese counts by
# hundreds of millions and tens of thousands, Spanish in millions throughout.
UNITS = {"zh": ((1e8, 2), (1e4, 0)), "es": ((1e6, 0), (1e6, 2))}
USUAL_UNITS = ((1e9, 2), (1e6, 2))
LARGE = {"zh": 1e8}
# Smaller amounts are said in full, with so many digits that count: 2,600 people.
SMALL, DIGITS = 1e5, 2


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
        if self.today is None or self.claim.printed is None:
            return None
        return self.today - self.claim.printed


@remembered(2)
def comparisons(tables: Tables) -> tuple[Comparison, ...]:
    """Every claim, compared."""
    return tuple(compared(claim, tables) for claim in claims())


def compared(claim: Claim, tables: Tables) -> Comparison:
    """One claim, compared."""
    if claim.quantity is None:
        return Comparison(claim, None, "not-comparable")
    today = number_of(claim.quantity, tables)
    if today is None:
        return Comparison(claim, None, "blank")
    agrees = AGREES[claim.reading](today, claim.printed or 0.0)
    return Comparison(claim, today, "confirmed" if agrees else "revised")


AGREES: dict[str, Callable[[float, float], bool]] = {
    "is": lambda today, printed: round(today, decimals_of(printed)) == printed,
    "about": lambda today, printed: isclose(today, printed, rel_tol=ABOUT),
    "more-than": lambda today, printed: today > printed,
    "less-than": lambda today, printed: today < printed,
}


def decimals_of(number: float) -> int:
    """How many decimals a number is printed with: 24.6 has one."""
    return len(f"{number:.6f}".rstrip("0").partition(".")[2])


def subject_of_quantity(one: Quantity, view: View, tables: Tables) -> Subject:
    """What a quantity is about: its indicator, in its place and year, as far as a view can say it."""
    known = catalogue()
    indicator = one.indicator if one.indicator in known.indicators else view.indicator
    economies = (one.place,) if one.place in known.economies else ()
    region = one.place if one.place in known.groups else known.world
    return subject_of(
        View(
            indicator=indicator, year=one.year, lang=view.lang, economies=economies, region=region
        ),
        tables,
    )


def stated_quantity(subject: Subject, one: Quantity, number: float) -> str:
    """A number in the unit of its measure: "24.0", "2.0 billion", "1.12 times", "112 of 140"."""
    return STATED.get(one.measure, _stated_multiple)(subject, one, number)


def _stated_multiple(subject: Subject, _: Quantity, number: float) -> str:
    return subject.words("text.claims.times", number=subject.words.number(number, 2))


def _stated_share(subject: Subject, _: Quantity, number: float) -> str:
    return subject.words.percent(number, 1)


def _stated_gap(subject: Subject, _: Quantity, number: float) -> str:
    side = "behind" if number > 0 else "ahead"
    return subject.words(f"text.claims.{side}", size=subject.points(abs(number)))


def _stated_gap_change(subject: Subject, one: Quantity, number: float) -> str:
    """By how much a gap has changed; where the order has reversed, both gaps."""
    then, now = (gap_at(one, year or 0, subject.tables) or 0.0 for year in (one.since, one.year))
    if then > 0 > now:
        facts = {"before": subject.points(then), "after": subject.points(-now)}
        years = {"since": one.since or 0, "year": one.year}
        return subject.words("text.claims.reversed", **facts, **years)
    side = "wider" if number > 0 else "narrower"
    return subject.words(f"text.claims.{side}", size=subject.points(number))


def _stated_fallen(subject: Subject, one: Quantity, _: float) -> str:
    lower, total = map(subject.words.number, fallen(one, subject.tables))
    return subject.words("text.claims.of", number=lower, total=total)


def _stated_amount(subject: Subject, _: Quantity, number: float) -> str:
    """An amount as the language counts: "1.95 billion", "19.50亿", "1.950 millones", "2,600"."""
    words = subject.words
    if abs(number) < SMALL:
        return words.number(float(f"{number:.{DIGITS}g}"), 0)
    large = abs(number) >= LARGE.get(words.lang, 1e9)
    size, decimals = UNITS.get(words.lang, USUAL_UNITS)[0 if large else 1]
    scaled = round(number / size, decimals)
    key = "billion" if large else "million"
    return words(f"text.claims.{key}", n=scaled, number=words.number(scaled, decimals))


STATED: dict[str, Callable[[Subject, Quantity, float], str]] = {
    "value": lambda subject, _, number: subject.value(number),
    "amount": _stated_amount,
    "share": _stated_share,
    "telephones": _stated_share,
    "part": _stated_share,
    "count": lambda subject, _, number: subject.words.number(number),
    "gap": _stated_gap,
    "gap-change": _stated_gap_change,
    "fallen": _stated_fallen,
}


def stated_today(subject: Subject, comparison: Comparison) -> str:
    """Today's number of a comparison, or that there is none."""
    today, quantity = comparison.today, comparison.claim.quantity
    if today is None or quantity is None:
        return subject.words("text.stated.none")
    if _is_rise(comparison.claim):
        return subject.words.percent(today - 1, 1)
    return stated_quantity(subject, quantity, today)


def besides(claim: Claim, view: View, tables: Tables) -> list[str]:
    """The numbers that stand beside a claim, each with what it is: they are not judged."""
    said = []
    for one in claim.beside:
        subject, number = subject_of_quantity(one, view, tables), number_of(one, tables)
        if number is None:
            continue
        facts = {"indicator": subject.name, "place": place_name(subject, one.place)}
        facts |= {"year": one.year, "since": one.since}  # type: ignore[dict-item]
        if one.measure in GAPS:
            facts["other"] = place_name(subject, opposite(one.place))
        value = stated_quantity(subject, one, number)
        said.append(subject.words(f"text.claims.beside.{one.measure}", **facts, value=value))
    return said


def place_name(subject: Subject, place: str) -> str:
    """The name of an economy, of a group, or of a list of a report's own time."""
    if place in catalogue().economies:
        return subject.words.economy(place)
    if place in catalogue().groups:
        return subject.group_name(place)
    return subject.words(f"text.claims.places.{place}")


def verdict(subject: Subject, comparison: Comparison) -> str:
    """The verdict in words, with the size of a revision."""
    words, claim, change = subject.words, comparison.claim, comparison.change
    if comparison.verdict != "revised" or change is None:
        return words(f"text.claims.verdicts.{comparison.verdict}")
    if claim.measure in ("value", *GAPS):
        size = subject.points(subject.difference(comparison.today or 0.0, claim.printed or 0.0))
    elif claim.measure == "count":
        size = words.number(abs(change))
    elif claim.measure in ("share", "telephones", "part", "fallen") or _is_rise(claim):
        points = round(abs(100 * change), 1)
        size = words("units.percent-people.points", n=points, value=words.number(points, 1))
    else:
        size = words.percent(abs(change / (claim.printed or 1.0)), 1)
    return words(f"text.claims.verdicts.{'up' if change > 0 else 'down'}", size=size)


def _is_rise(claim: Claim) -> bool:
    """Whether a growth is printed in per cent ("12 per cent more"), not as a multiple ("double")."""
    return claim.measure == "growth" and (claim.printed or 0.0) < SMALLEST_MULTIPLE
