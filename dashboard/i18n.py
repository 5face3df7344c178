"""Words and number formats of the six languages; imports settings and the table of languages only.

Every visible word is a key of a file in `data/i18n/<language>/`, nested by tables and addressed with
dots: `words("pages.map.title")`. A key missing in a language falls back to English, and `python -m
dashboard check` lists it. Number and plural rules are CLDR's, through Babel.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from dashboard.catalogue.languages import LANGUAGES
from dashboard.settings import I18N

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

FALLBACK = "en"
LOOK = "python -m dashboard check lists what is missing."
# Around what runs from left to right inside other text: signs stay where they are.
LTR, END = "\u2066", "\u2069"


class WordError(KeyError):
    """A key is in no language file, or a text asks for what nobody fills in; a sentence says which."""

    def __str__(self) -> str:
        """The sentence as it is: a KeyError would put it between quotation marks."""
        return str(self.args[0])


class Words:
    """The words of one language; immutable, one instance a language."""

    def __init__(self, lang: str) -> None:
        """Read the words of `lang`, one of the languages."""
        self.lang = lang
        self.direction = LANGUAGES[lang].direction
        self._texts = _texts(lang)
        self._articles, self._joined = _articles().get(lang, ({}, {}))
        self._fallback = _texts(FALLBACK)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of `key` with `values` filled in; with `n` the plural form that n takes."""
        text = self._find(key, values.get("n"))
        try:
            said = text.format(**values) if values else text
        except LookupError as error:
            raise WordError(f"The words {key} ask for {{{error.args[0]}}}. {LOOK}") from error
        for apart, joined in self._joined.items():
            said = said.replace(apart, joined)
        return said

    def _find(self, key: str, n: object) -> str:
        if n is not None:
            plural = f"{key}.{_plural(self.lang, n)}"
            for candidate in (plural, f"{key}.other", key):
                if candidate in self._texts:
                    return self._texts[candidate]
            if f"{key}.other" in self._fallback:
                return self._fallback.get(
                    f"{key}.{_plural(FALLBACK, n)}", self._fallback[f"{key}.other"]
                )
        try:
            return self._texts.get(key) or self._texts.get(f"{key}.other") or self._fallback[key]
        except KeyError:
            raise WordError(f"There are no words {key}. {LOOK}") from None

    def has(self, key: str) -> bool:
        """Whether `key` has a text, in this language or in the fallback."""
        return key in self._texts or key in self._fallback

    def forms(self, key: str) -> dict[str, str]:
        """The texts of `key` by plural form ("" without one), never of two languages."""
        for texts in (self._texts, self._fallback):
            if found := {form: texts[key + form] for form in ("", *PLURALS) if key + form in texts}:
                return found
        return {}

    def pattern(self, key: str) -> str | dict[str, str]:
        """The text of `key` for the browser to fill in, or its texts by plural form if it has some."""
        found = self.forms(key)
        return found.get("") or {form[1:]: text for form, text in found.items()}

    def number(self, value: float, decimals: int = 0) -> str:
        """`value` with exactly `decimals` decimals, in the language's format."""
        said = _number(self.lang, round(value, decimals), decimals)
        return self.isolated(said) if said.startswith("-") else said

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share of 0 to 1 as a percentage, in the language's format."""
        return self.isolated(_percent(self.lang, round(share, decimals + 2), decimals))

    def isolated(self, number: str) -> str:
        """A number with a sign, kept as it is where text runs from right to left: "+15.8", not "15.8+"."""
        return f"{LTR}{number}{END}" if self.direction == "rtl" else number

    def month(self, date: str) -> str:
        """A date without its day: "2024-11" and "2024-11-28" are "November 2024", "2024" stays."""
        return _month(self.lang, date[:7]) if date[4:5] == "-" else date

    def day(self, date: str) -> str:
        """A date written out: "2024-11-28" is "28 November 2024"."""
        return _day(self.lang, date)

    def publisher(self, names: str) -> str:
        """Who publishes, as the language names them: "ITU; World Bank" is "UIT et Banque mondiale"."""
        return self.listed(
            self(f"publishers.{name.replace(' ', '-')}") for name in names.split("; ")
        )

    def listed(self, items: Iterable[str]) -> str:
        """The items joined as a list: "a, b and c"."""
        return _listed(self.lang, tuple(items))

    def economy(self, iso3: str) -> str:
        """The M49 name of an economy."""
        return self(f"economies.{iso3}")

    def economy_inside(self, iso3: str) -> str:
        """The name of an economy inside a sentence, with the article that it takes there."""
        article = self._articles.get(iso3)
        return f"{article} {self.economy(iso3)}" if article else self.economy(iso3)

    def map_notes(self, keys: Iterable[str]) -> list[str]:
        """The notes under a map, by their keys."""
        return [self(f"map_notes.{key}") for key in keys]


