"""The ranking: ties, ages, and who is left without a place."""

import csv
import io

import orjson

from dashboard.faces import render
from dashboard.i18n import words
from dashboard.tables import Tables
from dashboard.text.ranking import ranking, ranking_sentence
from dashboard.view import View
from tests.tiny import subject


def test_the_highest_comes_first_with_its_own_year(tables: Tables) -> None:
    """In 2012 Fiji's value is that of 2011: the one carried to 2012 is not its own."""
    found = {one.economy: (one.place, one.value, one.year) for one in ranking(subject(tables), 5)}
    assert found == {
        "DEU": (1, 82.3, 2012),
        "CHN": (2, 42.3, 2012),
        "FJI": (3, 28.0, 2011),
        "KIR": (4, 12.0, 2012),
        "KEN": (5, 8.8, 2011),
    }


def test_equal_values_share_a_place(tables: Tables) -> None:
    """In 2005 Fiji and China both have 8.5: both are second, and Kiribati is fourth."""
    places = {one.economy: (one.place, one.tied) for one in ranking(subject(tables), 0)}
    assert places["FJI"] == places["CHN"] == (2, True)
    assert places["KIR"] == (4, False)


def test_old_values_have_no_place(tables: Tables) -> None:
    """A value of more than two years before is listed after all others, without a place."""
    one = subject(tables)
    one.table.years[-1] = 2014
    unplaced = [ranked.economy for ranked in ranking(one, 5) if ranked.place is None]
    assert unplaced == ["FJI", "KEN"]
    assert [ranked.economy for ranked in ranking(one, 5)][-2:] == unplaced


def test_lowest_first_where_less_is_better(tables: Tables) -> None:
    """Prices are ranked from the lowest."""
    one = subject(tables)
    object.__setattr__(one, "indicator", _turned(one.indicator))
    assert ranking(one, 5)[0].economy == "KEN"


def _turned(indicator: object) -> object:
    from dataclasses import replace

    return replace(indicator, direction="down")  # type: ignore[type-var]


def test_sentences_for_many_one_and_none(tables: Tables) -> None:
    """The sentence names first, last and the highlighted; of one economy it says that it is alone."""
    said = ranking_sentence(subject(tables, economies=("KIR",)), 5)
    assert "5 economies are ranked. First: Germany, 82.3% (2012)" in said
    assert "Kiribati: rank 4." in said
    assert "one economy has a value" in ranking_sentence(subject(tables, region="eca"), 5)
    nobody = words("en")("controls.browser.ranked_none", year=2012)
    assert ranking_sentence(subject(tables, region="escwa"), 5) == nobody


def test_csv_and_json_have_the_same_rows(tables: Tables) -> None:
    """Both faces hold place, tie, value, year, age and status of every economy."""
    view = View(lang="en", year=2012)
    text = render(view, "ranking", "csv", tables)[0].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    told = orjson.loads(render(view, "ranking", "json", tables)[0])["rows"]
    assert [row["code"] for row in rows] == [row["code"] for row in told]
    fiji = next(row for row in rows if row["code"] == "FJI")
    assert (fiji["place"], fiji["year"], fiji["age"], fiji["status"]) == (
        "3",
        "2011",
        "1",
        "observed",
    )
    assert "CC BY" in fiji["source"]
