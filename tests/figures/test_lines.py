"""Lines say what is observed, filled and broken."""

import pytest

from dashboard.figures.lines import pieces, runs

YEARS = [2010, 2011, 2012, 2013, 2014]


def test_neighbouring_observations_are_joined() -> None:
    """Observed and estimated values of neighbouring years make one solid line."""
    found = pieces(YEARS, [1.0, 2.0, 3.0, None, None], "oeo..", set())
    assert found.solid == ([2010, 2011, 2012], [1.0, 2.0, 3.0])
    assert found.dotted == ([], [])


def test_filled_values_are_dotted() -> None:
    """A segment to or from a value that we filled in is dotted."""
    found = pieces(YEARS, [1.0, 2.0, 3.0, 4.0, 4.0], "oioec", set())
    assert found.dotted == ([2010, 2011, 2012, None, 2013, 2014], [1, 2, 3, None, 4, 4])
    assert found.solid == ([2012, 2013], [3.0, 4.0])


def test_years_without_values_are_dotted() -> None:
    """Where a year between two observations has no value, the line is dotted."""
    found = pieces(YEARS, [1.0, None, 3.0, None, None], "o.o..", set())
    assert found.dotted == ([2010, 2012], [1.0, 3.0])


def test_breaks_interrupt() -> None:
    """Nothing joins the values before and after a break; its middle is marked."""
    found = pieces(YEARS, [1.0, 2.0, 6.0, 7.0, None], "oooo.", {2012})
    assert found.solid == ([2010, 2011, None, 2012, 2013], [1.0, 2.0, None, 6.0, 7.0])
    assert found.breaks == ([2011.5], [4.0])


def test_break_in_a_year_without_value_interrupts() -> None:
    """A break between two values interrupts the line even if its own year has no value."""
    found = pieces(YEARS, [1.0, None, 6.0, None, None], "o.o..", {2011})
    assert found.solid == found.dotted == ([], [])
    assert found.breaks[0] == [2011]


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ([None, None], []),
        ([1.0, 2.0], [range(2)]),
        ([None, 1.0, None, 0.0, 2.0], [range(1, 2), range(3, 5)]),
    ],
)
def test_runs_stop_where_values_do(values: list[float | None], places: list[range]) -> None:
    """A run ends at the first year without a value; zero is a value."""
    assert runs(values) == places
