"""Population implied by a count and its rate, and counts that contradict a rate."""

import pandas as pd

from dashboard.pipeline.counts import agreeing
from dashboard.pipeline.population import implied
from tests.pipeline.small import Small
from tests.pipeline.worlds import known


def test_implied_population(small: Small) -> None:
    """50 lines at 25 for each 100 people are 200 people, said to be implied by that source."""
    observations = small.facts({"DDD": {2010: 25.0, 2011: 0.0}})
    found = known(
        observations, [("DDD", "share", 2010, 50.0, "itu"), ("DDD", "share", 2011, 0, "itu")]
    )
    rows = implied(found.observations, found.counts, frozenset({"DDD"}), small.catalogue())
    assert rows.to_numpy().tolist() == [
        ["DDD", "population", 2010, 200.0, "estimated", "itu", "implied-population"]
    ]


def test_known_population_is_kept(small: Small) -> None:
    """Nothing is implied for a year that has a population, nor for an economy that is not listed."""
    rate = small.facts({"CCC": {2010: 25.0}, "DDD": {2010: 25.0}})
    both = pd.concat([rate, small.facts({"DDD": {2010: 100}}, "population")], ignore_index=True)
    counts = [("CCC", "share", 2010, 50.0, "itu"), ("DDD", "share", 2010, 50.0, "itu")]
    found = known(both, counts)
    assert implied(both, found.counts, frozenset({"DDD"}), small.catalogue()).empty


def test_count_of_older_file(small: Small) -> None:
    """A count from another file stays while it agrees with the rate, and is listed if it does not."""
    rates = small.facts({"CCC": {2010: 50.0, 2011: 50.0}})
    both = pd.concat([rates, small.people(range(2010, 2012))], ignore_index=True)
    counts = [("CCC", "share", 2010, 31.0, "old"), ("CCC", "share", 2011, 60.0, "old")]
    found = agreeing(known(both, counts), "population")
    assert found.counts["year"].tolist() == [2010]
    assert found.excluded[["year", "value", "reason"]].to_numpy().tolist() == [
        [2011, 60.0, "count-of-older-vintage"]
    ]


def test_count_of_the_same_file(small: Small) -> None:
    """A publisher's own count is kept even where his population differs from ours."""
    rates = small.facts({"CCC": {2010: 50.0}})
    both = pd.concat([rates, small.people(range(2010, 2011))], ignore_index=True)
    found = agreeing(known(both, [("CCC", "share", 2010, 60.0, "itu")]), "population")
    assert found.counts["count"].tolist() == [60.0]
