"""The series that targets are read from: what counts as a value of a place's own."""

import pandas as pd
import pytest

from dashboard.catalogue import Mark
from dashboard.pipeline.grids import Grids
from dashboard.pipeline.histories import economy_series, group_breaks, group_series
from tests.pipeline.small import Small

YEARS = range(2010, 2014)


def mark(economy: str, year: int, indicator: str = "share", kind: str = "break") -> Mark:
    """A mark of the catalogue."""
    return Mark(indicator=indicator, economy=economy, year=year, kind=kind, reason="")


def test_values_that_we_filled_are_left_out(small: Small) -> None:
    """Years rise, estimates are told from observations, and a filled year is no value."""
    observations = pd.concat(
        [
            small.facts({"AAA": {2012: 30, 2010: 10}}),
            small.facts({"AAA": {2011: 20}}, status="filled"),
            small.facts({"AAA": {2013: 40}, "BBB": {2013: 5}}, status="estimated"),
        ]
    )
    found = economy_series(observations, small.catalogue())
    assert list(found) == ["AAA", "BBB"]
    assert found["AAA"].years == (2010, 2012, 2013)
    assert found["AAA"].levels == (10.0, 30.0, 40.0)
    assert found["AAA"].observed == (True, True, False)


def test_nothing_but_filled_values_is_no_series(small: Small) -> None:
    """An indicator that nobody measured has no series at all."""
    assert (
        economy_series(small.facts({"AAA": {2011: 20}}, status="filled"), small.catalogue()) == {}
    )


def test_breaks_come_from_notes_and_from_marks(small: Small) -> None:
    """A note of the publisher, a mark on the economy and one on the whole indicator each count once."""
    marks = (
        mark("AAA", 2012),
        mark("", 2013),
        mark("BBB", 2011, kind="excluded"),
        mark("BBB", 2010, indicator="population"),
    )
    observations = small.facts(
        {"AAA": dict.fromkeys(YEARS, 1), "BBB": dict.fromkeys(YEARS, 1)},
        breaks=frozenset({("AAA", 2011)}),
    )
    found = economy_series(observations, small.catalogue(marks=marks))
    assert found["AAA"].breaks == {2011, 2012, 2013}
    assert found["BBB"].breaks == {2013}


def aggregates(*rows: tuple[str, int, float | None, float]) -> pd.DataFrame:
    """Group values of (group, year, value, share filled)."""
    return pd.DataFrame(rows, columns=["group", "year", "value", "share_filled"])


@pytest.mark.parametrize(
    ("filled", "years"), [(0.0, (2010, 2011)), (1 / 3, (2010, 2011)), (0.34, (2010,))]
)
def test_a_group_value_may_rest_on_filled_ones_to_a_third(
    filled: float, years: tuple[int, ...]
) -> None:
    """A third of the weight is still a value of the group's own; more is not, nor is a missing one."""
    rows = aggregates(
        ("world", 2011, 20.0, filled), ("world", 2010, 10.0, 0.0), ("world", 2012, None, 0.0)
    )
    found = group_series(rows, {"world": frozenset({2011})})
    assert found["world"].years == years
    assert found["world"].levels == (10.0, 20.0)[: len(years)]
    assert found["world"].observed == (True,) * len(years)
    assert found["world"].breaks == {2011}


def test_a_group_without_breaks_has_none() -> None:
    """Groups that nothing is said of have no break."""
    assert group_series(aggregates(("rich", 2010, 10.0, 0.0)), {})["rich"].breaks == frozenset()


def breaks_of(
    small: Small, broken: set[str], marks: tuple[Mark, ...] = ()
) -> dict[str, frozenset[int]]:
    """The breaks of the groups when the economies `broken` break in 2012: AAA is 10 of 40 rich
    people and BBB 30, CCC 60 of 160 poor ones and DDD 100.
    """
    values = {code: dict.fromkeys(YEARS, 50.0) for code in ("AAA", "BBB", "CCC", "DDD")}
    given = small.facts(values, breaks=frozenset((code, 2012) for code in broken))
    catalogue = small.catalogue(marks=marks)
    observations = pd.concat([given, small.people(YEARS)], ignore_index=True)
    grids = Grids(observations, small.no_counts, catalogue)
    return group_breaks(grids, "share", catalogue)


def test_a_group_breaks_with_half_of_its_people(small: Small) -> None:
    """BBB alone breaks the rich and not the world; DDD alone is exactly half of the world."""
    assert breaks_of(small, {"AAA"}) == {g: frozenset() for g in ("world", "rich", "poor")}
    assert breaks_of(small, {"BBB"}) == {"world": set(), "rich": {2012}, "poor": set()}
    assert breaks_of(small, {"DDD"}) == {"world": {2012}, "rich": set(), "poor": {2012}}


def test_a_break_of_the_indicator_is_one_of_every_group(small: Small) -> None:
    """A mark that names no economy breaks all groups; one that does breaks none by itself."""
    marks = (mark("", 2011), mark("DDD", 2013))
    assert set(breaks_of(small, set(), marks).values()) == {frozenset({2011})}


def test_an_indicator_without_values_has_no_breaks(small: Small) -> None:
    """Without observations there is nothing that could break."""
    catalogue = small.catalogue()
    grids = Grids(small.people(YEARS), small.no_counts, catalogue)
    assert group_breaks(grids, "share", catalogue) == {}
