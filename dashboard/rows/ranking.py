"""The rows of the ranking of a year; never imports dash."""

from dashboard.rows.sheet import Sheet
from dashboard.text.hover import STATUS
from dashboard.text.passport import source_line, sources
from dashboard.text.ranking import Ranked, ranking
from dashboard.text.subject import Subject

HEADER = (
    "place",
    "tied",
    "code",
    "name",
    "value",
    "unit",
    "year",
    "age",
    "status",
    "source",
    "licence",
)


def ranking_sheet(subject: Subject) -> Sheet:
    """A row an economy: place (empty where the value is too old), value, its year and age."""
    at = subject.table.year_index(subject.view.year)
    terms = dict.fromkeys(source.licence for source in sources(subject))
    words = {"unit": subject.unit, "source": source_line(subject), "licence": "; ".join(terms)}
    rows = [{**_row(subject, one, at), **words} for one in ranking(subject, at)]
    return Sheet([[row.get(column) for column in HEADER] for row in rows], HEADER)


def _row(subject: Subject, one: Ranked, at: int) -> dict[str, object]:
    return {
        "place": one.place,
        "tied": "yes" if one.tied else "no",
        "code": one.economy,
        "name": subject.words.economy(one.economy),
        "value": round(one.value, subject.indicator.decimals),
        "year": one.year,
        "age": subject.table.years[at] - one.year,
        "status": STATUS[one.letter],
    }
