"""The table of coverage says who has what, when, and of which kind."""

import pandas as pd

from dashboard.pipeline.coverage import coverage
from dashboard.pipeline.fill import fill
from tests.pipeline.small import Small


def test_one_line_says_it_all(small: Small) -> None:
    """From the first to the last year, a letter a year: observed, estimated, not given, filled, none."""
    frame = pd.concat(
        [
            small.facts({"AAA": {2000: 1, 2002: 3, 2010: 9}, "BBB": {2000: 1, 2011: 5}}),
            small.facts({"AAA": {2006: 5}}, status="estimated"),
            small.facts({"AAA": {2007: 6}}, status="not-given"),
        ]
    )
    table = coverage(fill(frame, small.catalogue()), small.catalogue())
    row = table.set_index("economy").loc["AAA"]
    assert (row["first_year"], row["last_year"]) == (2000, 2011)
    assert row["statuses"] == "oio...eniioc"
    assert (row["observed"], row["not_given"], row["estimated"], row["filled"]) == (3, 1, 1, 4)


def test_order_is_that_of_the_catalogue(small: Small) -> None:
    """Rows come in the catalogue's order of indicators and economies."""
    frame = pd.concat([small.people(range(2000, 2001)), small.facts({"CCC": {2000: 1}})])
    table = coverage(frame, small.catalogue())
    assert list(zip(table["indicator"], table["economy"], strict=True)) == [
        ("share", "CCC"),
        ("population", "AAA"),
        ("population", "BBB"),
        ("population", "CCC"),
        ("population", "DDD"),
    ]
