"""The gap between two groups: which pair is looked at, and the sentences about it; no figures."""

from dataclasses import dataclass, replace
from itertools import groupby

from dashboard.doubts import GapDoubt
from dashboard.series import GapSeries
from dashboard.text.join import join
from dashboard.text.subject import Subject
from dashboard.text.trend import PEAK_SHARE

# A ratio from here on is printed without decimals.
MANY_TIMES = 100
# Economies that join bend a change if without them it differs by more than this share of it.
BENT = 0.2


@dataclass(frozen=True, slots=True)
class Pair:
    """A reference group, a group compared with it, and the gap between them.

    `series` is of the economies that the view asks for; `same` is that of the same economies
    throughout where `series` is not, None where there are too few.
    """

    higher: str
    lower: str
    series: GapSeries
    same: GapSeries | None = None


def pairs(subject: Subject) -> list[Pair]:
    """The pairs of the comparison that have a gap in any year of the view."""
    span, reference, members = subject.span(), subject.scheme.reference, subject.view.members
    found = []
    for code in subject.scheme.groups:
        key = (subject.scheme.id, reference, code)
        series = subject.table.gap(*key, members)
        if series and any(series.points[place] is not None for place in span):
            same = None if members == "same" else subject.table.gap(*key, "same")
            found.append(Pair(reference, code, series, same))
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


def apart(subject: Subject, series: GapSeries, at: int) -> float:
    """The reference's value less the other's as printed, in the year at place `at`."""
    return subject.difference(series.higher[at] or 0.0, series.lower[at] or 0.0)


def gap_sentence(subject: Subject) -> str:
    """What the gap was, how far behind the other group is, and where the gap went."""
    found = pairs(subject)
    if not found:
        key = "text.gap.nothing_same" if subject.view.members == "same" else "text.gap.nothing"
        return subject.words(key, scheme=scheme_name(subject))
    pair = main_pair(subject, found)
    at = gap_place(subject, pair)
    return join(
        subject.words,
        subject.words("text.gap.of_same") if subject.view.members == "same" else "",
        _size(subject, pair, at),
        _interval(subject, pair, at),
        _behind(subject, pair, at),
        _changed(subject, pair, at),
        _swapped(subject, pair, at),
    )


def size_sentence(subject: Subject) -> str:
    """What the gap was in the year of the view and how sure that is, alone; "" without any gap."""
    found = pairs(subject)
    if not found:
        return ""
    pair = main_pair(subject, found)
    at = gap_place(subject, pair)
    return join(subject.words, _size(subject, pair, at), _interval(subject, pair, at))


def gap_moments(subject: Subject) -> list[str]:
    """What the gap was in every year of the table, or the nearest with a gap; "" where none is."""
    return [size_sentence(subject.of(year=year)) for year in subject.table.years]


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
    high, low = series.higher[at] or 0.0, series.lower[at] or 0.0
    value = subject.number(high)
    facts = {
        **names,
        "year": subject.table.years[at],
        "clause": subject.words(f"indicators.{subject.indicator.id}.clause", value=value),
        "low": subject.value(low),
    }
    if subject.number(high) == subject.number(low):
        return subject.words("text.gap.equal", **facts)
    doubt = series.doubt(subject.table.years[at])
    if not _parts(doubt):
        return subject.words("text.gap.together", **facts)
    size = subject.points(apart(subject, series, at))
    ratio = series.ratio[at]
    if not ratio:
        return subject.words("text.gap.size", **facts, points=size)
    larger = max(ratio, 1 / ratio)
    times = subject.words.number(larger, 1 if larger < MANY_TIMES else 0)
    return subject.words("text.gap.size_ratio", **facts, points=size, times=times)


def _interval(subject: Subject, pair: Pair, at: int) -> str:
    """Between what the gap lies, where members of a group are modelled and the two can be told apart."""
    doubt = pair.series.doubt(subject.table.years[at])
    if doubt is None or not doubt.parts_from_nought:
        return ""
    low, high = sorted((abs(doubt.points_low or 0.0), abs(doubt.points_high or 0.0)))
    if subject.points(low) == subject.points(high):
        return ""
    facts = {"low": subject.number(low), "high": subject.points(high)}
    return subject.words("text.gap.interval", **facts)


def _behind(subject: Subject, pair: Pair, at: int) -> str:
    behind, names = pair.series.years_behind[at], _names(subject, pair)
    doubt = pair.series.doubt(subject.table.years[at])
    if behind is None or not apart(subject, pair.series, at):
        return ""
    if not _parts(doubt):
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


