"""The surveys that would count, where people drop out, and how many economies moved."""

from itertools import combinations

import pandas as pd
import pytest

from dashboard.catalogue import catalogue
from dashboard.settings import TABLES
from dashboard.tables import tables
from dashboard.text.change import change_sentence
from dashboard.text.reach import steps
from dashboard.text.subject import inhabited, subject_of
from dashboard.text.surveys import wanted
from dashboard.view import View


@pytest.fixture(scope="module")
def observations() -> pd.DataFrame:
    """The values of the publishers' own, with the population of each economy."""
    frame = pd.read_parquet(TABLES / "observations.parquet")
    return frame[frame["status"] != "filled"]


def people_of(observations: pd.DataFrame, codes: tuple[str, ...]) -> pd.Series:
    """The newest population, of the economies that have one."""
    own = observations[observations["indicator"] == "population"].sort_values("year")
    newest = own.groupby("economy")["value"].last()
    return newest.reindex(list(codes)).dropna()


@pytest.mark.parametrize("region", ["escap-pac", "eclac", "eca-ea"])
def test_no_fewer_surveys_would_do(observations: pd.DataFrame, region: str) -> None:
    """With the economies that are named two thirds are reached; no smaller set reaches them."""
    people = people_of(observations, inhabited(region))
    found = list(wanted(subject_of(View(region=region, lang="en"), tables())))
    assert found
    for one in found:
        own = observations[
            (observations["indicator"] == one.indicator) & (observations["year"] >= one.since)
        ]
        known = people[people.index.isin(own["economy"])].sum()
        assert known / people.sum() == pytest.approx(one.share)
        lacking = people[~people.index.isin(own["economy"])]
        assert known + people[list(one.missing)].sum() >= people.sum() * 2 / 3
        for fewer in combinations(lacking.index, len(one.missing) - 1):
            assert known + lacking[list(fewer)].sum() < people.sum() * 2 / 3


def test_two_thirds_of_the_world_need_six_surveys_of_skills() -> None:
    """As a reader of the reports counted by hand: six of the most populous economies."""
    found = {one.indicator: one for one in wanted(subject_of(View(lang="en"), tables()))}
    assert set(found["skills-information"].missing) == {"IND", "CHN", "USA", "PAK", "NGA", "BGD"}


def test_people_in_reach_are_share_times_population() -> None:
    """4G coverage of the Democratic Republic of the Congo in 2024, times its people."""
    first = next(steps(subject_of(View(lang="en"), tables()), "COD"))
    every = pd.read_parquet(TABLES / "observations.parquet")
    own = every[(every["economy"] == "COD") & (every["year"] == first.year)]
    values = own.set_index("indicator")["value"]
    assert first.people == pytest.approx(
        values["coverage-4g"] / 100 * values["population"], rel=1e-3
    )


def test_shares_of_certain_ages_are_no_numbers_of_people() -> None:
    """A survey's share of those asked is not multiplied with the whole population."""
    for step in steps(subject_of(View(lang="en"), tables()), "DEU"):
        if catalogue().indicators[step.subject.indicator.id].aggregation == "none":
            assert step.people is None


def test_prices_fell_in_112_of_140_economies() -> None:
    """The claim of A/66/64, paragraph 3, and the sentence of the change chart count alike."""
    view = View(indicator="price-mobile-cellular", years=(2008, 2010), lang="en")
    said = change_sentence(subject_of(view, tables()))
    assert said.startswith("Economies that rose: 24; that fell: 112; in all: 140.")
