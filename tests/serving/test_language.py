"""The language of an answer: the address, else the page it is for, else the browser."""

import pytest
from flask import Flask

from dashboard.serving.language import best_language, request_language


@pytest.mark.parametrize(
    ("path", "headers", "expected"),
    [
        ("/map?lang=ru", {"Accept-Language": "fr"}, "ru"),
        ("/map?lang=xx", {"Accept-Language": "fr"}, "fr"),
        ("/map?lang=ru&lang=ar", {"Accept-Language": "fr"}, "fr"),
        ("/_dash-layout", {"Referer": "http://h/map?lang=ar", "Accept-Language": "fr"}, "ar"),
        ("/_dash-layout", {"Referer": "http://h/map?a=1"}, "en"),
        ("/map", {"Accept-Language": "zh-CN,zh;q=0.9"}, "zh"),
    ],
)
def test_request_language(path: str, headers: dict[str, str], expected: str) -> None:
    """An address that names a language has it; otherwise the browser's preference counts."""
    with Flask(__name__).test_request_context(path, headers=headers):
        assert request_language() == expected


def test_no_request_is_english() -> None:
    """At the start, before anybody asks, the language is English."""
    assert request_language() == "en"


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("de,es;q=0.5,fr;q=0.7", "fr"),
        ("zh-TW", "zh"),
        ("pt-BR,pt", "en"),
        ("fr;q=high,ar", "ar"),
        ("", "en"),
        ("fr;q=0, de", "en"),
        ("fr;q=0.000, es;q=0.001", "es"),
        ("da, en-gb;q=0.8, en;q=0.7", "en"),
        ("es, *;q=0.5", "es"),
        ("*", "en"),
    ],
)
def test_best_language(header: str, lang: str) -> None:
    """The dashboard opens in the reader's language if it is one of the six, else in English."""
    assert best_language(header) == lang
