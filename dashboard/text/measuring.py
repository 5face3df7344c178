"""What the members of a group have not measured in the last five years; no figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.catalogue import catalogue
from dashboard.tables import Tables, remembered
from dashboard.text.subject import inhabited

SPAN = 5
Own = tuple[float, int, str] | None


@dataclass(frozen=True, slots=True)
class Measuring:
    """What each of `members` has in each of `indicators`: a row of years a member, 0 for none.

    `since` is the first of the last five years of each indicator, counted back from its latest year.
    """

    members: tuple[str, ...]
    indicators: Sequence[str]
    since: Sequence[int]
    years: Sequence[Sequence[int]]

    def lacking(self, indicator: str) -> list[str]:
        """The members without a value of an indicator in its last five years."""
        if indicator not in self.indicators:
            return list(self.members)
        k = self.indicators.index(indicator)
        rows = zip(self.members, self.years, strict=True)
        return [member for member, years in rows if years[k] < self.since[k]]

    def lacks(self) -> dict[str, int]:
        """How many indicators each member lacks, those that lack most first."""
        counts = {
            member: sum(year < since for year, since in zip(years, self.since, strict=True))
            for member, years in zip(self.members, self.years, strict=True)
        }
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    def newest(self, member: str) -> int:
        """The newest year in which a member has a value of anything, 0 if it has none."""
        return max(self.years[self.members.index(member)], default=0)


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
    return Measuring(members, [name for _, name in places], since, years)
