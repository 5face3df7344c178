"""What is said of a gap: its size, its direction, its history, and nothing that is not known."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard.series import GapSeries
from dashboard.tables import IndicatorTable, Tables
from dashboard.text.gap import gap_sentence, main_pair, pairs
from dashboard.text.subject import Subject
from tests.tiny import GAP, subject


def said(tables: Tables, monkeypatch: pytest.MonkeyPatch, **changes: Any) -> str:
    """The sentence of the gap with some of its lines changed, in 2010 and in English."""
    if points := changes.get("points"):
        levels = {"higher": [None if p is None else 200.0 for p in points]}
        changes = {**levels, "lower": [None if p is None else 200.0 - p for p in points], **changes}
    series = replace(GapSeries(**GAP), **changes)
    monkeypatch.setattr(IndicatorTable, "gap", lambda *key: series if key[-1] == "all" else None)
    return gap_sentence(subject(tables, year=2010))


def test_sizes_are_those_of_the_year(tables: Tables) -> None:
    """The sentence gives both values, the difference and the ratio of the year."""
    sentence = gap_sentence(subject(tables))
    assert sentence.startswith("In 2010, in developed regions")
    assert "66.5% of people used the Internet, against 21.2%" in sentence
    assert "a gap of 45.3 percentage points and a ratio of 3.1 to 1." in sentence


def test_years_behind_are_dated(tables: Tables) -> None:
    """Years behind name the year in which the reference group had that level."""
    assert "in 2000, 10 years earlier." in gap_sentence(subject(tables))


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        ("not-yet", "had not yet reached"),
        ("before", "before the series starts"),
        (1.2, "in 2009, 1 year earlier"),
        (-2.0, "in 2012, 2 years later"),
    ],
)
def test_years_behind_are_never_guessed(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, behind: float | str, words: str
) -> None:
    """A level not yet reached, or passed before the series, is said in words."""
    assert words in said(tables, monkeypatch, years_behind=[behind] * 6)


@pytest.mark.parametrize("behind", [None, 0.3])
def test_no_years_behind_no_sentence(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, behind: float | None
) -> None:
    """Where years behind are unknown or round to none, nothing is said of them."""
    sentence = said(tables, monkeypatch, years_behind=[behind] * 6)
    assert "earlier" not in sentence
    assert "later" not in sentence


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([40.0, 41.0, 42.0, 45.3, 0.0, 0.0], "Since 2005 the gap has widened by 5.3 percentage"),
        ([50.0, 48.0, 47.0, 45.3, 0.0, 0.0], "Since 2005 the gap has narrowed by 4.7 percentage"),
        ([45.3, 46.0, 44.0, 45.3, 0.0, 0.0], "The gap is as wide as in 2005."),
        ([-5.0, 9.0, 20.0, 45.3, 0.0, 0.0], "In 2005 the gap ran in the opposite direction (5.0"),
        ([None, None, None, 45.3, 50.0, 50.0], "no earlier year to compare 2010 with"),
        ([20.0, 60.0, 50.0, 45.3, 90.0, 0.0], "widest in 2008, at 60.0 percentage points, and has"),
        ([-9.0, -8.0, -7.0, -6.0, 0.0, 0.0], "Since 2005 the gap has narrowed by 3.0 percentage"),
    ],
)
def test_every_course_has_its_sentence(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, points: list[float | None], words: str
) -> None:
    """A gap that widened, narrowed, stayed, turned round or peaked is said to have done so."""
    assert words in said(tables, monkeypatch, points=points)


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([20.0, -9.0, -8.0, 45.3, -50.0, 0.0], "From 2008 to 2009 the order was the opposite."),
        ([20.0, 9.0, -8.0, 45.3, -50.0, 0.0], "In 2009 the order was the opposite."),
        ([-20.0, 9.0, -8.0, -45.3, 0.0, 0.0], "In 2008 the order was the opposite."),
        ([20.0, 9.0, -3.0, 45.3, 0.0, 0.0], ""),
        ([-5.0, 9.0, -20.0, 45.3, 0.0, 0.0], ""),
        ([20.0, 60.0, 50.0, 45.3, 90.0, 0.0], ""),
    ],
)
def test_an_order_that_turned_twice_is_told(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, points: list[float | None], words: str
) -> None:
    """A gap that "has widened since" says when the other side was ahead in between, if by much."""
    sentence = said(tables, monkeypatch, points=points)
    assert words in sentence
    assert ("was the opposite" in sentence) == bool(words)


def bent(tables: Tables, monkeypatch: pytest.MonkeyPatch, same: list[float | None]) -> str:
    """The sentence where the group values have gaps of 20, 30, 38 and 40, the same economies `same`."""
    gaps = {"all": [20.0, 30.0, 38.0, 40.0, None, None], "same": [*same, None, None]}

    def gap(
        _self: IndicatorTable, _scheme: str, _higher: str, _lower: str, panel: str
    ) -> GapSeries:
        points = gaps[panel]
        lower = [None if p is None else 50.0 - p for p in points]
        return replace(GapSeries(**GAP), points=points, higher=[50.0] * 6, lower=lower)

    monkeypatch.setattr(IndicatorTable, "gap", gap)
    return gap_sentence(subject(tables, year=2010))


@pytest.mark.parametrize(
    ("same", "words"),
    [
        ([19.0, 29.0, 37.0, 38.0], "Since 2005 the gap has widened by 20.0 percentage points."),
        ([None, 28.0, 37.0, 38.0], "Since 2005 the gap has widened by 20.0 percentage points."),
        (
            [30.0, 33.0, 35.0, 36.0],
            "in all years, the gap has widened by 6.0 percentage points since",
        ),
        (
            [39.0, 38.0, 37.0, 36.0],
            "in all years, the gap has narrowed by 3.0 percentage points since",
        ),
        ([-9.0, 3.0, 37.0, 36.0], "in all years, the gap ran in the opposite direction in 2005."),
        ([-9.0, -8.0, -7.0, -6.0], "the order of the two is the opposite."),
    ],
)
def test_a_change_bent_by_newcomers_is_told_of_the_same_economies(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, same: list[float | None], words: str
) -> None:
    """Where newcomers bend a change by a fifth, it is that of the same economies and says so.

    Never a level of theirs beside a group value.
    """
    sentence = bent(tables, monkeypatch, same)
    assert sentence.startswith("In 2010, in developed regions")
    assert words in sentence
    assert "50.0% of people used the Internet, against 10.0%" in sentence
    levels = {f"{abs(gap):.1f}" for gap in same if gap} - {"6.0", "3.0"}
    assert not any(level in sentence for level in levels)


def test_the_same_economies_are_a_choice_of_the_view(tables: Tables) -> None:
    """The view of the same economies has their levels, and says so before anything else."""
    sentence = gap_sentence(subject(tables, members="same"))
    assert sentence.startswith("Compared over the same economies in all years. In 2010,")
    assert "67.5% of people used the Internet, against 22.2%" in sentence
    assert "66.5" not in sentence


def test_what_is_subtracted_adds_up(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """37.44 less 17.56 is 19.88, but 37.4 less 17.6 is 19.8: what is printed adds up."""
    sentence = said(tables, monkeypatch, higher=[37.44] * 6, lower=[17.56] * 6)
    assert "37.4% of people used the Internet, against 17.6%" in sentence
    assert "a gap of 19.8 percentage points" in sentence


def test_equal_values_have_no_gap(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups with the same printed value are said to be equal."""
    sentence = said(tables, monkeypatch, higher=[50.0] * 6, lower=[50.02] * 6)
    assert "the value was the same in" in sentence
    assert "a gap of" not in sentence


