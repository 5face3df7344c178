"""The words of a spread: who leads, who trails, and what inequality did."""

from typing import Any

import pytest

from dashboard.tables import Tables
from dashboard.text import spread
from dashboard.text.spread import (
    spread_notes,
    spread_of,
    spread_places,
    spread_sentence,
    spread_title,
)
from dashboard.text.subject import Subject
from tests.tiny import YEARS, subject


def of(tables: Tables, **view: Any) -> Subject:
    """The subject of ESCAP."""
    return subject(tables, region="escap", **view)


def changed(monkeypatch: pytest.MonkeyPatch, subject: Subject, **parts: Any) -> None:
    """Give the spread of a subject other parts."""
    series = spread_of(subject)
    assert series is not None
    fields = {name: getattr(series, name) for name in series.__slots__} | parts
    monkeypatch.setattr(spread, "spread_of", lambda _: type(series)(**fields))


def test_extremes_and_the_median_are_named(tables: Tables) -> None:
    """The newest year: who is highest and lowest, with values, and the median."""
    said = spread_sentence(of(tables))
    assert "In 2012, among the 3 economies with a value" in said
    assert "China (42.3%)" in said
    assert "Kiribati (12.0%)" in said
    assert "the median is 33.7%" in said


def test_both_measures_speak(tables: Tables) -> None:
    """Gini as at first, Theil higher: the two do not move alike, and both are given."""
    said = spread_sentence(of(tables))
    assert "do not move alike" in said
    assert "from 0.05 to 0.06" in said


@pytest.mark.parametrize(("last", "case"), [(0.01, "fallen"), (0.5, "risen"), (0.3, "as it was")])
def test_inequality_by_both_measures(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, last: float, case: str
) -> None:
    """Where both measures agree the sentence says in which direction."""
    values = [0.3, 0.3, 0.3, 0.3, 0.3, last]
    one = of(tables)
    changed(monkeypatch, one, gini=values, theil=values)
    assert case in spread_sentence(one)


def test_share_between_subregions_is_named(tables: Tables) -> None:
    """The part of the Theil index between the sub-regions is a share, and they are named."""
    said = spread_sentence(of(tables))
    assert "In 2012, 33% of the Theil index lies between the sub-regions (Pacific; " in said


def test_equal_economies_have_no_extremes(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all values are alike nobody leads."""
    one, same = of(tables), [50.0] * 6
    changed(monkeypatch, one, high=same, median=same, low=same)
    assert "In 2012 all 3 economies with a value have 50.0%." in spread_sentence(one)


def test_years_with_few_values_are_left_out(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A year with less than half as many values as the best one is not compared with it."""
    one = of(tables)
    changed(monkeypatch, one, n=[20, 20, 20, 20, 20, 3])
    series = spread.spread_of(one)
    assert series is not None
    assert [YEARS[k] for k in spread_places(one, series)] == YEARS[:-1]


def test_nothing_to_compare_is_said(tables: Tables) -> None:
    """A group without a spread gets a sentence, a title and notes all the same."""
    one = subject(tables, region="eca")
    assert "no spread to show" in spread_sentence(one)
    assert spread_title(one)
    assert spread_notes(one)


def test_notes_warn_of_shares(tables: Tables) -> None:
    """A share's indices fall mechanically near 100%: the notes say so."""
    assert any("by arithmetic alone" in note for note in spread_notes(of(tables)))
