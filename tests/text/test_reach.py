"""Where people drop out: small places are counted too, and every share is one that was published."""

import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.claims import Quantity
from dashboard.catalogue.languages import LANGUAGES
from dashboard.tables import tables
from dashboard.text.claims import stated_quantity
from dashboard.text.economy import rows
from dashboard.text.reach import steps
from dashboard.text.subject import subject_of
from dashboard.view import View


@pytest.mark.parametrize("place", ["TUV", "PAK", "SYR", "NIU", "DEU"])
def test_the_newest_value_is_that_of_the_scorecard(place: str) -> None:
    """One page has one newest value of an indicator, and none that was filled here."""
    subject = subject_of(View(economies=(place,), lang="en"), tables())
    newest = {row.subject.indicator.id: (row.year, row.value) for row in rows(subject)}
    for step in steps(subject, place):
        assert (step.year, step.value) == newest[step.subject.indicator.id]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_few_people_are_some_people(lang: str) -> None:
    """2,604 people are said as 2,600, not as 0.00 million; none as 0."""
    one = Quantity("amount", catalogue().roles.reach[0], "TUV", 2022)
    subject = subject_of(View(lang=lang), tables())
    said = {number: stated_quantity(subject, one, number) for number in (2604.4, 83.0, 0.0)}
    digits = {number: "".join(c for c in text if c.isdigit()) for number, text in said.items()}
    assert digits == {2604.4: "2600", 83.0: "83", 0.0: "0"}
