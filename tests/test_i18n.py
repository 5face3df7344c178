"""The words: complete where that is promised, every key that is used exists, every key is used."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest
from babel.numbers import format_decimal

from dashboard import i18n
from dashboard.catalogue import catalogue
from dashboard.catalogue.claims import claims
from dashboard.catalogue.load import LANGUAGES
from dashboard.catalogue.programmes import register
from dashboard.i18n import LOCALES, PLURALS, WordError, Words, missing_keys, words
from dashboard.pipeline.readers import notes
from dashboard.settings import CATALOGUE, ROOT

# The languages that lack no word of English.
COMPLETE = ("ar", "zh", "fr", "ru", "es")
# What a figure of the register says.
FIGURE_PARTS = ("programme", "measure", "value")
# "pages.map.title"; a part that the code fills in stands as {}
KEY = re.compile(r"[a-z_]+(\.([A-Za-z0-9_-]|\{\})+)+")


@cache
def texts(lang: str) -> dict[str, str]:
    """All texts of one language, keyed with dots."""
    return dict(i18n._texts(lang))


def stem(key: str) -> str:
    """The key without its plural form."""
    return next((key.removesuffix(form) for form in PLURALS if key.endswith(form)), key)


def sections() -> set[str]:
    """The tables at the top of the word files."""
    return {key.partition(".")[0] for key in texts("en")}


def written() -> Iterator[tuple[str, str]]:
    """(file, key) of every string in the code that looks like a key; filled-in parts are {}."""
    for path in sorted((ROOT / "dashboard").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {
            id(part) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for part in n.values
        }
        for node in ast.walk(tree):
            if id(node) in inside:
                continue
            if isinstance(node, ast.JoinedStr):
                parts = (p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)
                text = "".join(map(str, parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
            else:
                continue
            if not KEY.fullmatch(text) or text.endswith((".toml", ".csv")):
                continue
            if text.partition(".")[0] in sections():
                yield path.name, text


def pattern(key: str) -> re.Pattern[str]:
    """Which keys a key in the code may mean: itself, or all of the table that it names."""
    return re.compile(re.escape(key).replace(r"\{\}", "[^.]+") + r"(\..+)?")


@pytest.mark.parametrize(("file", "key"), sorted(set(written())))
def test_used_keys_exist(file: str, key: str) -> None:
    """No page can ask for a word that is in no file."""
    assert any(map(pattern(key).fullmatch, texts("en"))), f"{file} uses {key}"


def test_all_keys_are_used() -> None:
    """The files hold no word that nothing shows."""
    patterns = [pattern(key) for _, key in set(written())]
    unused = [key for key in texts("en") if not any(p.fullmatch(key) for p in patterns)]
    assert unused == []


@pytest.mark.parametrize("lang", COMPLETE)
def test_language_is_complete(lang: str) -> None:
    """A reader of these languages never meets an English word for want of a translation."""
    assert missing_keys(lang) == []


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_no_language_has_keys_of_its_own(lang: str) -> None:
    """A translation whose key was renamed is found, not forgotten."""
    assert {stem(key) for key in texts(lang)} <= {stem(key) for key in texts("en")}


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_translations_keep_what_is_filled_in(lang: str) -> None:
    """A translated sentence carries the same values as the English one."""
    english: dict[str, set[str]] = {}
    for key, text in texts("en").items():
        english.setdefault(stem(key), set()).update(fields(text))
    for key, text in texts(lang).items():
        wanted = english[stem(key)]
        assert fields(text) <= wanted, key
        assert stem(key) != key or fields(text) == wanted, key


def fields(text: str) -> set[str]:
    """The names in braces: "In {year}, {share}" gives year and share."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_empty(lang: str) -> None:
    """An empty text would leave a hole on a page."""
    assert [key for key, text in texts(lang).items() if not text.strip()] == []


def catalogue_keys() -> Iterator[str]:
    """The keys that the entries of the catalogue need."""
    entries = catalogue()
    for indicator in entries.indicators.values():
        for part in ("name", "title", "definition", "clause"):
            yield f"indicators.{indicator.id}.{part}"
        for part in ("label", "value", "points"):
            yield f"units.{indicator.unit}.{part}"
    for theme in entries.themes:
        yield f"themes.{theme}.name"
    for group in entries.groups:
        yield from (f"groups.{group}.name", f"groups.{group}.short")
    for scheme in entries.schemes:
        yield from (f"schemes.{scheme}.name", f"schemes.{scheme}.note")
    for mark in entries.marks:
        yield f"marks.{mark.reason}"
    for source in entries.sources.values():
        if source.derived:
            yield f"derived.{source.derived}"
    yield from register_keys()


