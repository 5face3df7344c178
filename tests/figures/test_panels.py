"""The two charts of theme pages: lines of several indicators together, and strips of economies."""

from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import patch

import plotly.graph_objects as go
import pytest

from dashboard.catalogue import Panel, catalogue
from dashboard.figures.strip import strip_figure
from dashboard.figures.together import together_figure
from dashboard.tables import Tables
from dashboard.text import panel as words_of
from tests.tiny import subject

PANEL = Panel(
    id="coverage", theme="quality", chart="strip", indicators=("internet-use",), lines=(30,)
)


@pytest.fixture(autouse=True)
def tiny_panel() -> Iterator[None]:
    """The panel `coverage` is about Internet use, which the hand-made tables have."""
    small = replace(catalogue(), panels={"coverage": PANEL})
    with patch.object(words_of, "catalogue", lambda: small):
        yield


def test_every_economy_is_a_dot_with_its_own_newest_value(tables: Tables) -> None:
    """Filled values do not count: Fiji's newest own value is that of 2011, not the one carried."""
    figure = strip_figure(subject(tables))
    go.Figure(figure)
    dots = next(trace for trace in figure["data"] if trace.get("customdata"))
    shown = dict(zip(dots["customdata"], dots["x"], strict=True))
    assert shown == {"KIR": 12.0, "FJI": 28.0, "CHN": 42.3, "DEU": 82.3, "KEN": 8.8}
    said = dots["text"][dots["customdata"].index("FJI")]
    assert said == "Fiji 28.0% (2011)"


def test_estimates_have_another_shape(tables: Tables) -> None:
    """A publisher's estimate is a diamond."""
    dots = strip_figure(subject(tables))["data"][0]
    symbols = dict(zip(dots["customdata"], dots["marker"]["symbol"], strict=True))
    assert (symbols["KEN"], symbols["DEU"]) == ("diamond", "circle")


def test_dots_at_one_place_do_not_cover_each_other(tables: Tables) -> None:
    """No two dots stand on the same spot."""
    dots = strip_figure(subject(tables))["data"][0]
    spots = list(zip(dots["x"], dots["y"], strict=True))
    assert len(set(spots)) == len(spots)


def test_highlighted_economies_are_named(tables: Tables) -> None:
    """An economy of the address stands out with its name."""
    figure = strip_figure(subject(tables, economies=("KIR",)))
    assert ["Kiribati"] in [trace.get("text") for trace in figure["data"]]


def test_lines_to_compare_with_are_drawn(tables: Tables) -> None:
    """The reference value stands as a dashed line, across the strip and along the years."""
    assert strip_figure(subject(tables))["layout"]["shapes"][0]["x0"] == 30
    assert together_figure(subject(tables))["layout"]["shapes"][0]["y0"] == 30


def test_lines_are_of_the_region_or_of_the_economy(tables: Tables) -> None:
    """Without an economy the lines are the region's, with one they are its own."""
    region = together_figure(subject(tables, region="escap"))["data"][-1]
    assert (region["x"][-1], region["y"][-1]) == (2012, 29.7)
    own = together_figure(subject(tables, economies=("KIR",)))["data"][-1]
    known = [x for x, y in zip(own["x"], own["y"], strict=True) if y is not None]
    assert known == [2005, 2008, 2009, 2010, 2012]


@pytest.mark.parametrize("draw", [strip_figure, together_figure])
def test_nothing_to_draw_is_said(tables: Tables, draw: object) -> None:
    """A region without a value gets a sentence, not an empty box."""
    figure = draw(subject(tables, region="escwa"))  # type: ignore[operator]
    assert figure["data"] == []
    assert "no values" in figure["layout"]["annotations"][0]["text"]


def test_sentences_name_the_ends_and_the_middle(tables: Tables) -> None:
    """The sentence says who is highest and lowest, of which years, and the median."""
    said = words_of.strip_sentence(subject(tables))
    assert "highest in Germany, 82.3% (2012)" in said
    assert "lowest in Kenya, 8.8% (2011, publisher’s estimate)" in said
    assert "Median of the economies: Internet use 28.0%." in said
    assert "no values for" in words_of.strip_sentence(subject(tables, region="escwa"))
    assert "8.8%" in words_of.together_sentence(subject(tables, economies=("KEN",)))


def test_a_band_counts_its_economies(tables: Tables) -> None:
    """With a band the sentence counts who is inside, below and above it."""
    banded = replace(catalogue(), panels={"coverage": replace(PANEL, band=(10, 50), lines=())})
    with patch.object(words_of, "catalogue", lambda: banded):
        said = words_of.strip_sentence(subject(tables))
    assert "3 of 5 economies are within parity, 1 below it, 1 above" in said


def test_one_economy_is_enough(tables: Tables) -> None:
    """A region with a single value has one dot, and no sentence of extremes."""
    one = subject(tables, region="eca")
    assert strip_figure(one)["data"][0]["customdata"] == ["KEN"]
    assert "highest" not in words_of.strip_sentence(one)
