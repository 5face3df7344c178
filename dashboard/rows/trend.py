"""The rows of a trend: groups, the publishers' own group series, economies; never imports dash."""

from collections.abc import Iterable, Iterator

from dashboard.rows.sheet import Fact, Row, Sheet, economy_rows, fact_row, group_rows
from dashboard.text.subject import Subject
from dashboard.text.trend import edition_name, shown_editions, shown_groups


def trend_sheet(subject: Subject) -> Sheet:
    """The lines of a trend: groups, the publisher's own group series, economies."""
    codes, span = shown_groups(subject), subject.span()
    rows = [*group_rows(subject, codes, span), *_published(subject, codes)]
    for code in subject.view.economies:
        if series := subject.table.economy(code):
            rows += economy_rows(subject, code, series, span)
    return Sheet(rows)


def _published(subject: Subject, codes: Iterable[str]) -> Iterator[Row]:
    printed = ((code, series) for code in codes for series in shown_editions(subject, code))
    for code, series in printed:
        note = subject.words("text.csv.published", edition=edition_name(subject, series))
        for place in subject.span():
            if (value := series.values[place]) is not None:
                name, year = subject.group_label(code), subject.table.years[place]
                yield fact_row(
                    subject, Fact(code, name, year, value, "published", [series.source], note)
                )
