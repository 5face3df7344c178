"""The change in ten years: from the older value to the newer, breaks and filled values left out."""

import csv
import io

import plotly.graph_objects as go

from dashboard.faces import render
from dashboard.figures.change import change_figure
from dashboard.tables import tables
from dashboard.text.change import MOST_ROWS, change_sentence, change_title, drawn
from dashboard.text.movers import movers
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View


def _subject(**view: object) -> Subject:
    return subject_of(View(**{"lang": "en", **view}), tables())  # type: ignore[arg-type]


def test_each_economy_has_both_ends() -> None:
    """Every row has the older and the newer value, ten years apart, the largest rise on top."""
    subject = _subject(region="escap", indicator="fixed-broadband")
    figure = change_figure(subject)
    go.Figure(figure)
    start, end = figure["data"][1], figure["data"][2]
    assert start["customdata"] == end["customdata"]
    changes = [late - early for early, late in zip(start["x"], end["x"], strict=True)]
    assert changes == sorted(changes, reverse=True)
    series = subject.table.economy(start["customdata"][0])
    first = movers(subject)[0]
    assert series is not None
    assert (start["x"][0], end["x"][0]) == (series.values[first.start], series.values[first.end])
    assert subject.table.years[first.end] - subject.table.years[first.start] == 10


def test_large_regions_show_both_ends_and_the_file_all() -> None:
    """Of the world the largest rises and falls are drawn; the CSV has every economy."""
    subject = _subject(indicator="fixed-telephone")
    assert len(drawn(subject)) == MOST_ROWS
    text = render(subject.view, "change", "csv", tables())[0].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 2 * len(movers(subject)) > 2 * MOST_ROWS


def test_highlighted_economies_are_always_drawn() -> None:
    """Germany is neither among the largest rises nor falls of the world, and stands there if asked for."""
    assert "DEU" not in [one.code for one in drawn(_subject())]
    assert "DEU" in [one.code for one in drawn(_subject(economies=("DEU",)))]


def test_sentence_names_rise_and_fall() -> None:
    """Telephones rose somewhere and fell elsewhere; both are named with their years."""
    said = change_sentence(_subject(indicator="fixed-telephone"))
    assert "Largest rise: " in said
    assert "Largest fall: " in said


def test_nothing_to_compare_is_said() -> None:
    """An indicator of a few years has no change of ten, and says so."""
    subject = _subject(indicator="coverage-5g", region="escap-pac")
    assert change_figure(subject)["data"] == []
    assert change_sentence(subject) == "No economy has two values of its own that are comparable."


def test_two_years_of_the_readers_own() -> None:
    """The chosen years are compared, and named in title, rule and series."""
    subject = subject_of(View(lang="en", region="escap", years=(2012, 2018)), tables())
    figure = change_figure(subject)
    assert "from 2012 to 2018" in change_title(subject)
    assert [trace.get("name") for trace in figure["data"][1:]] == ["2012", "2018"]
    assert all("(2012" in text for text in figure["data"][1]["text"])
    assert all("(2018" in text for text in figure["data"][2]["text"])


def test_years_without_values_are_said() -> None:
    """Nothing is compared across years in which nobody has a value."""
    subject = subject_of(View(lang="en", region="escap", years=(1951, 1952)), tables())
    assert change_sentence(subject) == "No economy has two values of its own that are comparable."
