"""Who rose and who fell most in a group, between two values of their own; no figures.

The two are ten years apart, the newest such pair of each economy, or of the two years of the view.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dashboard.series import OWN, EconomySeries
from dashboard.tables import IndicatorTable, remembered
from dashboard.text.subject import Subject, breaks_of_all, frame_series

SPAN = 10
# How many years the newer of the two values may lie before the latest year of the indicator.
OLDEST = 3
BREAK = "break"


@dataclass(frozen=True, slots=True)
class Mover:
    """An economy with its change between the values at two places of the table's years."""

    code: str
    start: int
    end: int
    change: float


def movers(subject: Subject) -> tuple[Mover, ...]:
    """The members with two comparable values, the largest rise first, equal ones by code."""
    return _movers(subject.table, subject.in_frame(), chosen_years(subject))


def chosen_years(subject: Subject) -> tuple[int, int] | None:
    """The two years of the view that are compared; None where it leaves them open."""
    first, last = subject.view.years
    if first is None and last is None:
        return None
    return first or subject.table.years[0], last or subject.table.latest


@remembered(16)
def _movers(
    table: IndicatorTable, members: tuple[str, ...], chosen: tuple[int, int] | None
) -> tuple[Mover, ...]:
    marked = breaks_of_all(table.indicator)
    pairs = list(_pairs(table, chosen))
    series = frame_series(table, members)
    found = (_mover(table, code, one, pairs, marked) for code, one in series.items())
    return tuple(sorted(filter(None, found), key=lambda mover: (-mover.change, mover.code)))


def rises(subject: Subject, found: Sequence[Mover], most: int) -> list[Mover]:
    """The largest rises, the largest first."""
    return [mover for mover in found if _moved(subject, mover) and mover.change > 0][:most]


def falls(subject: Subject, found: Sequence[Mover], most: int) -> list[Mover]:
    """The largest falls, the largest first."""
    return [mover for mover in reversed(found) if _moved(subject, mover) and mover.change < 0][
        :most
    ]


def _moved(subject: Subject, mover: Mover) -> bool:
    """Whether the change shows at the precision that is printed."""
    return abs(mover.change) >= 0.5 * 10.0**-subject.indicator.decimals


def _mover(
    table: IndicatorTable,
    code: str,
    series: EconomySeries,
    pairs: Sequence[tuple[int, int]],
    marked: Collection[int],
) -> Mover | None:
    """The newest pair of own values; None where a break parts them. `marked` are breaks of all."""
    status, values = series.status, series.values
    own = (pair for pair in pairs if status[pair[0]] in OWN and status[pair[1]] in OWN)
    start, end = next(own, (0, 0))
    before, after = values[start], values[end]
    if start == end or before is None or after is None:
        return None
    breaks = (*marked, *_noted(table, series))
    if any(table.years[start] < year <= table.years[end] for year in breaks):
        return None
    return Mover(code, start, end, after - before)


def _pairs(table: IndicatorTable, chosen: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    """The places of the two chosen years, else of years ten apart, the newest first."""
    places = {year: k for k, year in enumerate(table.years)}
    if chosen:
        if chosen[0] in places and chosen[1] in places:
            yield places[chosen[0]], places[chosen[1]]
        return
    for year in range(table.years[-1], table.latest - OLDEST - 1, -1):
        if year in places and year - SPAN in places:
            yield places[year - SPAN], places[year]


def _noted(table: IndicatorTable, series: EconomySeries) -> Iterator[int]:
    """The years in which the economy's own series has a break."""
    for year, notes in series.notes.items():
        if any(table.notes[note] == BREAK for note in notes):
            yield int(year)
