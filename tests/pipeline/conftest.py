"""What the tests of the pipeline share."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue, Series
from dashboard.pipeline import checks
from tests.pipeline.readers.files import text
from tests.pipeline.small import CODES, Small, indicator
from tests.pipeline.worlds import source

HEADER = "Country Name,Country Code,Indicator Name,Indicator Code,2010,2011,2012,2013,2014,2015"
PEOPLE = {"AAA": 10, "BBB": 30, "CCC": 60, "DDD": 100}
# The package's name `build` is the function; this is the module that it stands in.
BUILD = sys.modules["dashboard.pipeline.build"]


@pytest.fixture
def small() -> Small:
    """Four economies, two groups, numbers done by hand."""
    return Small()


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Two publishers' files: shares and populations."""
    folder = tmp_path / "sources"
    folder.mkdir()
    shares = [f"x,{c},Use,USE,{','.join(str(n + y) for y in range(6))}"
              for n, c in zip((80, 70, 10, 20), CODES, strict=True)]  # fmt: skip
    people = [f"x,{c},People,POP,{','.join([str(n)] * 6)}" for c, n in PEOPLE.items()]
    text(folder / "use.csv", HEADER, *shares, "World,WLD,Use,USE,1,1,1,1,1,1", bom=True)
    text(folder / "people.csv", HEADER, *people)
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the tables go."""
    return tmp_path / "data" / "tables"


@pytest.fixture
def world(small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The small catalogue, with sources, as the catalogue of this installation."""
    share = indicator("share", series=(Series("use", "USE"),))
    people = indicator("population", series=(Series("people", "POP"),), aggregation="sum",
                       direction="none", range=(0, 1e10))  # fmt: skip
    wanted = {name: source("wdi-api", f"{name}.csv", name) for name in ("use", "people")}
    entries = replace(
        small.catalogue(), indicators={"share": share, "population": people}, sources=wanted
    )
    text(tmp_path / "aliases.csv", "kind,written,meant,reason", "code,WLD,,aggregate")
    text(tmp_path / "implied_population.csv", "economy")
    text(tmp_path / "sanity.csv", "indicator,group,year,low,high,rests_on")
    monkeypatch.setattr(BUILD, "CATALOGUE", tmp_path)
    monkeypatch.setattr(checks, "SANITY", tmp_path / "sanity.csv")
    monkeypatch.setattr(BUILD, "catalogue", lambda: entries)
    return entries
