"""Titles that state unit and year, and the subtitles that say who is compared; no figures."""

from dashboard.text.gap import gap_span, pairs
from dashboard.text.subject import Subject
from dashboard.text.trend import compares, trend_span


def year_title(subject: Subject, year: int) -> str:
    """The title of a figure of one year: "Internet use, % of people, 2024"."""
    return subject.words("text.title.year", name=subject.name, unit=subject.unit, year=year)


def map_title(subject: Subject) -> str:
    """The title of a figure of the view's year."""
    return year_title(subject, subject.table.years[subject.table.year_index(subject.view.year)])


def span_title(subject: Subject, span: range, key: str = "text.title.span", **facts: object) -> str:
    """The title of a figure over the places `span` of the table's years."""
    years = subject.table.years
    ends = {"first": years[span.start], "last": years[span.stop - 1]}
    return subject.words(key, name=subject.name, unit=subject.unit, **ends, **facts)


def trend_title(subject: Subject) -> str:
    """The title of a trend: the span that its lines cover, and the base year of an index."""
    span, years = trend_span(subject), subject.table.years
    if subject.view.index is not None:
        return span_title(subject, span, "text.title.index", base=subject.view.index)
    if len(span) == 1:
        return year_title(subject, years[span.start])
    return span_title(subject, span)


def gap_title(subject: Subject) -> str:
    """The title of a gap: the span of the years that have one."""
    found = pairs(subject)
    span = gap_span(subject, found) if found else trend_span(subject)
    key = "text.title.gap_same" if subject.view.members == "same" else "text.title.gap"
    return span_title(subject, span, key)


def region_subtitle(subject: Subject) -> str:
    """The region of the view."""
    return subject.words(f"groups.{subject.view.region}.short")


def scheme_subtitle(subject: Subject) -> str:
    """The comparison of the view."""
    return subject.words(f"schemes.{subject.scheme.id}.name")


def trend_subtitle(subject: Subject) -> str:
    """The region and the comparison, if there is one."""
    if not subject.compared or not compares(subject):
        return region_subtitle(subject)
    region, scheme = region_subtitle(subject), scheme_subtitle(subject)
    return subject.words("text.subtitle.trend", region=region, scheme=scheme)
