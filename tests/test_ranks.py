"""One rule of rank: pandas, the tables, the economy's page and the ranking page give the same places."""

import csv
import io
from collections.abc import Iterator
from functools import cache

import pandas as pd
import pytest

from dashboard.catalogue import catalogue
from dashboard.faces import render
from dashboard.ranks import counts, placed
from dashboard.settings import settings
from dashboard.tables import tables
from dashboard.view import View

# Not counted among the lines that tests cover: a sweep over all there is, which counting makes slow.
pytestmark = pytest.mark.no_cover

Rows = list[dict[str, str]]
# Where the pairs of an economy and an indicator are that the tables rank, and at least how many.
PAIRS = 7_500


def table(name: str) -> pd.DataFrame:
    """A whole table of the project."""
    return pd.read_parquet(settings().tables / f"{name}.parquet")


def face(chart: str, view: View) -> Rows:
    """The rows of a CSV file, as anybody gets it."""
    text = render(view, chart, "csv", tables())[0].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@cache
def ranking(indicator: str, year: int, region: str = "world") -> dict[str, dict[str, str]]:
    """Economy -> its row on the ranking page of a year."""
    rows = face("ranking", View(lang="en", indicator=indicator, year=year, region=region))
    return {row["code"]: row for row in rows}


def place_of_n(indicator: str, year: int, region: str, iso3: str) -> tuple[str, str]:
    """What the ranking page of a year says of an economy: its place, and how many have one."""
    rows = ranking(indicator, year, region)
    if not rows[iso3]["place"]:
        return "", ""
    return rows[iso3]["place"], str(sum(bool(row["place"]) for row in rows.values()))


def test_places_by_hand() -> None:
    """Printed with one decimal, 5.04 and 4.96 are both 5.0: two are second, the next is fourth."""
    values = {"A": 5.04, "B": 9.0, "C": 4.96, "D": 1.0}
    assert placed(values, 1, "up") == {
        "A": (2, 4, True),
        "B": (1, 4, False),
        "C": (2, 4, True),
        "D": (4, 4, False),
    }
    assert [one.place for one in placed(values, 1, "down").values()] == [2, 4, 2, 1]
    assert placed({}, 1, "up") == {}


@pytest.mark.parametrize(
    ("year", "counted"), [(2021, False), (2020, True), (2018, True), (2017, False)]
)
def test_two_years_back_and_none_ahead(year: int, counted: bool) -> None:
    """In 2020 values of 2018, 2019 and 2020 are ranked."""
    assert counts(year, 2020) is counted


def printed(own: pd.DataFrame, year: int, decimals: int) -> pd.Series:
    """Economy -> its newest value of the three years to `year`, as it is printed.

    Pages have values with one digit more than they print, and from 10 on with as many.
    """
    window = own[own["year"].between(year - 2, year)].sort_values("year")
    values = window.groupby("economy")["value"].last().astype(float)
    paged = values.round(decimals + 1).where(values.abs() < 10, values.round(decimals))
    return paged.map(lambda value: float(f"{value:.{decimals}f}"))


def test_every_place_of_the_tables_is_that_of_pandas() -> None:
    """Places in all groups, formed anew from the observations."""
    observations, known = table("observations"), catalogue()
    own = observations[observations["status"] != "filled"]
    members = pd.DataFrame(
        [
            (group.code, iso3)
            for group in known.groups.values()
            for iso3 in group.members
            if known.economies[iso3].inhabited
        ],
        columns=["group", "economy"],
    )
    ranks = table("ranks")
    assert len(ranks[ranks["group"] == "world"]) > PAIRS
    by_indicator = dict(iter(own.groupby("indicator")))
    for (name, year), part in ranks.groupby(["indicator", "year"]):
        indicator = known.indicators[name]
        values = printed(by_indicator[name], year, indicator.decimals)
        all_groups = members.join(values.rename("value"), on="economy", how="inner")
        groups = all_groups.groupby("group")["value"]
        all_groups["place"] = groups.rank(method="min", ascending=indicator.direction == "down")
        all_groups["n"] = groups.transform("size")
        both = part.merge(all_groups, on=["group", "economy"], how="left")
        assert both["rank"].tolist() == both["place"].tolist(), (name, year)
        assert both["ranked"].tolist() == both["n"].tolist(), (name, year)


def scored(iso3: str) -> Iterator[tuple[dict[str, str], int]]:
    """The rows with a value on an economy's page, and the year in which each is ranked."""
    for row in face("scorecard", View(lang="en", economies=(iso3,))):
        if row["year"]:
            yield row, max(int(row["year"]), tables().indicator(row["indicator"]).latest)


def test_every_economys_page_says_what_the_ranking_page_says() -> None:
    """For all pairs of economy and indicator, with a place and without: the same place of as many."""
    wrong, pairs = [], 0
    for iso3 in catalogue().economies:
        for row, year in scored(iso3):
            pairs += 1
            said = row["world_place"], row["world_ranked"]
            if said != place_of_n(row["indicator"], year, "world", iso3):
                wrong.append((iso3, row["indicator"], said))
    assert pairs > PAIRS
    assert wrong == []


@pytest.mark.parametrize("iso3", ["KIR", "KEN", "DEU", "PRI", "HTI", "PSE"])
def test_regional_places_are_those_of_the_region(iso3: str) -> None:
    """On the ranking page of the region that the economy is compared with."""
    for row, year in scored(iso3):
        said = row["region_place"], row["region_ranked"]
        assert said == place_of_n(row["indicator"], year, row["region"], iso3), row["indicator"]


@pytest.mark.parametrize("name", ["internet-use", "egdi", "price-mobile-broadband-2gb"])
def test_the_ranking_page_is_that_of_pandas_in_every_year(name: str) -> None:
    """Its places, ages and ties over all years of an indicator; older values stand without a place."""
    observations, indicator = table("observations"), catalogue().indicators[name]
    own = observations[(observations["status"] != "filled") & (observations["indicator"] == name)]
    for year in tables().indicator(name).years:
        values = printed(own, year, indicator.decimals)
        values = values[[catalogue().economies[iso3].inhabited for iso3 in values.index]]
        expected = values.rank(method="min", ascending=indicator.direction == "down")
        rows = {iso3: row for iso3, row in ranking(name, year).items() if row["place"]}
        assert {iso3: float(row["place"]) for iso3, row in rows.items()} == expected.to_dict()
        assert {int(row["age"]) for row in rows.values()} <= {0, 1, 2}
        shared = expected[expected.duplicated(keep=False)]
        assert {iso3 for iso3, row in rows.items() if row["tied"] == "yes"} == set(shared.index)
