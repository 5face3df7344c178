"""Numbers that claims are set beside, formed of the tables; no words and no figures.

A group's amount is its rate times all of its people. That of a list of a report's own time, which
no table knows, is the sum of its economies, those without a value left out.
"""

from collections.abc import Callable, Iterable

from dashboard.catalogue import catalogue
from dashboard.catalogue.claims import Quantity
from dashboard.series import OWN
from dashboard.tables import Tables

# By the World Bank's list of July 2005: all economies but those of high income.
DEVELOPING_THEN, HIGH_INCOME_THEN = "developing-2005", "high-income-2005"
# The pages that show what is counted in the catalogue.
COUNTED = {"core": "/availability", "targets": "/targets"}


def opposite(place: str) -> str:
    """The group that a group is set against."""
    if place == DEVELOPING_THEN:
        return HIGH_INCOME_THEN
    return next(one.reference for one in catalogue().schemes.values() if place in one.groups)


def number_of(quantity: Quantity, tables: Tables) -> float | None:
    """The number today, None where a cell that it needs is blank."""
    return FORMS[quantity.measure](quantity, tables)


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


def fallen(quantity: Quantity, tables: Tables) -> tuple[int, int]:
    """How many economies of the place have a lower value than in `since`, of how many with both.

    Only values of their own count, none that was filled.
    """
    table = tables.indicator(quantity.indicator)
    if quantity.year not in table.years or quantity.since not in table.years:
        return 0, 0
    now, then = table.years.index(quantity.year), table.years.index(quantity.since)
    found = (table.economy(code) for code in catalogue().groups[quantity.place].members)
    pairs = [
        (one.values[now] or 0.0, one.values[then] or 0.0)
        for one in found
        if one and one.status[now] in OWN and one.status[then] in OWN
    ]
    return sum(after < before for after, before in pairs), len(pairs)


def amount_at(tables: Tables, indicator: str, place: str, year: int) -> float | None:
    """How many there are: the rate per 100 people times the people."""
    if place in (DEVELOPING_THEN, HIGH_INCOME_THEN):
        return _sum_of(tables, indicator, place, year)
    rate, people = (
        value_at(tables, indicator, place, year),
        value_at(tables, catalogue().roles.people, place, year),
    )
    return None if rate is None or people is None else rate / 100 * people


def _sum_of(tables: Tables, indicator: str, place: str, year: int) -> float | None:
    """The amounts of the economies on the World Bank's list of high incomes, or of all others."""
    listed = catalogue().groups[catalogue().roles.high_income_then].members
    inside = place == HIGH_INCOME_THEN
    codes = (code for code in tables.indicator(indicator).economies if (code in listed) == inside)
    amounts = [amount_at(tables, indicator, code, year) for code in codes]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _value(one: Quantity, tables: Tables) -> float | None:
    return value_at(tables, one.indicator, one.place, one.year)


def _before(one: Quantity) -> int:
    return one.year if one.since is None else one.since


def _amount(one: Quantity, tables: Tables) -> float | None:
    return amount_at(tables, one.indicator, one.place, one.year)


def _share(one: Quantity, tables: Tables) -> float | None:
    """The place's part of the amounts of the place and its opposite."""
    return _part_of_both(tables, [one.indicator], one)


def _telephones(one: Quantity, tables: Tables) -> float | None:
    """The place's part of all fixed and mobile telephones."""
    roles = catalogue().roles
    return _part_of_both(tables, [roles.fixed, roles.mobile], one)


def _part_of_both(tables: Tables, kinds: Iterable[str], one: Quantity) -> float | None:
    own, other = 0.0, 0.0
    for kind in kinds:
        mine = amount_at(tables, kind, one.place, one.year)
        theirs = amount_at(tables, kind, opposite(one.place), one.year)
        if mine is None or theirs is None:
            return None
        own, other = own + mine, other + theirs
    return own / (own + other)


def _growth(one: Quantity, tables: Tables) -> float | None:
    """The amount relative to that of the earlier year."""
    return _ratio(_amount(one, tables), amount_at(tables, one.indicator, one.place, _before(one)))


def _multiple(one: Quantity, tables: Tables) -> float | None:
    """The value relative to that of the earlier year."""
    return _ratio(_value(one, tables), value_at(tables, one.indicator, one.place, _before(one)))


def _mobile_over_fixed(one: Quantity, tables: Tables) -> float | None:
    kinds = (catalogue().roles.mobile, catalogue().roles.fixed)
    mobile, fixed = (value_at(tables, kind, one.place, one.year) for kind in kinds)
    return _ratio(mobile, fixed)


def _ratio(upper: float | None, lower: float | None) -> float | None:
    return None if upper is None or not lower else upper / lower


def gap_at(one: Quantity, year: int, tables: Tables) -> float | None:
    """By how much the place is behind its opposite in a year; below zero where it is ahead."""
    ahead = value_at(tables, one.indicator, opposite(one.place), year)
    behind = value_at(tables, one.indicator, one.place, year)
    return None if ahead is None or behind is None else ahead - behind


def _gap(one: Quantity, tables: Tables) -> float | None:
    return gap_at(one, one.year, tables)


def _gap_change(one: Quantity, tables: Tables) -> float | None:
    """By how much the place has fallen further behind its opposite since the earlier year."""
    now, then = (gap_at(one, year, tables) for year in (one.year, _before(one)))
    return None if now is None or then is None else now - then


def _fallen(one: Quantity, tables: Tables) -> float | None:
    """The share of economies whose value has fallen."""
    number, total = fallen(one, tables)
    return number / total if total else None


def _part(one: Quantity, tables: Tables) -> float | None:
    """A printed amount relative to the place's own."""
    return _ratio(one.numerator, _amount(one, tables))


def _count(one: Quantity, _: Tables) -> float | None:
    """How many entries a list of the catalogue has: "core", "core/government", "targets/wsis"."""
    listed, part = _counted(one)
    return float(sum(part in ("", name) for name in listed))


def counted_at(one: Quantity) -> str:
    """The page that shows what a quantity counts, "" for what it measures."""
    return COUNTED.get(one.indicator.partition("/")[0], "")


def _counted(one: Quantity) -> tuple[list[str], str]:
    """For each entry of a list the part of it that it is in, and the part that is counted."""
    kind, _, part = one.indicator.partition("/")
    if kind == "core":
        return [entry.theme for entry in catalogue().core.values()], part
    return [target.set for target in catalogue().targets.values()], part


FORMS: dict[str, Callable[[Quantity, Tables], float | None]] = {
    "value": _value,
    "amount": _amount,
    "share": _share,
    "growth": _growth,
    "multiple": _multiple,
    "telephones": _telephones,
    "mobile-over-fixed": _mobile_over_fixed,
    "gap": _gap,
    "gap-change": _gap_change,
    "fallen": _fallen,
    "part": _part,
    "count": _count,
}
