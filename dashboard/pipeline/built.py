"""The tables that one build makes, as data frames; imports nothing of the dashboard.

Columns are those of `docs/methods.md` and of the Parquet files of the same names.
"""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

import pandas as pd


@dataclass(frozen=True)
class BuiltTables:
    """One row a fact in every frame; `excluded` lists the values left out, with the reasons."""

    observations: pd.DataFrame
    counts: pd.DataFrame
    aggregates: pd.DataFrame
    published: pd.DataFrame
    gaps: pd.DataFrame
    coverage: pd.DataFrame
    excluded: pd.DataFrame
    spread: pd.DataFrame
    ranks: pd.DataFrame
    modelled: pd.DataFrame
    model_errors: pd.DataFrame
    model_replay: pd.DataFrame

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the Parquet files of an earlier build; OSError if one is missing."""
        return cls(*(pd.read_parquet(folder / f"{f.name}.parquet") for f in fields(cls)))
