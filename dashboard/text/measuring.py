"""What the members of a group have not measured in the last five years; no figures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.catalogue import catalogue
from dashboard.tables import Tables, remembered
from dashboard.text.subject import inhabited

SPAN = 5
Own = tuple[float, int, str] | None


@dataclass(frozen=True, slots=True)
class Measuring:
    """What the `members` of a group lack of the `indicators`.

    `since` is the first of the last five years of each indicator, counted back from its latest year,
    `without` the members that have no value in them, by indicator; `lacks` says how many indicators
    each member lacks, those that lack most first, `newest` the newest year in which it has a value of
    anything, 0 for none.
    """

    members: tuple[str, ...]
    indicators: Sequence[str]
    since: Sequence[int]
    without: Mapping[str, Sequence[str]]
    lacks: Mapping[str, int]
    newest: Mapping[str, int]

    def lacking(self, indicator: str) -> Sequence[str]:
        """The members without a value of an indicator in its last five years."""
        return self.without.get(indicator, self.members)


@remembered(512)
def own_latest(tables: Tables, code: str) -> list[Own]:
    """The newest own value of an economy for each of the indicators of the profiles."""
    profile = tables.profile(code)
    return profile.latest if profile else [None] * len(tables.profiled)


@remembered(128)
def measuring(tables: Tables, region: str) -> Measuring:
    """What the members of a group have measured, from their profiles; the context is left out."""
    members = inhabited(region)
    places = [
        (k, name)
        for k, name in enumerate(tables.profiled)
        if catalogue().indicators[name].theme != catalogue().roles.context
    ]
    years = []
    for code in members:
        latest = own_latest(tables, code)
        years.append([own[1] if (own := latest[k]) else 0 for k, _ in places])
    since = [tables.indicator(name).latest - SPAN + 1 for _, name in places]
    indicators = [name for _, name in places]
    without = {
        name: tuple(code for code, own in zip(members, years, strict=True) if own[k] < since[k])
        for k, name in enumerate(indicators)
    }
    counts = Counter(code for codes in without.values() for code in codes)
    lacks = {code: counts[code] for code in sorted(members, key=lambda code: -counts[code])}
    newest = {code: max(own, default=0) for code, own in zip(members, years, strict=True)}
    return Measuring(members, indicators, since, without, lacks, newest)
