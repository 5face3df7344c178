"""Claims of reports stand, were revised or cannot be compared; a quoted number gets one verdict."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue import catalogue
from dashboard.catalogue.claims import Quantity, claims
from dashboard.exports.claim import claim_json
from dashboard.tables import tables
from dashboard.text.checker import check, check_sentence
from dashboard.text.claims import (
    besides,
    compared,
    comparisons,
    stated_quantity,
    subject_of_quantity,
)
from dashboard.text.quantities import DEVELOPING_THEN, counted_at
from dashboard.text.subject import subject_of
from dashboard.text.written import NumberError, read_number
from dashboard.view import View

TEN = View(indicator="fixed-broadband", region="m49-developed", year=2010, lang="en")


def verdict_on(number: str, **view: object) -> str:
    """The verdict on a number."""
    return check(subject_of(replace(TEN, number=number, **view), tables())).verdict  # type: ignore[arg-type]


def test_every_claim_is_judged_or_says_why_not() -> None:
    """54 claims; those that cannot be compared, and those that were revised, give a reason."""
    found = comparisons(tables())
    assert len(found) == 54
    for one in found:
        assert (one.verdict == "not-comparable") == (one.claim.quantity is None)
        assert one.claim.reason or one.verdict in {"confirmed", "blank"}, one.claim.id


def test_the_gap_of_2010_as_printed_and_today() -> None:
    """Fixed broadband was printed as 24.6 against 4.4; both have been revised a little."""
    today = {
        one.claim.printed: one
        for one in comparisons(tables())
        if one.claim.indicator == "fixed-broadband"
    }
    assert today[24.6].verdict == "revised"
    assert today[24.6].today == pytest.approx(23.97, abs=0.01)
    assert today[4.4].today == pytest.approx(4.06, abs=0.01)


def test_amounts_are_formed_of_rates_and_people() -> None:
    """Two billion users and 5.3 billion subscriptions still stand."""
    found = {
        one.claim.printed: one for one in comparisons(tables()) if one.claim.measure == "amount"
    }
    assert found[2e9].verdict == "confirmed"
    assert found[5.3e9].verdict == "confirmed"


def test_a_blank_cell_is_no_contradiction() -> None:
    """A claim about a cell that is blank today is neither confirmed nor revised."""
    claim = next(one for one in claims() if one.id == "a-66-64-3-1")
    one = compared(replace(claim, year=1950), tables())
    assert (one.verdict, one.today, one.change) == ("blank", None, None)


def test_claims_name_what_exists() -> None:
    """Indicators and places of claims are those of the catalogue, or lists of a report's time."""
    known = catalogue()
    places = {*known.economies, *known.groups, DEVELOPING_THEN}
    for claim in claims():
        for one in (claim.quantity, *claim.beside):
            if one:
                assert one.indicator in known.indicators or counted_at(one), claim.id
                assert one.place in places, claim.id


@pytest.mark.parametrize(
    ("lang", "large", "small"),
    [
        ("en", "2.01 billion", "3.00 million"),
        ("zh", "20.07亿", "300万"),
        ("es", "2.007 millones", "3,00 millones"),
        ("fr", "2,01 milliards", "3,00 millions"),
    ],
)
def test_amounts_are_said_as_the_language_counts(lang: str, large: str, small: str) -> None:
    """Chinese by hundreds of millions and tens of thousands, Spanish in millions."""
    view = View(lang=lang)
    for place, number, said in (("world", 2.00726e9, large), ("KEN", 2.9951e6, small)):
        one = Quantity("amount", "internet-use", place, 2010)
        subject = subject_of_quantity(one, view, tables())
        assert stated_quantity(subject, one, number).replace("\u00a0", " ") == said


def test_french_amounts_below_two_are_singular() -> None:
    """1,95 milliard, without an s."""
    one = Quantity("amount", "internet-use", "world", 2010)
    subject = subject_of_quantity(one, View(lang="fr"), tables())
    assert stated_quantity(subject, one, 1.95e9) == "1,95 milliard"


def test_numbers_beside_a_claim_say_what_they_are() -> None:
    """Usage is not compared with users, but their growth by three lists stands beside it."""
    claim = next(one for one in claims() if one.id == "e-2006-63-8-1")
    said = besides(claim, View(lang="en"), tables())
    assert len(said) == 3
    assert said[0].startswith("Internet use, the world, number of people, 2000 to 2005: 2.5")
    assert "World Bank’s list of July 2005" in said[2]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("24.6", 24.6),
        ("24,6", 24.6),
        (" 24.6 % ", 24.6),
        ("２４．６", 24.6),
        ("٢٤٫٦", 24.6),
        ("٢٤٫٦٪", 24.6),
        ("1 234,5", 1234.5),
        ("1\u202f234", 1234),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234,567", 1234567),
        ("0,125", 0.125),
        ("-3.5", -3.5),
        ("−3,5", -3.5),
        ("2010", 2010),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, number: float) -> None:
    """Signs, scripts and spaces of six languages."""
    assert read_number(text, "en").number == number


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1,234", "ambiguous"),
        ("1.234", "ambiguous"),
        ("a third", "unreadable"),
        ("", "unreadable"),
        ("1,23,4", "unreadable"),
        ("1.2.3", "unreadable"),
        ("24.6.", "unreadable"),
        ("1e3", "unreadable"),
        ("12,34.5", "unreadable"),
        ("%", "unreadable"),
    ],
)
def test_doubtful_numbers_are_not_guessed(text: str, why: str) -> None:
    """What could be two numbers, or none, is said to be so."""
    with pytest.raises(NumberError, match=why):
        read_number(text, "en")


