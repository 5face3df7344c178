"""Numbers, references and names as each language says them, by hand."""

import re
from dataclasses import replace

import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.catalogue.programmes import register
from dashboard.figures.measure import _said
from dashboard.i18n import words
from dashboard.tables import Tables
from dashboard.text.programmes import reference, when
from dashboard.text.titles import years_words
from tests.tiny import subject

# "1 economies", "1 of 21 economies have": a one that is counted as many.
MANY_OF_ONE = r"\b1 (of 21 )?(economies|économies|economías|activities|activités|actividades)"


@pytest.mark.parametrize(
    ("lang", "ratio", "said"),
    [
        ("ru", 5.0, "в\u00a05,0 раза"),
        ("ru", 1.95, "в\u00a01,9 раза"),
        ("ru", 100.0, "в\u00a0100 раз"),
        ("ru", 101.2, "в\u00a0101 раз"),
        ("ru", 102.0, "в\u00a0102 раза"),
        ("ru", 170.3, "в\u00a0170 раз"),
        ("ru", 1339.0, "в\u00a01\u00a0339 раз"),
        ("en", 170.3, "170 times"),
        ("zh", 170.3, "170倍"),
        ("ar", 170.3, "170 إلى 1"),
    ],
)
def test_ratios_from_a_hundred_up_are_whole(
    tables: Tables, lang: str, ratio: float, said: str
) -> None:
    """A ratio has one decimal below a hundred and none from there on, and its word the form of that."""
    assert _said(subject(tables, lang=lang, measure="ratio"), ratio) == said


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (0.5, "0,5 point de pourcentage"),
        (1.4, "1,4 point de pourcentage"),
        (2.0, "2,0 points de pourcentage"),
        (20.2, "20,2 points de pourcentage"),
    ],
)
def test_french_counts_from_two(tables: Tables, difference: float, said: str) -> None:
    """What is less than two is one in French."""
    assert subject(tables, lang="fr").points(difference) == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "{0}, para. 12"),
        ("fr", "{0}, par. 12"),
        ("es", "{0}, párr. 12"),
        ("ru", "{0}, п.\u00a012"),
        ("zh", "{0}，第12段"),
        ("ar", "\u2066{0}\u2069، الفقرة 12"),
    ],
)
def test_a_paragraph_is_named_in_the_language(lang: str, said: str) -> None:
    """References to reports have the language's word for a paragraph."""
    document, one = next(iter(register().documents.items()))
    assert reference(words(lang), document, 12) == said.format(one.symbol)


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", "World Bank and ITU"),
        ("fr", "Banque mondiale et UIT"),
        ("es", "Banco Mundial y UIT"),
        ("ru", "Всемирный банк и МСЭ"),
        ("zh", "世界银行和国际电联"),
        ("ar", "البنك الدولي والاتحاد الدولي للاتصالات"),
    ],
)
def test_publishers_have_their_name_in_the_language(lang: str, names: str) -> None:
    """ITU is UIT, МСЭ, 国际电联, الاتحاد الدولي للاتصالات; two are joined by "and"."""
    assert words(lang).publisher("World Bank; ITU") == names


def test_months_have_both_names_in_arabic() -> None:
    """As the United Nations writes them; other languages have those of CLDR."""
    assert words("ar").month("2024-11") == "تشرين الثاني/نوفمبر 2024"
    assert words("fr").month("2024-11-28") == "novembre 2024"


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru", "zh", "ar"])
def test_one_ranked_economy_is_not_first_and_last(lang: str) -> None:
    """Its sentence names it once; in Russian 21 takes the form of 1 and is no such case."""
    facts = {"year": 2012, "first": "#", "high": "1"}
    assert words(lang)("controls.browser.ranked_alone", **facts).count("#") == 1


@pytest.mark.parametrize(
    ("lang", "year", "month"),
    [
        ("en", "until 2009", "until October 2005"),
        ("fr", "jusqu’en 2009", "jusqu’en octobre 2005"),
        ("es", "hasta 2009", "hasta octubre de 2005"),
        ("ru", "по\u00a02009", "по\u00a0октябрь 2005\u202fг."),
        ("zh", "至2009", "至2005年10月"),
        ("ar", "حتى 2009", "حتى تشرين الأول/أكتوبر 2005"),
    ],
)
def test_an_end_without_a_beginning_is_written_out(lang: str, year: str, month: str) -> None:
    """Years and months alone end so: "jusqu’en" would be wrong for a day."""
    open_ended = {event.end: event for event in register().events if not event.start}
    assert max(map(len, open_ended)) == len("2005-10")
    assert when(words(lang), open_ended["2009"]) == year
    assert when(words(lang), open_ended["2005-10"]) == month


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ["0 people", "1 person", "2 people", "134,518 people"]),
        ("fr", ["0 habitant", "1 habitant", "2 habitants", "134\u202f518 habitants"]),
        ("es", ["0 habitantes", "1 habitante", "2 habitantes", "134.518 habitantes"]),
        ("ru", ["0 человек", "1 человек", "2 человека", "134\u00a0518 человек"]),
        ("zh", ["0人", "1人", "2人", "134,518人"]),
    ],
)
def test_people_are_counted_in_their_form(tables: Tables, lang: str, said: list[str]) -> None:
    """A value takes the plural form of the number that is printed, without a word too many."""
    one = replace(subject(tables, lang=lang), indicator=catalogue().indicators["population"])
    assert [one.value(number) for number in (0.0, 1.3, 2.0, 134518.0)] == said


@pytest.mark.parametrize(
    ("lang", "day"),
    [
        ("en", "28 November 2024"),
        ("fr", "28 novembre 2024"),
        ("es", "28 de noviembre de 2024"),
        ("ru", "28 ноября 2024\u202fг."),
        ("zh", "2024年11月28日"),
        ("ar", "28 تشرين الثاني/نوفمبر 2024"),
    ],
)
def test_a_day_is_written_out(lang: str, day: str) -> None:
    """As documents date themselves, not as files do."""
    assert words(lang).day("2024-11-28") == day


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_span_of_one_year_is_that_year(lang: str) -> None:
    """Neither a title nor an answer says "2024–2024"."""
    assert years_words(words(lang), 2024, 2024).count("2024") == 1
    assert all(year in years_words(words(lang), 2010, 2024) for year in ("2010", "2024"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_of_one_is_not_many(lang: str) -> None:
    """Where one economy has a value, or one activity is recorded, no plural is said of it."""
    least = words(lang)("text.availability.least", n=1, code="B1", name="#", number="1", total="21")
    assert not re.search(MANY_OF_ONE, least)
    said = words(lang)("text.programmes.count", n=1, number="1", economies="1")
    assert not re.search(MANY_OF_ONE, said)
