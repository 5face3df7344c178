"""The rows of a pace: the values of the place, and what is expected of it; never imports dash."""

from dashboard.catalogue import catalogue
from dashboard.rows.sheet import Fact, Row, Sheet, economy_rows, fact_row, group_rows
from dashboard.text.pace import (
    arrival,
    measure_of,
    place_name,
    place_of,
    reading_of,
    target_of,
    yearly,
)
from dashboard.text.subject import Subject


def pace_sheet(subject: Subject) -> Sheet:
    """The values of the place, and a row with the threshold, its date and what is expected."""
    place = place_of(subject.view)
    rows: list[Row] = []
    if place not in catalogue().economies:
        rows += group_rows(subject, (place,), subject.span())
    elif series := subject.table.economy(place):
        rows += economy_rows(subject, place, series, subject.span())
    return Sheet([*rows, *_goal(subject)])


def _goal(subject: Subject) -> list[Row]:
    measure, reading = measure_of(subject.view), reading_of(subject)
    if measure.threshold is None or reading is None:
        return []
    words = subject.words
    said = [words(f"text.pace.verdicts.{reading.verdict}"), arrival(subject, reading)]
    if reading.required is not None:
        said.append(yearly(subject, reading.required))
    fact = Fact(
        place_of(subject.view),
        place_name(subject),
        target_of(measure).deadline,
        measure.threshold,
        "threshold",
        subject.table.sources,
        "; ".join(part for part in said if part),
    )
    return [fact_row(subject, fact)]
