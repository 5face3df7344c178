"""Titles that state unit and year, and the subtitle that says who is compared; no figures."""

from dashboard.text.gap import gap_span, pairs
from dashboard.text.subject import Subject
from dashboard.text.trend import trend_span


def title(subject: Subject, chart: str, year: int | None = None) -> str:
    """The title of a chart: "Internet use, % of people, 2024"; `year` for a map."""
    words = subject.words
    facts = {"name": subject.name, "unit": subject.unit}
    if year is not None:
        return words("text.title.year", **facts, year=year)
    years = subject.table.years
    found = pairs(subject) if chart == "gap" else []
    span = gap_span(subject, found) if found else trend_span(subject)
    first, last = years[span.start], years[span.stop - 1]
    if chart == "trend" and subject.view.index is not None:
        base = subject.view.index
        return words("text.title.index", **facts, first=first, last=last, base=base)
    if first == last and chart == "trend":
        return words("text.title.year", **facts, year=first)
    key = "text.title.gap" if chart == "gap" else "text.title.span"
    return words(key, **facts, first=first, last=last)


def subtitle(subject: Subject, chart: str) -> str:
    """The region of a map, or the comparison of a trend or a gap."""
    scheme = subject.words(f"schemes.{subject.scheme.id}.name")
    region = subject.words(f"groups.{subject.view.region}.short")
    if chart == "map":
        return region
    if chart == "gap":
        return scheme
    return subject.words("text.subtitle.trend", region=region, scheme=scheme)
