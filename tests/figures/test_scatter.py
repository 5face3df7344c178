"""The scatter pairs what can be paired, says what goes together, and stands still while years pass."""

import csv
import re

import orjson
import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.catalogue.languages import LANGUAGES
from dashboard.faces import render
from dashboard.figures.scatter import scatter_figure
from dashboard.settings import TABLES
from dashboard.tables import tables
from dashboard.text.scatter import (
    MOST_AGE,
    REGIONS,
    Pair,
    correlation,
    pairs_at,
    scatter_sentence,
    scatter_title,
)
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View


def subject(**view: object) -> Subject:
    """A subject of the built tables."""
    return subject_of(View(lang="en", **view), tables())  # type: ignore[arg-type]


def made(x: list[float], y: list[float]) -> list[Pair]:
    """Pairs of these values."""
    return [
        Pair(f"E{k:02}", (a, 2020, "o"), (b, 2020, "o"))
        for k, (a, b) in enumerate(zip(x, y, strict=True))
    ]


def test_pairs_are_of_values_of_their_own_and_recent() -> None:
    """Neither value is filled by us, nor more than two years older than the year."""
    found = pairs_at(subject(), 2020)
    assert len(found) > 100
    for pair in found:
        for _, year, letter in (pair.x, pair.y):
            assert 2020 - MOST_AGE <= year <= 2020
            assert letter in "oen"


def test_rank_correlation_of_hand_made_pairs() -> None:
    """One for the same order, minus one for the opposite, none without spread or with few pairs."""
    up = list(map(float, range(12)))
    assert correlation(made(up, [x**3 for x in up])) == pytest.approx(1)
    assert correlation(made(up, [-x for x in up])) == pytest.approx(-1)
    assert correlation(made(up, [5.0] * 12)) is None
    assert correlation(made(up[:9], up[:9])) is None


def test_ties_share_their_mean_rank() -> None:
    """Two pairs of ties among ten: the textbook value."""
    x = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    y = [1.0, 1, 3, 4, 5, 6, 7, 8, 9, 9]
    assert correlation(made(x, y)) == pytest.approx(0.9939, abs=1e-4)


def test_sentence_never_says_why() -> None:
    """What goes together is said with its size and without a cause."""
    said = scatter_sentence(subject())
    assert "goes together with higher" in said
    assert "0.8" in said


@pytest.mark.parametrize("region", ["world", "escap", "eca-na", "escap-pac"])
def test_figure_is_valid_and_bubbles_follow_the_population(region: str) -> None:
    """Plotly accepts it; a continent a trace; China's bubble is larger than Fiji's."""
    figure = scatter_figure(subject(region=region, economies=("FJI",)))
    go.Figure(figure)
    assert [trace.get("meta") for trace in figure["data"]] == [*REGIONS, "chosen"]
    sizes = {
        code: size
        for trace in figure["data"][: len(REGIONS)]
        for code, size in zip(trace["customdata"], trace["marker"]["size"], strict=True)
    }
    if region == "world":
        assert sizes["CHN"] > 5 * sizes["FJI"]


def test_axes_stand_still() -> None:
    """The ranges are the same in every year, so that what moves are the economies."""
    early, late = (scatter_figure(subject(year=year))["layout"] for year in (2005, 2020))
    assert early["xaxis"]["range"] == late["xaxis"]["range"]
    assert early["yaxis"]["range"] == late["yaxis"]["range"]


def test_nothing_to_pair_is_said() -> None:
    """An area with neither value gets a sentence, not an empty box."""
    said = scatter_sentence(
        subject(region="eca-na", indicator="skills-safety", against="smartphone-ownership")
    )
    assert said
    assert scatter_title(subject())


def test_an_indicator_against_itself_is_a_line() -> None:
    """Nonsense is harmless: every economy is paired with itself."""
    found = pairs_at(subject(against="internet-use"), 2020)
    assert all(pair.x == pair.y for pair in found)


def test_face_has_a_text_for_every_year() -> None:
    """Moving through years asks nothing of the network."""
    face = orjson.loads(render(View(lang="en"), "scatter", "json", tables())[0])
    assert len(face["texts"]) == len(face["years"])
    assert face["latest"] in face["years"]
    assert len(face["x"]["series"]["steps"]) == len(face["economies"]) == len(face["sizes"])


def test_rows_are_of_the_economies_that_the_table_pairs() -> None:
    """Those, by pandas from the whole table, with own values of both indicators at most two years old."""
    view = View(indicator="internet-use", against="gdp-per-capita", lang="en", year=2020)
    text = render(view, "scatter", "csv", tables())[0].decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    own = pd.read_parquet(TABLES / "observations.parquet").query(
        "status != 'filled' and 2018 <= year <= 2020"
    )
    x, y = (set(own[own.indicator == one].economy) for one in (view.against, view.indicator))
    assert {row["code"] for row in rows} == x & y
    assert all(2018 <= int(row[year]) <= 2020 for row in rows for year in ("x_year", "y_year"))


def test_highlighted_economies_without_a_pair_are_named() -> None:
    """Kiribati has no price of a fixed basket of 5 GB: the sentence says why no ring has its name."""
    one = subject(
        region="escap",
        indicator="price-fixed-broadband-5gb",
        against="egdi",
        economies=("KIR", "FJI"),
    )
    assert scatter_sentence(one).endswith("Without both values: Kiribati.")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_said_twice(lang: str) -> None:
    """Names that begin as the sentence goes on (the index of ...) stand in it without an echo."""
    for one, other in (("internet-use", "egdi"), ("egdi", "e-participation")):
        view = View(lang=lang, indicator=one, against=other)
        said = scatter_sentence(subject_of(view, tables()))
        assert not re.search(r"(?<!\w)(\w{2,}) \1(?!\w)", said), said
