"""The readings of all places at once, on a world of four economies."""

import json
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from dashboard.catalogue import Catalogue, Measure, Target
from dashboard.pipeline.aggregate import aggregate
from dashboard.pipeline.grids import Grids
from dashboard.pipeline.silent import MODELLED
from dashboard.pipeline.targets import Readings
from tests.pipeline.small import Small

YEARS = range(2010, 2025)
STARTS = {"AAA": 40.0, "BBB": 30.0, "CCC": 20.0, "DDD": 10.0}


def catalogue(small: Small) -> Catalogue:
    """A target of 2030 with three measures: at least 60, one without data, one of another indicator."""
    measures = (
        Measure(id="sixty", target="t", indicator="share", threshold=60.0),
        Measure(id="unmeasured", target="t", indicator=""),
        Measure(id="absent", target="t", indicator="other", threshold=1.0),
    )
    target = Target("t", "sdg", "1", 2030, "found", measures)
    return replace(small.catalogue(more={"other": {}}), targets={"t": target})


@pytest.fixture
def readings(small: Small) -> Readings:
    """Everybody rises by two points a year, from 40, 30, 20 and 10 in 2010; CCC ends in 2023."""
    entries = catalogue(small)
    values = {code: {y: start + 2 * (y - 2010) for y in YEARS} for code, start in STARTS.items()}
    del values["CCC"][2024]
    observations = pd.concat([small.facts(values), small.people(YEARS)], ignore_index=True)
    groups = aggregate(observations, small.no_counts, entries)
    grids = Grids(observations, small.no_counts, entries)
    return Readings(observations, grids, groups, entries)


def line(readings: Readings, place: str) -> dict[str, Any]:
    """The reading of a place for the first measure."""
    found = readings.lines()[place][0]
    assert found is not None
    return found


def test_economies_and_groups_are_read_alike(readings: Readings) -> None:
    """BBB stands at 58 in 2024 and needs 2 points more: it arrives in 2025; AAA is there."""
    found = line(readings, "BBB")
    assert (found["value"], found["year"], found["status"]) == (58.0, 2024, "o")
    assert (found["verdict"], found["pace"], found["required"]) == ("on-track", 2.0, 0.333)
    assert found["arrival"] == [2025, 2025, 2025]
    assert line(readings, "AAA")["verdict"] == "met"
    assert line(readings, "DDD")["verdict"] == "off-track"  # 38 and 6 years of 2 are 50
    rich = line(readings, "rich")
    assert (rich["value"], rich["status"]) == (60.5, "g")  # (68 x 10 + 58 x 30) / 40


def test_a_group_has_its_interval_where_members_are_modelled(small: Small) -> None:
    """CCC, 300 people, says 20 in 2024, and DDD is modelled at 24 (16 to 28): 21, from 19 to 22."""
    entries = catalogue(small)
    values = {code: dict.fromkeys(YEARS, 20.0) for code in ("AAA", "BBB", "CCC")}
    silent = {"DDD": {y: 20.0 for y in YEARS if y < 2024}}
    people = small.people(YEARS, ccc=300)
    observations = pd.concat([small.facts({**values, **silent}), people], ignore_index=True)
    modelled = pd.DataFrame(
        [("DDD", "share", 2024, 24.0, 16.0, 28.0, "own", 2023)], columns=MODELLED
    )
    groups = aggregate(observations, small.no_counts, entries, modelled)
    grids = Grids(observations, small.no_counts, entries, modelled)
    found = Readings(observations, grids, groups, entries)
    poor, rich = line(found, "poor"), line(found, "rich")
    assert (poor["value"], poor["low"], poor["high"]) == (21.0, 19.0, 22.0)
    assert "low" not in rich
    targets = found.frames()["targets"].set_index("place")
    assert targets.loc["poor", ["low", "high"]].tolist() == [19.0, 22.0]


def test_lines_go_with_the_measures(readings: Readings) -> None:
    """Every place has as many readings as there are measures, none where nothing measures."""
    lines = readings.lines()
    assert set(lines) == {*STARTS, "world", "rich", "poor"}
    assert all(len(found) == 3 and found[1:] == [None, None] for found in lines.values())


def test_straight_lines_are_forecast_without_error(readings: Readings) -> None:
    """Five newest years of three economies and four of the one that ends a year early: 19."""
    assert readings.errors()["share"] == [19, 0.0, 1.0]


def test_the_file_has_a_header_and_a_line_a_place(readings: Readings) -> None:
    """What the app reads says which measures and places its lines are of."""
    header, *lines = map(json.loads, readings.written().splitlines())
    assert header["measures"] == ["sixty", "unmeasured", "absent"]
    assert header["places"] == [*STARTS, "world", "rich", "poor"]
    assert len(lines) == 7
    assert lines[1][0]["value"] == 58.0


def test_the_tables_have_a_row_a_reading_and_a_row_a_forecast(readings: Readings) -> None:
    """The lists of a reading become columns."""
    frames = readings.frames()
    row = frames["targets"].set_index("place").loc["BBB"]
    assert (row["window_from"], row["window_to"], row["arrival_middle"]) == (2015, 2024, 2025)
    assert (row["value_2010"], row["slope_middle"]) == (30.0, 2.0)
    assert len(frames["targets"]) == 7
    assert len(frames["projection_errors"].query("not group and indicator == 'share'")) == 19
