"""The formulas that build and pages share: crossings of a level, units of movement, years of arrival."""

import pytest

from dashboard.formulas import (
    BEFORE,
    NOT_YET,
    first_crossing,
    moved,
    restored,
    transformed,
    years_to,
)

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


def test_the_year_of_arrival_is_the_first_whole_year_at_the_level() -> None:
    """Exactly at the border counts as reached; beyond the horizon is not reached."""
    assert years_to(2024, 50.0, 60.0, 2.0, 2060) == 2029
    assert years_to(2024, 50.0, 60.1, 2.0, 2060) == 2030
    assert years_to(2024, 50.0, 60.0, -2.0, 2060) is None
    assert years_to(2024, 50.0, 60.0, 0.2, 2060) is None


def test_transformed_values_come_back() -> None:
    """What is put into another unit comes back from it, in every unit."""
    for scale in ("linear", "logit", "log"):
        assert restored(transformed(37.5, scale), scale) == pytest.approx(37.5)


def test_a_projection_moves_in_the_unit_of_its_scale() -> None:
    """Linear adds, log multiplies, logit never passes 100%."""
    assert moved(12.0, 3.0, "linear") == 15.0
    assert moved(12.0, 0.6931471805599453, "log") == pytest.approx(24.0)
    assert moved(50.0, 0.0, "logit") == pytest.approx(50.0)
    assert 99.9 < moved(50.0, 20.0, "logit") <= 100


def test_shares_near_the_ends_have_a_finite_logit() -> None:
    """Below 0.1 and above 99.9 a share counts as these: ln(0.1/99.9) is -6.9068, mirrored above."""
    assert transformed(0.0, "logit") == pytest.approx(-6.906755, abs=1e-6)
    assert transformed(0.3, "logit") == pytest.approx(-5.806138, abs=1e-6)
    assert transformed(100.0, "logit") == pytest.approx(6.906755, abs=1e-6)


def test_what_is_there_already_needs_no_year() -> None:
    """At the level, whatever the pace, the year is the one where the line starts."""
    assert years_to(2024, 60.0, 60.0, -2.0, 2060) == 2024
