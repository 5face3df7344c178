"""Columns of a frame as lists of lists, rows by years; imports nothing of the dashboard."""

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]


class Index:
    """Keys in an order, and the place of each."""

    def __init__(self, keys: Sequence[Any]) -> None:
        """Take the keys in their order."""
        self.keys = list(keys)
        self.places: dict[Hashable, int] = {key: place for place, key in enumerate(self.keys)}


Along = tuple[pd.Series, Index]


def numbers(rows: Along, columns: Along, values: pd.Series, missing: float = np.nan) -> Floats:
    """Values at their row and column; those whose row or column has no place are left out."""
    matrix = np.full((len(rows[1].keys), len(columns[1].keys)), missing, dtype=np.float64)
    at, across, known = _places(rows, columns)
    matrix[at, across] = values.to_numpy(dtype=np.float64)[known]
    return matrix


def texts(rows: Along, columns: Along, marks: pd.Series) -> list[str]:
    """A text a row, with one letter a column and a point where there is none."""
    matrix = np.full((len(rows[1].keys), len(columns[1].keys)), ".", dtype="U1")
    at, across, known = _places(rows, columns)
    matrix[at, across] = marks.to_numpy(dtype="U1")[known]
    return ["".join(row) for row in matrix]


def shortened(matrix: Floats, digits: int, fewer_from: float = np.inf) -> list[list[Any]]:
    """Rows rounded to `digits`, one digit less from `fewer_from` upwards.

    Whole numbers lose their point and missing ones are None: [12.0, nan, 0.123] -> [12, None, 0.12]
    """
    rounded = np.round(matrix, digits)
    if np.isfinite(fewer_from):
        big = np.abs(matrix) >= fewer_from
        rounded = np.where(big, np.round(matrix, max(digits - 1, 0)), rounded)
    return [[_short(value) for value in row] for row in rounded.tolist()]


def _short(value: float) -> float | int | None:
    if value != value:  # noqa: PLR0124  # only nan differs from itself
        return None
    return int(value) if value == int(value) else value


def _places(
    rows: Along, columns: Along
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    at = rows[0].map(rows[1].places).to_numpy(dtype=np.float64)
    across = columns[0].map(columns[1].places).to_numpy(dtype=np.float64)
    known = ~(np.isnan(at) | np.isnan(across))
    return at[known].astype(np.int64), across[known].astype(np.int64), known
