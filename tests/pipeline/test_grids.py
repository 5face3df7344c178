"""Sums over groups: the same digits on every machine."""

import numpy as np

from dashboard.pipeline.grids import sums


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
