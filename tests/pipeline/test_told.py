"""The years before `since` are weights and parts of others, and are told of nowhere."""

import sys
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import orjson
import pandas as pd
import pytest

from dashboard.catalogue import Catalogue
from dashboard.pipeline import BuildError, build
from dashboard.pipeline.differences import difference
from dashboard.tables import Tables

# The package's name `build` is the function; this is the module that it stands in.
BUILD = sys.modules["dashboard.pipeline.build"]
DIFFERENCES = sys.modules["dashboard.pipeline.differences"]
values = attrgetter("values")  # of a line; ruff takes the plain attribute for that of a frame


@pytest.fixture
def later(world: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The small world, its population told from 2013 on."""
    people = replace(world.indicators["population"], since=2013)
    entries = replace(world, indicators={**world.indicators, "population": people})
    monkeypatch.setattr(DIFFERENCES, "catalogue", lambda: entries)
    return entries


def test_earlier_years_weigh_and_are_not_told(
    later: Catalogue, monkeypatch: pytest.MonkeyPatch, sources: Path, out: Path
) -> None:
    """The poor of 2010 are still weighed, 10 % of 60 and 20 % of 100, and no table has people of 2012."""
    first = build(sources, out).version
    before = {path.stem: pd.read_parquet(path) for path in out.glob("*.parquet")}
    monkeypatch.setattr(BUILD, "catalogue", lambda: later)
    with pytest.raises(BuildError, match="population has lost 12 values since the last version"):
        build(sources, out)
    second = build(sources, out, accept=True).version

    table = Tables(out).indicator("population")
    assert table.years == [2013, 2014, 2015]
    group = Tables(out).indicator("share").group("poor")
    assert group
    assert values(group)[0] == pytest.approx((10 * 60 + 20 * 100) / 160)
    for name, was in before.items():
        now = pd.read_parquet(out / f"{name}.parquet")
        if {"indicator", "year"} <= {*was.columns}:
            left = was[(was["indicator"] != "population") | (was["year"] >= 2013)]
            pd.testing.assert_frame_equal(now, left.reset_index(drop=True))
    spans = pd.read_parquet(out / "coverage.parquet").set_index(["indicator", "economy"])
    assert spans.loc[("population", "AAA"), "first_year"] == 2013
    assert spans.loc[("share", "AAA"), "first_year"] == 2010

    (publish,) = orjson.loads((out / "changes.json").read_bytes())
    assert (publish["changes"], publish["untold"]) == ([], [["population", 2013, 12]])
    assert difference(first, second, out).split("\n\n") == [
        f"From {first} to {second}: 0 values new, 0 values corrected, 0 values gone.",
        "population: 12 values of before 2013 are not told any more (`since` in indicators.toml).",
    ]
