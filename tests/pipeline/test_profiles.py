"""Newest values, ranks with ties and ages, and peers by rule."""

import pandas as pd
import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.homes import home_commission
from dashboard.pipeline.profiles import profiles, ranks
from tests.pipeline.small import Small


def places(
    observations: pd.DataFrame, small: Small, **share: object
) -> dict[tuple[str, str], tuple[int, int]]:
    """(economy, group) -> (rank, ranked) of `share`."""
    found = ranks(observations, small.catalogue(**share))
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


def test_age(small: Small) -> None:
    """Others count with their value nearest to the year, the later of two, at most two years off."""
    values = {
        "AAA": {2010: 50},
        "BBB": {2009: 40, 2011: 60},
        "CCC": {2007: 99},
        "DDD": {2012: 10, 2020: 99},
    }
    found = places(small.facts(values), small)
    assert found["AAA", "world"] == (2, 3)
    assert found["BBB", "world"] == (1, 3)
    assert found["CCC", "world"] == (1, 2)
    assert found["DDD", "world"] == (1, 1)


def test_filled_values_have_no_rank(small: Small) -> None:
    """A value filled by us is neither the newest value nor counted among the others."""
    own = small.facts({"AAA": {2010: 50}})
    filled = small.facts({"AAA": {2011: 70}, "BBB": {2010: 60}}, status="filled")
    observations = pd.concat([own, filled], ignore_index=True)
    assert places(observations, small)["AAA", "world"] == (1, 1)
    known = small.catalogue()
    header, lines = profiles(observations, ranks(observations, known), known)
    assert header["places"] == ["AAA"]
    assert lines[0]["latest"] == [(50, 2010, "o"), None]


def test_peers(small: Small) -> None:
    """Without a region or an income group nobody is a peer; an economy is never its own."""
    observations = small.people(range(2010, 2011))
    known = small.catalogue()
    _, lines = profiles(observations, ranks(observations, known), known)
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
