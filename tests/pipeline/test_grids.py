"""Sums over groups: the same digits on every machine."""

import numpy as np
import pytest

from dashboard.pipeline.grids import ordered, sums


def test_sums_are_added_in_the_order_of_the_catalogue() -> None:
    """To the last digit what plain addition gives, one economy after the other.

    Sums of hundreds of populations round differently in another order, and a matrix product takes
    the rows in blocks and threads: 600 rows are more than one block.
    """
    drawn = np.random.default_rng(7)
    amounts = drawn.random((600, 30)) * 10.0 ** drawn.integers(0, 9, (600, 1))
    members = drawn.random((60, 600)) < 0.4
    expected = []
    for inside in members:
        total = [0.0] * 30
        for row, counted in zip(amounts.tolist(), inside.tolist(), strict=True):
            if counted:
                total = [a + b for a, b in zip(total, row, strict=True)]
        expected.append(total)
    assert sums(members, amounts).tolist() == expected


def test_a_group_without_members_has_nothing() -> None:
    """Nobody adds up to nought, in every year."""
    assert sums(np.zeros((1, 2), dtype=bool), np.ones((2, 3))).tolist() == [[0.0, 0.0, 0.0]]


@pytest.mark.parametrize("rows", [1, 2, 5, 8])
def test_order_is_that_of_numpy(rows: int) -> None:
    """The lowest, middle and highest value of columns with holes, as numpy's own functions find them."""
    made = np.random.default_rng(rows).normal(size=(rows, 40))
    made[made < -0.5] = np.nan
    made[0, 0], made[:, 1] = 1.0, np.nan
    some = ~np.isnan(made).all(axis=0)
    low, middle, high = ordered(made)
    assert np.isnan([low[1], middle[1], high[1]]).all()
    expected = np.nanquantile(made[:, some], (0, 0.5, 1), axis=0)
    assert np.allclose([low[some], middle[some], high[some]], expected, rtol=1e-12, atol=0)
