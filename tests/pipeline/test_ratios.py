"""Ratios of two indicators of the same economy and year."""

import pandas as pd

from dashboard.pipeline.ratios import ratios
from tests.pipeline.small import Small


def test_ratio(small: Small) -> None:
    """A ratio is estimated if a part is, has the notes of both, and none where a part is missing."""
    upper = small.facts({"AAA": {2010: 40, 2011: 41}, "BBB": {2010: 5}, "CCC": {2010: 5}}, "women")
    lower = small.facts(
        {"AAA": {2010: 50}, "BBB": {2010: 0}}, "men", frozenset({("AAA", 2010)}), "estimated"
    )
    more = {"parity": {"ratio_of": ("women", "men"), "decimals": 2}}
    found = ratios(pd.concat([upper, lower]), small.catalogue(more=more)).observations
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
    assert ratios(small.facts({"AAA": {2010: 1}}), small.catalogue()).observations.empty
