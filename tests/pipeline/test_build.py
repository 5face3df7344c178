"""A whole build on four economies: what it writes, and that a fault leaves the old tables alone."""

import resource
import sys
from dataclasses import replace
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

import pandas as pd
import pytest

from dashboard.catalogue import Catalogue, Mark
from dashboard.pipeline import BuildError, build
from dashboard.pipeline.publish import csv_gz
from dashboard.pipeline.switch import BusyError, alone
from dashboard.tables import Tables

values = attrgetter("values")  # of a line; ruff takes the plain attribute for that of a frame

# The package's name `build` is the function; this is the module that it stands in.
BUILD = sys.modules["dashboard.pipeline.build"]


@pytest.mark.usefixtures("world")
def test_build(sources: Path, out: Path) -> None:
    """A build writes tables that the app can open, and a manifest of what they were made from."""
    report = build(sources, out)
    tables = Tables(out)
    assert report.version == tables.version
    assert (report.indicators, report.economies) == (2, 4)
    poor = tables.indicator("share").group("poor")
    assert poor
    assert values(poor)[0] == pytest.approx((10 * 60 + 20 * 100) / 160)
    people, use = tables.manifest["sources"]
    assert (people["id"], use["vintage"], use["licence"]) == ("people", "2024", "CC BY 4.0")
    assert len(use["sha256"]) == 64
    assert len(pd.read_parquet(out / "observations.parquet")) == 48


@pytest.mark.usefixtures("world")
def test_the_manifest_lists_the_whole_tables(sources: Path, out: Path) -> None:
    """Every table with its rows and checksum; the values as CSV too, the same bytes from the same rows."""
    build(sources, out)
    files = {file["name"]: file for file in Tables(out).files}
    assert {path.name for path in out.glob("*.parquet")} | {"observations.csv.gz"} == set(files)
    whole = pd.read_parquet(out / "observations.parquet")
    assert files["observations.csv.gz"]["rows"] == len(whole)
    assert (out / "observations.csv.gz").read_bytes() == csv_gz(whole)
    for name, file in files.items():
        assert file["sha256"] == sha256((out / name).read_bytes()).hexdigest()


@pytest.mark.usefixtures("world")
def test_version(sources: Path, out: Path) -> None:
    """The same files give the same version, and one changed figure another."""
    first, again = build(sources, out).version, build(sources, out).version
    assert first == again
    use = sources / "use.csv"
    use.write_text(use.read_text(encoding="utf-8").replace("80,81", "79,81"), encoding="utf-8")
    assert build(sources, out).version != first


FAULTS = {
    "text for a number": ("use.csv", "70,71", "70,n/k", r"use\.csv, line 3: 'n/k' stands where"),
    "an unknown economy": ("use.csv", "x,BBB", "x,QQQ", r"use\.csv, line 3: 'QQQ' is no known"),
    "a duplicate row": ("use.csv", "x,BBB", "x,AAA", r"use\.csv, line 3: there is a second row"),
    "a missing column": ("use.csv", "Country Code", "Code", r"line 1: the column 'Country Code'"),
    "two faults": ("use.csv", "80,81,82", "8_9,81,?", r"'8_9' stands.*\n.*line 2: '\?' stands"),
    "a short row": ("use.csv", ",84,85", "", r"use\.csv, line 2: the line has 8 columns, where"),
    "an impossible value": ("use.csv", "80,81", "80,181", r"share can only lie between 0 and 100"),
    "an economy that went": (
        "use.csv",
        "x,AAA,Use,USE,80,81,82,83,84,85",
        "",
        r"share has lost 6 values",
    ),
}


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("fault", FAULTS)
def test_fault_replaces_nothing(sources: Path, out: Path, fault: str) -> None:
    """A fault is a sentence that says what is wrong and where, and the last good tables stay."""
    name, before, after, message = FAULTS[fault]
    good = build(sources, out).version
    file = sources / name
    file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    with pytest.raises(BuildError, match=message) as error:
        build(sources, out)
    assert str(error.value).endswith("The tables were not replaced.")
    assert Tables(out).version == good
    assert sorted(path.name for path in out.parent.iterdir()) == ["tables", "versions"]


