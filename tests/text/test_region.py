"""What is said of a region: where it stands, how far behind, who moved, what is missing."""

import pytest

from dashboard.tables import Tables
from dashboard.text.measuring import measuring
from dashboard.text.movers import falls, movers, rises
from dashboard.text.region import (
    developed_sentence,
    gap_words,
    missing_sentence,
    movers_sentence,
    own_scheme,
    standing,
    standing_sentence,
)
from tests.tiny import YEARS, subject


def test_region_stands_against_the_world(tables: Tables) -> None:
    """Value, year, and the difference to the world in the same year."""
    said = standing_sentence(subject(tables, region="escap"))
    assert "In 2012, in Asia and the Pacific (ESCAP), 29.7% of people used the Internet." in said
    assert "4.5 percentage points below that of the world (34.2%)" in said


def test_world_is_not_compared_with_itself(tables: Tables) -> None:
    """Of the world only its value is said."""
    said = standing_sentence(subject(tables))
    assert said == (
        "In 2012, in the world, 34.2% of people used the Internet. Data cover 90% of the people."
    )


def test_region_without_a_value_says_why(tables: Tables) -> None:
    """No value of the group, and an indicator of which none is formed, are different sentences."""
    assert "No group value" in standing_sentence(subject(tables, indicator="fixed-telephone"))
    assert standing(subject(tables, region="eca"), "eca") is None


def test_years_behind_developed_regions(tables: Tables) -> None:
    """A level that developed regions passed before the series starts is said in words."""
    said = developed_sentence(subject(tables, region="escap"))
    assert "41.6 percentage points above Asia and the Pacific" in said
    assert "passed before the series starts" in said


def test_developed_regions_are_not_behind_themselves(tables: Tables) -> None:
    """The group that others are measured by is not measured by itself."""
    assert developed_sentence(subject(tables, region="m49-developed")) == ""


def test_gap_of_the_tables_names_its_economies(tables: Tables) -> None:
    """The gap of the group values comes with the economies that it rests on; else there is neither."""
    said, notes = gap_words(subject(tables, region="m49-developing", members="same"))
    assert "66.5% of people used the Internet, against 21.2%" in said
    assert "same economies" not in said
    assert [note for note in notes if "120 in developing regions" in note] == notes
    assert gap_words(subject(tables, region="escap")) == ("", [])


@pytest.mark.parametrize(
    ("region", "scheme"),
    [("escap", "commissions"), ("itu-afr", "itu"), ("ldc", "ldc"), ("escap-pac", "")],
)
def test_regions_stand_in_their_own_comparison(region: str, scheme: str) -> None:
    """A region is compared where a comparison lists it."""
    assert own_scheme(region) == scheme


def test_movers_need_two_values_of_their_own(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filled values and pairs across a break do not count; the others are ordered by their change."""
    monkeypatch.setattr("dashboard.text.movers.SPAN", 2)
    one = subject(tables)
    found = movers(one)
    codes = [mover.code for mover in found]
    assert codes == sorted(codes, key=lambda code: -next(m.change for m in found if m.code == code))
    # Kiribati: 2012 is a break, so 2010-2012 parts it; Fiji's 2012 is carried, its 2009-2011 counts.
    assert "KIR" not in codes
    fiji = next(mover for mover in found if mover.code == "FJI")
    assert (YEARS[fiji.start], YEARS[fiji.end]) == (2009, 2011)
    assert [mover.code for mover in rises(one, found, 1)] == codes[:1]
    assert all(mover.change < 0 for mover in falls(one, found, 5))


def test_nobody_moved_without_values_ten_years_apart(tables: Tables) -> None:
    """The hand-made tables span less than ten years: nothing is said rather than invented."""
    assert movers_sentence(subject(tables)) == ""


def test_missing_members_are_counted(tables: Tables) -> None:
    """Members without a value of the last five years are counted, and named where they are few."""
    found = measuring(tables, "escap-pac")
    lacking = found.lacking("internet-use")
    assert "FJI" not in lacking
    assert "PLW" in lacking
    said = missing_sentence(subject(tables, region="escap-pac"))
    assert f"{len(lacking)} of {len(found.members)} members" in said
    assert "Palau" not in said


def test_members_are_counted_by_what_they_lack(tables: Tables) -> None:
    """Those that lack most come first, and the newest year of any value is known."""
    found = measuring(tables, "escap-pac")
    lacks = list(found.lacks.values())
    assert lacks == sorted(lacks, reverse=True)
    assert found.newest["KIR"] == 2012
    assert found.newest["PLW"] == 0


def test_nobody_lacks_what_all_have(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everybody has a value of an indicator nobody lacks it; of an unknown one, everybody does."""
    monkeypatch.setattr("dashboard.text.measuring.inhabited", lambda _: ("FJI", "KIR"))
    found = measuring.__wrapped__(tables, "escap-pac")  # type: ignore[attr-defined]  # not remembered
    assert [*found.lacking("internet-use")] == []
    assert [*found.lacking("nothing")] == ["FJI", "KIR"]
