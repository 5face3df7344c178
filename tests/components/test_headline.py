import json

import pandas as pd
import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.catalogue import catalogue
from dashboard.components.commissions import commissions
from dashboard.components.headline import headlines
from dashboard.tables import tables
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View


def _subject(**view: object) -> Subject:
    return subject_of(View(**{"lang": "en", **view}), tables())  # type: ignore[arg-type]


def _written(tree: object) -> str:
    return json.dumps(tree, cls=PlotlyJSONEncoder, ensure_ascii=False)


def _newest(indicator: str, group: str) -> pd.Series:
    rows = pd.read_parquet("data/tables/aggregates.parquet")
    world = rows[(rows.indicator == indicator) & (rows.group == "world") & rows.value.notna()]
    rows = rows[(rows.indicator == indicator) & (rows.group == group) & rows.value.notna()]
    return rows[rows.year.isin(world.year)].sort_values("year").iloc[-1]


@pytest.mark.parametrize("region", ["world", "escap"])
def test_headline_numbers_are_those_of_the_table(region: str) -> None:
    """Each number is the region's newest one in the table, with its year."""
    listed = headlines(_subject(region=region), ["internet-use"])
    row = _newest("internet-use", region)
    text = _written(listed)
    assert f'"{row.value:.1f}%"' in text
    assert f'"{row.year}"' in text
    assert "data:image/svg+xml" in text
    assert ("World: " in text) == (region != "world")


def test_a_number_that_is_much_modelled_says_between_what_it_lies() -> None:
    """The Arab States: 67.1 to 75.0 with a quarter modelled, on the card and among the commissions."""
    row = _newest("internet-use", "escwa")
    said = f"{row.low:.1f}–{row.high:.1f}; {row.share_modelled:.0%} of the people modelled"
    assert said in _written(headlines(_subject(region="escwa"), ["internet-use"]))
    assert _written(commissions(_subject())).count("of the people modelled") == 1
    assert "modelled" not in _written(headlines(_subject(region="escwa"), ["mobile-cellular"]))


def test_no_value_no_number() -> None:
    """An indicator without group values has no number; without any, there is no strip."""
    none = next(n for n in catalogue().indicators if not tables().indicator(n).groups)
    assert headlines(_subject(), [none]) is None
    both = headlines(_subject(), [none, "internet-use"])
    assert both is not None
    assert len(both.children) == 1


def test_commissions_stand_on_one_scale() -> None:
    """All five are there with the values of the table; the scale ends at the highest of all."""
    text = _written(commissions(_subject()))
    for code in ("eca", "ece", "eclac", "escap", "escwa"):
        assert f'"{_newest("internet-use", code).value:.1f}%"' in text
    rows = pd.read_parquet("data/tables/aggregates.parquet").query("indicator == 'internet-use'")
    high = rows[rows.group.isin(["world", "eca", "ece", "eclac", "escap", "escwa"])].value.max()
    assert f"from 0 to {high:.1f}%" in text


def test_commissions_without_values_say_so() -> None:
    """Where no group value is formed there is a sentence and no picture."""
    none = next(n for n in catalogue().indicators if not tables().indicator(n).groups)
    text = _written(commissions(_subject(indicator=none)))
    assert "No group value is calculated" in text
    assert "data:image" not in text
