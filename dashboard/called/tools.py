"""The tools that assistants may call: five questions, each answered from the tables with its passport.

Read-only. The rows are those of the CSV faces, the verdict that of the claim checker, the citation that
of the metadata. In English, but for names, notes and sentences in the language asked for.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from dashboard.called.arguments import (
    COMPARISON,
    INDICATOR,
    KIND,
    LANGUAGE,
    MEMBERS_OF,
    NUMBER,
    PLACE,
    PLACES,
    TEXT,
    YEARS,
    Argument,
    RefusedError,
    known,
    named,
    near_to,
    year,
)
from dashboard.catalogue import catalogue
from dashboard.charts.registry import EXHIBITS
from dashboard.edition import edition
from dashboard.exports.claim import claim_json
from dashboard.rows.gap import gap_sheet
from dashboard.rows.sheet import HEADER, Row, economy_rows, group_rows
from dashboard.settings import settings
from dashboard.tables import tables
from dashboard.text.passport import citation, source_line, sources
from dashboard.text.questions import questions
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View, ViewError

# About 150 kB: who wants more takes the file.
MOST_ROWS = 250
Answer = dict[str, Any]
Span = tuple[int | None, int | None]
OF_INDICATOR = known(INDICATOR, "id of an indicator, as `find` tells it")
OF_PLACE = known(PLACE, "id of an economy (ISO 3166 alpha-3) or a group, as `find` tells it")


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: what it is called and says, the arguments that it takes, and who answers."""

    name: str
    title: str
    description: str
    arguments: dict[str, Argument]
    required: tuple[str, ...]
    answer: Callable[..., Answer]


def find(text: str, kind: str, language: str) -> Answer:
    """Ids of what is called so, with all that is told of them."""
    found = [_told(kind, one, language) for one in near_to(kind, text)]
    return {"kind": kind, "found": found, "data_version": tables().version}


def values(indicator: str, places: Sequence[str], years: Span | None, language: str) -> Answer:
    """Values of places, the newest of each unless years are asked for."""
    subject = _subject(indicator, language, years=years or (None, None))
    every = _rows(subject, places)
    rows = _in_years(every, *years) if years else _newest(every)
    present = {row["code"] for row in rows}
    return {
        **_about(subject),
        "rows": _few(rows),
        "without_value": [one for one in places if one not in present],
        "links": [link for seen in _views(subject, places) for link in _links("trend", seen)],
    }


def gap(indicator: str, comparison: str, years: Span | None, members: str, language: str) -> Answer:
    """The values of both groups and each measure of the gap, of the newest year unless told."""
    asked = {"scheme": comparison, "members": members, "years": years or (None, None)}
    subject = _subject(indicator, language, **asked)
    every = _dicts(gap_sheet(subject).rows)
    newest = max((row["year"] for row in every), default=None)
    rows = _in_years(every, *(years or (newest, newest)))
    about = {**_about(subject), "comparison": named(COMPARISON, language)[comparison]}
    return {**about, "rows": _few(rows), "links": _links("gap", subject)}


def check_number(
    indicator: str, place: str, number: str, year: int | None, language: str
) -> Answer:
    """The verdict on a number, with the value that it was compared with."""
    subject = _subject(indicator, language, **_at(place), year=year, number=number)
    try:
        body: Answer = orjson.loads(claim_json(subject.view, subject.tables)[0])
    except ViewError as error:
        raise RefusedError(str(error)) from error
    del body["passport"]
    compared = _in_years(_rows(subject, [place]), body["year"], body["year"])
    seen = _subject(indicator, language, **_at(place))
    return {**_about(subject), **body, "rows": compared, "links": _links("trend", seen)}


def cite(indicator: str, place: str, year: int | None, language: str) -> Answer:
    """One value with all that is needed to quote it."""
    subject = _subject(indicator, language, **_at(place))
    rows = _in_years(_rows(subject, [place]), year, year)
    if not rows:
        when = f" in {year}" if year else ""
        raise RefusedError(f"{place} has no value of {indicator}{when}: there is nothing to cite.")
    asked = [{"ask": ask, "answer": answer} for ask, answer in questions(subject)]
    return {
        **_about(subject),
        "rows": _newest(rows),
        "citation": citation(subject),
        "source_line": source_line(subject),
        "questions": asked,
        "links": _links("trend", subject),
    }


def _told(kind: str, one: str, language: str) -> Answer:
    """What is told of something found."""
    told: Answer = {"id": one, "name": named(kind, language)[one]}
    if kind == INDICATOR:
        subject = _subject(one, language)
        definition = subject.words(f"indicators.{one}.definition")
        years = subject.table.years
        told |= {**_about(subject), "definition": definition, "years": [years[0], years[-1]]}
        return told | {"links": _links("trend", subject)}
    if kind == COMPARISON:
        scheme = catalogue().schemes[one]
        return told | {"reference": scheme.reference, "groups": list(scheme.groups)}
    group = catalogue().groups.get(one)
    return told | ({"edition": group.edition, "members": len(group.members)} if group else {})


