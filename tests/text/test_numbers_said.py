"""Numbers, references and names as each language says them, by hand."""

import pytest

from dashboard.catalogue.programmes import register
from dashboard.figures.measure import _said
from dashboard.i18n import words
from dashboard.tables import Tables
from dashboard.text.programmes import reference, when
from tests.tiny import subject


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
