"""Which members of a group are modelled in a year, and whether two values can be told apart; no figures."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dashboard.catalogue import catalogue
from dashboard.doubts import ModelledSeries
from dashboard.series import EconomySeries, GroupSeries
from dashboard.tables import IndicatorTable, remembered
from dashboard.text.hover import LEAST
from dashboard.text.join import join
from dashboard.text.subject import Subject
from dashboard.text.surveys import newest_people

Values = list[float | None]


@dataclass(frozen=True, slots=True)
class ModelledMember:
    """What stands for a member inside its groups in a year.

    `low` and `high` end its 80 % interval, `basis` says how it was made, `last_own_value` is the last
    one up to then, of `last_own_year`.
    """

    economy: str
    value: float
    low: float
    high: float
    basis: str
    last_own_year: int | None
    last_own_value: float | None


def modelled_members(table: IndicatorTable, group: str, year: int) -> list[ModelledMember]:
    """The members of a group that are modelled in a year, in the catalogue's order."""
    return [_modelled(table, economy, year) for economy in silent_members(table, group, year)]


def silent_members(table: IndicatorTable, group: str, year: int) -> list[str]:
    """The codes of the members of a group that are modelled in a year, in the catalogue's order."""
    return _silent(table, group).get(year, [])


def silent_economies(table: IndicatorTable, year: int) -> list[str]:
    """The codes of all economies that are modelled in a year, in the catalogue's order."""
    return silent_members(table, catalogue().world, year)


def silent_intervals(
    table: IndicatorTable, codes: Sequence[str], decimals: int
) -> dict[str, list[list[float]]]:
    """By the place of an economy: places of its silent years, and the lower and upper ends there."""
    known, found = _all_modelled(table), dict[str, list[list[float]]]()
    at = {year: place for place, year in enumerate(table.years)}
    for j, code in enumerate(codes):
        if series := known.get(code):
            ends = zip(series.years, series.low, series.high, strict=True)
            rows = [
                (at[year], round(low, decimals), round(high, decimals))
                for year, low, high in ends
                if year in at
            ]
            found[str(j)] = [list(part) for part in zip(*rows, strict=True)]
    return found


@remembered(64)
def _silent(table: IndicatorTable, group: str) -> dict[int, list[str]]:
    """Year -> the codes of the members of a group that are modelled in it."""
    known, found = _all_modelled(table), dict[int, list[str]]()
    for code in catalogue().groups[group].members:
        for year in known[code].years if code in known else ():
            found.setdefault(year, []).append(code)
    return found


@remembered(4)
def _all_modelled(table: IndicatorTable) -> dict[str, ModelledSeries]:
    """What stands for each economy that is ever modelled; every year of a map asks for it."""
    found = ((code, table.modelled(code)) for code in catalogue().economies)
    return {code: series for code, series in found if series}


def _modelled(table: IndicatorTable, economy: str, year: int) -> ModelledMember:
    series = _all_modelled(table)[economy]
    at = series.years.index(year)
    last = series.last_own_year[at]
    return ModelledMember(
        economy,
        *(series.values[at], series.low[at], series.high[at], series.basis[at], last),
        _own(table, table.economy(economy), last),
    )


def _own(table: IndicatorTable, series: EconomySeries | None, year: int | None) -> float | None:
    return series.values[table.years.index(year)] if series and year in table.years else None


# From this share of the weight on, a line is dotted and has a band.
SHOWN = 0.05
# Below this share of the people, a sentence says how many the data cover.
FULL = 0.95
# Below this share, two values without intervals are not set against each other.
ENOUGH = 0.9
# So many silent members are named, the most populous first.
NAMED = 3


def support(subject: Subject, group: str, at: int) -> str:
    """What a group's value rests on, in the year at place `at`: "" where nearly all members say theirs.

    Where members are modelled: how much, who, between what the value lies, and what it is among those
    with a value. Else how many of the people data cover, where these are few.
    """
    series, words = subject.table.group(group), subject.words
    if series is None or series.values[at] is None:
        return ""
    year = subject.table.years[at]
    doubt = series.doubt(year)
    if doubt is None or doubt.interval is None or doubt.share_modelled < LEAST:
        share = series.coverage[at]
        return words("text.modelled.coverage", share=words.percent(share)) if share < FULL else ""
    facts = {
        "share": words.percent(doubt.share_modelled),
        "names": _named(subject, silent_members(subject.table, group, year)),
        "low": subject.number(doubt.interval[0]),
        "high": subject.value(doubt.interval[1]),
    }
    said = words("text.modelled.between", **facts)
    if doubt.share_modelled < SHOWN or doubt.own_value is None:
        return said
    own = {"value": subject.value(doubt.own_value)}
    own["share"] = words.percent(1 - doubt.share_modelled)
    return join(words, said, words("text.modelled.own", **own))


def briefly(subject: Subject, group: str, at: int) -> str:
    """A group's interval and how much is modelled: "67.1–75.0; 25% of the people modelled"; "" where little is."""
    series = subject.table.group(group)
    doubt = series.doubt(subject.table.years[at]) if series else None
    if not doubt or not doubt.interval or doubt.share_modelled < SHOWN:
        return ""
    low, high = map(subject.number, doubt.interval)
    share = subject.words.percent(doubt.share_modelled)
    return subject.words("text.modelled.short", low=low, high=high, share=share)


