"""Years behind a published line: crossings, plateaus, dips, and levels never crossed."""

import pytest

from dashboard.text.behind import BEFORE, NOT_YET, first_crossing

YEARS = [2000, 2001, 2002, 2003, 2004]


@pytest.mark.parametrize(
    ("values", "level", "moment"),
    [
        ([10.0, 20.0, 30.0, 40.0, 50.0], 25.0, 2001.5),
        ([10.0, 20.0, 30.0, 40.0, 50.0], 10.0, 2000.0),
        ([10.0, 20.0, 30.0, 40.0, 50.0], 50.0, 2004.0),
    ],
)
def test_levels_are_found_between_years(values: list[float], level: float, moment: float) -> None:
    """The moment is interpolated between the years before and after."""
    assert first_crossing(YEARS, values, level) == moment


def test_plateau_counts_from_its_start() -> None:
    """A line that stands still at the level had reached it when it first stood there."""
    assert first_crossing(YEARS, [10.0, 20.0, 20.0, 20.0, 30.0], 20.0) == 2001.0


def test_dip_does_not_undo_a_level() -> None:
    """What was reached once counts, and what follows a dip is measured from the earlier height."""
    assert first_crossing(YEARS, [10.0, 20.0, 15.0, 25.0, 30.0], 18.0) == pytest.approx(2000.8)
    assert first_crossing(YEARS, [10.0, 20.0, 10.0, 30.0, 30.0], 25.0) == pytest.approx(2002.5)


def test_levels_never_crossed_are_words() -> None:
    """Above all values: not yet; below the first one: before the series starts."""
    values: list[float | None] = [10.0, 20.0, 30.0, 40.0, 50.0]
    assert first_crossing(YEARS, values, 60.0) == NOT_YET
    assert first_crossing(YEARS, values, 5.0) == BEFORE


def test_missing_years_are_bridged() -> None:
    """Years without a value are left out; without any there is no answer."""
    assert first_crossing(YEARS, [10.0, None, 30.0, None, None], 20.0) == 2001.0
    assert first_crossing(YEARS, [None] * 5, 20.0) is None
