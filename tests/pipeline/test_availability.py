"""Who has a value of its own, by year."""

from dataclasses import replace

import pandas as pd

from dashboard.pipeline.availability import availability
from tests.pipeline.small import Small


def test_counts(small: Small) -> None:
    """Observed and estimated values are counted apart, filled ones and uninhabited members not."""
    parts = [
        small.facts({"AAA": {2010: 1, 2011: 2}, "CCC": {2011: 3}, "DDD": {2011: 3}}),
        small.facts({"BBB": {2011: 4}}, status="estimated"),
        small.facts({"BBB": {2010: 4}}, status="filled"),
    ]
    known = small.catalogue()
    empty = replace(known.economies["DDD"], inhabited=False)
    known = replace(known, economies={**known.economies, "DDD": empty})
    header, lines = availability(pd.concat(parts, ignore_index=True), known)
    world, rich, poor = lines
    assert (header["years"][0], header["years"][-1], len(header["years"])) == (1990, 2011, 22)
    assert header["places"] == ["world", "rich", "poor"]
    assert [line["members"] for line in lines] == [3, 2, 1]
    assert world["observed"][0][-2:] == [1, 2]
    assert (rich["observed"][0][-2:], rich["estimated"][0][-2:]) == ([1, 1], [0, 1])
    assert poor["observed"][1] == [0] * 22
