"""The subject of a view: its catalogue entry, its table and its words, together; imports no figures.

Figures, sentences and exports all start from a Subject, so that they speak of the same thing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dashboard.catalogue import Group, Indicator, Scheme, catalogue
from dashboard.i18n import Words, counted, words
from dashboard.series import EconomySeries
from dashboard.tables import IndicatorTable, Tables, remembered
from dashboard.view import NO_SCHEME, View

# The note of a value that is not comparable with those before.
BREAK_NOTE = "break"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a view is about, and the tables that it is looked up in."""

    view: View
    indicator: Indicator
    table: IndicatorTable
    words: Words
    tables: Tables

    def of(self, **changes: Any) -> "Subject":
        """The subject of the same view with `changes`."""
        return subject_of(replace(self.view, **changes), self.tables)

    @property
    def region(self) -> Group:
        """The group that frames the view."""
        return catalogue().groups[self.view.region]

    @property
    def scheme(self) -> Scheme:
        """The comparison, where there is one."""
        return catalogue().schemes[self.view.scheme]

    @property
    def compared(self) -> tuple[str, ...]:
        """All groups of the comparison, the reference first; nobody where nothing is compared."""
        if self.view.scheme == NO_SCHEME:
            return ()
        return (self.scheme.reference, *self.scheme.groups)

    @property
    def name(self) -> str:
        """The short name of the indicator."""
        return self.words(f"indicators.{self.indicator.id}.name")

    @property
    def unit(self) -> str:
        """The unit in words, such as "% of people"."""
        return self.words(f"units.{self.indicator.unit}.label")

    def group_name(self, code: str) -> str:
        """The name of a group inside a sentence."""
        return self.words(f"groups.{code}.name")

    def group_heading(self, code: str) -> str:
        """The name of a group where nothing stands before it: "The world"."""
        name = self.group_name(code)
        return f"{name[0].upper()}{name[1:]}"

    def group_label(self, code: str) -> str:
        """The short name of a group at the end of its line."""
        return self.words(f"groups.{code}.short")

    def number(self, value: float) -> str:
        """A value without its unit, rounded to what the indicator bears: "68.1", "<0.1"."""
        decimals = self.indicator.decimals
        least = 10.0**-decimals
        if 0 < value < least / 2:
            return self.words.isolated(f"<{self.words.number(least, decimals)}")
        return self.words.number(value, decimals)

    def value(self, value: float) -> str:
        """A value with its unit: "68.1%"."""
        key, said = f"units.{self.indicator.unit}.value", self.number(value)
        return self.words(key, n=counted(value, self.indicator.decimals), value=said)

    def difference(self, value: float, other: float) -> float:
        """`value` - `other` as printed: of the two rounded numbers, so that what is said adds up."""
        decimals = self.indicator.decimals
        return round(round(value, decimals) - round(other, decimals), decimals)

    def points(self, difference: float) -> str:
        """The size of a difference with its unit: "20.2 percentage points"."""
        size = abs(difference)
        form = counted(size, self.indicator.decimals)
        return self.words(f"units.{self.indicator.unit}.points", n=form, value=self.number(size))

    def span(self) -> range:
        """The places in the table's years that the view's `years` take in; all if none is left."""
        years = self.table.years
        first, last = self.view.years
        chosen = [
            k
            for k, year in enumerate(years)
            if (first is None or year >= first) and (last is None or year <= last)
        ]
        return range(chosen[0], chosen[-1] + 1) if chosen else range(len(years))

    @property
    def breaks(self) -> frozenset[int]:
        """The years from which the whole indicator is another: breaks that name no economy."""
        return breaks_of_all(self.indicator.id)

    def comparable(self, place: int) -> range:
        """The places around `place` in the view's years that no break of the indicator cuts off."""
        years, breaks = self.table.years, self.breaks
        era = sum(year <= years[place] for year in breaks)
        same = [k for k in self.span() if sum(year <= years[k] for year in breaks) == era]
        return range(same[0], same[-1] + 1) if same else range(place, place + 1)

    def in_frame(self) -> tuple[str, ...]:
        """The inhabited economies that the map shows, with or without data."""
        return inhabited(self.view.region)


@cache
def breaks_of_all(indicator: str) -> frozenset[int]:
    """The years in which an indicator as a whole breaks: marks that name no economy."""
    return frozenset(
        mark.year
        for mark in catalogue().marks
        if mark.indicator == indicator and mark.breaks and not mark.economy
    )


def break_years(subject: Subject, series: EconomySeries) -> frozenset[int]:
    """The years whose value is not comparable with the ones before: the economy's and everybody's."""
    notes = subject.table.notes
    return subject.breaks | {
        int(year)
        for year, codes in series.notes.items()
        if any(notes[code] == BREAK_NOTE for code in codes)
    }


@cache
def inhabited(region: str) -> tuple[str, ...]:
    """The members of a group that have a permanent population."""
    economies = catalogue().economies
    return tuple(code for code in catalogue().groups[region].members if economies[code].inhabited)


def subject_of(view: View, tables: Tables) -> Subject:
    """The subject of `view` in these tables."""
    return Subject(
        view=view,
        indicator=catalogue().indicators[view.indicator],
        table=tables.indicator(view.indicator),
        words=words(view.lang),
        tables=tables,
    )


@remembered(4)
def frame_series(table: IndicatorTable, members: tuple[str, ...]) -> dict[str, EconomySeries]:
    """The series of those members that have any value."""
    found = ((code, table.economy(code)) for code in members)
    return {code: series for code, series in found if series}


def value_place(series: EconomySeries, years: list[int], at: int, max_age: int) -> int | None:
    """The place of the value that a map shows for the year at place `at`, None if there is none.

    The value of that year, or the newest one of at most `max_age` years before.
    """
    for place in range(at, -1, -1):
        if years[at] - years[place] > max_age:
            return None
        if series.values[place] is not None:
            return place
    return None


def carried(
    values: Sequence[float | None], years: Sequence[int], max_age: int
) -> list[float | None]:
    """The values that a map shows year by year: as at `value_place`, for all places at once."""
    if not max_age:
        return list(values)
    found, value, since = list[float | None](), None, 0
    for own, year in zip(values, years, strict=True):
        if own is not None:
            value, since = own, year
        found.append(value if year - since <= max_age else None)
    return found
