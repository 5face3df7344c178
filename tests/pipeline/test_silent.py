"""Silent members inside groups: who is modelled, and what the values of groups become."""

import numpy as np
import pandas as pd
import pytest

from dashboard.catalogue import catalogue
from dashboard.pipeline.aggregate import aggregate
from dashboard.pipeline.silent import MODELLED
from dashboard.settings import TABLES
from tests.pipeline.small import Small

YEARS = range(2008, 2012)


@pytest.fixture(scope="module")
def modelled() -> pd.DataFrame:
    """The table of modelled values."""
    return pd.read_parquet(TABLES / "modelled.parquet")


@pytest.fixture(scope="module")
def observations() -> pd.DataFrame:
    """The values of economies."""
    return pd.read_parquet(TABLES / "observations.parquet")


def test_only_what_the_catalogue_says_is_modelled(modelled: pd.DataFrame) -> None:
    """No coverage of networks, no index, no price; never North Korea; Eritrea from its own values only."""
    said = {i for i, entry in catalogue().indicators.items() if entry.modelled_from}
    assert set(modelled["indicator"]) == said
    assert not [i for i in said if i.startswith(("coverage", "price", "egdi"))]
    assert "PRK" not in set(modelled["economy"])
    eritrea = modelled[(modelled["economy"] == "ERI") & (modelled["year"] > 2015)]
    assert set(eritrea["basis"]) == {"own"}


def test_modelled_values_stand_where_there_is_none(
    modelled: pd.DataFrame, observations: pd.DataFrame
) -> None:
    """Only a value that is carried back stands beside an own one, and no status says modelled."""
    own = observations[observations["status"] != "filled"]
    both = modelled.merge(own, on=["economy", "indicator", "year"])
    assert set(both["basis"]) == {"scope-carried-back"}
    assert set(observations["status"]) == {"observed", "estimated", "not-given", "filled"}


def test_three_arab_states(modelled: pd.DataFrame) -> None:
    """Sudan, Syria and Yemen in 2024, from the values that they gave in 2017, 2018 and 2019."""
    rows = modelled[(modelled["indicator"] == "internet-use") & (modelled["year"] == 2024)]
    rows = rows.set_index("economy").loc[["SDN", "SYR", "YEM"]]
    assert rows["last_own_year"].tolist() == [2017, 2018, 2019]
    assert set(rows["basis"]) == {"own"}
    assert rows.loc["SDN", ["value", "low", "high"]].tolist() == pytest.approx([36, 21, 61], abs=2)
    assert ((rows["low"] < rows["value"]) & (rows["value"] < rows["high"])).all()


def test_a_wider_scope_is_carried_back(modelled: pd.DataFrame) -> None:
    """China 2022: the growth of 2021 to 2022, in logits, is kept up to the 90.6 of 2023: 89.4."""
    china = modelled[(modelled["economy"] == "CHN") & (modelled["basis"] == "scope-carried-back")]
    assert dict(zip(china["year"], china["value"].round(1), strict=True))[2022] == 89.4
    assert china["year"].tolist() == [2021, 2022]


def test_pakistan_is_bridged(modelled: pd.DataFrame) -> None:
    """Between 18.9 in 2020 and 57.3 in 2024, as worked by hand in logits."""
    rows = modelled[(modelled["economy"] == "PAK") & (modelled["indicator"] == "internet-use")]
    rows = rows[rows["year"] > 2020]
    assert rows["value"].tolist() == pytest.approx([26.5, 35.9, 46.4], abs=0.1)


def stood_in(small: Small, **values: tuple[float, float, float]) -> pd.DataFrame:
    """The poor of 2008: CCC says 30, and DDD is what is given (value, low, high)."""
    rows = [(code.upper(), "share", 2008, *ends, "own", None) for code, ends in values.items()]
    shares = small.facts({"AAA": {2008: 80}, "BBB": {2008: 40}, "CCC": {2008: 30}})
    frame = pd.concat([shares, small.people(YEARS, ccc=300)], ignore_index=True)
    return aggregate(
        frame, small.no_counts, small.catalogue(), pd.DataFrame(rows, columns=MODELLED)
    )


def of(result: pd.DataFrame, group: str) -> pd.Series:
    """The row of a group."""
    rows = result[(result["group"] == group) & (result["indicator"] == "share")]
    return rows.iloc[0]


def test_a_group_counts_all_its_members(small: Small) -> None:
    """300 people at 30 and 100 modelled at 10 (4 to 20): 25, from 23.5 to 27.5; 30 among those who say."""
    poor = of(stood_in(small, ddd=(10.0, 4.0, 20.0)), "poor")
    assert poor[["value", "low", "high", "own_value"]].tolist() == pytest.approx(
        [25, 23.5, 27.5, 30]
    )
    assert poor[["population_share_covered", "share_modelled"]].tolist() == pytest.approx(
        [0.75, 0.25]
    )
    assert poor[["economies_with_data", "highest", "lowest"]].tolist() == [1, "CCC", "CCC"]


def test_errors_of_members_have_something_in_common(small: Small) -> None:
    """Of 10 and 100 people modelled 3 and 1 too high: d is 30 and 100, and rho a half.

    The half-width is the root of (30^2 + 100^2) / 2 + 130^2 / 2, that is 117.90, over 440 people.
    """
    modelled = pd.DataFrame(
        [
            ("AAA", "share", 2008, 83.0, 80.0, 84.0, "own", None),
            ("DDD", "share", 2008, 10.0, 9.0, 12.0, "own", None),
        ],
        columns=MODELLED,
    )
    shares = small.facts({"BBB": {2008: 40}, "CCC": {2008: 30}})
    frame = pd.concat([shares, small.people(YEARS, ccc=300)], ignore_index=True)
    world = of(aggregate(frame, small.no_counts, small.catalogue(), modelled), "world")
    assert world["value"] == pytest.approx((830 + 1200 + 9000 + 1000) / 440)
    assert world["value"] - world["low"] == pytest.approx(117.90 / 440, abs=1e-4)