@dataclass(frozen=True, slots=True)
class Course:
    """Where a gap went: since the first year, or since it was widest, with what is printed of it.

    `case` is the key of its sentence, `since` the place of that year, `size` the gap in it and
    `change` what its size has lost or gained since, both as printed; `turned` is the place of the
    first year of the present order where that is another than then. `same` says that it is told of
    the same economies throughout while the gap is of the group values.
    """

    case: str
    since: int
    size: float = 0.0
    change: float = 0.0
    turned: int | None = None
    same: bool = False


def course(subject: Subject, pair: Pair, at: int) -> Course:
    """How the gap has changed: by the group values, or by the same economies where others bend it."""
    told, same = _course(subject, pair.series, at), pair.same
    if same is None or told.case == "once" or not _bent(subject, pair.series, same, told, at):
        return told
    if apart(subject, pair.series, at) * apart(subject, same, at) < 0:
        return Course("opposite", at, same=True)
    return replace(_course(subject, same, at), same=True)


def _changed(subject: Subject, pair: Pair, at: int) -> str:
    """The sentence of how the gap has changed."""
    told, years = course(subject, pair, at), subject.table.years
    facts = {
        "year": years[at],
        "first": years[told.since],
        "points": subject.points(told.change),
        "size": subject.points(told.size),
        "turned": "" if told.turned is None else years[told.turned],
    }
    return subject.words(f"text.gap.{'same.' if told.same else ''}{told.case}", **facts)


def _swapped(subject: Subject, pair: Pair, at: int) -> str:
    """The years since when the order was the opposite, which a change from end to end does not show.

    Those in which the other was furthest ahead, by no less than the share of the widest gap from
    which a peak is told, and without years in which the two cannot be told apart.
    """
    told, years, series = course(subject, pair, at), subject.table.years, pair.series
    gaps = {k: apart(subject, series, k) for k in range(told.since, at + 1) if _known(series, k)}
    if told.same or gaps.get(told.since, 0.0) * gaps[at] <= 0:
        return ""
    doubts = {k: series.doubt(years[k]) for k in gaps}
    other = {k: gaps[k] * gaps[at] < 0 and _parts(doubt) for k, doubt in doubts.items()}
    runs = [list(run) for is_other, run in groupby(gaps, other.__getitem__) if is_other]
    most = max(runs, key=lambda run: max(abs(gaps[k]) for k in run), default=[])
    if max((abs(gaps[k]) for k in most), default=0) < PEAK_SHARE * max(map(abs, gaps.values())):
        return ""
    key = "swapped" if len(most) > 1 else "swapped_year"
    return subject.words(f"text.gap.{key}", start=years[most[0]], end=years[most[-1]])


def _parts(doubt: GapDoubt | None) -> bool:
    """Whether the two of a gap can be told apart."""
    return doubt is None or doubt.parts_from_nought


def _bent(subject: Subject, series: GapSeries, same: GapSeries, told: Course, at: int) -> bool:
    """Whether economies that joined bend the change that is `told` of a gap.

    Between two years that both series have, the gap of the same economies goes another way, or its
    change differs by more than BENT of the larger change.
    """
    shared = [k for k in range(told.since, at + 1) if _known(series, k) and _known(same, k)]
    if not shared or shared[-1] != at or shared[0] == at:
        return False
    ends = [(apart(subject, one, shared[0]), apart(subject, one, at)) for one in (series, same)]
    (before, now), (before_same, now_same) = ends
    if now * now_same < 0 or (before * now < 0) != (before_same * now_same < 0):
        return True
    changes = [abs(end) - abs(start) for start, end in ends]
    return abs(changes[0] - changes[1]) > BENT * max(map(abs, changes))


def _known(series: GapSeries, at: int) -> bool:
    return series.points[at] is not None


def _course(subject: Subject, series: GapSeries, at: int) -> Course:
    """Where the gap went up to the year at place `at`, as far back as years are comparable.

    It is told since the gap was widest, if that was well above both ends, else since the first year.
    """
    years = range(subject.comparable(at).start, at + 1)
    gaps = {k: apart(subject, series, k) for k in years if _known(series, k)}
    first, widest = min(gaps), max(gaps, key=lambda k: abs(gaps[k]))
    if first == at:
        return Course("once", at)
    now, top = abs(gaps[at]), abs(gaps[widest])
    peaked = top - max(abs(gaps[first]), now) >= PEAK_SHARE * top > 0
    since = widest if peaked else first
    size = abs(gaps[since])
    if gaps[since] * gaps[at] < 0:
        # The last year of the old order, or of no distance at all, ends the search.
        old = [k for k in gaps if gaps[k] * gaps[at] <= 0]
        turned = min(k for k in gaps if k > old[-1])
        case = "peak_reversed" if peaked else "reversed"
        return Course(case, since, size, subject.difference(now, size), turned)
    change = subject.difference(now, size)
    case = "widened" if change > 0 else "narrowed" if change < 0 else "unchanged"
    return Course("peak" if peaked else case, since, size, change)
