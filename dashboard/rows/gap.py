"""The rows of a comparison: both groups' values and every measure of the gap; never imports dash."""

from collections.abc import Iterator, Sequence

from dashboard.rows.sheet import CERTAIN, Certain, Fact, Row, Sheet, fact_row
from dashboard.series import GapSeries
from dashboard.text.gap import Pair, pairs
from dashboard.text.subject import Subject


def gap_sheet(subject: Subject) -> Sheet:
    """The gaps of a comparison: both groups' values and every measure, a row each."""
    rows = [row for pair in pairs(subject) for row in _gap_rows(subject, pair)]
    return Sheet(rows)


def _gap_rows(subject: Subject, pair: Pair) -> Iterator[Row]:
    table, words, series = subject.table, subject.words, pair.series
    higher, lower = (subject.group_label(code) for code in (pair.higher, pair.lower))
    both, names = f"{pair.higher}/{pair.lower}", f"{higher} / {lower}"
    panel = words(f"text.csv.panel_{subject.view.members}")
    columns: tuple[tuple[str, str, Sequence[float | str | None], str], ...] = (
        (pair.higher, higher, series.higher, ""),
        (pair.lower, lower, series.lower, ""),
        (both, names, series.points, words("text.measures.points.name")),
        (both, names, series.ratio, words("text.measures.ratio.name")),
        (both, names, series.logit, words("text.measures.logit.name")),
        (both, names, series.years_behind, words("text.measures.years-behind.name")),
    )
    for place in subject.span():
        doubts = _doubts(series, table.years[place])
        for (code, name, values, unit), doubt in zip(columns, doubts, strict=True):
            value, year = values[place], table.years[place]
            if value is not None:
                fact = Fact(code, name, year, value, "computed", table.sources, panel, unit, doubt)
                yield fact_row(subject, fact)


def _doubts(series: GapSeries, year: int) -> tuple[Certain, ...]:
    """The ends of the intervals of both values and of each measure, in the order of the rows."""
    doubt = series.doubt(year)
    if doubt is None:
        return (CERTAIN,) * 6
    return (
        (doubt.higher_low, doubt.higher_high, None, None),
        (doubt.lower_low, doubt.lower_high, None, None),
        (doubt.points_low, doubt.points_high, None, None),
        CERTAIN,
        CERTAIN,
        (doubt.years_behind_low, doubt.years_behind_high, None, None),
    )
