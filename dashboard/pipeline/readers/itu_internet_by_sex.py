"""ITU's table of Internet use by sex and by urban and rural location: the latest year of each."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dashboard.pipeline.readers import notes
from dashboard.pipeline.readers.records import Record, SourceError, number, year
from dashboard.pipeline.readers.sheets import sheets

FIRST = "Economy name"


def read(path: Path) -> Iterator[Record]:
    """Records of the series all, male, female, urban, rural; notes give the age scope."""
    book = list(sheets(path).values())
    rows = book[0]
    top = next((k for k, row in enumerate(rows) if str(row[0]) == FIRST), None)
    if top is None:
        raise SourceError(path, None, f"no line begins with {FIRST!r}.")
    places = _places(path, rows[top - 1], rows[top], top + 1)
    scope = _scope(book[1]) if len(book) > 1 else {}
    for line, row in enumerate(rows[top + 1 :], start=top + 2):
        name = str(row[0]).strip()
        if not name:
            return
        for series, at in places.items():
            if (value := number(row[at], path, line)) is not None:
                when = year(row[2], path, line)
                remark = scope.get(name, ())
                yield Record(name, series, when, value, line, notes=remark)


def _places(
    path: Path, titles: Sequence[object], names: Sequence[object], line: int
) -> dict[str, int]:
    """The column of each series: totals stand under their heading, sexes beside each other."""
    heads = [str(cell).strip() for cell in titles]
    subs = [str(cell).strip() for cell in names]
    try:
        gender, urban, rural = (heads.index(name) for name in ("Gender", "Urban", "Rural"))
        return {
            "all": heads.index("All"),
            "male": subs.index("Male", gender),
            "female": subs.index("Female", gender),
            "urban": subs.index("Total", urban),
            "rural": subs.index("Total", rural),
        }
    except ValueError as error:
        raise SourceError(path, line, f"a heading is missing ({error}).") from error


def _scope(rows: Sequence[Sequence[object]]) -> dict[str, tuple[str, ...]]:
    return {str(row[0]).strip(): notes.codes(str(row[1])) for row in rows if len(row) > 1}
