"""What is said of a map and of a trend, in whole sentences and with whole honesty."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard.series import NOT_OWN, OWN, EconomySeries
from dashboard.tables import IndicatorTable, Tables
from dashboard.text.hover import STATUS, group_hovers
from dashboard.text.sentences import map_sentence, map_sentences
from dashboard.text.subject import carried, frame_series, value_place
from dashboard.text.trend import direction, trend_sentence, trend_span
from tests.tiny import YEARS, subject


def said(tables: Tables, year: int = 2010, **view: Any) -> str:
    """The sentence of the map of a year."""
    one = subject(tables, **view)
    series = frame_series(one.table, one.in_frame())
    group = one.table.group(one.view.region)
    return map_sentence(one, series, group, YEARS.index(year))


def test_map_gives_the_value_of_the_region(tables: Tables) -> None:
    """The sentence opens with the year, the region and its value, in words."""
    assert said(tables, region="escap").startswith("In 2010, in ")
    assert "23.6% of people used the Internet" in said(tables, region="escap")


def test_map_names_highest_and_lowest(tables: Tables) -> None:
    """The economies with the highest and the lowest value are named with their values."""
    sentence = said(tables)
    assert "Germany (82.0%)" in sentence
    assert "Kenya (7.2%)" in sentence


def test_ties_are_counted(tables: Tables) -> None:
    """Where several economies share the highest or lowest value, none stands for all."""
    assert "and 1 other (8.5%)" in said(tables, 2005, region="escap")


def test_a_tie_is_led_by_the_first_name(tables: Tables) -> None:
    """China and Fiji share 8.5%: by pinyin Fiji (feiji) is before China (zhongguo)."""
    assert "China and 1 other (8.5%)" in said(tables, 2005, region="escap", lang="en")
    assert "斐济和另外1个经济体（8.5%）" in said(tables, 2005, region="escap", lang="zh")


def test_values_that_are_printed_alike_are_a_tie(tables: Tables) -> None:
    """8.5 and 8.46 are both 8.5%: neither leads alone, here as in the ranking."""
    one = subject(tables, region="escap", year=2005)
    series = dict(frame_series(one.table, one.in_frame()))
    series["FJI"] = replace(series["FJI"], values=[8.46, *series["FJI"].values[1:]])
    sentence = map_sentence(one, series, one.table.group("escap"), 0)
    assert "China and 1 other (8.5%)" in sentence


def test_map_counts_economies(tables: Tables) -> None:
    """The sentence says how many economies have a value, out of how many."""
    assert "The map shows values for 3 of 58 economies." in said(tables, region="escap")


def test_filled_weight_is_told(tables: Tables) -> None:
    """The share of the weight that rests on filled values is told, where there is any."""
    assert "12% of the weight" in said(tables)
    assert "filled" not in said(tables, region="escap")


@pytest.mark.parametrize(("filled", "told"), [(0.0049, False), (0.005, True), (0.02, True)])
def test_filled_weight_is_told_from_half_a_per_cent(
    tables: Tables, filled: float, told: bool
) -> None:
    """What would be printed as 0% is not told, in the sentence as in the text beside a point."""
    world = subject(tables)
    group = world.table.group("world")
    assert group
    group = replace(group, filled=[filled] * len(YEARS))
    series = frame_series(world.table, world.in_frame())
    assert ("of the weight" in map_sentence(world, series, group, YEARS.index(2010))) is told
    (hover,) = group_hovers(world, group, range(3, 4))
    assert (hover != world.number(28.9)) is told


def test_blank_group_value_says_why(tables: Tables) -> None:
    """Where data cover too little of the population, the sentence says so and gives no value."""
    sentence = said(tables, 2005, region="escap-pac")
    assert "40% of the population" in sentence
    assert "% of people used" not in sentence


def test_no_data_at_all_is_said(tables: Tables) -> None:
    """A region where no economy has a value gets a sentence that says so."""
    assert said(tables, region="m49-005").startswith("No economy of ")


def test_indicator_without_groups_says_so(tables: Tables) -> None:
    """Where no group values are formed the sentence says so, and still names the extremes."""
    sentence = said(tables, indicator="fixed-telephone")
    assert "no group value is calculated" in sentence
    assert "Germany" in sentence


def test_chinese_sentences_are_chinese(tables: Tables) -> None:
    """In Chinese the whole text is Chinese, without spaces between its sentences."""
    sentence = said(tables, lang="zh")
    assert sentence.startswith("2010年，")
    assert "。 " not in sentence
    assert "德国（82.0%）" in sentence


def test_every_year_has_its_sentence(tables: Tables) -> None:
    """All years at once say the same as each year alone."""
    one = subject(tables)
    series = frame_series(one.table, one.in_frame())
    assert map_sentences(one, series) == [said(tables, year) for year in YEARS]


def test_trend_tells_the_course(tables: Tables) -> None:
    """A trend's sentence goes from the first to the last value of the region."""
    assert "rose from 15.8% in 2005 to 34.2% in 2012." in trend_sentence(subject(tables))
    narrower = subject(tables, years=(2009, 2010))
    assert "from 25.6% in 2009 to 28.9% in 2010." in trend_sentence(narrower)


