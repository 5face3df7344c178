"""An economy beside its region and the world: the rows of its scorecard, strengths and lags; no figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.catalogue import catalogue
from dashboard.catalogue.homes import home_commission, own_commissions
from dashboard.series import OWN, EconomySeries, Profile
from dashboard.text.modelled import ends
from dashboard.text.stated import stated
from dashboard.text.subject import Subject, frame_series, inhabited

FEWEST_RANKED = 8
MOST_NAMED = 3
RECENT_YEARS = 5
# A place shared by more than these is nobody's strength.
MOST_SHARING = 4
MINUS = "−"
# The years between the two values of a change, at least and at most.
APART = (4, 6)


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of an economy: its newest own value, its places, and its series.

    `places` are (place, ranked) in the region and in the world, None where it is not ranked;
    `subject` is the view of this indicator.
    """

    subject: Subject
    series: EconomySeries | None
    value: float | None
    year: int | None
    letter: str
    region: tuple[int, int] | None
    world: tuple[int, int] | None


def economy_of(subject: Subject) -> str:
    """The economy that the page is about, "" if none is chosen."""
    return (*subject.view.economies, "")[0]


def region_of(subject: Subject) -> str:
    """The region to compare with: the view's, if the economy is in it, else its home commission."""
    known, iso3, region = catalogue(), economy_of(subject), subject.view.region
    if region != known.world and iso3 in known.groups[region].members:
        return region
    return _home(iso3)


# Each row of a scorecard asks for it.
@cache
def _home(iso3: str) -> str:
    known = catalogue()
    return home_commission(iso3, known) if own_commissions(iso3, known) else known.world


def rows(subject: Subject) -> list[Row]:
    """A row for each indicator of the catalogue, in its order."""
    profile = subject.tables.profile(economy_of(subject))
    return [_row(subject.of(indicator=name), profile) for name in catalogue().indicators]


def _row(one: Subject, profile: Profile | None) -> Row:
    iso3, name = economy_of(one), one.indicator.id
    series = one.table.economy(iso3)
    at = one.tables.profiled.index(name) if name in one.tables.profiled else None
    latest = profile.latest[at] if profile and at is not None else None
    if profile is None or at is None or latest is None:
        return Row(one, series, None, None, "", None, None)
    region = profile.ranks.get(region_of(one), [])
    world = profile.ranks.get(catalogue().world, [])
    value, year, letter = latest
    return Row(one, series, value, year, letter, _at(region, at), _at(world, at))


def _at(places: list[tuple[int, int] | None], at: int) -> tuple[int, int] | None:
    found = places[at] if places else None
    return (found[0], found[1]) if found else None


def group_value(row: Row, code: str) -> float | None:
    """The value of a group in the year of the economy's value, None if there is none."""
    group = row.subject.table.group(code)
    years = row.subject.table.years
    if group is None or row.year not in years:
        return None
    return group.values[years.index(row.year)]


def standing_key(subject: Subject, *, best: bool) -> str:
    """The words above the strengths of an economy, or above what it lags in, by where it is compared."""
    where = "_world" if region_of(subject) == catalogue().world else ""
    return f"pages.economy.{'strengths' if best else 'lags'}{where}"


def strengths(listed: list[Row], *, best: bool) -> list[Row]:
    """The indicators with the best (or the worst) places in the region, at most three, one a theme.

    Only those with a direction that are about ICT (population, income and the like are not), of which
    at least eight economies are ranked, with a value of the last five years of all the tables, in the
    better (or the worse) half, and better (or worse) than the region's value of the same year. What a
    crowd has, or nobody yet, is no strength.
    """
    newest = max((row.subject.table.latest for row in listed), default=0)
    known = [
        row
        for row in listed
        if row.region
        and row.region[1] >= FEWEST_RANKED
        and row.subject.indicator.direction != "none"
        and row.subject.indicator.theme != catalogue().roles.context
        and (row.year or 0) > newest - RECENT_YEARS
        and (_share(row) <= 0.5) == best
        and _stands_out(row, best=best)
    ]
    ordered = sorted(known, key=_share, reverse=not best)
    first = {row.subject.indicator.theme: row for row in reversed(ordered)}
    return [row for row in ordered if first[row.subject.indicator.theme] is row][:MOST_NAMED]


def _stands_out(row: Row, *, best: bool) -> bool:
    """Whether a value is better (or worse), as printed, than the region's of the same year.

    Where members of the region are modelled, it must lie outside the interval.
    """
    one, region = row.subject.indicator, region_of(row.subject)
    value, beside = row.value or 0.0, group_value(row, region)
    series = row.subject.table.group(region)
    if beside is None or series is None:
        return False
    low, high = (round(end, one.decimals) for end in ends(series, row.year or 0, beside))
    printed, upward = round(value, one.decimals), (one.direction == "up") == best
    ahead = printed - high if upward else low - printed
    if not best:
        return ahead > 0
    return ahead > 0 and bool(round(value, one.decimals)) and _sharing(row, region) <= MOST_SHARING


