"""One term for a concept in each language, and the rule that holds words to it."""

import pytest

from dashboard import i18n
from dashboard.catalogue.languages import LANGUAGES
from dashboard.checks.glossary import glossary, term_faults

# The terms that a reviser looks for first, as United Nations and ITU texts have them.
FIRST = {
    "fixed broadband": ("fr", "large bande fixe"),
    "subscription": ("zh", "签约用户"),
    "country or area": ("ru", "Страна или район"),
    "developed": ("ar", "المتقدمة النمو"),
}


def test_a_concept_has_a_term_in_every_language() -> None:
    """A row without a term, a source's standing that is neither found nor judged, a term avoided: none."""
    concepts = glossary()
    assert len(concepts) > 30
    for concept in concepts:
        assert concept.standing in {"found", "judged"}, concept.name
        assert concept.source or concept.standing == "judged", concept.name
        assert set(concept.terms) == set(LANGUAGES), concept.name
        assert all(concept.terms.values()), concept.name
        for lang, words in concept.avoided.items():
            assert concept.terms[lang] not in words, concept.name
    assert len({concept.name for concept in concepts}) == len(concepts)


# What revisers found called by several names.
NEEDED = {
    "economy", "country or area", "region", "group", "subscription", "fixed broadband",
    "mobile broadband", "publisher", "break in series", "imputed value", "modelled value",
    "estimate", "group value", "gap", "ratio", "target", "deadline", "expected year", "scorecard",
    "committee mode", "spotlight", "brief", "edition", "comparable economies", "price basket",
}  # fmt: skip


def test_concepts_that_had_several_names_have_a_term() -> None:
    """None of them leaves the file."""
    assert {concept.name for concept in glossary()} >= NEEDED


def test_terms_are_those_of_the_organizations() -> None:
    """The file says what a reader of its first rows expects."""
    terms = {concept.name: concept.terms for concept in glossary()}
    assert {name: (lang, terms[name][lang]) for name, (lang, _) in FIRST.items()} == FIRST


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_keep_to_the_terms(lang: str) -> None:
    """Every term is used, and none of the words that stand for it elsewhere."""
    assert list(term_faults({lang: i18n._texts(lang)})) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The wording is recalled."),
        ("en", "a gap of 20 points, or {times} times"),
        ("fr", "Abonnements au haut débit"),
        ("es", "Interrupción de la serie"),
        ("es", "Junto a sus semejantes"),
        ("en", "Sources and vintages"),
        ("ru", "Формулировка приведена по памяти."),
        ("zh", "每100人订户数"),
        ("ar", "القيم المملوءة"),
    ],
)
def test_another_word_is_found(lang: str, text: str) -> None:
    """A word that the glossary lists beside the term is a fault, wherever it stands."""
    spoilt = {**i18n._texts(lang), "pages.map.lead": text}
    assert any("pages.map.lead" in fault for fault in term_faults({lang: spoilt}))


def test_a_term_that_nobody_uses_is_found() -> None:
    """A language that says something else throughout lacks the term."""
    assert any("never says" in fault for fault in term_faults({"zh": {"pages.map.lead": "地图"}}))


def test_reports_keep_their_own_words() -> None:
    """What a report says is not ours to word."""
    said = {**i18n._texts("fr"), "register.events.x": "Atelier sur le haut débit"}
    assert list(term_faults({"fr": said})) == []
