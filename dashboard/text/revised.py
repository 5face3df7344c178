"""What a frozen view shows and newer tables have otherwise: "75.6 then, 77.1 now"; no figures."""

from collections.abc import Iterator

from dashboard.tables import IndicatorTable, Tables
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View

# Highlighted economies that are looked at.
MOST_TOLD = 3


def revised(view: View, then: Tables, now: Tables) -> list[str]:
    """A sentence for the region and each highlighted economy whose value of the year prints otherwise."""
    old, new = subject_of(view, then), subject_of(view, now)
    year = old.table.years[old.table.year_index(view.year)]
    return [
        _said(new, name, year, was, here)
        for (name, was), (_, here) in zip(_values(old, year), _values(new, year), strict=True)
        if was is not None and (here is None or old.number(was) != new.number(here))
    ]


def _values(subject: Subject, year: int) -> Iterator[tuple[str, float | None]]:
    """The name and the value of the year, of the region and of economies."""
    table, view = subject.table, subject.view
    group = table.group(view.region)
    yield subject.group_label(view.region), _at(table, year, group.values if group else None)
    for code in view.economies[:MOST_TOLD]:
        one = table.economy(code)
        yield subject.words.economy(code), _at(table, year, one.values if one else None)


def _at(table: IndicatorTable, year: int, values: list[float | None] | None) -> float | None:
    return values[table.years.index(year)] if values and year in table.years else None


def _said(subject: Subject, place: str, year: int, was: float, here: float | None) -> str:
    told = {"place": place, "year": year, "then": subject.value(was)}
    if here is None:
        return subject.words("versions.withdrawn", **told)
    return subject.words("versions.revised", **told, now=subject.value(here))
