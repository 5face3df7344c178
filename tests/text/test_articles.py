"""Names inside sentences take the article of their language, and nothing else does."""

import tomllib

import pytest

from dashboard.catalogue import catalogue
from dashboard.i18n import words
from dashboard.settings import I18N
from dashboard.tables import Tables, tables
from dashboard.text.region import missing_sentence, movers_sentence
from dashboard.text.sentences import map_words
from dashboard.text.subject import subject_of
from dashboard.text.trend import trend_sentence
from dashboard.view import View
from tests.tiny import subject


@pytest.mark.parametrize(
    ("lang", "code", "name"),
    [
        ("en", "KOR", "the Republic of Korea"),
        ("en", "KIR", "Kiribati"),
        ("es", "GBR", "el Reino Unido de Gran Bretaña e Irlanda del Norte"),
        ("es", "SLV", "El Salvador"),
        ("fr", "KOR", "République de Corée"),
        ("zh", "KOR", "大韩民国"),
    ],
)
def test_names_inside_sentences(lang: str, code: str, name: str) -> None:
    """A name that takes an article has it; one that has its own, or a language without, stays."""
    assert words(lang).economy_inside(code) == name


def test_articles_are_of_economies_once() -> None:
    """Every code of the table is an economy, and has one article a language."""
    for lang, entry in tomllib.loads((I18N / "articles.toml").read_text("utf-8")).items():
        codes = [code for word, codes in entry.items() if word != "joined" for code in codes]
        assert len(codes) == len(set(codes)), lang
        assert set(codes) <= set(catalogue().economies)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_names_that_begin_with_a_kind_of_state_have_an_article(lang: str) -> None:
    """Republics, islands, states and the like are never named bare inside a sentence."""
    kinds = {
        "en": ("Republic", "Islands", "Democratic", "United", "State of", "Russian", "Syrian"),
        "es": (
            "República",
            "Islas",
            "Isla ",
            "Estado",
            "Reino",
            "Federación",
            "Emiratos",
            "Santa S",
        ),
    }
    for code in catalogue().economies:
        if words(lang).economy(code).startswith(kinds[lang]):
            assert words(lang).economy_inside(code) != words(lang).economy(code), code


def test_spanish_articles_join_the_word_before() -> None:
    """The article el joins de and a, and El Salvador keeps its own."""
    said = words("es")("text.panel.nothing", place="el Japón")
    assert said == "No hay valores para el Japón."
    for region in ("escap", "world"):
        view = View(indicator="internet-use", region=region, lang="es", economies=("GBR",))
        one = subject_of(view, tables())
        text = map_words(one) + movers_sentence(one) + trend_sentence(one)
        assert " de el " not in text
        assert " a el " not in text


def test_one_member_is_no_they(tables: Tables) -> None:
    """A single member without a value is named in the singular."""
    said = missing_sentence(subject(tables, region="eca", indicator="fixed-telephone"))
    assert "They are" not in said
