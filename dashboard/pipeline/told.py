"""What is told of the tables that a build made; imports the catalogue and the coverage.

An indicator with `since` in the catalogue begins in that year wherever it is served. Its earlier values
are weights and parts of others while tables are made, and stand in none of them.
"""

from dataclasses import fields, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.pipeline.built import BuiltTables
from dashboard.pipeline.coverage import coverage


def told(built: BuiltTables, catalogue: Catalogue) -> BuiltTables:
    """The tables without the years before `since`, and the coverage of what is left."""
    frames = {part.name: getattr(built, part.name) for part in fields(built)}
    kept = {
        name: frame[~untold(frame, catalogue)].reset_index(drop=True)
        for name, frame in frames.items()
        if {"indicator", "year"} <= {*frame.columns}
    }
    shown = replace(built, **kept)
    return replace(shown, coverage=coverage(shown.observations, catalogue))


def untold(frame: pd.DataFrame, catalogue: Catalogue) -> npt.NDArray[np.bool_]:
    """Which rows of a table are of years before the first one that is told of their indicator."""
    since = {key: entry.since for key, entry in catalogue.indicators.items() if entry.since}
    first = frame["indicator"].map(since).astype("float64").fillna(-np.inf)
    return (frame["year"] < first).to_numpy(dtype=bool)
