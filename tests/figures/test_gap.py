"""The gap: two lines, the gap between them, and a measure below that never invents numbers."""

from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.figures.gap import gap_figure
from dashboard.i18n import words
from dashboard.tables import Tables
from dashboard.tables import tables as built
from dashboard.text.subject import Subject, subject_of
from dashboard.view import MEASURES, View
from tests.tiny import GAP, YEARS, subject


def drawn(tables: Tables, **view: Any) -> dict[str, Any]:
    """The gap of a view of the hand-made tables."""
    return gap_figure(subject(tables, **view))


def named(figure: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The traces that say what they are, by code."""
    return {trace["meta"]: trace for trace in figure["data"] if "meta" in trace}


@pytest.mark.parametrize("lang", ["en", "zh", "ar"])
@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_is_valid(tables: Tables, lang: str, measure: str) -> None:
    """Plotly accepts the gap by every measure, with a lower panel that names it."""
    figure = go.Figure(drawn(tables, lang=lang, measure=measure))
    assert figure.layout.yaxis2.title.text
    assert figure.layout.yaxis2.domain[1] < figure.layout.yaxis.domain[0]


def test_lines_are_those_of_the_common_panel(tables: Tables) -> None:
    """Both lines are drawn over the economies of the gap, so that their distance is the gap."""
    lines = named(drawn(tables))
    assert lines["m49-developed"]["y"] == GAP["higher"]
    assert lines["m49-developing"]["y"] == GAP["lower"]


def test_gap_is_shaded(tables: Tables) -> None:
    """The space between the two lines is filled where they are solid: not over 2006 and 2007."""
    (shade,) = [trace for trace in drawn(tables)["data"] if trace.get("fill")]
    assert shade["x"] == [*YEARS[1:], *YEARS[:0:-1]]
    assert shade["y"] == [*GAP["higher"][1:], *GAP["lower"][:0:-1]]


def test_no_line_crosses_a_break(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the groups' lines nor the shade nor the measure join values of two definitions."""
    monkeypatch.setattr(Subject, "breaks", frozenset({2010}))
    traces = drawn(tables)["data"]
    for trace in (t for t in traces if "lines" in t["mode"]):
        known = [x for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None]
        assert max(known) < 2010 or min(known) >= 2010 or None in trace["x"]
        assert (2009, 2010) not in pairwise(trace["x"])


def test_size_is_written_in_the_year_spoken_of(tables: Tables) -> None:
    """The gap of the year that the sentence speaks of is written inside the gap."""
    notes = {note["x"]: note["text"] for note in drawn(tables)["layout"]["annotations"]}
    assert notes[2010] == "45.3"


@pytest.mark.parametrize(
    ("measure", "values"), [("points", GAP["points"]), ("ratio", GAP["ratio"])]
)
def test_measure_is_drawn_below(tables: Tables, measure: str, values: list[float]) -> None:
    """The lower panel shows the measure that was chosen."""
    line = named(drawn(tables, measure=measure))[f"{measure}/m49-developing"]
    assert (line["yaxis"], line["y"]) == ("y2", values)


def test_years_without_number_are_words(tables: Tables) -> None:
    """Years before the series starts are said in words, never drawn as numbers."""
    figure = drawn(tables, measure="years-behind")
    line = named(figure)["years-behind/m49-developing"]
    assert line["y"] == [None, None, None, 10.4, 10.9, 11.2]
    assert line["text"][0] == words("en")("figures.before")
    written = [n for n in figure["layout"]["annotations"] if n.get("yref") == "y2 domain"]
    assert [note["text"].replace("<br>", " ") for note in written] == [
        words("en")("figures.before")
    ]


def test_years_are_counted_in_the_language(tables: Tables) -> None:
    """Years behind are worded with the plural of the language."""
    line = named(drawn(tables, measure="years-behind", lang="zh"))["years-behind/m49-developing"]
    assert line["text"][-1] == "11年"


def test_no_gap_is_said(tables: Tables) -> None:
    """Where no gap could be formed the figure says so."""
    figure = drawn(tables, indicator="fixed-telephone")
    assert figure["data"] == []
    text = figure["layout"]["annotations"][0]["text"].replace("<br>", " ")
    assert text == words("en")("figures.empty_gap")


def test_years_outside_the_span_are_left_out(tables: Tables) -> None:
    """A gap up to 2010 stops in 2010."""
    assert named(drawn(tables, years=(2005, 2010)))["m49-developed"]["x"][-1] == 2010


def test_the_size_of_a_gap_stands_on_no_line() -> None:
    """Between high and low income, the two groups of the middle pass through the gap."""
    view = View(lang="en", scheme="income", members="same")
    figure = gap_figure(subject_of(view, built()))
    lines = [one for one in figure["data"] if one.get("meta") and one.get("yaxis", "y") == "y"]
    low, high = figure["layout"]["yaxis"]["range"]
    sizes = [
        said
        for said in figure["layout"]["annotations"]
        if isinstance(said["x"], int) and said["x"] > 1
    ]
    assert sizes
    for said in sizes:
        for line in lines:
            ends = dict(zip(line["x"], line["y"], strict=True))
            if (there := ends.get(said["x"])) is not None:
                assert abs(there - said["y"]) >= (high - low) * 0.05, line["meta"]


def test_words_for_years_cover_no_line() -> None:
    """Where the lines of other groups are at the foot of the panel, the words stand at its head."""
    view = View(lang="en", region="escap", scheme="income", measure="years-behind", members="same")
    figure = gap_figure(subject_of(view, built()))
    (said,) = [one for one in figure["layout"]["annotations"] if one.get("bgcolor")]
    low, high = figure["layout"]["yaxis2"]["range"]
    # Two lines of 11 in a panel of 110: a fifth of it.
    top = low + (high - low) * (said["y"] if said["yanchor"] == "top" else said["y"] + 0.2)
    words_ = (top - (high - low) * 0.2, top)
    for line in figure["data"]:
        if line.get("yaxis") == "y2":
            near = [
                y
                for x, y in zip(line["x"], line["y"], strict=True)
                if y and abs(x - said["x"]) <= 3
            ]
            assert not any(words_[0] <= y <= words_[1] for y in near), line["meta"]
