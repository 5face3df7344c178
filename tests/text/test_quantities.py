"""Numbers that claims are set beside, computed a second time by pandas from the built tables."""

from functools import cache

import pandas as pd
import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.claims import Quantity, claims
from dashboard.settings import CATALOGUE, TABLES
from dashboard.tables import tables
from dashboard.text.claims import compared, stated_quantity, subject_of_quantity
from dashboard.text.quantities import fallen, number_of
from dashboard.view import View


@cache
def own() -> pd.DataFrame:
    """The economies' values."""
    return pd.read_parquet(TABLES / "observations.parquet")


@cache
def grouped() -> pd.Series:
    """The groups' values, by indicator, group and year."""
    table = pd.read_parquet(TABLES / "aggregates.parquet")
    return table.set_index(["indicator", "group", "year"]).sort_index()["value"]


def of(indicator: str, year: int) -> pd.Series:
    """The values of a year, by economy."""
    table = own()
    chosen = table[(table["indicator"] == indicator) & (table["year"] == year)]
    return chosen.set_index("economy")["value"]


def amounts(indicator: str, year: int) -> pd.Series:
    """How many there are in each economy that has a value."""
    return (of(indicator, year) * of("population", year) / 100).dropna()


def poor(amount: pd.Series) -> pd.Series:
    """Those that the World Bank did not list as of high income in July 2005."""
    rows = pd.read_csv(CATALOGUE / "members.csv", keep_default_na=False)
    listed = rows.loc[rows["group"] == "wb-2005-h", "economy"]
    return amount[~amount.index.isin(listed)]


def verdict(claim_id: str) -> tuple[str, float | None]:
    """The verdict on a claim and today's number."""
    one = compared(next(claim for claim in claims() if claim.id == claim_id), tables())
    return one.verdict, one.today


def test_developing_economies_had_sixty_per_cent_of_telephones_by_the_list_of_the_time() -> None:
    """E/2006/63, paragraph 7: 60.2 per cent by the World Bank's list of July 2005, 54 by M49's."""
    fixed, mobile = amounts("fixed-telephone", 2005), amounts("mobile-cellular", 2005)
    share = (poor(fixed).sum() + poor(mobile).sum()) / (fixed.sum() + mobile.sum())
    said, today = verdict("e-2006-63-7-1")
    assert (said, today) == ("confirmed", pytest.approx(share, abs=2e-4))
    assert share == pytest.approx(0.602, abs=5e-4)


def test_the_list_of_july_2005_is_that_of_its_time() -> None:
    """Its 56 entries stand for 63 economies of today; those that became rich later are not on it."""
    listed = set(catalogue().groups["wb-2005-h"].members)
    assert len(listed) == 63
    assert {"KOR", "PRT", "SVN", "TWN", "ANT"} & listed == {"KOR", "PRT", "SVN", "TWN"}
    assert not {"CZE", "EST", "HUN", "POL", "CHL", "RUS", "TTO", "SRB", "MNE"} & listed


@pytest.mark.parametrize("place", ["world", "m49-developing"])
def test_users_grew_as_their_rates_and_people_did(place: str) -> None:
    """E/2006/63, paragraph 8: users of 2005 over those of 2000, to set beside "fourfold" usage."""
    after, before = (
        grouped()["internet-use", place, year] * grouped()["population", place, year]
        for year in (2005, 2000)
    )
    found = number_of(Quantity("growth", "internet-use", place, 2005, 2000), tables())
    assert found == pytest.approx(after / before, rel=5e-3)


def test_users_of_developing_economies_of_the_time_grew_fivefold() -> None:
    """5.13 times by the list of July 2005."""
    ratio = poor(amounts("internet-use", 2005)).sum() / poor(amounts("internet-use", 2000)).sum()
    found = number_of(Quantity("growth", "internet-use", "developing-2005", 2005, 2000), tables())
    assert found == pytest.approx(ratio, rel=5e-3)
    assert ratio == pytest.approx(5.13, abs=0.05)


def test_baskets_fell_in_most_economies() -> None:
    """A/66/64, paragraph 3: the mobile basket fell in 112 of 140 economies from 2008 to 2010."""
    both = pd.concat([of("price-mobile-cellular", year) for year in (2008, 2010)], axis=1).dropna()
    both.columns = pd.Index(["then", "now"])
    expected = int((both["now"] < both["then"]).sum()), len(both)
    assert expected == (112, 140)
    one = Quantity("fallen", "price-mobile-cellular", "world", 2010, 2008)
    assert fallen(one, tables()) == expected
    assert verdict("a-66-64-3-7")[0] == "confirmed"