@given(st.text(max_size=24))
def test_any_text_is_a_number_or_an_error(text: str) -> None:
    """Nothing that a reader types breaks the page."""
    with suppress(NumberError):
        assert isinstance(read_number(text, "zh").number, float)


def test_verdicts_come_in_their_order() -> None:
    """As printed by us, after rounding, in an earlier edition, different."""
    assert verdict_on("24.0") == "matches"
    assert verdict_on("24") in {"matches", "rounded"}
    assert verdict_on("24.6") == "earlier"
    assert verdict_on("30") == "differs"


def test_no_data_names_the_nearest_years() -> None:
    """Somebody who asks about a year without a value learns which years have one."""
    found = check(subject_of(replace(TEN, number="5", economies=("KIR",), year=1995), tables()))
    assert found.verdict == "none"
    assert found.near
    assert "1995" in check_sentence(
        subject_of(replace(TEN, number="5", economies=("KIR",), year=1995), tables()), found
    )


def test_an_economy_says_how_its_number_came_about() -> None:
    """An estimate of the publisher is named in the verdict."""
    subject = subject_of(
        View(indicator="internet-use", economies=("KIR",), year=2020, number="50", lang="en"),
        tables(),
    )
    assert "estimate" in check_sentence(subject, check(subject))


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        ("4.1 billion", "en", 4.1e9),
        ("4.1 billion", "zh", 4.1e9),
        ("1 billion", "fr", 1e12),
        ("2,3 milliards", "fr", 2.3e9),
        ("4,1 mil millones", "es", 4.1e9),
        ("1 billón", "es", 1e12),
        ("350 тыс.", "ru", 350e3),
        ("1,95 млрд", "ru", 1.95e9),
        ("45亿", "zh", 4.5e9),
        ("１２．５ 万", "zh", 125e3),
        ("٤٫٩ مليار", "ar", 4.9e9),
        ("٣ آلاف", "ar", 3e3),
        ("1.234 million", "en", 1.234e6),
    ],
)
def test_number_words_of_six_languages(text: str, lang: str, number: float) -> None:
    """Thousand, million and billion are read; a French billion is a million million."""
    assert read_number(text, lang).number == pytest.approx(number)


def answer(number: str, **view: object) -> tuple[str, str]:
    """The verdict on a number and the sentence that says it."""
    subject = subject_of(View(number=number, lang="en", **view), tables())  # type: ignore[arg-type]
    found = check(subject)
    return found.verdict, check_sentence(subject, found)


def test_every_edition_is_looked_at() -> None:
    """ITU printed 51.6 for the Arab States in October 2019, and 53.6 for the world in January 2022."""
    verdict, said = answer("51.6", region="itu-arb", year=2019)
    assert verdict == "earlier"
    assert "ITU, October 2019" in said
    verdict, said = answer("53.6", year=2019)
    assert verdict == "earlier"
    assert "ITU, January 2022" in said


def test_a_value_that_was_left_out_is_recognised() -> None:
    """574.2 mobile subscriptions per 100 in Fiji were published, and are left out with a reason."""
    verdict, said = answer("574.2", indicator="mobile-cellular", economies=("FJI",), year=2024)
    assert verdict == "excluded"
    assert "implausible" in said


def test_a_filled_value_is_no_match() -> None:
    """The same number as one that was carried forward here is said to be no publisher's."""
    table = tables().indicator("mobile-cellular")
    series = table.economy("FJI")
    assert series
    place = series.status.index("c")
    number = f"{series.values[place]:.1f}"
    verdict, said = answer(
        number, indicator="mobile-cellular", economies=("FJI",), year=table.years[place]
    )
    assert verdict == "filled"
    assert "no publisher" in said


def test_amounts_are_of_people() -> None:
    """A number of millions is compared with people: 64.7 % of 7.9 billion in 2021, not with 64.7."""
    verdict, said = answer("5 billion", year=2021)
    assert verdict == "rounded"
    assert "5.12 billion" in said


def test_a_group_says_on_how_many_people_it_rests() -> None:
    """The answer for a group names the share of its people that live in economies with a value."""
    table = tables().indicator("fixed-broadband")
    group = table.group("m49-developed")
    assert group
    share = f"{group.coverage[table.years.index(2010)]:.0%}"
    assert f"with {share} of the people" in answer("30", **vars_of(TEN))[1]


def vars_of(view: View) -> dict[str, object]:
    """What a view is about."""
    return {"indicator": view.indicator, "region": view.region, "year": view.year}


def test_json_has_no_rest_of_a_float() -> None:
    """The answer as JSON has a decimal more than is printed, no more."""
    view = View(number="67.9", year=2020, lang="en")
    body = json.loads(claim_json(view, tables())[0])
    for key in ("found", "difference"):
        assert round(body[key], 2) == body[key]
