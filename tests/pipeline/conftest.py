"""Small worlds for the tests of the pipeline: four economies, two groups, numbers done by hand."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import pytest

from dashboard.catalogue import Catalogue, Economy, Group, Indicator, Mark, Scheme, Source

CODES = ("AAA", "BBB", "CCC", "DDD")


def _indicator(id: str, **fields: Any) -> Indicator:
    given = {
        "theme": "use",
        "unit": "percent-people",
        "decimals": 1,
        "range": (0, 100),
        "direction": "up",
        "aggregation": "share",
        "class_limits": (50,),
        "series": (),
        **fields,
    }
    return Indicator(id=id, **given)


@pytest.fixture
def small() -> Callable[..., Catalogue]:
    """Make a catalogue of two rich (AAA, BBB) and two poor economies (CCC, DDD) and `share`.

    Keyword arguments change the fields of `share`; `marks` and `more` add marks and indicators.
    """

    def make(
        marks: tuple[Mark, ...] = (), more: Mapping[str, dict[str, Any]] | None = None, **share: Any
    ) -> Catalogue:
        population = {"aggregation": "sum", "range": (0, 1e10), "direction": "none"}
        entries = {"share": share, "population": population, **(more or {})}
        groups = {"world": CODES, "rich": CODES[:2], "poor": CODES[2:]}
        return Catalogue(
            themes=("use",),
            indicators={i: _indicator(i, **fields) for i, fields in entries.items()},
            economies={c: Economy(c, c[:2], "", {"en": c}, un_member=True) for c in CODES},
            groups={g: Group(g, "special", "2026", members) for g, members in groups.items()},
            schemes={"wealth": Scheme("wealth", "rich", ("poor",))},
            sources={"itu": Source("itu", *["x"] * 9)},
            marks=marks,
            map_notes={},
        )

    return make


@pytest.fixture
def facts() -> Callable[..., pd.DataFrame]:
    """Make observations: facts({"AAA": {2010: 9.1}}, indicator="share", breaks={("AAA", 2012)})."""

    def make(
        values: Mapping[str, Mapping[int, float]],
        indicator: str = "share",
        breaks: frozenset[tuple[str, int]] = frozenset(),
        status: str = "observed",
    ) -> pd.DataFrame:
        rows = [
            (iso3, indicator, year, float(value), status, "itu", "break" if (iso3, year) in breaks else "")
            for iso3, series in values.items()
            for year, value in series.items()
        ]
        columns = ["economy", "indicator", "year", "value", "status", "source", "note"]
        return pd.DataFrame(rows, columns=columns).astype({"year": "int16"})

    return make


@pytest.fixture
def people(facts: Callable[..., pd.DataFrame]) -> Callable[..., pd.DataFrame]:
    """Make the populations of the four economies, the same in all `years`."""

    def make(years: range, aaa: int = 10, bbb: int = 30, ccc: int = 60, ddd: int = 100) -> pd.DataFrame:
        sizes = zip(CODES, (aaa, bbb, ccc, ddd), strict=True)
        return facts({c: dict.fromkeys(years, n) for c, n in sizes}, indicator="population")

    return make


@pytest.fixture
def no_counts() -> pd.DataFrame:
    """No absolute counts."""
    columns = {"economy": str, "indicator": str, "year": "int16", "count": float}
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in columns.items()})