def register_keys() -> Iterator[str]:
    """The keys of what the register's records and figures and the reports' claims say."""
    for event in register().events:
        yield f"register.events.{event.id}"
        if event.city:
            yield f"register.cities.{event.city}"
    for figure in register().figures:
        yield from (f"register.figures.{figure.id}.{part}" for part in FIGURE_PARTS)
    for claim in claims():
        yield from (f"register.claims.{claim.id}.{part}" for part in ("name", "value"))


def pipeline_keys() -> Iterator[str]:
    """The keys of what the pipeline writes beside values: notes, and reasons for leaving out."""
    yield from (f"note_codes.{code}" for code, _ in notes._PHRASES)
    yield from (f"note_codes.age-{age}-plus" for age in notes.OLDER)
    yield from (f"note_codes.age-{low}-{high}" for low, high in notes.SPANS)
    for code in ("age-other", "interpolated", "carried", "implied-population"):
        yield f"note_codes.{code}"
    for line in (CATALOGUE / "aliases.csv").read_text(encoding="utf-8").splitlines()[1:]:
        reason = line.rpartition(",")[2]
        if reason and reason != "aggregate":
            yield f"marks.{reason}"
    for reason in ("not-assessed", "zero-means-missing", "count-of-older-vintage"):
        yield f"marks.{reason}"


@pytest.mark.parametrize("lang", ["en", *COMPLETE])
def test_catalogue_is_worded(lang: str) -> None:
    """Every indicator, unit, theme, group, comparison, note, reason, record and claim has its words."""
    needed = {*catalogue_keys(), *pipeline_keys()}
    assert sorted(needed - set(texts(lang))) == []


def test_catalogue_words_belong_to_entries() -> None:
    """When an entry is taken out of the catalogue, its words go too."""
    kept = {
        *("indicators", "units", "themes", "groups", "schemes", "marks", "derived", "note_codes"),
        "register",
    }
    have = {key for key in texts("en") if key.partition(".")[0] in kept}
    assert sorted(have - {*catalogue_keys(), *pipeline_keys()}) == []


@pytest.mark.parametrize("lang", ["zh", "ar", "fr", "ru", "es"])
def test_what_has_one_name_in_english_has_one_in_every_language(lang: str) -> None:
    """A programme or a record that the register names twice is not translated in two ways."""
    names: dict[str, set[str]] = {}
    for key, english in texts("en").items():
        named = key.startswith("register.events.") or key.endswith(".programme")
        if key.startswith("register.") and named and key in texts(lang):
            names.setdefault(english, set()).add(texts(lang)[key])
    assert {english: said for english, said in names.items() if len(said) > 1} == {}


def test_clauses_hold_one_bare_number() -> None:
    """The core of each sentence takes the number alone and brings its own unit."""
    for lang in ("en", *COMPLETE):
        for indicator in catalogue().indicators:
            clause = texts(lang)[f"indicators.{indicator}.clause"]
            assert fields(clause) == {"value"}, indicator
            assert not clause.endswith((".", "。")), indicator


def test_missing_words_fall_back_to_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language without a word shows the English one, and says that it lacks it."""
    key, read = "indicators.internet-use.title", i18n._texts
    kept = {other: text for other, text in read("ru").items() if other != key}
    monkeypatch.setattr(i18n, "_texts", lambda lang: kept if lang == "ru" else read(lang))
    assert key in missing_keys("ru")
    assert Words("ru")(key) == words("en")(key)


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
            expected = format_decimal(round(value, decimals), pattern, LOCALES[lang])
            printed = words(lang).number(value, decimals).strip("\u2066\u2069")
            assert printed == expected


def test_lists_follow_the_language() -> None:
    """Several names are joined as the language joins them."""
    assert words("en").listed(["Fiji", "Kiribati", "Tonga"]) == "Fiji, Kiribati, and Tonga"
    assert words("zh").listed(["斐济", "基里巴斯"]) == "斐济和基里巴斯"


def test_only_arabic_runs_from_right_to_left() -> None:
    """The page turns round in Arabic and in no other language."""
    assert [lang for lang in LANGUAGES if words(lang).direction == "rtl"] == ["ar"]


def test_economies_have_their_m49_name() -> None:
    """An economy is named as the United Nations names it in that language."""
    assert words("zh").economy("KIR") == "基里巴斯"
    assert words("ar").economy("PSE") == "دولة فلسطين"
