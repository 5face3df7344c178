"""What a region's page says of it: where it stands, how far behind, who moved, what is missing; no figures."""

from dataclasses import dataclass

from dashboard.catalogue import catalogue
from dashboard.collation import collated
from dashboard.formulas import BEFORE, first_crossing
from dashboard.series import GroupSeries
from dashboard.text.gap import gap_sentence, main_pair, pairs
from dashboard.text.join import join
from dashboard.text.measuring import measuring
from dashboard.text.modelled import support, told_apart
from dashboard.text.movers import Mover, falls, movers, rises
from dashboard.text.notes import panel_notes
from dashboard.text.sentences import clause
from dashboard.text.subject import Subject

DECADE = 10
# As many economies are named in a sentence.
NAMED = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest value of a group, and that of another one in the same year, None without one."""

    place: int
    value: float
    other: float | None


def own_scheme(region: str) -> str:
    """The comparison that a region is part of, "" if there is none."""
    schemes = catalogue().schemes.items()
    return next((key for key, scheme in schemes if region in scheme.groups), "")


def standing(subject: Subject, code: str, other: str = "") -> Standing | None:
    """Where a group stands beside another or the world, in the newest year that both have.

    That is its own newest where none is shared.
    """
    series, beside = subject.table.group(code), subject.table.group(other or catalogue().world)
    known = _known(series)
    if series is None or not known:
        return None
    shared = [k for k in known if beside and beside.values[k] is not None]
    place = (shared or known)[-1]
    return Standing(
        place, series.values[place] or 0.0, beside.values[place] if beside and shared else None
    )


def _known(series: GroupSeries | None) -> list[int]:
    return [k for k, value in enumerate(series.values if series else ()) if value is not None]


def standing_sentence(subject: Subject) -> str:
    """The region's value, the same ten years before, and the world's."""
    region, words = subject.view.region, subject.words
    now = standing(subject, region)
    if now is None:
        return _unformed(subject)
    facts = {"year": subject.table.years[now.place], "group": subject.group_name(region)}
    said = words("text.region.value", **facts, clause=clause(subject, now.value))
    rests = support(subject, region, now.place)
    return join(words, said, rests, _decade(subject, now), against_sentence(subject))


def _unformed(subject: Subject) -> str:
    """Why the region has no value: none is formed of the indicator, or too few economies have data."""
    if subject.table.group(subject.view.region) is None:
        return subject.words("text.region.no_group")
    return subject.words("text.region.nothing", group=subject.group_name(subject.view.region))


def _decade(subject: Subject, now: Standing) -> str:
    """The region's value ten years before, where it is comparable."""
    years, series = subject.table.years, subject.table.group(subject.view.region)
    year = years[now.place] - DECADE
    if (
        series is None
        or year not in years
        or years.index(year) not in subject.comparable(now.place)
    ):
        return ""
    before = series.values[years.index(year)]
    if before is None:
        return ""
    return subject.words("text.region.decade", year=year, value=subject.value(before))


def against_sentence(subject: Subject) -> str:
    """How the region's value compares with that of the world in the same year; "" of the world itself."""
    region, world = subject.view.region, catalogue().world
    now = None if region == world else standing(subject, region)
    if now is None or now.other is None:
        return ""
    facts = {"value": subject.value(now.other)}
    if subject.number(now.value) == subject.number(now.other):
        return subject.words("text.region.same", **facts)
    told = told_apart(subject, region, world, now.place)
    if told != "apart":
        return subject.words(f"text.region.{told}", **facts)
    case = "more" if now.value > now.other else "less"
    points = subject.points(subject.difference(now.value, now.other))
    return subject.words(f"text.region.{case}", **facts, points=points)


