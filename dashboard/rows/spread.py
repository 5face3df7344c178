"""The data of a spread: a row a measure and year; never imports dash."""

from collections.abc import Iterator, Sequence

from dashboard.rows.sheet import Fact, Row, Sheet, fact_row, group_rows
from dashboard.series import SpreadSeries
from dashboard.text.spread import leaders, spread_of, spread_places
from dashboard.text.subject import Subject


def spread_sheet(subject: Subject) -> Sheet:
    """The group's value, the leaderss with their economies, the median, and the inequality."""
    series = spread_of(subject)
    rows = [*_rows(subject, series)] if series else []
    return Sheet([*group_rows(subject, (subject.view.region,), subject.span()), *rows])


def _rows(subject: Subject, series: SpreadSeries) -> Iterator[Row]:
    for key in ("gini", "theil", "theil_between"):
        name = subject.words(f"text.spread.csv.{key}")
        yield from _measure(subject, series, getattr(series, key), (name, name))
    median = subject.words("figures.spread.median")
    yield from _measure(subject, series, series.median, (median, ""))
    for key, values, who in (
        ("highest", series.high, series.highest),
        ("lowest", series.low, series.lowest),
    ):
        note = subject.words(f"figures.spread.{key}")
        for place in spread_places(subject, series):
            value = values[place]
            if value is not None:
                code = leaders(subject, place, value, who)[0]
                yield _row(subject, place, (code, subject.words.economy(code)), value, (note, ""))


def _measure(
    subject: Subject,
    series: SpreadSeries,
    values: Sequence[float | None],
    said: tuple[str, str],
) -> Iterator[Row]:
    region = subject.view.region
    for place in spread_places(subject, series):
        value = values[place]
        if value is not None:
            yield _row(subject, place, (region, subject.group_label(region)), value, said)


def _row(
    subject: Subject, place: int, who: tuple[str, str], value: float, said: tuple[str, str]
) -> Row:
    """The row of a value; `said` is its note and its unit, "" for the unit of the indicator."""
    year, sources = subject.table.years[place], subject.table.sources
    return fact_row(subject, Fact(*who, year, value, "computed", sources, *said))
