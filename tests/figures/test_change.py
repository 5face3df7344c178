"""The change in ten years: from the older value to the newer, breaks and filled values left out."""

import csv
import io

import plotly.graph_objects as go

from dashboard.faces import render
from dashboard.figures.change import change_figure
from dashboard.figures.keys import change_keys
from dashboard.tables import tables
from dashboard.text.change import (
    MOST_ROWS,
    change_sentence,
    change_subtitle,
    change_title,
    drawn,
)
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


def test_who_stands_in_a_cut_list_is_said_truly() -> None:
    """Where nearly all rose, the lower half of the rows are no falls; highlighted ones are more."""
    cut = change_subtitle(_subject())
    assert cut == "World: 24 of 174 economies, from both ends of the order"
    more = change_subtitle(_subject(economies=("DEU",)))
    assert more.endswith("25 of 174 economies, from both ends of the order, and those highlighted")


def test_highlighted_economies_without_two_values_are_named() -> None:
    """A title with a name that no row has says why."""
    subject = _subject(region="escap", indicator="fixed-broadband", economies=("KIR", "PRK"))
    lacking = "No comparison possible: Democratic People's Republic of Korea."
    assert change_sentence(subject).endswith(lacking)
    assert "No comparison" not in change_sentence(_subject(economies=("KIR",)))


def test_the_colour_of_highlighted_economies_has_a_key() -> None:
    """Orange dots are explained where there are any, and only there."""
    for chosen, said in ((), []), (("KIR",), ["Highlighted economies"]):
        subject = _subject(region="escap", economies=chosen)
        keys = change_keys(subject, change_figure(subject))
        assert [key.text for key in keys[2:]] == said


def test_no_dot_stands_on_a_name() -> None:
    """A value of nought has room for its dot of 11 beside the names, in a plot of 200 and wider."""
    figure = change_figure(_subject(region="escap", indicator="fixed-broadband"))
    low, high = figure["layout"]["xaxis"]["range"]
    assert (min(figure["data"][2]["x"]) - low) / (high - low) >= 5.5 / 200