def _sharing(row: Row, region: str) -> int:
    """How many economies of a region have the same value, as printed, in the same year."""
    table, decimals = row.subject.table, row.subject.indicator.decimals
    at = table.years.index(row.year or 0)
    values = (s.values[at] for s in frame_series(table, inhabited(region)).values())
    printed = round(row.value or 0.0, decimals)
    return sum(v is not None and round(v, decimals) == printed for v in values)


def _share(row: Row) -> float:
    place, ranked = row.region or (1, 1)
    return (place - 1) / max(ranked - 1, 1)


def strength_sentences(subject: Subject, listed: list[Row], *, best: bool) -> Iterator[str]:
    """Sentences such as "Internet use: place 12 of 34 (89.4%, 2024)", one an indicator."""
    for row in strengths(listed, best=best):
        place, ranked = row.region or (0, 0)
        region = region_of(row.subject)
        regional = group_value(row, region)
        yield subject.words(
            "pages.economy.placed" if regional is None else "pages.economy.placed_beside",
            region=subject.words(f"groups.{region}.short"),
            regional="" if regional is None else row.subject.value(regional),
            name=row.subject.name,
            place=subject.words.number(place),
            ranked=subject.words.number(ranked),
            value=row.subject.value(row.value or 0.0),
            year=row.year,
        )


def peers(subject: Subject) -> tuple[str, ...]:
    """The economies to compare with: those that follow in the view, else those of the rule."""
    chosen = subject.view.economies[1:]
    profile = subject.tables.profile(economy_of(subject))
    return chosen or tuple(profile.peers if profile else ())


def groups_of(subject: Subject) -> list[str]:
    """The groups that say something of an economy: regions, income, special needs."""
    kinds = ("commission", "commission-subregion", "m49-subregion", "income", "special")
    iso3 = economy_of(subject)
    return [
        group.code
        for group in catalogue().groups.values()
        if group.kind in kinds and iso3 in group.members and not group.complement_of
    ]


@dataclass(frozen=True, slots=True)
class Change:
    """A row's newest own value and the one about five years before: the places of both, the difference."""

    row: Row
    start: int
    end: int
    size: float


def changes(listed: list[Row]) -> list[Change]:
    """The largest changes of indicators in per cent, at most six, the largest first.

    Between values of the economy's own, four to six years apart, with no break of the series between.
    """
    found = [
        change for row in listed if row.subject.indicator.bounded and (change := _changed(row))
    ]
    found = [
        one for one in found if abs(one.size) >= 0.5 * 10.0**-one.row.subject.indicator.decimals
    ]
    return sorted(found, key=lambda one: -abs(one.size))[: 2 * MOST_NAMED]


def _changed(row: Row) -> Change | None:
    series, years = row.series, row.subject.table.years
    own = [k for k, letter in enumerate(series.status) if letter in OWN] if series else []
    if not series or not own:
        return None
    end = own[-1]
    starts = [k for k in own if APART[0] <= years[end] - years[k] <= APART[1]]
    if not starts:
        return None
    start = min(starts, key=lambda k: abs(years[end] - years[k] - RECENT_YEARS))
    if any(years[start] < year <= years[end] for year in _breaks(row, series)):
        return None
    before, after = series.values[start], series.values[end]
    return None if before is None or after is None else Change(row, start, end, after - before)


def _breaks(row: Row, series: EconomySeries) -> Iterator[int]:
    """The years whose value is not comparable with the ones before, of the economy or of all."""
    for mark in catalogue().marks:
        about = mark.breaks and mark.indicator == row.subject.indicator.id
        if about and mark.economy in ("", economy_of(row.subject)):
            yield mark.year
    for year, codes in series.notes.items():
        if any(row.subject.table.notes[code] == "break" for code in codes):
            yield int(year)


def change_sentence(change: Change) -> str:
    """A change in words: Internet use, from 50.9% (2019) to 89.4% (2024)."""
    one, series = change.row.subject, change.row.series
    start, end = (
        stated(one, series.values[k] or 0.0, one.table.years[k], series.status[k]) if series else ""
        for k in (change.start, change.end)
    )
    return one.words("pages.brief.change", name=one.name, start=start, end=end)


def difference(row: Row, other: float) -> str:
    """How far the value is from another, as printed: "+12.9", or "×1.3" on a logarithmic scale."""
    value, one = row.value or 0.0, row.subject
    if one.indicator.scale == "log":
        return one.words.isolated(f"×{one.words.number(value / other, 2)}") if other else "–"
    apart = one.difference(value, other)
    sign = "+" if apart > 0 else MINUS if apart < 0 else ""
    return one.words.isolated(f"{sign}{one.number(abs(apart))}")
