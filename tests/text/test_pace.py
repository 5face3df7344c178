"""What is said of a measure of a target: standing, arrival, the pace needed and a chosen pace."""

import json
from dataclasses import replace

import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.faces import render
from dashboard.series import Reading
from dashboard.tables import Tables
from dashboard.text.pace import (
    applies,
    arrival,
    measured,
    pace_sentence,
    reading_of,
    whatif_year,
    yearly,
)
from dashboard.view import View, ViewError


def _reading(tables: Tables, **changes: object) -> Reading:
    found = tables.readings("KIR")["umc-1"]
    return replace(found, **changes)  # type: ignore[arg-type]


def test_the_sentence_says_where_it_stands_and_what_it_needs(tables: Tables) -> None:
    """The newest value with its year, the threshold with its date, both paces."""
    said = pace_sentence(measured(View(economies=("KIR",), lang="en"), tables))
    assert said.startswith("Kiribati: 12.0% (2012). The target for 2030, at least 100")
    assert "Pace needed until 2030: +4.90 percentage points a year." in said
    assert "Pace from 2005 to 2012: +1.10 percentage points a year." in said


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((2031, 2033, 2036), "2031 to 2036"),
        ((2031, 2031, 2031), "2031"),
        ((2045, 2049, None), "2045 or later"),
        ((None, None, None), "not before 2060"),
    ],
)
def test_arrival_is_a_range(
    tables: Tables, years: tuple[int | None, int | None, int | None], words: str
) -> None:
    """A range of years, open where its end lies beyond the horizon."""
    subject = measured(View(economies=("KIR",), lang="en"), tables)
    assert arrival(subject, _reading(tables, arrival=years)) == words


@pytest.mark.parametrize(
    "reason", ["no-value", "few-values", "old", "break", "no-threshold", "interval"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_projection_says_why(tables: Tables, reason: str, lang: str) -> None:
    """Where nothing is projected there is a reason in words."""
    subject = measured(View(economies=("KIR",), lang=lang), tables)
    reading = _reading(tables, arrival=None, verdict="cannot-say", reason=reason)
    assert arrival(subject, reading)


def test_a_chosen_pace_arrives_on_a_straight_line(tables: Tables) -> None:
    """From 12% in 2012 to 100% at 4 points a year takes 22 years; away from it, for ever."""
    view = View(economies=("KIR",), lang="en")
    year = {}
    for pace in (4.0, 88.0, -1.0, 0.0, 0.1):
        subject = measured(replace(view, pace=pace), tables)
        reading = reading_of(subject)
        assert reading is not None
        year[pace] = whatif_year(subject, reading)
    assert year == {4.0: 2034, 88.0: 2013, -1.0: None, 0.0: None, 0.1: None}


def test_nothing_known_is_said(tables: Tables) -> None:
    """A place without values has a sentence, and no figure."""
    face = json.loads(render(View(economies=("FJI",), lang="en"), "pace", "json", tables)[0])
    assert face["text"]["sentence"] == "Fiji: no value."
    assert face["figure"]["data"] == []


def test_changes_have_a_sign(tables: Tables) -> None:
    """A fall is told from a rise."""
    subject = measured(View(lang="en"), tables)
    assert yearly(subject, -1.5) == "−1.50 percentage points a year"
    assert yearly(subject, 1.5) == "+1.50 percentage points a year"


def test_a_target_of_a_group_is_its_own() -> None:
    """A target set for the world is not one of every economy."""
    measure = catalogue().measures["broadband-3-world"]
    assert applies(measure, "world")
    assert not applies(measure, "KIR")
    assert applies(catalogue().measures["umc-1"], "KIR")


def test_the_csv_names_the_threshold(tables: Tables) -> None:
    """The file has the values, and a row with the threshold at its date."""
    text = render(View(economies=("KIR",), lang="en"), "pace", "csv", tables)[0].decode()
    assert "KIR,Kiribati,internet-use,2012,12.0" in text
    assert "KIR,Kiribati,internet-use,2030,100" in text


@pytest.mark.parametrize("text", ["fast", "1.234", "nan", "1e9", "99999"])
def test_a_pace_that_cannot_be_read(text: str) -> None:
    """A face says what a pace may be; a page goes on without it."""
    with pytest.raises(ViewError, match="'pace' must be a yearly change"):
        View.from_strict_query({"pace": [text]})
    assert View.from_query({"pace": text}).pace is None


@pytest.mark.parametrize("pace", [0.01, -0.75, 2.5, 1234.56, 9999.99])
def test_a_pace_stands_in_the_address(pace: float) -> None:
    """What is written is read again."""
    text = View(pace=pace).to_query().removeprefix("pace=")
    assert View.from_query({"pace": text}).pace == pace
