"""A source as one frame: faults stop here, with file and line."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue import catalogue
from dashboard.pipeline.entities import Names
from dashboard.pipeline.rawtables import RawTable, read_source
from dashboard.pipeline.readers import SourceError
from dashboard.pipeline.records import Records
from dashboard.settings import CATALOGUE
from tests.pipeline.readers.files import text
from tests.pipeline.worlds import source

HEADER = "Country Name,Country Code,Year,Value"


def read(folder: Path, *lines: str) -> RawTable:
    """Read a World Bank list of these lines."""
    text(folder / "population.csv", HEADER, *lines)
    return read_source(
        source(), Records(folder), Names.load(catalogue(), CATALOGUE / "aliases.csv")
    )


def test_aggregates_are_dropped(tmp_path: Path) -> None:
    """A publisher's group is no economy, and no value of an economy was left out."""
    table = read(tmp_path, "Aruba,ABW,2020,106000", "World,WLD,2020,7800000000")
    assert table.values["economy"].tolist() == ["ABW"]
    assert table.left_out.empty


def test_no_status(tmp_path: Path) -> None:
    """Where the publisher's file says of no figure whether it is an estimate, none is called observed."""
    file = text(tmp_path / "population.csv", HEADER, "Aruba,ABW,2020,106000")
    names = Names.load(catalogue(), CATALOGUE / "aliases.csv")
    silent = replace(source(), status_given=False)
    table = read_source(silent, Records(file.parent), names)
    assert table.values["status"].tolist() == ["not-given"]
    assert read(tmp_path, "Aruba,ABW,2020,106000").values["status"].tolist() == ["observed"]


def test_dissolved_are_listed(tmp_path: Path) -> None:
    """The value of an economy that exists no longer is listed under its old code."""
    table = read(tmp_path, "Aruba,ABW,2020,106000", "Neth. Antilles,ANT,2004,180000")
    assert table.left_out[["economy", "value", "reason"]].to_numpy().tolist() == [
        ["ANT", 180000, "dissolved"]
    ]


def test_unknown_economy(tmp_path: Path) -> None:
    """An unknown economy stops the build and says where it would be made known."""
    with pytest.raises(
        SourceError, match=r"^population\.csv, line 3: 'ZZZ' is no known economy; .*aliases\.csv\.$"
    ):
        read(tmp_path, "Aruba,ABW,2020,1", "Atlantis,ZZZ,2020,1")


def test_duplicate_row(tmp_path: Path) -> None:
    """Two rows for one fact stop the build at the second, also under two codes of one economy."""
    with pytest.raises(SourceError, match=r"line 4: there is a second row for XKX, .* 2020\.$"):
        read(tmp_path, "Kosovo,XKX,2020,1", "Kosovo,XKX,2021,1", "Kosovo,KSO,2020,2")


def test_missing_file(tmp_path: Path) -> None:
    """A source without its file is named."""
    with pytest.raises(SourceError, match="the file of the source wb is missing"):
        read_source(source(), Records(tmp_path), Names.load(catalogue(), CATALOGUE / "aliases.csv"))


def test_empty_file(tmp_path: Path) -> None:
    """A file without any value of an economy is a fault, not an empty table."""
    with pytest.raises(SourceError, match="holds no values of economies"):
        read(tmp_path, "World,WLD,2020,7800000000")


def test_same_survey_twice(tmp_path: Path) -> None:
    """Of several files of one source, the one that repeats another is named."""
    for name in ("a", "b"):
        text(tmp_path / f"{name}.csv", HEADER, "Aruba,ABW,2020,1")
    with pytest.raises(SourceError, match=r"^b\.csv, line 2: there is a second row for ABW"):
        read_source(source(), Records(tmp_path), Names.load(catalogue(), CATALOGUE / "aliases.csv"))
