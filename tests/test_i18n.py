"""The words: complete where that is promised, every key that is used exists, every key is used."""

from decimal import Decimal
from functools import cache

import pytest
from babel.numbers import format_decimal

from dashboard import i18n
from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.checks import findings
from dashboard.i18n import WordError, Words, words
from dashboard.pipeline.vocabulary import vocabulary
from dashboard.settings import CATALOGUE


@cache
def texts(lang: str) -> dict[str, str]:
    """All texts of one language, keyed with dots."""
    return dict(i18n._texts(lang))


def test_words_are_complete_used_and_filled_in_alike() -> None:
    """Check finds nothing: six languages, no word missing, left over or with other names in braces.

    That it finds what is wrong is tested in `tests/catalogue/test_words.py`.
    """
    assert findings(vocabulary(CATALOGUE)).faults == []


@pytest.mark.parametrize("lang", ["zh", "ar", "fr", "ru", "es"])
def test_what_has_one_name_in_english_has_one_in_every_language(lang: str) -> None:
    """A programme or a record that the register names twice is not translated in two ways."""
    names: dict[str, set[str]] = {}
    for key, english in texts("en").items():
        named = key.startswith("register.events.") or key.endswith(".programme")
        if key.startswith("register.") and named and key in texts(lang):
            names.setdefault(english, set()).add(texts(lang)[key])
    assert {english: said for english, said in names.items() if len(said) > 1} == {}


def test_clauses_end_without_a_stop() -> None:
    """The core of each sentence goes on after the number, so it brings no full stop."""
    for lang in LANGUAGES:
        for indicator in catalogue().indicators:
            assert not texts(lang)[f"indicators.{indicator}.clause"].endswith((".", "。"))


def test_missing_words_fall_back_to_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language without a word shows the English one."""
    key, read = "indicators.internet-use.title", i18n._texts
    kept = {other: text for other, text in read("ru").items() if other != key}
    monkeypatch.setattr(i18n, "_texts", lambda lang: kept if lang == "ru" else read(lang))
    assert Words("ru")(key) == words("en")(key)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_number_never_brings_another_language(lang: str) -> None:
    """What has plural forms in English and one form in a language that has none is said in that language."""
    said = words(lang)("text.notes.filled_map", n=2)
    assert (said == words("en")("text.notes.filled_map", n=2)) == (lang == "en")


def test_unknown_key_is_an_error() -> None:
    """A key that no file has is a fault of the program, not a blank on the page."""
    with pytest.raises(WordError, match=r"pages\.nowhere\.title"):
        words("en")("pages.nowhere.title")


def test_numbers_follow_the_language() -> None:
    """Each language prints numbers in its own way."""
    assert words("en").number(1234567.891, 1) == "1,234,567.9"
    assert words("fr").number(1234.5, 1).replace("\u202f", " ") == "1 234,5"
    assert words("zh").percent(0.5) == "50%"
    assert words("en").number(-0.04, 1) == "0.0"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_are_those_of_cldr(lang: str) -> None:
    """The quick way to print a number gives what Babel prints by CLDR's pattern, mark for mark.

    In Arabic a sign is isolated, so that it stays before its number.
    """
    for decimals, pattern in enumerate(("#,##0", "#,##0.0", "#,##0.00")):
        for value in (0, 0.5, 7, 12.3, 999.94, 1000, 4321.5, 98765.43, 1234567.89, 8e9, -1234.5):
            expected = format_decimal(round(value, decimals), pattern, LANGUAGES[lang].babel)
            printed = words(lang).number(value, decimals).strip("\u2066\u2069")
            assert printed == expected


def test_lists_follow_the_language() -> None:
    """Several names are joined as the language joins them."""
    assert words("en").listed(["Fiji", "Kiribati", "Tonga"]) == "Fiji, Kiribati and Tonga"
    assert words("zh").listed(["斐济", "基里巴斯"]) == "斐济和基里巴斯"


def test_only_arabic_runs_from_right_to_left() -> None:
    """The page turns round in Arabic and in no other language."""
    assert [lang for lang in LANGUAGES if words(lang).direction == "rtl"] == ["ar"]


def test_text_that_asks_for_too_much_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt name in braces is a sentence with the key and the name, not a bare 'valeur'."""
    read = i18n._texts
    spoilt = {**read("fr"), "text.notes.no_data": "{valeur}"}
    monkeypatch.setattr(i18n, "_texts", lambda lang: spoilt if lang == "fr" else read(lang))
    with pytest.raises(WordError, match=r"^The words text\.notes\.no_data ask for \{valeur\}\."):
        Words("fr")("text.notes.no_data", economy="Tonga")


def test_economies_have_their_m49_name() -> None:
    """An economy is named as the United Nations names it in that language."""
    assert words("zh").economy("KIR") == "基里巴斯"
    assert words("ar").economy("PSE") == "دولة فلسطين"


def test_equal_numbers_that_are_written_otherwise_take_other_words() -> None:
    """Russian: 5 раз, and 5,0 раза, in whichever order they are asked for."""
    russian = words("ru")
    forms = [
        russian("text.measures.ratio.value", n=n, number="")
        for n in (5, 5.0, Decimal("5.0"), 5.0, 5)
    ]
    assert forms[0] == forms[1] == forms[3] == forms[4] != forms[2]