def test_facebook_had_a_quarter_of_the_users() -> None:
    """A/66/64, paragraph 13: the 500 million that it prints are 24.9 per cent of 2.007 thousand million."""
    users = grouped()["internet-use", "world", 2010] * grouped()["population", "world", 2010] / 100
    said, today = verdict("a-66-64-13-2")
    assert (said, today) == ("confirmed", pytest.approx(500e6 / users, rel=1e-3))
    assert today == pytest.approx(0.249, abs=0.002)


def test_nearly_a_third_is_the_share_of_two_thousand_million() -> None:
    """A/66/64, paragraph 12: 2.0 of 6.9 thousand million people is 29 per cent."""
    printed = next(claim for claim in claims() if claim.id == "a-66-64-12-4").printed
    assert printed == round(100 * 2.0 / 6.9)
    said, today = verdict("a-66-64-12-4")
    assert said == "confirmed"
    assert today == pytest.approx(grouped()["internet-use", "world", 2010], abs=0.01)


@pytest.mark.parametrize(
    ("claim", "counted"), [("a-66-64-151-1", 62), ("a-66-64-151-2", 7), ("a-66-64-153-1", 11)]
)
def test_lists_are_counted_in_the_catalogue(claim: str, counted: int) -> None:
    """50 core indicators, 8 on government and 10 targets were printed; the lists have changed."""
    assert verdict(claim) == ("revised", counted)


@pytest.mark.parametrize(
    ("claim", "indicator", "wider"),
    [("a-66-64-7-5", "fixed-broadband", True), ("a-66-64-157-1", "mobile-cellular", False)],
)
def test_gaps_grew_in_broadband_and_shrank_in_mobile(
    claim: str, indicator: str, wider: bool
) -> None:
    """Developed less developing regions, 2010 against 2005: 9.0 more and 14.1 less."""
    value = {
        (group, year): grouped()[indicator, f"m49-{group}", year]
        for group in ("developed", "developing")
        for year in (2005, 2010)
    }
    now = value["developed", 2010] - value["developing", 2010]
    then = value["developed", 2005] - value["developing", 2005]
    said, today = verdict(claim)
    assert (said, today) == ("confirmed", pytest.approx(now - then, abs=0.02))
    assert (now > then) == wider


def test_broadband_grew_by_a_larger_factor_in_developing_regions() -> None:
    """Which is why the claim of paragraph 7 holds in points only."""
    rich, others = (
        number_of(Quantity("multiple", "fixed-broadband", f"m49-{group}", 2010, 2005), tables())
        for group in ("developed", "developing")
    )
    assert (rich, others) == (pytest.approx(1.95, abs=0.05), pytest.approx(2.99, abs=0.1))


def test_half_of_the_world_was_reached_before_it_used() -> None:
    """The target for 2015: 94.9 per cent covered, 39.9 per cent users; above half first in 2019."""
    said, today = verdict("a-66-64-3-3")
    assert (said, today) == ("confirmed", pytest.approx(94.9, abs=1))
    years = [year for year in range(2000, 2025) if grouped()["internet-use", "world", year] > 50]
    assert min(years) == 2019


def test_usage_and_forecasts_are_not_judged() -> None:
    """What counts traffic, or gives no number, has numbers beside it and no verdict."""
    assert verdict("e-2006-63-8-1") == ("not-comparable", None)
    assert verdict("a-66-64-5-2") == ("not-comparable", None)


@pytest.mark.parametrize(
    ("claim_id", "indicator", "years"),
    [
        ("a-66-64-40-1", "mobile-cellular", (2010, 2005)),
        ("a-66-64-40-2", "fixed-telephone", (2010, 2005)),
        ("a-66-64-40-3", "fixed-broadband", (2010,)),
    ],
)
def test_transition_economies_against_the_rest_of_their_region(
    claim_id: str, indicator: str, years: tuple[int, ...]
) -> None:
    """A/66/64, paragraph 40: they catch up in telephony and lag in broadband, the region's others ahead."""
    now, *then = (
        grouped()[indicator, "ece-other", year] - grouped()[indicator, "transition", year]
        for year in years
    )
    assert verdict(claim_id) == ("confirmed", pytest.approx(now - sum(then), abs=0.02))


def test_a_gap_whose_order_reversed_is_not_called_narrower() -> None:
    """Transition economies were behind the rest of ECE in mobile subscriptions in 2005, ahead in 2010."""
    one = Quantity("gap-change", "mobile-cellular", "transition", 2010, 2005)
    subject = subject_of_quantity(one, View(lang="en"), tables())
    said = stated_quantity(subject, one, number_of(one, tables()) or 0.0)
    assert "behind in 2005" in said
    assert "ahead in 2010" in said
    one = Quantity("gap-change", "fixed-telephone", "transition", 2010, 2005)
    assert "narrower" in stated_quantity(subject, one, number_of(one, tables()) or 0.0)