def test_trend_names_a_peak(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that was well above both ends in between is named with its year; others are not."""
    assert "highest" not in trend_sentence(subject(tables))
    values = [6.0, 19.0, 18.0, 15.0, 12.0, 10.0]
    world = replace(subject(tables).table.group("world"), values=values)
    monkeypatch.setattr(IndicatorTable, "group", lambda *_: world)
    assert "It was highest in 2008, at 19.0%." in trend_sentence(subject(tables))


def test_trend_does_not_cross_a_break(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the indicator changed in 2010, the sentence starts in 2010."""
    monkeypatch.setattr("dashboard.text.subject.breaks_of_all", lambda _: frozenset({2010}))
    assert "from 28.9% in 2010 to 34.2% in 2012." in trend_sentence(subject(tables))
    assert "from 15.8% in 2005" in trend_sentence(subject(tables, years=(2005, 2009)))


def test_trend_sets_a_region_beside_the_world(tables: Tables) -> None:
    """The sentence of a region ends with the value of the world in the same year."""
    assert trend_sentence(subject(tables, region="escap")).endswith(" 34.2%.")


def test_trend_without_groups_speaks_of_an_economy(tables: Tables) -> None:
    """Without group values the first highlighted economy is spoken of, or one is asked for."""
    view = {"indicator": "fixed-telephone"}
    assert "Germany rose from 68.7" in trend_sentence(subject(tables, **view, economies=("DEU",)))
    assert "choose economies" in trend_sentence(subject(tables, **view))


def test_tiny_values_are_not_printed_as_zero(tables: Tables) -> None:
    """A value that would be printed as zero is said to be below the smallest that is printed."""
    one = subject(tables)
    assert one.number(0.04) == "<0.1"
    assert one.number(0.0) == "0.0"
    assert one.number(0.06) == "0.1"


def test_signs_are_not_mirrored(tables: Tables) -> None:
    """In Arabic "less than" stays "less than": the sign is set off from the text around it."""
    assert subject(tables, lang="ar").number(0.04) == "\u2066<0.1\u2069"


@pytest.mark.parametrize(
    ("start", "end", "case"),
    [(1.0, 2.0, "rose"), (2.0, 1.0, "fell"), (1.0, 1.04, "unchanged"), (0.0, 0.0, "unchanged")],
)
def test_direction_is_judged_as_printed(start: float, end: float, case: str) -> None:
    """What is printed as the same number did not rise or fall."""
    assert direction(start, end, 1) == case


def test_span_holds_what_is_drawn(tables: Tables) -> None:
    """The years of a trend end with the last value that any of its lines has."""
    span = trend_span(subject(tables, indicator="fixed-telephone", economies=("KEN",)))
    assert [YEARS[place] for place in span] == [2005, 2008, 2009, 2010, 2011]


@pytest.mark.parametrize("age", [0, 1, 2, 5])
def test_what_a_map_carries_is_the_same_year_by_year_and_at_once(age: int) -> None:
    """Values carried on over all years are those that each year alone finds, over gaps of years too."""
    values, years = [None, 4.0, None, None, 0.0, None], [2001, 2003, 2004, 2006, 2010, 2011]
    line = ("", "", "", list[tuple[int, int, int]]())
    series = EconomySeries(values, "", "", {}, line)
    alone = [value_place(series, years, at, age) for at in range(len(years))]
    assert carried(values, years, age) == [None if at is None else values[at] for at in alone]


def test_every_status_is_of_an_own_value_or_not() -> None:
    """The letters of values of an economy's own and of others are all that there are, and none is both."""
    assert sorted(OWN + NOT_OWN) == sorted([*STATUS, "."])
