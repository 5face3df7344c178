"""Gaps are of the group values, and beside them of the same economies throughout."""

import pandas as pd
import pytest

from dashboard.catalogue import Mark
from dashboard.pipeline.aggregate import aggregate
from dashboard.pipeline.gaps import gaps
from dashboard.pipeline.silent import MODELLED
from tests.pipeline.small import Small

YEARS = range(2005, 2013)
RISING = {
    "AAA": {year: 40 + 5 * (year - 2005) for year in YEARS},
    "BBB": {year: 20 + 5 * (year - 2005) for year in YEARS},
    "CCC": {year: 10 + 2 * (year - 2005) for year in YEARS},
    "DDD": {year: 20 + 4 * (year - 2005) for year in YEARS},
}


def of(frame: pd.DataFrame, panel: str) -> pd.DataFrame:
    """The gaps of a panel."""
    return frame[frame["panel"] == panel]


def in_year(frame: pd.DataFrame, year: int, panel: str = "same") -> pd.Series:
    """The row of a year."""
    return of(frame, panel).set_index("year").loc[year]


def test_points_ratio_and_support(small: Small) -> None:
    """In 2010 rich is (65 x 10 + 45 x 30) / 40 = 50, poor (20 x 60 + 40 x 100) / 160 = 32.5."""
    frame = gaps(
        pd.concat([small.facts(RISING), small.people(YEARS)]),
        small.no_counts,
        small.catalogue(bounded=True),
    )
    row = in_year(frame, 2010)
    assert (row["higher"], row["lower"], row["gap_points"]) == (50.0, 32.5, 17.5)
    assert row["ratio"] == pytest.approx(50 / 32.5)
    assert row["logit_gap"] == pytest.approx(0.7309, abs=1e-4)
    assert (row["economies_higher"], row["economies_lower"]) == (2, 2)
    assert (row["coverage_higher"], row["coverage_lower"]) == (1.0, 1.0)
    assert (row["panel_from"], row["panel_to"]) == (2005, 2012)
    assert row["years_behind"] == pytest.approx(2010 - (2005 + 7.5 / 5))


def test_common_panel_keeps_the_same_economies(small: Small) -> None:
    """An economy that reports only late is left out of all years, not added on the way."""
    late = {**RISING, "CCC": {2011: 90.0, 2012: 90.0}}
    populations = small.people(YEARS, ccc=40)
    frame = gaps(pd.concat([small.facts(late), populations]), small.no_counts, small.catalogue())
    row = in_year(frame, 2012)
    assert row["panel_from"] == 2005
    assert row["lower"] == 48.0
    assert row["economies_lower"] == 1
    assert row["coverage_lower"] == pytest.approx(100 / 140)
    everybody = in_year(frame, 2012, "all")
    assert everybody["lower"] == (48.0 * 100 + 90.0 * 40) / 140
    assert everybody["economies_lower"] == 2


def test_gap_is_that_of_the_group_values(small: Small) -> None:
    """Both sides of a gap are the values that the table of groups has for the year."""
    late = {**RISING, "CCC": {2011: 90.0, 2012: 90.0}}
    facts = pd.concat([small.facts(late), small.people(YEARS, ccc=40)])
    found = of(gaps(facts, small.no_counts, small.catalogue()), "all").set_index("year")
    groups = aggregate(facts, small.no_counts, small.catalogue())
    values = groups[groups["indicator"] == "share"].set_index(["group", "year"])["value"]
    assert len(found) == len(YEARS)
    assert found["higher"].tolist() == values["rich"].tolist()
    assert found["lower"].tolist() == values["poor"].tolist()


def test_window_starts_where_coverage_allows(small: Small) -> None:
    """Years from before a big economy reported are outside the common panel, and blank."""
    late = {**RISING, "DDD": dict.fromkeys(range(2007, 2013), 50.0)}
    frame = gaps(
        pd.concat([small.facts(late), small.people(YEARS)]), small.no_counts, small.catalogue()
    )
    assert sorted(of(frame, "same")["year"]) == list(range(2007, 2013))


@pytest.mark.parametrize(("first", "panels"), [(2007, {"all", "same"}), (2008, {"all"})])
def test_a_common_panel_spans_five_years(small: Small, first: int, panels: set[str]) -> None:
    """From 2007 to 2012 the same economies are five years apart, from 2008 they are four."""
    late = {**RISING, "DDD": dict.fromkeys(range(first, 2013), 50.0)}
    frame = gaps(
        pd.concat([small.facts(late), small.people(YEARS)]), small.no_counts, small.catalogue()
    )
    assert set(frame["panel"]) == panels


def test_short_window_means_no_common_panel(small: Small) -> None:
    """With no five years in common, there is the gap of the group values alone."""
    patchy = {**RISING, "DDD": {2005: 20.0, 2012: 48.0}}
    frame = gaps(
        pd.concat([small.facts(patchy), small.people(YEARS)]), small.no_counts, small.catalogue()
    )
    assert set(frame["panel"]) == {"all"}
    assert sorted(frame["year"]) == [2005, 2012]
    assert set(frame["panel_from"]) == {2005}


def test_no_gap_without_coverage(small: Small) -> None:
    """A group that is never covered to two thirds has no gap at all."""
    only = {code: RISING[code] for code in ("AAA", "BBB", "CCC")}
    assert gaps(
        pd.concat([small.facts(only), small.people(YEARS)]), small.no_counts, small.catalogue()
    ).empty


def test_unbounded_series_have_no_logit(small: Small) -> None:
    """The logit gap is for shares that cannot exceed 100 and for nothing else."""
    frame = gaps(
        pd.concat([small.facts(RISING), small.people(YEARS)]), small.no_counts, small.catalogue()
    )
    assert frame["logit_gap"].isna().all()


