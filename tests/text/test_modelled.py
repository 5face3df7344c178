"""What sentences say of group values in which silent members are modelled."""

import re

import pytest

from dashboard.catalogue import catalogue
from dashboard.figures.multiples import trend_figure
from dashboard.i18n import LANGUAGES
from dashboard.tables import tables
from dashboard.text.checker import check, check_sentence
from dashboard.text.gap import gap_sentence
from dashboard.text.hover import group_hovers
from dashboard.text.region import standing_sentence
from dashboard.text.sentences import map_words
from dashboard.text.subject import Subject, subject_of
from dashboard.text.trend import trend_sentence
from dashboard.view import View


def about(**view: object) -> Subject:
    """A view of the shipped tables, in English unless another language is asked for."""
    return subject_of(View(**{"lang": "en", **view}), tables())  # type: ignore[arg-type]


def test_the_arab_states_are_not_said_to_be_above_the_world() -> None:
    """70 % (67 to 75) beside the world's 72: neither above nor below, and 79.7 is of three quarters."""
    said = standing_sentence(about(region="itu-arb"))
    assert "cannot be told apart" in said
    assert "above" not in said.replace("lies between", "")
    for told in ("the Sudan", "Yemen", "Syrian Arab Republic", "25% of the people", "79.7%"):
        assert told in said


@pytest.mark.parametrize("sentence", [map_words, trend_sentence, standing_sentence])
def test_every_page_says_what_the_value_rests_on(sentence: object) -> None:
    """Map, trend and region say the same of it."""
    assert "For 25% of the people the value is modelled" in sentence(about(region="itu-arb"))  # type: ignore[operator]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_difference_where_intervals_meet(lang: str) -> None:
    """In no language is one group set above another where their intervals meet, for any group."""
    for indicator in ("internet-use", "households-internet"):
        table = tables().indicator(indicator)
        world = table.group(catalogue().world)
        assert world
        for code in table.groups:
            series, region = table.group(code), about(indicator=indicator, region=code, lang=lang)
            both = [k for k, v in enumerate(series.values) if v is not None and world.values[k]]
            if code == catalogue().world or not both:
                continue
            year = table.years[both[-1]]
            ends = [
                (d.low, d.high) if (d := line.doubt(year)) and d.low else (value, value)
                for line in (series, world)
                if (value := line.values[both[-1]]) is not None
            ]
            meets = ends[0][0] <= ends[1][1] and ends[1][0] <= ends[0][1]  # type: ignore[operator]
            stated = [
                region.words(f"text.region.{case}", other="\0", value="\0", points="\0").split("\0")
                for case in ("more", "less")
            ]
            said = standing_sentence(region)
            if meets and region.number(series.values[both[-1]]) != region.number(
                world.values[both[-1]]
            ):
                assert not any(all(part in said for part in parts) for parts in stated), code


def test_a_gap_that_may_be_none_is_not_stated() -> None:
    """The world and the Arab States: no points, no ratio, no years behind."""
    said = gap_sentence(about(region="itu-arb", scheme="itu"))
    assert "the two cannot be told apart" in said
    assert "a gap of" not in said


def test_the_trend_is_dotted_and_has_a_band_where_much_is_modelled() -> None:
    """The band of the Arab States in 2024 reaches from 67.1 to 75.0, and their line is dotted there."""
    traces = trend_figure(about(region="itu-arb"))["data"]
    bands = [t for t in traces if t.get("meta") == "band"]
    ends = [y for t in bands for x, y in zip(t["x"], t["y"], strict=True) if x == 2024]
    assert {67.1, 75.0} <= {round(y, 1) for y in ends}
    dotted = [t for t in traces if t.get("line", {}).get("dash") == "dot"]
    assert any(2024 in t["x"] for t in dotted)


@pytest.mark.parametrize(
    ("number", "verdict"),
    [("70.1", "matches"), ("79.7", "own"), ("72", "possible"), ("60", "differs")],
)
def test_the_checker_knows_the_interval(number: str, verdict: str) -> None:
    """As printed, among those with a value, inside the interval, outside it."""
    subject = about(region="itu-arb", year=2024, number=number)
    found = check(subject)
    assert found.verdict == verdict
    assert "70.1%" in check_sentence(subject, found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_tooltip_has_no_interval_from_a_number_to_itself(lang: str) -> None:
    """Where both ends are printed alike ("25.4–25.4") the share that is modelled stands alone."""
    one = about(lang=lang)
    for code in ("world", "m49-developing", "escwa"):
        series = one.table.group(code)
        assert series
        for text in group_hovers(one, series, range(len(one.table.years))):
            ends = re.search(r"([\d.,]+)[–至]([\d.,]+)", text)
            assert ends is None or ends[1] != ends[2], text
