"""A small world for the tests of the pipeline: four economies, two groups, numbers done by hand."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.catalogue import Catalogue, Economy, Group, Indicator, Mark, Scheme, Source
from dashboard.catalogue.roles import Roles

CODES = ("AAA", "BBB", "CCC", "DDD")
GROUPS = {"world": CODES, "rich": CODES[:2], "poor": CODES[2:]}
COLUMNS = ["economy", "indicator", "year", "value", "status", "source", "note"]


class Small:
    """Two rich economies (AAA, BBB) and two poor ones (CCC, DDD), and the indicator `share`."""

    @staticmethod
    def catalogue(
        marks: tuple[Mark, ...] = (), more: Mapping[str, dict[str, Any]] | None = None, **share: Any
    ) -> Catalogue:
        """The catalogue; keyword arguments change the fields of `share`, `more` adds indicators."""
        population = {"aggregation": "sum", "range": (0, 1e10), "direction": "none"}
        entries = {"share": share, "population": population, **(more or {})}
        return Catalogue(
            questions={},
            themes=("use",),
            indicators={i: indicator(i, **fields) for i, fields in entries.items()},
            economies={c: Economy(c, c[:2], "", un_member=True) for c in CODES},
            groups={
                g: Group(g, "world" if g == "world" else "special", "2026", members)
                for g, members in GROUPS.items()
            },
            schemes={"wealth": Scheme("wealth", "rich", ("poor",))},
            sources={"itu": Source("itu", *["x"] * 9)},
            marks=marks,
            map_notes=(),
            targets={},
            panels={},
            core={},
            roles=Roles(people="population"),
        )

    @staticmethod
    def facts(
        values: Mapping[str, Mapping[int, float]],
        indicator: str = "share",
        breaks: frozenset[tuple[str, int]] = frozenset(),
        status: str = "observed",
    ) -> pd.DataFrame:
        """Observations by economy and year; `breaks` are pairs such as ("AAA", 2012)."""
        rows = [
            (iso3, indicator, year, float(value), status, "itu", note)
            for iso3, series in values.items()
            for year, value in series.items()
            for note in ["break" if (iso3, year) in breaks else ""]
        ]
        return pd.DataFrame(rows, columns=COLUMNS).astype({"year": "int16"})

    @classmethod
    def people(cls, years: range, **changes: int) -> pd.DataFrame:
        """Populations of 10, 30, 60 and 100 in all `years`; `ccc=40` changes one of them."""
        sizes = {"aaa": 10, "bbb": 30, "ccc": 60, "ddd": 100, **changes}
        values = {code.upper(): dict.fromkeys(years, size) for code, size in sizes.items()}
        return cls.facts(values, indicator="population")

    @property
    def no_counts(self) -> pd.DataFrame:
        """No absolute counts."""
        columns = {"economy": "str", "indicator": "str", "year": "int16", "count": "float64"}
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in columns.items()})


def indicator(code: str, **fields: Any) -> Indicator:
    """A share of people, with the fields given changed."""
    given = {
        "theme": "use",
        "unit": "percent-people",
        "decimals": 1,
        "range": (0, 100),
        "direction": "up",
        "aggregation": "share",
        "class_limits": (50,),
        "series": (),
        "weight": "population",
        **fields,
    }
    return Indicator(id=code, **given)
