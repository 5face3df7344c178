"""How a figure is quoted: as what it shows."""

import pytest

from dashboard.charts.captions import passport, quoted
from dashboard.charts.registry import EXHIBITS
from dashboard.tables import tables
from dashboard.view import View


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("gap", "Fixed-broadband subscriptions, per 100 people: the gap, 20"),
        ("trend", "Kiribati: Fixed-broadband subscriptions, per 100 people, 20"),
        ("ranking", "Kiribati: Fixed-broadband subscriptions, per 100 people, 2024. "),
        ("map", "Fixed-broadband subscriptions, per 100 people. "),
    ],
)
def test_a_citation_names_what_is_shown(name: str, begins: str) -> None:
    """The gap is quoted as a gap, a chosen economy by name; a map, whose year moves, by its indicator."""
    view = View(indicator="fixed-broadband", economies=("KIR",), region="escap", lang="en")
    subject = EXHIBITS[name].subject(view, tables())
    assert quoted(name, subject).startswith(begins)
    assert passport(name, subject)["citation"] == quoted(name, subject)