def counted(value: float, decimals: int) -> float:
    """The number whose plural form a value takes that is printed with so many decimals."""
    return round(value, decimals) if decimals else round(value)


@cache
def words(lang: str) -> Words:
    """The words of `lang`; an empty or unknown language gives English."""
    return Words(lang if lang in LANGUAGES else FALLBACK)


PLURALS = (".zero", ".one", ".two", ".few", ".many", ".other")


def stem(key: str) -> str:
    """The key without its plural form: "map.count.few" gives "map.count"."""
    return next((key.removesuffix(form) for form in PLURALS if key.endswith(form)), key)


@cache
def _texts(lang: str) -> Mapping[str, str]:
    """The texts of a language, with spaces that no line may end at where it wants them."""
    texts = read_texts(I18N / lang)
    for pattern, unbroken in LANGUAGES[lang].unbroken:
        texts = {key: re.sub(pattern, unbroken, text) for key, text in texts.items()}
    return texts


def read_texts(folder: Path) -> dict[str, str]:
    """All texts of a language's folder, keyed with dots; WordError if it cannot be read."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        where = f"data/i18n/{folder.name}/{path.name}"
        try:
            table = tomli.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise WordError(f"{where} cannot be read: {error}.") from error
        for key, text in _flatten(table, ""):
            if not isinstance(text, str):
                raise WordError(f"{where}: {key} is no text; put it between quotation marks.")
            if key in found:
                raise WordError(f"{where}: {key} stands in another file as well.")
            found[key] = text
    return found


def _flatten(table: Mapping[str, Any], prefix: str) -> Iterable[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


@cache
def _articles() -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """The articles of names by language and economy, and what they become with the word before."""
    table = tomli.loads((I18N / "articles.toml").read_text(encoding="utf-8"))
    return {
        lang: (
            {iso3: word for word, codes in entry.items() if word != "joined" for iso3 in codes},
            entry.get("joined", {}),
        )
        for lang, entry in table.items()
    }


@cache
def _locale(lang: str) -> "Locale":
    from babel import Locale  # imported late: six locales cost 10 MiB a worker

    return Locale.parse(LANGUAGES[lang].babel)


def plural_forms(lang: str) -> set[str]:
    """The plural forms of a language."""
    return {*_locale(lang).plural_form.tags, "other"}


def _plural(lang: str, n: Any) -> str:
    # 5, 5.0 and Decimal("5.0") are equal, and take different words: what is remembered has
    # their digits and their type, too.
    return _plural_form(lang, n, f"{n}")


@lru_cache(maxsize=4096, typed=True)
def _plural_form(lang: str, n: Any, _digits: str) -> str:
    return str(_locale(lang).plural_form(n))


@cache
def _pattern(decimals: int) -> "NumberPattern":
    from babel.numbers import parse_pattern

    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


@cache
def _separators(lang: str) -> dict[int, str]:
    """From Python's "," and "." to the language's marks."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = _locale(lang)
    return str.maketrans({",": get_group_symbol(locale), ".": get_decimal_symbol(locale)})


@lru_cache(maxsize=8192)
def _number(lang: str, value: float, decimals: int) -> str:
    """A value that is rounded already. Babel's own way, for negative numbers, is ten times as slow."""
    if value < 0:
        return str(_pattern(decimals).apply(value, _locale(lang)))
    return f"{value + 0.0:,.{decimals}f}".translate(_separators(lang))


@lru_cache(maxsize=4096)
def _percent(lang: str, share: float, decimals: int) -> str:
    from babel.numbers import format_percent

    pattern = str(_locale(lang).percent_formats[None].pattern)
    if decimals:
        pattern = pattern.replace("0", "0." + "0" * decimals, 1)
    return format_percent(share, format=pattern, locale=_locale(lang))


@lru_cache(maxsize=256)
def _month(lang: str, month: str) -> str:
    from babel.dates import format_skeleton

    if months := LANGUAGES[lang].months:
        return f"{months[int(month[5:]) - 1]} {month[:4]}"
    return format_skeleton("yMMMM", date.fromisoformat(f"{month}-01"), locale=_locale(lang))


@lru_cache(maxsize=256)
def _day(lang: str, day: str) -> str:
    from babel.dates import format_date

    if LANGUAGES[lang].months:
        return f"{int(day[8:])} {_month(lang, day[:7])}"
    return format_date(date.fromisoformat(day), "long", locale=_locale(lang))


@lru_cache(maxsize=1024)
def _listed(lang: str, items: tuple[str, ...]) -> str:
    from babel.lists import format_list

    return format_list(items, locale=_locale(lang))
