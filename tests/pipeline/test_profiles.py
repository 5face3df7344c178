"""Newest values, ranks with ties and ages, and peers by rule."""

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.homes import home_commission
from dashboard.pipeline.profiles import profiles, ranks
from tests.pipeline.small import Small

UNGROUPED = pd.DataFrame(columns=["indicator"])


def places(
    observations: pd.DataFrame, small: Small, **share: object
) -> dict[tuple[str, str], tuple[int, int]]:
    """(economy, group) -> (rank, ranked) of `share`."""
    found = ranks(observations, UNGROUPED, small.catalogue(**share))
    columns = (found[name] for name in ("economy", "group", "rank", "ranked"))
    return {(e, g): (r, n) for e, g, r, n in zip(*columns, strict=True)}


def test_ties_share_a_place(small: Small) -> None:
    """Values that are printed alike share a place, and the next one comes after both."""
    values = {"AAA": {2010: 50.01}, "BBB": {2010: 50.04}, "CCC": {2010: 30}, "DDD": {2010: 60}}
    found = places(small.facts(values), small)
    world = [found[code, "world"] for code in values]
    assert world == [(2, 4), (2, 4), (4, 4), (1, 4)]
    assert (found["CCC", "poor"], found["DDD", "poor"]) == ((2, 2), (1, 2))


@pytest.mark.parametrize(("direction", "rank"), [("up", 1), ("none", 1), ("down", 2)])
def test_direction(small: Small, direction: str, rank: int) -> None:
    """The best is the highest value, or the lowest where less is better."""
    found = places(small.facts({"AAA": {2010: 9}, "BBB": {2010: 3}}), small, direction=direction)
    assert found["AAA", "world"] == (rank, 2)


def test_values_of_three_years_are_ranked(small: Small) -> None:
    """The year that pages open with is 2010: values from 2008 on count, the newest of each economy."""
    values = {
        "AAA": {2010: 50},
        "BBB": {2008: 40},
        "CCC": {2007: 99},
        "DDD": {2009: 10, 2010: 20},
    }
    found = places(small.facts(values), small)
    assert [found.get((code, "world")) for code in values] == [(1, 3), (2, 3), None, (3, 3)]
    assert [found.get((code, "poor")) for code in values] == [None, None, None, (1, 1)]


def test_a_newer_value_is_ranked_in_its_own_year(small: Small) -> None:
    """In 2010 the other three are ranked beside DDD's 10; in 2011 DDD's 60 is the highest."""
    values = {"AAA": {2010: 50}, "BBB": {2010: 40}, "CCC": {2010: 30}, "DDD": {2010: 10, 2011: 60}}
    found = places(small.facts(values), small)
    assert [found[code, "world"] for code in values] == [(1, 4), (2, 4), (3, 4), (1, 4)]
    frame = ranks(small.facts(values), UNGROUPED, small.catalogue())
    years = frame[frame["group"] == "world"].set_index("economy")["year"].to_dict()
    assert years == {"AAA": 2010, "BBB": 2010, "CCC": 2010, "DDD": 2011}


def test_uninhabited_economies_have_no_rank(small: Small) -> None:
    """What nobody lives in is on no ranking page, and in no place here."""
    known = small.catalogue()
    known.economies["AAA"] = replace(known.economies["AAA"], inhabited=False)
    frame = ranks(small.facts({"AAA": {2010: 50}, "BBB": {2010: 40}}), UNGROUPED, known)
    world = frame[frame["group"] == "world"]
    assert world[["economy", "rank", "ranked"]].to_numpy().tolist() == [["BBB", 1, 1]]


def test_filled_values_have_no_rank(small: Small) -> None:
    """A value filled by us is neither the newest value nor counted among the others."""
    own = small.facts({"AAA": {2010: 50}})
    filled = small.facts({"AAA": {2011: 70}, "BBB": {2010: 60}}, status="filled")
    observations = pd.concat([own, filled], ignore_index=True)
    assert places(observations, small)["AAA", "world"] == (1, 1)
    known = small.catalogue()
    header, lines = profiles(observations, ranks(observations, UNGROUPED, known), known)
    assert header["places"] == ["AAA"]
    assert lines[0]["latest"] == [(50, 2010, "o"), None]


def test_an_economy_without_any_place_has_its_profile(small: Small) -> None:
    """AAA's value of 2007 is too old for 2010, the year of the others; its page still shows it."""
    known = small.catalogue()
    observations = small.facts({"AAA": {2007: 5}, "BBB": {2010: 4}, "CCC": {2010: 3}})
    _, lines = profiles(observations, ranks(observations, UNGROUPED, known), known)
    assert lines[0]["latest"] == [(5, 2007, "o"), None]
    assert lines[0]["ranks"] == {}


def test_peers(small: Small) -> None:
    """Without a region or an income group nobody is a peer; an economy is never its own."""
    observations = small.people(range(2010, 2011))
    known = small.catalogue()
    _, lines = profiles(observations, ranks(observations, UNGROUPED, known), known)
    assert [line["peers"] for line in lines] == [[], [], [], []]


@pytest.mark.parametrize(
    ("iso3", "region"),
    [
        ("KIR", "escap"),
        ("TUR", "escap"),
        ("EGY", "eca"),
        ("DEU", "ece"),
        ("ESH", "eca"),
        ("XKX", ""),
    ],
)
def test_home_region(iso3: str, region: str) -> None:
    """An economy has one home: its commission, the one that lists it, or that of its continent."""
    assert home_commission(iso3, catalogue()) == region
