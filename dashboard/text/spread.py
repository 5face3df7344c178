"""How unequal the economies of a group are: which years are shown, and the words; no figures."""

from collections.abc import Sequence

from dashboard.series import SpreadSeries
from dashboard.tables import IndicatorTable, remembered
from dashboard.text.join import join
from dashboard.text.notes import definition, excluded, line_notes
from dashboard.text.sentences import sharing, with_others
from dashboard.text.subject import Subject, frame_series
from dashboard.text.titles import span_title
from dashboard.text.trend import direction

# A year counts if it has this share of the values of the year that has most: the best and the worst
# of a few economies say nothing of the group.
LEAST_SHARE = 0.5
# Decimals of the measures of inequality.
DECIMALS = 2
Values = list[float | None]


def spread_of(subject: Subject) -> SpreadSeries | None:
    """The spread of the region of the view."""
    return subject.table.spread(subject.view.region)


def spread_places(subject: Subject, series: SpreadSeries) -> list[int]:
    """The places of the view's years that have values enough, none after the latest good year."""
    known = [k for k in subject.span() if series.median[k] is not None and series.n[k] > 1]
    most = max((series.n[k] for k in known), default=0)
    return [k for k in known if series.n[k] >= LEAST_SHARE * most]


def spread_span(subject: Subject) -> range:
    """The places from the first to the last year that is shown; all of the view's if none is."""
    series = spread_of(subject)
    places = spread_places(subject, series) if series else []
    return range(places[0], places[-1] + 1) if places else subject.span()


def kept(subject: Subject, series: SpreadSeries, values: Values) -> Values:
    """The values of the years that are shown, None for the years between that are not."""
    places = set(spread_places(subject, series))
    return [values[k] if k in places else None for k in spread_span(subject)]


def measured(subject: Subject, series: SpreadSeries) -> bool:
    """Whether inequality is measured in any year that is shown."""
    return any(value is not None for value in kept(subject, series, series.gini))


def spread_title(subject: Subject) -> str:
    """The title: the indicator, its unit and the years that are shown."""
    return span_title(subject, spread_span(subject), "text.spread.title")


def spread_sentence(subject: Subject) -> str:
    """Who leads, who trails, the median; whether inequality fell; what of it is between the parts."""
    series = spread_of(subject)
    places = spread_places(subject, series) if series else []
    if series is None or not places:
        return subject.words("text.spread.nothing", group=subject.group_name(subject.view.region))
    return join(
        subject.words,
        _extremes(subject, series, places[-1]),
        _inequality(subject, series),
        _between(subject, series),
    )


def _extremes(subject: Subject, series: SpreadSeries, at: int) -> str:
    high, low, median = series.high[at] or 0.0, series.low[at] or 0.0, series.median[at] or 0.0
    facts = {"year": subject.table.years[at], "number": subject.words.number(series.n[at])}
    if subject.number(high) == subject.number(low):
        return subject.words("text.spread.equal", **facts, value=subject.value(high))
    highest = leaders(subject, at, high, series.highest)
    lowest = leaders(subject, at, low, series.lowest)
    return subject.words(
        "text.spread.extremes",
        **facts,
        highest=with_others(subject, highest[0], len(highest) - 1),
        high=subject.value(high),
        lowest=with_others(subject, lowest[0], len(lowest) - 1),
        low=subject.value(low),
        median=subject.value(median),
    )


def leaders(subject: Subject, at: int, value: float, who: Sequence[int | None]) -> list[str]:
    """The economies whose value of a year is printed as the extreme `value` is, by name.

    As on the map and in the ranking; the one that `who` names for the year is among them.
    """
    known = _known(subject.table, subject.in_frame(), at)
    own = who[at]
    return sharing(subject, known, value) or [subject.table.economies[own or 0]]


@remembered(64)
def _known(table: IndicatorTable, members: tuple[str, ...], at: int) -> dict[str, float]:
    """The values of a year: of its highest, and again of its lowest."""
    series = frame_series(table, members).items()
    return {code: value for code, one in series if (value := one.values[at]) is not None}


def _inequality(subject: Subject, series: SpreadSeries) -> str:
    """How both measures changed over the years that are comparable with the last one."""
    both = [
        k
        for k in spread_places(subject, series)
        if series.gini[k] is not None and series.theil[k] is not None
    ]
    if not both:
        return ""
    comparable = subject.comparable(both[-1])
    first, last = next(k for k in both if k in comparable), both[-1]
    words, years = subject.words, subject.table.years
    facts = {
        "gini": words.number(series.gini[last] or 0.0, DECIMALS),
        "theil": words.number(series.theil[last] or 0.0, DECIMALS),
        "year": years[last],
    }
    if first == last:
        return words("text.spread.once", **facts)
    ways = {
        direction(values[first] or 0.0, values[last] or 0.0, DECIMALS)
        for values in (series.gini, series.theil)
    }
    case = ways.pop() if len(ways) == 1 else "mixed"
    return words(
        f"text.spread.{case}",
        **facts,
        first=years[first],
        gini_first=words.number(series.gini[first] or 0.0, DECIMALS),
        theil_first=words.number(series.theil[first] or 0.0, DECIMALS),
    )


def _between(subject: Subject, series: SpreadSeries) -> str:
    """What share of the Theil index is between the parts, in the last year that has both."""
    places = [
        k
        for k in spread_places(subject, series)
        if series.theil_between[k] is not None and (series.theil[k] or 0.0) >= 10.0**-DECIMALS
    ]
    if not places or not series.parts:
        return ""
    last = places[-1]
    share = (series.theil_between[last] or 0.0) / (series.theil[last] or 1.0)
    return subject.words(
        "text.spread.between",
        year=subject.table.years[last],
        share=subject.words.percent(share),
        parts=subject.words("text.source.between").join(map(subject.group_label, series.parts)),
    )


def spread_notes(subject: Subject) -> list[str]:
    """The notes of a spread: what counts, and what the two measures of inequality can say."""
    words, series = subject.words, spread_of(subject)
    notes = [*definition(subject), *line_notes(subject)]
    notes.append(words("text.spread.notes.economies"))
    if series and measured(subject, series):
        notes.append(words("text.spread.notes.measures"))
        if subject.indicator.bounded:
            notes.append(words("text.spread.notes.bounded"))
        if series.parts:
            notes.append(words("text.spread.notes.parts"))
    elif series:
        notes.append(words("text.spread.notes.unmeasured"))
    return notes + excluded(subject, subject.in_frame())
