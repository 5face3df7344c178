"""Three findings of a region: who moved most, which gap is widest, which target is nearest; no figures.

Each chooses among values of the tables. What is chosen by so little that the intervals of others meet
its own is said to be among the first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.catalogue import catalogue
from dashboard.series import GapSeries, Reading
from dashboard.text.gap import Pair, gap_place, main_pair, pairs, size_sentence
from dashboard.text.join import join
from dashboard.text.movers import SPAN, Mover, movers, rises
from dashboard.text.pace import aim, applies, measure_of, measured, pace_title, standing_sentence
from dashboard.text.region import own_scheme
from dashboard.text.sentences import name_with
from dashboard.text.stated import stated
from dashboard.text.subject import Subject
from dashboard.text.titles import year_title

# A target that is neither met nor missed, and can be projected.
AHEAD = ("on-track", "off-track")
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found: its kind (mover, gap, target), the chart that shows it, and its subject."""

    kind: str
    chart: str
    subject: Subject
    title: str
    sentence: str


def findings(subject: Subject) -> list[Finding]:
    """The findings that the tables give for the region of the view."""
    start = subject.of(year=None, years=(None, None), economies=())
    found = (_mover(start), _gap(start), _target(start))
    return [one for one in found if one]


def _mover(subject: Subject) -> Finding | None:
    """The largest rise over ten years of the first headline indicator; ties share it."""
    one = subject.of(indicator=catalogue().roles.overview[0])
    listed = movers(one)
    risen = rises(one, listed, len(listed))
    if not risen:
        return None
    top = [mover for mover in risen if _printed(one, mover) == _printed(one, risen[0])]
    first, years, words = top[0], one.table.years, one.words
    series = one.table.economy(first.code)
    start, end = (
        stated(one, series.values[k] or 0.0, years[k], series.status[k]) if series else ""
        for k in (first.start, first.end)
    )
    sentence = words(
        "text.findings.rise",
        name=name_with(one, words.economy(first.code), len(top) - 1),
        start=start,
        end=end,
        points=one.points(_printed(one, first)),
        span=words.number(SPAN),
        number=words.number(len(listed)),
    )
    shown = one.of(economies=tuple(mover.code for mover in top[:1]))
    return Finding("mover", "trend", shown, year_title(one, years[first.end]), sentence)


def _printed(subject: Subject, mover: Mover) -> float:
    """A change as printed: of the two rounded values."""
    series = subject.table.economy(mover.code)
    values = series.values if series else []
    return subject.difference(values[mover.end] or 0.0, values[mover.start] or 0.0)


def _gap(subject: Subject) -> Finding | None:
    """The widest gap, by ratio, among the headline indicators."""
    scheme = own_scheme(subject.view.region) or catalogue().roles.start["scheme"]
    found = []
    for name in catalogue().roles.overview:
        one = subject.of(indicator=name, scheme=scheme)
        if listed := pairs(one):
            pair = main_pair(one, listed)
            if ratio := _ratio(one, pair):
                found.append((ratio, one, gap_place(one, pair)))
    if not found:
        return None
    (_, sure), one, at = max(found, key=lambda entry: entry[0][0])
    others = [other for (_, other), subject_, _ in found if subject_ is not one]
    key = "widest" if all(sure[0] > other[1] for other in others) else "among_widest"
    number = subject.words.number(len(found))
    said = join(
        subject.words, size_sentence(one), subject.words(f"text.findings.{key}", number=number)
    )
    return Finding("gap", "gap", one, year_title(one, one.table.years[at]), said)


def _ratio(subject: Subject, pair: Pair) -> tuple[float, Range] | None:
    """The larger value by the smaller one, and the range that their intervals leave to it.

    None where there is no ratio, or where the two cannot be told apart.
    """
    at, series = gap_place(subject, pair), pair.series
    ratio, doubt = series.ratio[at], series.doubt(subject.table.years[at])
    if not ratio or (doubt and not doubt.parts_from_nought):
        return None
    larger, smaller = sorted(_ends(series, at, subject.table.years[at]), reverse=True)
    if smaller[0] <= 0:
        return None
    return max(ratio, 1 / ratio), (larger[0] / smaller[1], larger[1] / smaller[0])


def _ends(series: GapSeries, at: int, year: int) -> list[Range]:
    """The intervals of both groups in a year: the values themselves where nothing is modelled."""
    doubt, high, low = series.doubt(year), series.higher[at] or 0.0, series.lower[at] or 0.0
    if doubt is None:
        return [(high, high), (low, low)]
    return [
        (_or(doubt.higher_low, high), _or(doubt.higher_high, high)),
        (_or(doubt.lower_low, low), _or(doubt.lower_high, low)),
    ]


def _or(value: float | None, other: float) -> float:
    return other if value is None else value


def _target(subject: Subject) -> Finding | None:
    """The measure that is not met yet and lacks the least part of its threshold."""
    found = list(_lacking(subject))
    if not found:
        return None
    share, sure, one = min(found, key=lambda entry: entry[0])
    others: Sequence[Range] = [other for _, other, subject_ in found if subject_ is not one]
    key = (
        "only"
        if not others
        else "closest"
        if all(sure[1] < other[0] for other in others)
        else "among_closest"
    )
    words = subject.words
    facts = {"share": words.percent(share, 1), "number": words.number(len(found))}
    said = join(words, standing_sentence(one), words(f"text.findings.{key}", **facts))
    return Finding("target", "pace", one, pace_title(one), said)


def _lacking(subject: Subject) -> Iterator[tuple[float, Range, Subject]]:
    """For each such measure, the part of its threshold that is lacking, as a value and a range."""
    readings = subject.tables.readings(subject.view.region)
    for name, reading in readings.items():
        one = subject.of(target=name)
        measure = measure_of(one.view)
        one = measured(one.view, subject.tables)
        goal = aim(one, measure)
        if reading.verdict not in AHEAD or not goal or measure.proxy:
            continue
        if not applies(measure, subject.view.region):
            continue
        # Of a band, the end that is nearer.
        if measure.upper is not None and (reading.value or 0.0) > measure.upper:
            goal = measure.upper
        yield (*_lack(reading, goal), one)


def _lack(reading: Reading, goal: float) -> tuple[float, Range]:
    value = reading.value or 0.0
    ends = (_or(reading.low, value), _or(reading.high, value))
    low, high = sorted(abs(goal - end) / goal for end in ends)
    return abs(goal - value) / goal, (low, high)