def test_unknown_reader_is_told_before_anything_is_read(
    world: Catalogue, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt format is a sentence at once, whatever is in the folder of sources."""
    wrong = {**world.sources, "use": replace(world.sources["use"], reader="wdi")}
    monkeypatch.setattr(BUILD, "catalogue", lambda: replace(world, sources=wrong))
    with pytest.raises(BuildError, match=r"sources\.toml, use: reader is 'wdi' and must be one of"):
        build(tmp_path, out)
    assert not out.exists()


@pytest.mark.usefixtures("world")
def test_fewer_accepted(sources: Path, out: Path) -> None:
    """An economy may go when the operator says that it is meant."""
    build(sources, out)
    name, before, after, _ = FAULTS["an economy that went"]
    file = sources / name
    file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    report = build(sources, out, accept=True)
    assert "Accepted: share has lost 6 values since the last version: AAA, 2010;" in str(report)
    assert Tables(out).indicator("share").economies == ["BBB", "CCC", "DDD"]


@pytest.mark.parametrize("marked", [(2013, 2014, [2013, 2014]), (0, 9999, range(2010, 2016))])
def test_span_of_excluded_values(
    world: Catalogue,
    sources: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    marked: tuple[int, int, list[int]],
) -> None:
    """A mark takes out the years from its first to its last, or all; its neighbours keep theirs."""
    year, last, left_out = marked
    mark = Mark("share", "AAA", year, "excluded", "implausible-level", last=last)
    monkeypatch.setattr(BUILD, "catalogue", lambda: replace(world, marks=(mark,)))
    build(sources, out)
    listed = pd.read_parquet(out / "excluded.parquet")
    assert listed[["economy", "year"]].to_numpy().tolist() == [["AAA", y] for y in left_out]


def test_mark_that_reaches_further_than_the_values(
    world: Catalogue, sources: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A span must end where values end, so that no value of a later edition vanishes unseen."""
    mark = Mark("share", "AAA", 2014, "excluded", "implausible-level", last=2016)
    monkeypatch.setattr(BUILD, "catalogue", lambda: replace(world, marks=(mark,)))
    with pytest.raises(BuildError, match=r"uses the mark share, AAA, 2014\.\.2016, excluded"):
        build(sources, out)


def test_excluded_value(
    world: Catalogue, sources: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A marked value is not in the series, and is listed with its reason."""
    marked = replace(world, marks=(Mark("share", "AAA", 2015, "excluded", "implausible-level"),))
    monkeypatch.setattr(BUILD, "catalogue", lambda: marked)
    build(sources, out)
    listed = pd.read_parquet(out / "excluded.parquet")
    assert listed[["economy", "year", "value", "reason"]].to_numpy().tolist() == [
        ["AAA", 2015, 85.0, "implausible-level"]
    ]
    series = Tables(out).indicator("share").economy("AAA")
    assert series is not None
    assert (series.values[-1], series.status[-1]) == (84, "c")  # noqa: PD011


@pytest.mark.usefixtures("world")
def test_missing_folder(tmp_path: Path, out: Path) -> None:
    """A folder that is not there is a sentence."""
    with pytest.raises(BuildError, match="is no folder"):
        build(tmp_path / "nowhere", out)
    assert not out.exists()


@pytest.mark.usefixtures("world")
def test_full_disk_is_a_sentence(sources: Path, out: Path) -> None:
    """Where the disk has no room for a table, the build says so, and the last good tables stay."""
    good = build(sources, out).version
    use = sources / "use.csv"
    use.write_text(use.read_text(encoding="utf-8").replace("80,81", "80,81.5"), encoding="utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(BuildError, match=r"could not be written \(.*too large") as error:
            build(sources, out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert str(error.value).endswith("The tables were not replaced.")
    assert Tables(out).version == good


@pytest.mark.usefixtures("world")
def test_two_builds_at_once(sources: Path, out: Path) -> None:
    """The second one is told so before it reads anything."""
    good = build(sources, out).version
    with alone(out.parent, "build"), pytest.raises(BusyError, match="Another build is at work in"):
        build(sources, out)
    assert Tables(out).version == good