def test_price_gap_turns_the_sign_of_time(small: Small) -> None:
    """A falling price: the poor pay in 2012 what the rich paid three years before."""
    rich = dict(zip(YEARS, (20, 16, 13, 11, 10, 9, 8, 7), strict=True))
    poor = dict(zip(YEARS, (60, 50, 40, 30, 25, 20, 15, 10), strict=True))
    prices = {"AAA": rich, "BBB": rich, "CCC": poor, "DDD": poor}
    catalogue = small.catalogue(aggregation="median", direction="down", range=(0, 500))
    frame = gaps(pd.concat([small.facts(prices), small.people(YEARS)]), small.no_counts, catalogue)
    assert in_year(frame, 2012)["years_behind"] == 3.0
    assert in_year(frame, 2009)["years_behind_state"] == "before"
    assert in_year(frame, 2012)["gap_points"] == -3.0


def test_no_direction_no_years_behind(small: Small) -> None:
    """Where neither more nor less is better, nobody is behind."""
    frame = pd.concat([small.facts(RISING), small.people(YEARS)])
    found = gaps(frame, small.no_counts, small.catalogue(direction="none"))
    assert found["years_behind"].isna().all()
    assert set(found["years_behind_state"]) == {""}
    assert found["gap_points"].notna().all()


def test_break_of_the_whole_indicator_stops_years_behind(small: Small) -> None:
    """After a change of definition for everybody, earlier levels answer nothing."""
    frame = pd.concat([small.facts(RISING), small.people(YEARS)])
    marked = gaps(
        frame, small.no_counts, small.catalogue((Mark("share", "", 2010, "break", "scope"),))
    )
    plain = gaps(frame, small.no_counts, small.catalogue())
    assert in_year(plain, 2010)["years_behind"] == pytest.approx(3.5)
    assert pd.isna(in_year(marked, 2010)["years_behind"])
    assert in_year(marked, 2010)["years_behind_state"] == ""
    assert in_year(marked, 2009)["years_behind"] == in_year(plain, 2009)["years_behind"]


@pytest.mark.parametrize(("economy", "blank"), [("BBB", True), ("AAA", False), ("DDD", False)])
def test_break_of_most_of_the_reference_counts(small: Small, economy: str, blank: bool) -> None:
    """A break in most of the reference group stops years behind; one elsewhere does not."""
    broken = small.facts(RISING, breaks=frozenset({(economy, 2010)}))
    frame = gaps(pd.concat([broken, small.people(YEARS)]), small.no_counts, small.catalogue())
    assert pd.isna(in_year(frame, 2010)["years_behind"]) is blank


def test_a_well_covered_window_is_preferred(small: Small) -> None:
    """An economy of a quarter of the group is worth two earlier years without it."""
    late = {**RISING, "CCC": dict.fromkeys(range(2007, 2013), 90.0)}
    populations = small.people(YEARS, ccc=40)
    frame = gaps(pd.concat([small.facts(late), populations]), small.no_counts, small.catalogue())
    found = of(frame, "same")
    assert sorted(found["year"]) == list(range(2007, 2013))
    assert set(found["economies_lower"]) == {2}


def test_gaps_count_silent_members_and_have_an_interval(small: Small) -> None:
    """The poor: 300 people at 10 + 2 a year, 100 modelled at 20 (8 to 24), against the rich of 2010 at 50.

    20 x 300 and 20 x 100 make 20; the ends are 12 and 4 times 100 people away, 3 and 1 of 400: 17 to
    21. The gap is 30, from 29 to 33; the rich stood at 20 before 2005, and at 21 too.
    """
    values = {**RISING, "DDD": dict.fromkeys(range(2005, 2009), 20)}
    frame = pd.concat([small.facts(values), small.people(YEARS, ccc=300)])
    modelled = pd.DataFrame(
        [("DDD", "share", year, 20.0, 8.0, 24.0, "own", 2008) for year in range(2009, 2013)],
        columns=MODELLED,
    )
    found = gaps(frame, small.no_counts, small.catalogue(), modelled)
    row = in_year(found, 2010)
    assert (row["higher"], row["lower"], row["gap_points"]) == (50, 20, 30)
    ends = row[["higher_low", "higher_high", "lower_low", "lower_high", "gap_low", "gap_high"]]
    assert ends.tolist() == pytest.approx([50, 50, 17, 21, 29, 33])
    assert (row["panel"], row["panel_from"], row["economies_lower"]) == ("same", 2005, 2)
    assert pd.isna(in_year(found, 2008)["gap_low"])


def test_years_behind_lie_between_those_of_the_ends(small: Small) -> None:
    """The rich were at 30 in 2006 and gained five a year: the poor of 2012 at 30 (25 to 35) are 6 behind.

    At 35 they would be five years behind, at 25 seven.
    """
    values = {
        **RISING,
        "CCC": dict.fromkeys(YEARS, 30.0),
        "DDD": dict.fromkeys(range(2005, 2012), 30.0),
    }
    frame = pd.concat([small.facts(values), small.people(YEARS, ccc=300)])
    modelled = pd.DataFrame(
        [("DDD", "share", 2012, 30.0, 10.0, 50.0, "own", 2011)], columns=MODELLED
    )
    row = in_year(gaps(frame, small.no_counts, small.catalogue(), modelled), 2012)
    assert row["years_behind"] == pytest.approx(2012 - 2006)
    behind = row[["years_behind_low", "years_behind_high"]]
    assert behind.tolist() == pytest.approx([5, 7])