def band(subject: Subject, series: GroupSeries) -> tuple[Values, Values]:
    """The ends of a group's interval in all years, None where next to nothing is modelled.

    The years beside a modelled one have the value itself, so that a band begins and ends in the line.
    """
    years, doubts = subject.table.years, [series.doubt(year) for year in subject.table.years]
    wide = [bool(d and d.interval and d.share_modelled >= SHOWN) for d in doubts]
    low: Values = [None] * len(years)
    high: Values = [None] * len(years)
    for k, (doubt, value) in enumerate(zip(doubts, series.values, strict=True)):
        if wide[k] and doubt:
            low[k], high[k] = doubt.low, doubt.high
        elif any(wide[max(k - 1, 0) : k + 2]):
            low[k] = high[k] = value
    return low, high


def modelled_letters(subject: Subject, series: GroupSeries, span: range) -> str:
    """A status a year of the span: observed, or one that is drawn dotted where much is modelled."""
    doubts = (series.doubt(subject.table.years[place]) for place in span)
    return "".join("i" if d and d.share_modelled >= SHOWN else "o" for d in doubts)


def modelled_method(subject: Subject) -> list[str]:
    """How silent members are modelled, for an indicator of which any are."""
    return [subject.words("text.modelled.method")] if subject.indicator.modelled_from else []


def modelled_notes(subject: Subject, groups: Iterable[str], *, band: bool) -> list[str]:
    """How modelled values are made and drawn, where a shown group has any in the years of the view."""
    years = [subject.table.years[place] for place in subject.span()]
    found = (subject.table.group(code) for code in groups)
    if not any(series and any(series.doubt(year) for year in years) for series in found):
        return []
    notes = [subject.words("text.notes.modelled"), *modelled_method(subject)]
    return [*notes, subject.words("text.notes.band")] if band else notes


def _named(subject: Subject, silent: list[str]) -> str:
    """The most populous of the silent members by name, and how many others there are."""
    words = subject.words
    people = newest_people(subject.tables, tuple(silent))
    listed = sorted(silent, key=lambda code: (-people.get(code, 0.0), code))
    # One more is named rather than counted.
    named = listed if len(listed) <= NAMED + 1 else listed[:NAMED]
    names = [words.economy_inside(code) for code in named]
    if others := len(listed) - len(named):
        names.append(words("text.modelled.others", number=words.number(others)))
    return words.listed(names)


def told_apart(subject: Subject, one: str, other: str, at: int) -> str:
    """Whether the values of two groups can be set against each other: apart, together or thin.

    Together: their intervals meet. Thin: neither has an interval, and data cover less than nine
    tenths of the people of one of them.
    """
    year = subject.table.years[at]
    found = [(s, s.values[at]) for code in (one, other) if (s := subject.table.group(code))]
    known = [(series, value) for series, value in found if value is not None]
    doubts = [series.doubt(year) for series, _ in known]
    if any(doubt and doubt.interval for doubt in doubts):
        first, second = (ends(series, year, value) for series, value in known)
        return "apart" if apart(first, second) else "together"
    return "thin" if any(series.coverage[at] < ENOUGH for series, _ in known) else "apart"


def ends(series: GroupSeries, year: int, value: float) -> tuple[float, float]:
    """The interval of a group's value in a year: the value itself where every member says its own."""
    doubt = series.doubt(year)
    return (doubt and doubt.interval) or (value, value)


def apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two intervals part: only then a difference between the values is stated."""
    return one[0] > other[1] or other[0] > one[1]


def modelled_passport(subject: Subject, groups: Sequence[str], *, whole: bool) -> dict[str, Any]:
    """How values of groups of the view's year were modelled, and what they would be otherwise.

    Empty where every member says its own. `without` is the value of the members that have one,
    `carried` the value with the last own values of the silent. Each silent member stands once, with all
    that is known of it if the passport is `whole`, else by its code.
    """
    table = subject.table
    at = table.year_index(subject.view.year)
    year = table.years[at] if table.years else 0
    known = {group: series for group in groups if (series := table.group(group))}
    doubts = {group: doubt for group, series in known.items() if (doubt := series.doubt(year))}
    if not doubts:
        return {}
    members = {m.economy: m for group in doubts for m in modelled_members(table, group, year)}
    return {
        "method": subject.words("text.modelled.method"),
        "related": list(subject.indicator.modelled_from),
        "year": year,
        **({"weighted_by": _weights(subject)} if whole else {}),
        "groups": [
            {
                "group": group,
                "value": known[group].values[at],
                "low": doubt.low,
                "high": doubt.high,
                "share_modelled": doubt.share_modelled,
                "without": doubt.own_value,
                "carried": doubt.carried_value,
            }
            for group, doubt in doubts.items()
        ],
        "members": [asdict(member) for member in members.values()] if whole else list(members),
    }


def _weights(subject: Subject) -> dict[str, Any]:
    """What weighs the members, and of which revision: another one gives other values of groups."""
    weight = subject.indicator.weight
    sources = (catalogue().sources[code] for code in subject.tables.indicator(weight).sources)
    named = [f"{source.publisher}: {source.title}, {source.vintage}" for source in sources]
    return {"indicator": weight, "sources": named}
