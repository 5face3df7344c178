"""Columns of a frame as lists of lists, rows by years; imports nothing of the dashboard."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Self

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


@dataclass(frozen=True)
class Places:
    """Where the rows of a frame stand in a matrix; those that have no place there are left out."""

    shape: tuple[int, int]
    at: npt.NDArray[np.int64]
    across: npt.NDArray[np.int64]
    known: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, rows: Along, columns: Along) -> Self:
        """By what is written in one column of the frame, and in another."""
        at, across = (placed(*along) for along in (rows, columns))
        known = ~(np.isnan(at) | np.isnan(across))
        shape = len(rows[1].keys), len(columns[1].keys)
        return cls(shape, at[known].astype(np.int64), across[known].astype(np.int64), known)


def placed(values: pd.Series, index: Index) -> Floats:
    """The place of each value, nan where it has none.

    By a list: pandas asks its text columns for a value at a time, many times as slowly.
    """
    return np.array([index.places.get(one, np.nan) for one in values.tolist()], dtype=np.float64)


def numbers(places: Places, values: pd.Series | Floats, missing: float = np.nan) -> Floats:
    """Values at their row and column."""
    matrix = np.full(places.shape, missing, dtype=np.float64)
    matrix[places.at, places.across] = np.asarray(values, dtype=np.float64)[places.known]
    return matrix


def texts(places: Places, marks: pd.Series) -> list[str]:
    """A text a row, with one letter a column and a point where there is none."""
    matrix = np.full(places.shape, ".", dtype="U1")
    matrix[places.at, places.across] = marks.to_numpy(dtype="U1")[places.known]
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
