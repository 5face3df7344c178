"""The gap between two groups: which pair is looked at, and the sentences about it; no figures."""

from dataclasses import dataclass

from dashboard.tables import GapSeries
from dashboard.text.join import join
from dashboard.text.subject import Subject
from dashboard.text.trend import PEAK_SHARE

# A ratio from here on is printed without decimals.
MANY_TIMES = 100


@dataclass(frozen=True, slots=True)
class Pair:
    """A reference group, a group compared with it, and the gap between them."""

    higher: str
    lower: str
    series: GapSeries


def pairs(subject: Subject) -> list[Pair]:
    """The pairs of the comparison that have a gap in any year of the view."""
    span, reference = subject.span(), subject.scheme.reference
    found = []
    for code in subject.scheme.groups:
        series = subject.table.gap(subject.scheme.id, reference, code)
        if series and any(series.points[place] is not None for place in span):
            found.append(Pair(reference, code, series))
    return found


def gap_span(subject: Subject, found: list[Pair]) -> range:
    """The places of the view's years, from the first to the last one with a gap."""
    places = [k for k in subject.span() if any(p.series.points[k] is not None for p in found)]
    return range(places[0], places[-1] + 1)


def gap_place(subject: Subject, pair: Pair) -> int:
    """The place of the year that is spoken of: the view's, or the nearest with a gap before it.

    Where there is none before, the first year with a gap.
    """
    known = [place for place in subject.span() if pair.series.points[place] is not None]
    wanted = subject.table.year_index(subject.view.year)
    return max((place for place in known if place <= wanted), default=known[0])


def main_pair(subject: Subject, found: list[Pair]) -> Pair:
    """The pair that is shaded and spoken of: the region's own, else the one with the widest gap.

    A pair with less than half of the years of the longest one does not stand for all.
    """
    own = [pair for pair in found if pair.lower == subject.view.region]
    if own:
        return own[0]
    lengths = [sum(pair.series.points[k] is not None for k in subject.span()) for pair in found]
    long = [p for p, n in zip(found, lengths, strict=True) if 2 * n >= max(lengths)]
    return max(long, key=lambda pair: _width(subject, pair))


def _width(subject: Subject, pair: Pair) -> float:
    return abs(pair.series.points[gap_place(subject, pair)] or 0.0)


def gap_sentence(subject: Subject) -> str:
    """What the gap was, how far behind the other group is, and where the gap went."""
    found = pairs(subject)
    if not found:
        return subject.words("text.gap.nothing", scheme=scheme_name(subject))
    pair = main_pair(subject, found)
    at = gap_place(subject, pair)
    return join(
        subject.words,
        _size(subject, pair, at),
        _behind(subject, pair, at),
        _peak(subject, pair, at) or _change(subject, pair, at),
    )


def scheme_name(subject: Subject) -> str:
    """The name of the comparison."""
    return subject.words(f"schemes.{subject.scheme.id}.name")


def _names(subject: Subject, pair: Pair) -> dict[str, str]:
    return {
        "higher": subject.group_name(pair.higher),
        "lower": subject.group_name(pair.lower),
    }


def _size(subject: Subject, pair: Pair, at: int) -> str:
    series, names = pair.series, _names(subject, pair)
    high, low, points = series.higher[at] or 0.0, series.lower[at] or 0.0, series.points[at] or 0.0
    value = subject.number(high)
    facts = {
        **names,
        "year": subject.table.years[at],
        "clause": subject.words(f"indicators.{subject.indicator.id}.clause", value=value),
        "low": subject.value(low),
    }
    if subject.number(high) == subject.number(low):
        return subject.words("text.gap.equal", **facts)
    size = subject.points(points)
    ratio = series.ratio[at]
    if not ratio:
        return subject.words("text.gap.size", **facts, points=size)
    larger = max(ratio, 1 / ratio)
    times = subject.words.number(larger, 1 if larger < MANY_TIMES else 0)
    return subject.words("text.gap.size_ratio", **facts, points=size, times=times)


def _behind(subject: Subject, pair: Pair, at: int) -> str:
    behind, names = pair.series.years_behind[at], _names(subject, pair)
    if behind is None:
        return ""
    year = subject.table.years[at]
    if isinstance(behind, str):
        return subject.words(f"text.gap.behind_{behind.replace('-', '_')}", **names, year=year)
    whole = round(behind)
    if whole == 0:
        return ""
    number = subject.words.number(abs(whole))
    if whole < 0:
        return subject.words("text.gap.ahead", n=-whole, number=number, then=year - whole, **names)
    return subject.words("text.gap.behind", n=whole, number=number, then=year - whole, **names)


def _change(subject: Subject, pair: Pair, at: int) -> str:
    """How the gap has changed since the first year, in the size of the difference."""
    points = pair.series.points
    first = next(place for place in subject.comparable(at) if points[place] is not None)
    years = subject.table.years
    if first >= at:
        return subject.words("text.gap.once", year=years[at])
    before, now = points[first] or 0.0, points[at] or 0.0
    facts = {"first": years[first], "before": subject.points(before)}
    if before * now < 0:
        return subject.words("text.gap.reversed", **facts)
    difference = abs(now) - abs(before)
    if subject.number(abs(now)) == subject.number(abs(before)):
        return subject.words("text.gap.unchanged", **facts)
    case = "widened" if difference > 0 else "narrowed"
    return subject.words(f"text.gap.{case}", **facts, points=subject.points(difference))


def _peak(subject: Subject, pair: Pair, at: int) -> str:
    """When the gap was widest, if that was neither at the start nor at the end, and what came since."""
    points = pair.series.points
    earlier = range(subject.comparable(at).start, at + 1)
    sizes = {k: abs(p) for k in earlier if (p := points[k]) is not None}
    peak = max(sizes, key=lambda k: sizes[k])
    ends = (sizes[min(sizes)], sizes[max(sizes)])
    if sizes[peak] - max(ends) < PEAK_SHARE * sizes[peak]:
        return ""
    if (points[peak] or 0.0) * (points[at] or 0.0) < 0:
        # The last year of the old order, or of no distance at all, ends the search.
        old = [k for k in sizes if (points[k] or 0.0) * (points[at] or 0.0) <= 0]
        turned = min(k for k in sizes if k > old[-1])
        return subject.words(
            "text.gap.peak_reversed",
            year=subject.table.years[peak],
            points=subject.points(sizes[peak]),
            turned=subject.table.years[turned],
        )
    since = sizes[peak] - sizes[at]
    return subject.words(
        "text.gap.peak",
        year=subject.table.years[peak],
        points=subject.points(sizes[peak]),
        since=subject.points(since),
    )
