"""The rows of a comparison: both groups' values and every measure of the gap; never imports dash."""

from collections.abc import Iterator, Sequence

from dashboard.rows.sheet import Fact, Row, Sheet, fact_row
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
        for code, name, values, unit in columns:
            value, year = values[place], table.years[place]
            if value is not None:
                fact = Fact(code, name, year, value, "computed", table.sources, panel, unit)
                yield fact_row(subject, fact)
