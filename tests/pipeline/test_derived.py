"""Indicators that are computed from two others of the same economy and year."""

import pandas as pd
import pytest

from dashboard.catalogue.check import FORMULAS as CHECKED
from dashboard.pipeline.derived import FORMULAS, at_least_rural, derive, evenly_rural, outside
from tests.pipeline.small import Small


def test_ratio(small: Small) -> None:
    """A ratio is estimated if a part is, has the notes of both, and none where a part is missing."""
    upper = small.facts({"AAA": {2010: 40, 2011: 41}, "BBB": {2010: 5}, "CCC": {2010: 5}}, "women")
    lower = small.facts(
        {"AAA": {2010: 50}, "BBB": {2010: 0}}, "men", frozenset({("AAA", 2010)}), "estimated"
    )
    more = {"parity": {"formula": "ratio", "of": ("women", "men"), "decimals": 2}}
    found = derive(pd.concat([upper, lower]), small.catalogue(more=more))
    found = found[found["indicator"] == "parity"]
    assert found.to_dict("records") == [
        {
            "economy": "AAA",
            "indicator": "parity",
            "year": 2010,
            "value": 0.8,
            "status": "estimated",
            "source": "itu",
            "note": "break",
        }
    ]


def test_no_ratio(small: Small) -> None:
    """A catalogue without ratios gives none."""
    facts = small.facts({"AAA": {2010: 1}})
    assert derive(facts, small.catalogue()).equals(facts)


def test_what_is_computed_of_a_filled_value_is_filled(small: Small) -> None:
    """And it says how, so that nobody takes it for a survey's."""
    upper = small.facts({"AAA": {2010: 40}}, "women")
    lower = small.facts({"AAA": {2010: 50}}, "men", status="filled").assign(note="carried")
    more = {"parity": {"formula": "ratio", "of": ("women", "men")}}
    found = derive(pd.concat([upper, lower]), small.catalogue(more=more))
    (row,) = found[found["indicator"] == "parity"].to_dict("records")
    assert (row["value"], row["status"], row["note"]) == (0.8, "filled", "carried")


def series(*values: float) -> pd.Series:
    """Values as a column."""
    return pd.Series(values, dtype=float)


def test_rural_part_by_hand() -> None:
    """96 % of all, 87.4 % in towns: 8.6 of 12.6 rural people in a hundred are reached at least."""
    found = at_least_rural(series(96, 50, 100, 97), series(87.4, 60, 40, 100))
    assert found[0] == pytest.approx(68.254, abs=0.001)
    # Fewer than live in towns: nobody rural need be reached. Nobody rural: no value.
    assert found[1:].tolist()[:2] == [0, 100]
    assert found.isna().tolist() == [False, False, False, True]


@pytest.mark.parametrize("urban", [0.0, 10, 35, 80, 99])
def test_rural_part_is_a_lower_bound(urban: float) -> None:
    """The bound is at most what an even spread would give, and is it where everybody is reached."""
    shares = series(*range(101))
    found = at_least_rural(shares, series(*[urban] * 101))
    assert (found <= shares + 1e-9).all()
    assert found[100] == 100
    # Towns wholly and the rural part together make up the share, wherever nothing was clipped.
    together = urban + found * (100 - urban) / 100
    assert (together[shares >= urban] - shares[shares >= urban]).abs().max() < 1e-9


def test_evenly_spread() -> None:
    """Spread evenly, rural people are covered as all are; where nobody is rural there is no share."""
    found = evenly_rural(series(96, 40), series(87.4, 100))
    assert found.tolist()[0] == 96
    assert found.isna().tolist() == [False, True]


def test_people_outside() -> None:
    """Of 200 people, 97 % inside, six are outside."""
    assert outside(series(97), series(200)).tolist() == [6]


def test_formulas_of_the_check() -> None:
    """The check accepts the formulas that the pipeline has, and no others."""
    assert tuple(FORMULAS) == CHECKED
