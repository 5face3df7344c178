"""What a map shows, in a sentence or a few, by a template a case; no figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.collation import collated
from dashboard.series import EconomySeries, GroupSeries
from dashboard.text.join import join
from dashboard.text.modelled import support
from dashboard.text.subject import Subject, carried, frame_series, value_place


def map_words(subject: Subject) -> str:
    """What the map of the view's year shows."""
    table, series = subject.table, frame_series(subject.table, subject.in_frame())
    at = table.year_index(subject.view.year)
    return map_sentence(subject, series, table.group(subject.view.region), at)


def map_sentence(
    subject: Subject, series: Mapping[str, EconomySeries], group: GroupSeries | None, at: int
) -> str:
    """What the map of the year at place `at` shows; `series` are the economies with data."""
    return _worded(
        subject, group, _shown(subject, _values_at(subject, series, at), list(series)), at
    )


def map_sentences(subject: Subject, series: Mapping[str, EconomySeries]) -> list[str]:
    """What the map shows in every year of the table; `series` are the economies with data."""
    table, codes = subject.table, list(series)
    group = table.group(subject.view.region)
    lines = [carried(one.values, table.years, subject.indicator.max_age) for one in series.values()]
    return [
        _worded(subject, group, _shown(subject, [line[at] for line in lines], codes), at)
        for at in range(len(table.years))
    ]


def _values_at(
    subject: Subject, series: Mapping[str, EconomySeries], at: int
) -> list[float | None]:
    """The values on the map of a year, in the order of `series`."""
    years, age = subject.table.years, subject.indicator.max_age
    if not age:
        return [one.values[at] for one in series.values()]
    places = (value_place(one, years, at, age) for one in series.values())
    return [
        None if place is None else one.values[place]
        for one, place in zip(series.values(), places, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Shown:
    """How many economies have a value on the map, and which have the highest and the lowest.

    `highest` and `lowest` are the first by name of those that share the value as it is printed, as in
    the ranking; `tied_...` is how many others do.
    """

    count: int
    high: float
    highest: str
    tied_highest: int
    low: float
    lowest: str
    tied_lowest: int


def _shown(subject: Subject, values: Sequence[float | None], codes: Sequence[str]) -> Shown | None:
    known = {code: v for code, v in zip(codes, values, strict=True) if v is not None}
    if not known:
        return None
    high, low = (sharing(subject, known, end(known.values())) for end in (max, min))
    return Shown(
        len(known), known[high[0]], high[0], len(high) - 1, known[low[0]], low[0], len(low) - 1
    )


def sharing(subject: Subject, known: Mapping[str, float], value: float) -> list[str]:
    """The economies whose value is printed as `value` is, by name."""
    decimals = subject.indicator.decimals
    near, printed = 2 * 10.0**-decimals, round(value, decimals)
    least, most = value - near, value + near
    found = [
        code
        for code, other in known.items()
        if least < other < most and round(other, decimals) == printed
    ]
    return found if len(found) == 1 else collated(subject.words.lang, found, subject.words.economy)


def _worded(subject: Subject, group: GroupSeries | None, shown: Shown | None, at: int) -> str:
    if shown is None:
        year = subject.table.years[at]
        return subject.words("text.map.nothing", group=_region(subject), year=year)
    return join(
        subject.words,
        group_part(subject, group, at),
        _extremes_part(subject, shown),
        _count_part(subject, shown.count),
    )


def _region(subject: Subject) -> str:
    return subject.group_name(subject.view.region)


def clause(subject: Subject, value: float) -> str:
    """The core of a sentence: "68% of people used the Internet"."""
    return subject.words(f"indicators.{subject.indicator.id}.clause", value=subject.number(value))


def group_moments(subject: Subject) -> list[str]:
    """What the value of the region was in every year of the table, or why there is none."""
    group = subject.table.group(subject.view.region)
    return [group_part(subject, group, at) for at in range(len(subject.table.years))]


def group_part(subject: Subject, group: GroupSeries | None, at: int) -> str:
    """What the value of the region is in the year at place `at`, and what it rests on."""
    words, year = subject.words, subject.table.years[at]
    if group is None:
        return words("text.map.no_group", year=year)
    value = group.values[at]
    if value is None:
        share = words.percent(group.coverage[at])
        return words("text.map.no_coverage", year=year, group=_region(subject), share=share)
    said = words("text.map.value", year=year, group=_region(subject), clause=clause(subject, value))
    rests = support(subject, subject.view.region, at)
    if group.filled[at] < 0.005:
        return join(words, said, rests)
    filled = words("text.map.filled", share=words.percent(group.filled[at]))
    return join(words, said, rests, filled)


def _extremes_part(subject: Subject, shown: Shown) -> str:
    if shown.tied_highest == shown.count - 1:
        return ""
    return subject.words(
        "text.map.extremes",
        highest=with_others(subject, shown.highest, shown.tied_highest),
        high=subject.value(shown.high),
        lowest=with_others(subject, shown.lowest, shown.tied_lowest),
        low=subject.value(shown.low),
    )


def with_others(subject: Subject, code: str, others: int) -> str:
    """The name of an economy inside a sentence, and how many others share its value."""
    return name_with(subject, subject.words.economy_inside(code), others)


def name_with(subject: Subject, name: str, others: int) -> str:
    """A name, and how many others share its value."""
    words = subject.words
    if not others:
        return name
    return words("text.map.tied", n=others, name=name, number=words.number(others))


def _count_part(subject: Subject, count: int) -> str:
    total = subject.words.number(len(subject.in_frame()))
    number = subject.words.number(count)
    return subject.words("text.map.count", n=count, number=number, total=total)