def test_nothing_modelled_has_no_interval(small: Small) -> None:
    """The rich all say something: a value without ends, and no second value."""
    rich = of(stood_in(small, ddd=(10.0, 4.0, 20.0)), "rich")
    assert rich["value"] == 50
    assert rich[["low", "high", "own_value"]].isna().all()
    assert rich["share_modelled"] == 0


@pytest.mark.parametrize("people", [60, 200])
def test_a_group_that_is_modelled_by_a_third_stays_blank(small: Small, people: int) -> None:
    """100 of 160 or of 300 people modelled: no value, no interval, and the share says why."""
    shares = small.facts({"AAA": {2008: 80}, "BBB": {2008: 40}, "CCC": {2008: 30}})
    frame = pd.concat([shares, small.people(YEARS, ccc=people)], ignore_index=True)
    modelled = pd.DataFrame(
        [("DDD", "share", 2008, 10.0, 4.0, 20.0, "own", None)], columns=MODELLED
    )
    poor = of(aggregate(frame, small.no_counts, small.catalogue(), modelled), "poor")
    assert poor[["value", "low", "high", "own_value"]].isna().all()
    assert poor["status"] == "low-coverage"
    assert poor["share_modelled"] == pytest.approx(100 / (people + 100))


def test_filled_values_give_way(small: Small) -> None:
    """A carried value of a member is replaced by the modelled one inside the group, and said so."""
    shares = small.facts({"CCC": {2008: 30}})
    carried = small.facts({"DDD": {2008: 20}}, status="filled")
    frame = pd.concat([shares, carried, small.people(YEARS, ccc=300)], ignore_index=True)
    modelled = pd.DataFrame(
        [("DDD", "share", 2008, 10.0, 4.0, 20.0, "own", 2007)], columns=MODELLED
    )
    poor = of(aggregate(frame, small.no_counts, small.catalogue(), modelled), "poor")
    assert poor[["value", "own_value"]].tolist() == pytest.approx([25, 27.5])
    assert poor[["share_filled", "share_modelled"]].tolist() == pytest.approx([0, 0.25])


def test_a_group_breaks_where_a_wider_scope_begins_to_count(small: Small) -> None:
    """CCC widens its scope in 2010 and is carried back to 2009: the poor break then, and not in 2010.

    Its own 20 of 2009 counts as 40, and the group has both; DDD, too, is one of the weighty members.
    """
    given = small.facts(
        {"CCC": {2008: 18, 2009: 20, 2010: 42}, "DDD": {2008: 10, 2009: 10, 2010: 10}},
        breaks=frozenset({("CCC", 2010), ("DDD", 2008)}),
    )
    frame = pd.concat([given, small.people(YEARS)], ignore_index=True)
    modelled = pd.DataFrame(
        [("CCC", "share", 2009, 40.0, 38.0, 42.0, "scope-carried-back", 2009)], columns=MODELLED
    )
    result = aggregate(frame, small.no_counts, small.catalogue(), modelled)
    poor = result[(result["group"] == "poor") & (result["indicator"] == "share")]
    assert dict(zip(poor["year"], poor["breaks"], strict=True)) == {
        2008: "DDD",
        2009: "CCC",
        2010: "",
    }
    row = poor.set_index("year").loc[2009]
    assert row[["value", "own_value"]].tolist() == pytest.approx([21.25, 13.75])
    assert (row["share_modelled"], row["population_share_covered"]) == (0, 1)


@pytest.mark.parametrize(
    ("group", "value", "low", "high", "own"),
    [("itu-arb", 70, 67, 75, 79.7), ("m49-145", 79, 76.4, 83.5, 89.5)],
)
def test_groups_with_poor_silent_members_are_not_too_high(
    group: str, value: float, low: float, high: float, own: float
) -> None:
    """Internet use of 2024: the value of all, its interval, and the value of those who report."""
    frame = pd.read_parquet(TABLES / "aggregates.parquet")
    rows = frame[(frame["group"] == group) & (frame["indicator"] == "internet-use")]
    row = rows[rows["year"] == 2024].iloc[0]
    found = row[["value", "low", "high", "own_value"]].to_numpy(dtype=float)
    assert found == pytest.approx([value, low, high, own], abs=0.5)
    assert 0.2 < row["share_modelled"] < 0.26


def test_breaks_of_weighty_members_are_breaks_of_the_group() -> None:
    """East and North-East Asia breaks with China: in 2018, and where its wider scope begins to count."""
    frame = pd.read_parquet(TABLES / "aggregates.parquet")
    rows = frame[(frame["indicator"] == "internet-use") & (frame["breaks"] != "")]
    breaks = rows.set_index(["group", "year"])["breaks"]
    assert breaks["escap-enea"].to_dict() == {2018: "CHN", 2021: "CHN"}
    assert breaks["world", 2018] == "CHN;IND"


def test_a_modelled_value_never_changes_other_indicators(observations: pd.DataFrame) -> None:
    """Groups of an indicator that is not modelled have no interval and nothing modelled."""
    frame = pd.read_parquet(TABLES / "aggregates.parquet")
    said = {i for i, entry in catalogue().indicators.items() if entry.modelled_from}
    others = frame[~frame["indicator"].isin(said)]
    assert others[["low", "high", "own_value"]].isna().all(axis=None)
    assert np.array_equal(others["share_modelled"].unique(), [0.0])
    assert said < set(observations["indicator"])
