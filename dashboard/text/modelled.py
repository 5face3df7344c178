"""Which members of a group are modelled in a year, and whether two values can be told apart; no figures."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dashboard.catalogue import catalogue
from dashboard.tables import EconomySeries, GroupSeries, IndicatorTable
from dashboard.text.subject import Subject


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
    found = (_modelled(table, economy, year) for economy in catalogue().groups[group].members)
    return [member for member in found if member]


def _modelled(table: IndicatorTable, economy: str, year: int) -> ModelledMember | None:
    series = table.modelled(economy)
    if series is None or year not in series.years:
        return None
    at = series.years.index(year)
    last = series.last_own_year[at]
    return ModelledMember(
        economy,
        *(series.values[at], series.low[at], series.high[at], series.basis[at], last),
        _own(table, table.economy(economy), last),
    )


def _own(table: IndicatorTable, series: EconomySeries | None, year: int | None) -> float | None:
    return series.values[table.years.index(year)] if series and year in table.years else None


def ends(series: GroupSeries, year: int, value: float) -> tuple[float, float]:
    """The interval of a group's value in a year: the value itself where every member says its own."""
    doubt = series.doubt(year)
    if doubt is None or doubt.low is None or doubt.high is None:
        return value, value
    return doubt.low, doubt.high


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
