"""Who measures what: shares by year, ages by economy, and regions without a value."""

import pytest

from dashboard.faces import render
from dashboard.figures.availability import ages_figure, availability_figure
from dashboard.tables import Tables
from dashboard.tables import tables as served
from dashboard.text.availability import (
    Own,
    age_class,
    age_name,
    ages_sentence,
    availability_sentence,
    measured,
    newest,
)
from dashboard.text.subject import inhabited
from dashboard.view import View
from tests.tiny import YEARS, subject


def test_shares(tables: Tables) -> None:
    """The colour is the share of members with a value of their own; a year without any is blank."""
    (trace,) = availability_figure(subject(tables, region="escap"))["data"]
    assert trace["x"] == YEARS
    assert trace["z"] == [
        [None, None, None, 10.0, None, None],
        [30.0, 30.0, 20.0, 30.0, 20.0, 20.0],
    ]
    assert "Observed: 2; estimated: 1" in trace["text"][1][3]


def test_ages(tables: Tables) -> None:
    """The newest value of each economy counts, and estimates have a dot."""
    one = subject(tables, region="escap", economies=("KIR",))
    field, dots = ages_figure(one)["data"]
    codes, found = list(measured()), newest(tables, "escap")
    assert found["HH7"] == {
        "KIR": Own(2012, "o", "internet-use"),
        "FJI": Own(2011, "o", "internet-use"),
    }
    assert found["A1"] == {"FJI": Own(2010, "e", "fixed-telephone")}
    assert len(field["z"]) == len(inhabited("escap"))
    assert dots["x"] == [codes.index("A1")]
    assert "most recent value for Kiribati is from 2012" in ages_sentence(one)


def test_classes(tables: Tables) -> None:
    """Two, five and ten years are the limits of the classes, which together hold every year."""
    ages = {0: 4, 2: 4, 3: 3, 5: 3, 6: 2, 10: 2, 11: 1}
    assert {a: age_class(tables, Own(2012 - a, "o", "internet-use")) for a in ages} == ages
    assert age_class(tables, None) == 0
    names = [age_name(subject(tables), step) for step in range(5)]
    assert names == ["no value", "2001 or before", "2002–2006", "2007–2009", "2010 or later"]


@pytest.mark.parametrize("region", ["eclac", "m49-061"])
def test_nothing(tables: Tables, region: str) -> None:
    """A region without any value has no field, and a sentence that says so."""
    one = subject(tables, region=region)
    assert availability_figure(one)["data"] == []
    assert ages_figure(one)["data"] == []
    assert availability_sentence(one).startswith("None of the 62 core indicators")


@pytest.mark.parametrize("region", ["world", "escap", "m49-054", "ldc"])
@pytest.mark.parametrize("chart", ["availability", "ages"])
def test_faces(region: str, chart: str) -> None:
    """Each region has both faces, and the indicator of the view changes nothing."""
    view = View(region=region, lang="en")
    body = render(view, chart, "json", served())[0]
    assert b"heatmap" in body
    rows = render(view, chart, "csv", served())[0].decode("utf-8-sig").splitlines()
    assert len(rows) > 10
    other = View(region=region, lang="en", indicator="egdi")
    assert render(other, chart, "csv", served())[0].decode("utf-8-sig").splitlines() == rows