def _subject(indicator: str, language: str, **asked: Any) -> Subject:
    return subject_of(View(indicator=indicator, lang=language, **asked), tables())


def _at(place: str) -> dict[str, Any]:
    return {"region": place} if place in catalogue().groups else {"economies": (place,)}


def _about(subject: Subject) -> Answer:
    """What every answer says of the numbers in it."""
    return {
        "indicator": subject.indicator.id,
        "name": subject.name,
        "unit": subject.unit,
        "data_version": subject.tables.version,
        "sources": [source.named() for source in sources(subject)],
    }


def _rows(subject: Subject, places: Iterable[str]) -> list[Answer]:
    """The rows of all values of places, as in files."""
    every, found = range(len(subject.table.years)), list[Row]()
    for one in places:
        if one in catalogue().groups:
            found += group_rows(subject, [one], every)
        elif series := subject.table.economy(one):
            found += economy_rows(subject, one, series, every)
    return _dicts(found)


def _dicts(rows: Iterable[Row]) -> list[Answer]:
    return [dict(zip(HEADER, row, strict=True)) for row in rows]


def _in_years(rows: Iterable[Answer], first: int | None, last: int | None) -> list[Answer]:
    return [row for row in rows if (first or 0) <= row["year"] <= (last or row["year"])]


def _newest(rows: Iterable[Answer]) -> list[Answer]:
    """The last row of each place."""
    return list({row["code"]: row for row in rows}.values())


def _few(rows: list[Answer]) -> list[Answer]:
    if len(rows) > MOST_ROWS:
        raise RefusedError(
            f"These are {len(rows)} values, and an answer has at most {MOST_ROWS}: "
            "ask for fewer places or years."
        )
    return rows


def _views(subject: Subject, places: Sequence[str]) -> list[Subject]:
    """The trends that show these places between them: economies in the first, a group in each."""
    groups = [one for one in places if one in catalogue().groups] or [subject.view.region]
    economies = tuple(one for one in places if one in catalogue().economies)
    first = subject.of(region=groups[0], economies=economies)
    return [first, *(subject.of(region=one) for one in groups[1:])]


def _links(chart: str, subject: Subject) -> list[Answer]:
    """Frozen addresses of the page and of the rows: they never show other numbers."""
    exhibit, here = EXHIBITS[chart], settings().address
    query = exhibit.fitting(subject.view).to_query(v=edition(subject.tables.version))
    return [{"page": f"{here}{exhibit.page}?{query}", "csv": f"{here}/view/{chart}.csv?{query}"}]


TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "find",
            "Find ids",
            "Ids of indicators, places (economies and groups) or comparisons by name, with units, "
            "definitions, years, sources and licences of indicators. The other tools take these ids.",
            {"text": TEXT, "kind": KIND, "language": LANGUAGE},
            ("text",),
            find,
        ),
        Tool(
            "values",
            "Values of places",
            "Values of an indicator in economies or groups: a row each with unit, year, status, "
            "source, licence, note and, of groups with modelled members, an 80 % interval (low, "
            "high). The newest value of each place, or those of a span.",
            {
                "indicator": OF_INDICATOR,
                "places": PLACES,
                "years": YEARS,
                "language": LANGUAGE,
            },
            ("indicator", "places"),
            values,
        ),
        Tool(
            "gap",
            "Gap between groups",
            "The gap of an indicator between the groups of a comparison: both values, and the "
            "measures of the gap, whose name stands in `unit`; a difference is in the unit of the "
            "indicator. The newest year, or a span.",
            {
                "indicator": OF_INDICATOR,
                "comparison": known(COMPARISON, "id of a comparison, as `find` tells it"),
                "years": YEARS,
                "members": MEMBERS_OF,
                "language": LANGUAGE,
            },
            ("indicator", "comparison"),
            gap,
        ),
        Tool(
            "check_number",
            "Check a number",
            "A number as somebody wrote it beside the tables: a verdict, the value found, and a "
            "sentence. The language decides how the number is read.",
            {
                "indicator": OF_INDICATOR,
                "place": OF_PLACE,
                "number": NUMBER,
                "year": year("the year; without it, the latest that is well covered"),
                "language": LANGUAGE,
            },
            ("indicator", "place", "number"),
            check_number,
        ),
        Tool(
            "cite",
            "Cite a value",
            "One value with its citation, its sources with licences, frozen addresses, and what "
            "not to conclude from it.",
            {
                "indicator": OF_INDICATOR,
                "place": OF_PLACE,
                "year": year("the year; without it, the newest"),
                "language": LANGUAGE,
            },
            ("indicator", "place"),
            cite,
        ),
    )
}
