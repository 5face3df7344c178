"""Intervals are quantiles of errors that were made in the same way."""

from dataclasses import replace

import numpy as np
import pytest

from dashboard.pipeline.intervals import LeftOut, left_out
from dashboard.pipeline.modelling import BASES, Panel

OWN, RELATED = BASES.index("own"), BASES.index("related")
NONE = np.zeros(1, dtype=bool)


def errors(sizes: np.ndarray, basis: int = OWN, distance: int = 1, poor: bool = False) -> LeftOut:
    """Values left out that were off by these sizes."""
    many = len(sizes)
    return LeftOut(
        rows=np.zeros(many, dtype=np.int64),
        columns=np.zeros(many, dtype=np.int64),
        truths=np.zeros(many),
        levels=sizes,
        bases=np.full(many, basis),
        distances=np.full(many, distance),
        poor=np.full(many, poor),
    )


def together(*parts: LeftOut) -> LeftOut:
    """All of them."""
    names = LeftOut.__dataclass_fields__
    return LeftOut(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def around(known: LeftOut, basis: int, distance: int, poor: bool = False) -> tuple[float, float]:
    """The interval of a value of 1."""
    ends = known.intervals.around(
        np.ones(1), np.array([basis]), np.array([distance]), np.array([poor])
    )
    return float(ends[0][0]), float(ends[1][0])


def test_ends_are_quantiles_turned_round() -> None:
    """Of errors from -1.0 to +1.0 in steps of a tenth, 80 % lie within 0.8; who was too high is lowered."""
    assert around(errors(np.arange(-10, 11) / 10), OWN, 1) == pytest.approx((0.2, 1.8))
    assert around(errors(np.arange(0, 21) / 10), OWN, 1) == pytest.approx((-0.8, 1.0))


def test_classes_have_errors_of_their_own() -> None:
    """Three and four years share a class, one year has its own, and so have economies of low income."""
    near, far = errors(np.arange(-10, 11) / 10), errors(np.arange(-10, 11) / 1.0, distance=4)
    poor = errors(np.arange(-10, 11) / 5, poor=True)
    known = together(near, far, poor)
    assert around(known, OWN, 3) == pytest.approx((-7, 9))
    assert around(known, OWN, 1) == pytest.approx((0.2, 1.8))
    assert around(known, OWN, 1, poor=True) == pytest.approx((-0.6, 2.6))


def test_too_few_errors_are_joined_by_others() -> None:
    """A class of fewer than 20 takes all incomes, then all distances of its way; else there is none."""
    known = together(errors(np.zeros(19), poor=True), errors(np.arange(-10, 11) / 10))
    low, high = around(known, OWN, 1, poor=True)
    assert 0.2 < low < 1 < high < 1.8
    assert around(errors(np.arange(-10, 11) / 10), OWN, 9) == pytest.approx((0.2, 1.8))
    assert np.isnan(around(known, RELATED, 0)).all()


def test_left_out_values_are_not_seen() -> None:
    """What is left out does not help to model itself: another truth gives the same values."""
    years = np.arange(2006, 2012)
    start = np.linspace(-2, 2, 60)
    own = start[:, None] + 0.1 * np.arange(len(years))
    panel = Panel(years, own, np.empty((0, *own.shape)), np.zeros(0, dtype=bool))
    asked = np.zeros(own.shape, dtype=bool)
    asked[30, 5] = True
    changed = own.copy()
    changed[30, 5] = 9.0
    before = left_out(panel, asked, np.zeros(60, dtype=bool))
    after = left_out(replace(panel, own=changed), asked, np.zeros(60, dtype=bool))
    assert len(before.levels)
    assert after.levels == pytest.approx(before.levels)
    assert (after.truths == 9.0).all()