def test_ratio_is_left_out_where_there_is_none(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a ratio only the difference is given."""
    assert "ratio" not in said(tables, monkeypatch, ratio=[None] * 6)


def test_ratio_is_read_from_the_larger_side(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the reference group has the smaller value, the ratio still is a number above one."""
    assert "a ratio of 2.0 to 1" in said(tables, monkeypatch, ratio=[0.5] * 6)


def test_large_ratios_have_no_decimals(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ratio of hundreds is not printed as if its decimals meant anything."""
    assert "a ratio of 1,340 to 1" in said(tables, monkeypatch, ratio=[1339.53] * 6)


def test_no_gap_says_why(tables: Tables) -> None:
    """Where a gap could not be formed the sentence says so."""
    assert gap_sentence(subject(tables, indicator="fixed-telephone")).startswith("No gap can be")


def test_chinese_gap_is_chinese(tables: Tables) -> None:
    """The Chinese text has the same numbers and no English."""
    sentence = gap_sentence(subject(tables, lang="zh"))
    assert "45.3个百分点，高者为低者的3.1倍" in sentence
    assert not any(word in sentence for word in ("gap", "years", "times"))


def _with_pairs(tables: Tables, monkeypatch: pytest.MonkeyPatch, region: str) -> Subject:
    """ECA and ESCAP set against the world; ECE too, with the widest gap but in one year only."""
    widths = {"eca": 30.0, "escap": 10.0}

    def gap(
        _self: IndicatorTable, _scheme: str, _higher: str, lower: str, panel: str
    ) -> GapSeries | None:
        size = widths.get(lower) if panel == "all" else None
        if lower == "ece":
            return replace(GapSeries(**GAP), points=[None, None, None, 90.0, None, None])
        return replace(GapSeries(**GAP), points=[size] * 6) if size else None

    monkeypatch.setattr(IndicatorTable, "gap", gap)
    return subject(tables, scheme="commissions", region=region)


@pytest.mark.parametrize(("region", "chosen"), [("escap", "escap"), ("world", "eca")])
def test_main_pair_is_the_readers_own(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, region: str, chosen: str
) -> None:
    """Among several groups the region that is looked at is spoken of, else the widest gap.

    A gap that is known in few years only does not stand for the others.
    """
    one = _with_pairs(tables, monkeypatch, region)
    assert main_pair(one, pairs(one)).lower == chosen