def developed_sentence(subject: Subject) -> str:
    """The distance to developed regions, and how many years behind them the region is.

    By the group values of the tables, each over the economies that have data.
    """
    region, developed = subject.view.region, catalogue().roles.developed
    now = None if region == developed else standing(subject, region, developed)
    if now is None or now.other is None:
        return ""
    words = subject.words
    facts = {
        "year": subject.table.years[now.place],
        "group": subject.group_name(region),
        "clause": clause(subject, now.other),
    }
    if subject.number(now.value) == subject.number(now.other):
        return words("text.region.developed_same", **facts)
    told = told_apart(subject, region, developed, now.place)
    if told != "apart":
        return words(f"text.region.developed_{told}", **facts)
    case = "more" if now.other > now.value else "less"
    points = subject.points(subject.difference(now.other, now.value))
    said = words(f"text.region.developed_{case}", **facts, points=points)
    return join(words, said, _behind(subject, now))


def _behind(subject: Subject, now: Standing) -> str:
    """When developed regions first stood where the region stands."""
    developed = catalogue().roles.developed
    sign = {"up": 1.0, "down": -1.0}.get(subject.indicator.direction)
    series = subject.table.group(developed)
    if sign is None or series is None:
        return ""
    span, years = subject.comparable(now.place), subject.table.years
    reached = [None if value is None else sign * value for value in series.values]
    then = first_crossing(
        years[span.start : span.stop], reached[span.start : span.stop], sign * now.value
    )
    names = {
        "higher": subject.group_name(developed),
        "lower": subject.group_name(subject.view.region),
    }
    year = years[now.place]
    if then is None or (then == BEFORE and span.start > 0):
        return ""
    if isinstance(then, str):
        return subject.words(f"text.gap.behind_{then.replace('-', '_')}", **names, year=year)
    whole = round(year - then)
    if whole < 1:
        return ""
    number = subject.words.number(whole)
    return subject.words("text.gap.behind", n=whole, number=number, then=year - whole, **names)


def gap_words(subject: Subject) -> tuple[str, list[str]]:
    """What the gap tables say of the region and its reference, and over which economies; or ("", [])."""
    scheme = own_scheme(subject.view.region)
    compared = subject.of(scheme=scheme, members="all") if scheme else None
    if compared is None:
        return "", []
    own = [pair for pair in pairs(compared) if pair.lower == subject.view.region]
    if not own:
        return "", []
    return gap_sentence(compared), panel_notes(compared, main_pair(compared, own))


def movers_sentence(subject: Subject) -> str:
    """The largest rise and the largest fall."""
    found = movers(subject)
    up, down = rises(subject, found, 1), falls(subject, found, 1)
    said = [
        subject.words(f"text.region.{case}", **_moved(subject, mover))
        for case, listed in (("rise", up), ("fall", down))
        for mover in listed
    ]
    return join(subject.words, *said)


def _moved(subject: Subject, mover: Mover) -> dict[str, object]:
    years, series = subject.table.years, subject.table.economy(mover.code)
    start, end = (series.values[k] or 0.0 if series else 0.0 for k in (mover.start, mover.end))
    return {
        "economy": subject.words.economy_inside(mover.code),
        "first": years[mover.start],
        "last": years[mover.end],
        "start": subject.value(start),
        "end": subject.value(end),
    }


def missing_sentence(subject: Subject) -> str:
    """How many members have no value of the indicator in the last five years, named if few."""
    found, words = measuring(subject.tables, subject.view.region), subject.words
    lacking = found.lacking(subject.indicator.id)
    k = (
        found.indicators.index(subject.indicator.id)
        if subject.indicator.id in found.indicators
        else -1
    )
    if k < 0:
        return ""
    facts = {
        "name": subject.name,
        "since": found.since[k],
        "total": words.number(len(found.members)),
    }
    if not lacking:
        return words("text.region.measured", **facts)
    number = words.number(len(lacking))
    said = words("text.region.missing", n=len(lacking), number=number, **facts)
    if len(lacking) > NAMED:
        return said
    names = words.listed(collated(words.lang, map(words.economy, lacking)))
    return join(words, said, words("text.region.named", n=len(lacking), names=names))
