"""Lines say what is observed, filled and broken."""

import pytest

from dashboard.figures.lines import Course, drawn, pieces, runs

YEARS = [2010, 2011, 2012, 2013, 2014]


def test_neighbouring_observations_are_joined() -> None:
    """Observed and estimated values of neighbouring years make one solid line."""
    found = pieces(Course(YEARS), [1.0, 2.0, 3.0, None, None], "oeo..")
    assert found.solid == ([2010, 2011, 2012], [1.0, 2.0, 3.0])
    assert found.dotted == ([], [])


def test_filled_values_are_dotted() -> None:
    """A segment to or from a value that we filled in is dotted."""
    found = pieces(Course(YEARS), [1.0, 2.0, 3.0, 4.0, 4.0], "oioec")
    assert found.dotted == ([2010, 2011, 2012, None, 2013, 2014], [1, 2, 3, None, 4, 4])
    assert found.solid == ([2012, 2013], [3.0, 4.0])


def test_years_without_values_are_dotted() -> None:
    """Where a year between two observations has no value, the line is dotted."""
    found = pieces(Course(YEARS), [1.0, None, 3.0, None, None], "o.o..")
    assert found.dotted == ([2010, 2012], [1.0, 3.0])


def test_breaks_interrupt() -> None:
    """Nothing joins the values before and after a break; the mark touches the line where it goes on."""
    found = pieces(Course(YEARS, {2012}), [1.0, 2.0, 6.0, 7.0, None], "oooo.")
    assert found.solid == ([2010, 2011, None, 2012, 2013], [1.0, 2.0, None, 6.0, 7.0])
    assert found.breaks == ([2012], [6.0])


def test_break_in_a_year_without_value_interrupts() -> None:
    """A break between two values interrupts the line even if its own year has no value."""
    found = pieces(Course(YEARS, {2011}), [1.0, None, 6.0, None, None], "o.o..")
    assert found.solid == found.dotted == ([], [])
    assert found.breaks == ([2012], [6.0])


@pytest.mark.parametrize(("step", "solid"), [(1, []), (2, [2018, 2020]), (4, [2018, 2020, 2024])])
def test_years_that_the_indicator_lacks_are_dotted(step: int, solid: list[int]) -> None:
    """A jump in the years themselves is dotted too, unless values usually come so far apart."""
    found = pieces(Course([2018, 2020, 2024], step=step), [1.0, 2.0, 3.0], "ooo")
    assert found.solid[0] == solid
    assert found.dotted[0] == [y for y in (2018, 2020, 2024) if y not in solid[:-1]] * (step < 4)


def test_a_whole_line_is_one_trace() -> None:
    """A line without cuts travels as one trace; a cut one as strokes, and points that name it."""
    points = {"name": "World", "meta": "world", "marker": {"size": 4}}
    (whole,) = drawn(Course(YEARS), [1.0, 2.0, 3.0, 4.0, 5.0], {"color": "#000"}, points)
    assert (whole["mode"], whole["meta"]) == ("lines+markers", "world")
    values = [1.0, 2.0, 3.0, None, 5.0]
    solid, dotted, named = drawn(Course(YEARS, {2011}), values, {"color": "#000"}, points)
    assert (solid["x"], "name" in solid) == ([2011, 2012], False)
    assert (dotted["x"], dotted["line"]["dash"]) == ([2012, 2014], "dot")
    assert (named["mode"], named["y"], named["meta"]) == ("markers", values, "world")
    assert named["marker"]["size"] == [7, 4, 4, 7, 4]


def test_areas_end_where_the_line_does() -> None:
    """A shade is not drawn over a break nor over years without values."""
    course = Course([2010, 2011, 2012, 2016, 2017], {2012})
    assert runs([1.0, 2.0, 3.0, 4.0, 5.0], course) == [range(2), range(2, 3), range(3, 5)]


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
