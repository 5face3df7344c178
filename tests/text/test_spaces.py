"""Spaces that no line may end at, where the language wants them."""

import re
from collections.abc import Iterator

import pytest

from dashboard import i18n
from dashboard.charts.captions import caption
from dashboard.i18n import words
from dashboard.settings import I18N
from dashboard.tables import tables
from dashboard.text.subject import subject_of
from dashboard.view import View

NARROW, WIDE = "\u202f", "\u00a0"


def said(lang: str) -> Iterator[str]:
    """Every text of a language, and what pages put together of them."""
    yield from i18n._texts(lang).values()
    for chart in ("map", "trend", "gap", "ranking", "pace"):
        found = caption(chart, subject_of(View(lang=lang, region="escap"), tables()))
        yield from (found.title, found.subtitle, found.sentence, *found.notes)


def test_french_signs_are_not_parted_from_their_word() -> None:
    """Before : a whole space and before ; ! ? a narrow one, inside « » whole ones, none that breaks."""
    for text in said("fr"):
        for at, sign in enumerate(text):
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            if sign in ":»" and before.isspace():
                assert before == WIDE, text
            if sign in ";!?" and before.isspace():
                assert before == NARROW, text
            if sign == "«":
                assert after == WIDE, text
            if sign == "»":
                assert before == WIDE, text


def test_russian_prepositions_stay_with_their_word() -> None:
    """No line ends at a preposition of one letter, at №, or before a dash."""
    for text in said("ru"):
        assert not re.search(r"(^|[\s(«])[вксоуВКСОУ] ", text), text
        assert "№ " not in text, text
        assert " —" not in text, text


@pytest.mark.parametrize("lang", ["fr", "es", "ru"])
def test_a_number_is_not_parted_from_its_sign(lang: str) -> None:
    """No line ends between a number and %, GB or Mbit/s."""
    parted = re.compile(r"[\d}] (%|[kMG]bit/s|G[Bo]\b|ГБ|[кМГ]бит)")
    assert [text for text in said(lang) if parted.search(text)] == []


@pytest.mark.parametrize("lang", ["en", "zh", "ar"])
def test_other_languages_keep_their_spaces(lang: str) -> None:
    """What has no rule is as its file has it."""
    read = i18n.read_texts(I18N / lang)
    assert dict(i18n._texts(lang)) == read


def test_a_number_stands_by_its_preposition() -> None:
    """What is filled in after a preposition does not begin a line either."""
    assert "с\u00a02005" in words("ru")("text.gap.widened", points="5", first=2005)
