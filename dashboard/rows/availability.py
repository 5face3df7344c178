"""The data of who measures what; never imports dash."""

from collections.abc import Iterator

from dashboard.rows.sheet import Fact, Row, Sheet, fact_row
from dashboard.text.availability import core_indicators, newest
from dashboard.text.hover import STATUS
from dashboard.text.subject import Subject, inhabited


def availability_sheet(subject: Subject) -> Sheet:
    """How many members of the region have a value of their own, by indicator, year and status."""
    return Sheet(list(_counts(subject)))


def ages_sheet(subject: Subject) -> Sheet:
    """The newest own value of each economy of the region for each indicator of the core list."""
    return Sheet(list(_newest(subject)))


def _counts(subject: Subject) -> Iterator[Row]:
    region, tables = subject.view.region, subject.tables
    found, (known, years) = tables.availability(region), tables.available
    if found is None:
        return
    name, unit = subject.group_label(region), subject.words("text.availability.unit")
    for indicator in core_indicators():
        if indicator.id not in known:
            continue
        part, place = subject.of(indicator=indicator.id), known.index(indicator.id)
        for kind, counts in found.parts().items():
            status = kind.replace("_", "-")
            for year, count in zip(years, counts[place], strict=True):
                if count:
                    fact = Fact(region, name, year, count, status, part.table.sources, unit=unit)
                    yield fact_row(part, fact)


def _newest(subject: Subject) -> Iterator[Row]:
    found = newest(subject.tables, subject.view.region)
    for code, known in found.items():
        for economy in inhabited(subject.view.region):
            own = known.get(economy)
            series = subject.of(indicator=own.indicator).table.economy(economy) if own else None
            if own is None or series is None:
                continue
            part = subject.of(indicator=own.indicator)
            at = part.table.years.index(own.year)
            value, source = series.values[at], ord(series.sources[at]) - ord("a")
            status = STATUS[own.letter]
            if value is not None:
                name = subject.words.economy(economy)
                origin = [part.table.sources[source]]
                yield fact_row(part, Fact(economy, name, own.year, value, status, origin, code))
