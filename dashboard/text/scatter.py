"""One indicator against another, economy by economy: who is paired, and what goes together; no figures.

An economy is paired in a year if both indicators have a value of its own (none that we filled) of
that year or of at most two years before, as in the ranking. The browser follows the same rule
(`frontend/src/scatter.js`); a test compares the two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from dashboard.catalogue import Source, catalogue
from dashboard.ranks import MOST_AGE
from dashboard.series import OWN, EconomySeries
from dashboard.tables import IndicatorTable, remembered
from dashboard.text.chosen import lacking
from dashboard.text.join import join
from dashboard.text.notes import definition
from dashboard.text.passport import sources
from dashboard.text.stated import stated
from dashboard.text.subject import Subject, frame_series, inhabited

# The parts of the world by colour and shape: M49's continental regions.
REGIONS = tuple(code for code, group in catalogue().groups.items() if group.kind == "m49")
# A rank correlation is put in words from so many pairs on, and by these sizes.
FEWEST = 10
STRONG, WEAK = 0.7, 0.3
Own = tuple[float, int, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """An economy with both values, each with its year and status letter."""

    economy: str
    x: Own
    y: Own

    def is_older(self, year: int) -> bool:
        """Whether either value is of an earlier year."""
        return self.x[1] != year or self.y[1] != year


def across(subject: Subject) -> Subject:
    """The subject of the horizontal axis."""
    return subject.of(indicator=subject.view.against)


def pairs_at(subject: Subject, year: int) -> list[Pair]:
    """The paired economies of the view's region in a year, by code."""
    other = across(subject)
    mine = frame_series(subject.table, subject.in_frame())
    theirs = frame_series(other.table, subject.in_frame())
    found = (
        (
            code,
            newest(theirs[code], other.table.years, year),
            newest(one, subject.table.years, year),
        )
        for code, one in mine.items()
        if code in theirs
    )
    return [Pair(code, x, y) for code, x, y in found if x and y]


def newest(series: EconomySeries, years: Sequence[int], year: int) -> Own | None:
    """The newest value of its own up to a year, None if that is too old."""
    for place in range(len(years) - 1, -1, -1):
        if years[place] > year or series.status[place] not in OWN:
            continue
        if year - years[place] > MOST_AGE:
            return None
        return series.values[place] or 0.0, years[place], series.status[place]
    return None


def shared_years(subject: Subject) -> list[int]:
    """The years of the vertical indicator for which any economy is paired."""
    return _shared_years(subject.table, across(subject).table, subject.in_frame())


# A page asks for them again and again.
@remembered(32)
def _shared_years(
    table: IndicatorTable, other: IndicatorTable, members: tuple[str, ...]
) -> list[int]:
    mine, theirs = frame_series(table, members), frame_series(other, members)
    paired = set[int]().union(
        *(
            _reached(one, table.years) & _reached(theirs[code], other.years)
            for code, one in mine.items()
            if code in theirs
        )
    )
    return [year for year in table.years if year in paired]


def _reached(series: EconomySeries, years: Sequence[int]) -> set[int]:
    """The years in which there is a `newest` value."""
    own = (year for year, status in zip(years, series.status, strict=False) if status in "oe")
    return {year + age for year in own for age in range(MOST_AGE + 1)}


def scatter_year(subject: Subject) -> int:
    """The year of the view, or the nearest earlier one that has pairs."""
    years = shared_years(subject) or subject.table.years
    wanted = subject.view.year or subject.table.latest
    return max((year for year in years if year <= wanted), default=years[0])


def population(subject: Subject) -> dict[str, float]:
    """The latest population of every economy: the area of its bubble, in all years."""
    table = subject.of(indicator=catalogue().roles.people).table
    at = table.year_index(None)
    known = frame_series(table, inhabited(catalogue().world))
    return {code: series.values[at] or 0.0 for code, series in known.items()}


def continent_of(code: str) -> int:
    """Which of the continents an economy is in, by its place in `REGIONS`; -1 for none."""
    found = (k for k, region in enumerate(REGIONS) if code in catalogue().groups[region].members)
    return next(found, -1)


def correlation(found: Sequence[Pair]) -> float | None:
    """Spearman's rank correlation, ties sharing their mean rank; None where it is not defined."""
    x, y = (_ranks([getattr(pair, axis)[0] for pair in found]) for axis in "xy")
    if len(found) < FEWEST:
        return None
    mean_x, mean_y = fmean(x), fmean(y)
    spread = sqrt(sum((a - mean_x) ** 2 for a in x) * sum((b - mean_y) ** 2 for b in y))
    if not spread:
        return None
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    first = {value: place for place, value in reversed([*enumerate(ordered)])}
    last = {value: place for place, value in enumerate(ordered)}
    return [(first[value] + last[value]) / 2 for value in values]


def scatter_title(subject: Subject, year: int | None = None) -> str:
    """Both indicators and the year."""
    return subject.words(
        "text.scatter.title",
        y=subject.name,
        x=across(subject).name,
        year=year or scatter_year(subject),
    )


def scatter_subtitle(subject: Subject) -> str:
    """The region and the rule of pairing."""
    region = subject.words(f"groups.{subject.view.region}.short")
    return subject.words("text.scatter.subtitle", region=region, n=MOST_AGE)


def scatter_sentence(subject: Subject, year: int | None = None) -> str:
    """How many economies are paired, and whether the two go together; never why."""
    words, year = subject.words, year or scatter_year(subject)
    found = pairs_at(subject, year)
    if not found:
        return words("text.scatter.nothing", year=year)
    lack = lacking(subject, "scatter", {pair.economy for pair in found})
    count = words("text.scatter.count", n=len(found), number=words.number(len(found)), year=year)
    return join(
        words, count, _together(subject, correlation(found)), *_chosen(subject, found), lack
    )


def _together(subject: Subject, rho: float | None) -> str:
    words = subject.words
    if rho is None:
        return ""
    size = "strong" if abs(rho) >= STRONG else "some" if abs(rho) >= WEAK else "weak"
    side = "" if size == "weak" else "_up" if rho > 0 else "_down"
    facts = {"x": across(subject).name, "y": subject.name, "rho": words.number(rho, 2)}
    return words(f"text.scatter.{size}{side}", **facts)


def _chosen(subject: Subject, found: Sequence[Pair]) -> list[str]:
    known = {pair.economy: pair for pair in found}
    return [
        subject.words(
            "text.scatter.economy",
            name=subject.words.economy(code),
            x=stated(across(subject), *known[code].x),
            y=stated(subject, *known[code].y),
        )
        for code in subject.view.economies
        if code in known
    ]


def scatter_notes(subject: Subject) -> list[str]:
    """What the bubbles mean, what the correlation is, and what both indicators count."""
    words = subject.words
    notes = [words(f"text.scatter.notes.{key}") for key in ("bubbles", "correlation")]
    both = [*definition(subject), *definition(across(subject))]
    return [*notes, *dict.fromkeys(both)]


def scatter_sources(subject: Subject) -> list[Source]:
    """The sources of both indicators and of the population."""
    parts = (subject, across(subject), subject.of(indicator=catalogue().roles.people))
    return list({source.id: source for part in parts for source in sources(part)}.values())
