"""Which members of a group are modelled, what is said of them in files, and when values can be told apart."""

import csv
import io
import json

import pytest

from dashboard.doubts import Doubt
from dashboard.faces import render
from dashboard.series import GroupSeries
from dashboard.tables import Tables
from dashboard.tables import tables as all_tables
from dashboard.text.modelled import apart, ends, modelled_members
from dashboard.view import View

ARAB = View(region="itu-arb", indicator="internet-use", year=2024)


@pytest.fixture(scope="module")
def built() -> Tables:
    """The tables of this installation."""
    return all_tables()


def series(**doubts: list[float | None]) -> GroupSeries:
    """A group whose values are 50; the doubts of y2012 are those of 2012."""
    return GroupSeries(
        values=[50.0],
        with_data=[1],
        total=2,
        coverage=[0.8],
        filled=[0.0],
        highest=[0],
        lowest=[0],
        doubts={year[1:]: parts for year, parts in doubts.items()},
    )


def test_the_silent_members_of_a_group_are_known(built: Tables) -> None:
    """Sudan, Syria and Yemen are among those of the Arab States, with their last own values."""
    found = modelled_members(built.indicator("internet-use"), "itu-arb", 2024)
    last = {m.economy: (m.last_own_year, m.last_own_value) for m in found}
    assert last["SDN"] == (2017, 18.6)
    assert last["SYR"] == (2018, 33.8)
    assert last["YEM"] == (2019, 17.5)
    assert all(m.low <= m.value <= m.high for m in found)


def test_other_indicators_have_none(built: Tables) -> None:
    """Nothing is modelled where the catalogue does not say so."""
    table = built.indicator("mobile-cellular")
    world = table.group("world")
    assert world
    assert modelled_members(table, "world", 2023) == []
    assert world.doubts == {}


def test_a_value_without_doubt_is_its_own_interval() -> None:
    """Where every member says its own, both ends are the value; else those of the interval."""
    known = series(y2012=[45.0, 56.0, 0.2, 60.0, 44.0])
    assert ends(known, 2012, 50.0) == (45.0, 56.0)
    assert ends(known, 2011, 50.0) == (50.0, 50.0)
    assert known.doubt(2012) == Doubt(45.0, 56.0, 0.2, 60.0, 44.0)
    assert ends(series(y2012=[None, None, 0.4, None, None]), 2012, 50.0) == (50.0, 50.0)


def test_values_are_told_apart_where_intervals_part() -> None:
    """67 to 75 and 72 cannot be told apart, 67 to 71 and 72 can, in either order."""
    assert not apart((67, 75), (72, 72))
    assert apart((67, 71), (72, 72))
    assert apart((72, 72), (67, 71))
    assert not apart((67, 72), (72, 72))
    assert not apart((72, 72), (67, 72))


def test_the_arab_states_and_the_world_cannot_be_told_apart(built: Tables) -> None:
    """Internet use of 2024: 79.7 among those who report would be above the world; all members are not."""
    table = built.indicator("internet-use")
    both = [table.group(code) for code in ("itu-arb", "world")]
    at = table.years.index(2024)
    arab, world = (ends(s, 2024, s.values[at]) for s in both if s and s.values[at] is not None)
    assert not apart(arab, world)


def test_files_have_the_interval_of_a_group(built: Tables) -> None:
    """The group's row has low, high, share and own value; rows of economies have nothing there."""
    body, _ = render(ARAB, "map", "csv", built)
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
    group = next(row for row in rows if row["code"] == "itu-arb")
    names = ("low", "high", "share_modelled", "own_value")
    found = [float(group[name]) for name in names]
    assert found == pytest.approx([67, 75, 0.25, 79.7], abs=0.5)
    assert "25%" in group["note"]
    economies = [row for row in rows if row["code"] != "itu-arb"]
    assert {row[name] for row in economies for name in names} == {""}
    assert not {"SDN", "SYR", "YEM"} & {row["code"] for row in economies}


def test_a_gap_has_an_interval_too(built: Tables) -> None:
    """Both values and the gap in points; the gap's is as wide as both together, by Pythagoras."""
    body, _ = render(View(indicator="internet-use"), "gap", "csv", built)
    rows = csv.DictReader(io.StringIO(body.decode("utf-8-sig")))
    newest = [row for row in rows if row["year"] == "2024" and row["low"]]
    pair = next(row["code"] for row in newest if "/" in row["code"])
    of = {row["code"]: row for row in newest}
    higher, lower = (of[code] for code in pair.split("/"))
    gap = next(row for row in newest if row["code"] == pair)
    up = float(higher["value"]) - float(higher["low"])
    down = float(lower["high"]) - float(lower["value"])
    assert float(gap["value"]) - float(gap["low"]) == pytest.approx(
        (up**2 + down**2) ** 0.5, abs=0.06
    )


def test_the_passport_names_the_silent_and_the_alternatives(built: Tables) -> None:
    """Method, silent members, and the value without them and with their last values."""
    body, _ = render(ARAB, "map", "json", built)
    said = json.loads(body)["passport"]["modelled"]
    (group,) = said["groups"]
    assert (said["year"], group["group"]) == (2024, "itu-arb")
    assert group["without"] == pytest.approx(79.7, abs=0.1)
    assert group["carried"] < group["value"] < group["without"]
    assert {"SDN", "SYR", "YEM"} <= set(said["members"])
    assert said["method"]
    assert "households-internet" in said["related"]


def test_the_description_has_the_last_own_values(built: Tables) -> None:
    """What is too long for a figure stands in metadata.json: Sudan's 18.6 of 2017, and its interval."""
    body, _ = render(ARAB, "map", "metadata.json", built)
    members = json.loads(body)["passport"]["modelled"]["members"]
    sudan = next(member for member in members if member["economy"] == "SDN")
    assert (sudan["last_own_year"], sudan["last_own_value"]) == (2017, 18.6)
    assert sudan["low"] < sudan["value"] < sudan["high"]
    weights = json.loads(body)["passport"]["modelled"]["weighted_by"]
    assert weights["indicator"] == "population"
    assert any("World Bank" in source for source in weights["sources"])


def test_no_passport_of_silence_where_all_say_their_own(built: Tables) -> None:
    """The face of another indicator says nothing of modelling."""
    body, _ = render(View(indicator="mobile-cellular"), "map", "json", built)
    assert "modelled" not in json.loads(body)["passport"]


def test_statistical_exchange_has_the_ends_as_attributes(built: Tables) -> None:
    """SDMX-CSV: bounds, share and own value of the group, nothing for economies."""
    body, _ = render(ARAB, "map", "sdmx.csv", built)
    rows = list(csv.DictReader(io.StringIO(body.decode())))
    group = next(row for row in rows if row["REF_AREA"] == "itu-arb")
    assert float(group["LOWER_BOUND"]) < float(group["OBS_VALUE"]) < float(group["UPPER_BOUND"])
    assert float(group["OWN_VALUE"]) == pytest.approx(79.7, abs=0.1)
    assert {row["LOWER_BOUND"] for row in rows if row["SERIES_TYPE"] == "ECONOMY"} == {""}
