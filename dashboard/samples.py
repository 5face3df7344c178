"""Every template of the word files with values filled in, for reading and for checking.

`python -m dashboard check --sentences fr` prints them, each with its key: singular, plural and zero of
counts; rising, falling, equal and missing are templates of their own. Imports words and catalogue.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter
from typing import Any

import tomli

from dashboard import i18n
from dashboard.i18n import Words, words
from dashboard.settings import CATALOGUE

# Counts of every plural form of the six languages: Arabic tells 0, 1, 2, 3, 11 and 100 apart, French
# and Spanish a million.
COUNTS = (0, 1, 2, 3, 5, 11, 21, 22, 100, 101, 1_000_000)
# Tables whose `.other` is no plural form.
NO_PLURALS = {"text.stated"}
COUNTED = {"n", "number"}
YEARS = {
    "base": 2015,
    "deadline": 2030,
    "first": 2005,
    "last": 2024,
    "newest": 2024,
    "since": 2020,
    "then": 2012,
    "year": 2024,
}
VALUES = {
    "asked": 24.6,
    "before": 3.1,
    "end": 72.8,
    "high": 100.0,
    "latest": 72.8,
    "low": 8.6,
    "median": 84.6,
    "own": 79.7,
    "regional": 79.8,
    "start": 12.2,
    "threshold": 95.0,
    "upper": 75.0,
    "value": 72.8,
}
POINTS = {"difference", "points", "size"}
SHARES = {"coverage", "error", "filled", "share", "share_higher", "share_lower"}
LISTS = {"items", "names", "parts"}
DAYS = {"day", "old_day"}
# What stands in Latin letters in every language.
LATIN = {
    "city": "Apia",
    "code": "HH7",
    "date": "2026-11-25",
    "edition": "2022-01",
    "licence": "CC BY 4.0",
    "new": "a30915ec",
    "old": "b1c2d3e4",
    "publisher": "ITU",
    "set": "SDG",
    "source": "ITU",
    "sources": "ITU DataHub",
    "version": "a30915ec",
    "vintage": "2026-05",
}
DOUBLED = re.compile(r"  |\.\.|。。|。\.|،،|,,|;;| [.,،。]|؟\.|\( | \)|\(\)|（）")
# Brackets in brackets, which only names of standards have.
NESTED = re.compile(r"\)[\u2066-\u2069]*\)|））")
# Where a value is a number without its unit, and where a name is that of an economy.
BARE_TABLES = ("indicators.", "units.")
OF_ECONOMIES = (
    "controls.browser.ranked",
    "controls.browser.remove",
    "pages.economy.complete",
    "pages.economy.lacking",
    "pages.economy.not_in_region",
    "text.map.tied",
)
ECONOMY_NAMES = {"first", "last", "name"}
BARE = re.compile(r"[+\u2212<>≥≤×%-]\d|\d\s?[%٪]|\d-\d")
ISOLATED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
ENDS = (".", "。", "!", "؟", "?")


def samples(lang: str) -> Iterator[tuple[str, str]]:
    """(key, text) of every template of a language: a line a count, and one a hard value or name."""
    chosen = words(lang)
    texts = i18n._texts(lang)  # noqa: SLF001  # all keys, which pages never need at once
    for key in sorted({_stem(texts, key) for key in texts}):
        if key not in texts:
            for count in COUNTS:
                yield f"{key} ({count})", _filled(chosen, key, count)
        elif "{" in texts[key]:
            usual = _filled(chosen, key, None)
            yield key, usual
            for case in _entries()["hard"]:
                if (hard := _filled(chosen, key, None, case)) != usual:
                    yield f"{key} ({case['what']})", hard


def faults(lang: str, key: str, text: str) -> list[str]:
    """What is wrong with a sentence that a rule can see, in words for whoever mends it."""
    found = []
    if "{" in text or "}" in text:
        found.append("a brace is left")
    if DOUBLED.search(text):
        found.append("a sign or a space is doubled or misplaced")
    if NESTED.search(text):
        found.append("brackets stand in brackets")
    first = text.lstrip('«“"(\u2066\u2067\u2068 ')[:1]
    if first.islower() and text.endswith(ENDS):
        found.append("a sentence begins with a small letter")
    if len(re.findall("[\u2066-\u2068]", text)) != text.count("\u2069"):
        found.append("an isolate is not closed")
    if words(lang).direction == "rtl" and BARE.search(_outside(text)):
        found.append("a number with a sign is not isolated")
    return [f"{lang}, {key}: {fault}: {text}" for fault in found]


def _outside(text: str) -> str:
    """The text without what is isolated, however deep, and without line breaks of figures."""
    text = text.replace("<br>", " ")
    while (shorter := ISOLATED.sub("", text)) != text:
        text = shorter
    return text


def _stem(texts: Mapping[str, str], key: str) -> str:
    """The key without its plural form, if it is one: every counted text has the form "other"."""
    stem = i18n.stem(key)
    return stem if f"{stem}.other" in texts and stem not in NO_PLURALS else key


def _filled(
    chosen: Words, key: str, count: int | None, case: Mapping[str, Any] | None = None
) -> str:
    text = chosen._find(key, count)  # noqa: SLF001  # the form before it is filled
    names = {name for _, name, _, _ in Formatter().parse(text) if name}
    # A name that begins a sentence stands without its article.
    case = {"first": text[1:].partition("}")[0] if text[:1] == "{" else "", **(case or {})}
    return text.format(**{name: _value(chosen, key, name, count, case) for name in names})


@cache
def _entries() -> dict[str, Any]:
    """The names that are filled in; what is not among them is a value or a count."""
    return tomli.loads((CATALOGUE / "samples.toml").read_text(encoding="utf-8"))


def _value(chosen: Words, key: str, name: str, count: int | None, case: Mapping[str, Any]) -> str:
    if name == "value" and key.startswith(BARE_TABLES):
        return _bare(chosen, count, case)
    if name in ECONOMY_NAMES and key.startswith(OF_ECONOMIES):
        return chosen.economy(case.get("economy") or _entries()["economies"]["place"])
    if name in COUNTED and count is not None:
        return chosen.number(count)
    if key_of_name := _entries()["names"].get(name):
        return chosen(key_of_name)
    if iso3 := _entries()["economies"].get(name):
        named = chosen.economy if case["first"] == name else chosen.economy_inside
        return named(case.get("economy") or iso3)
    return LATIN.get(name) or _dated(chosen, name) or _measured(chosen, name, case)


def _dated(chosen: Words, name: str) -> str:
    if name in DAYS:
        return chosen.day("2026-11-25")
    if name == "years":
        return chosen("text.title.years", first=YEARS["first"], last=YEARS["last"])
    return ""


def _bare(chosen: Words, count: int | None, case: Mapping[str, Any]) -> str:
    if count is not None:
        return chosen.number(count)
    return chosen.number(case.get("value", 72.8), case.get("decimals", 1))


def _measured(chosen: Words, name: str, case: Mapping[str, Any]) -> str:
    unit = "units.percent-people"
    if name in VALUES:
        number = chosen.number(case.get("value", VALUES[name]), case.get("decimals", 1))
        return chosen(f"{unit}.value", value=number)
    if name in POINTS:
        return chosen(f"{unit}.points", n=20.2, value=chosen.number(20.2, 1))
    if name == "clause":
        return chosen(_entries()["clause"], value=chosen.number(72.8, 1))
    if name in LISTS:
        return chosen.listed([chosen.economy(code) for code in _entries()["listed"]])
    return chosen.percent(0.63) if name in SHARES else str(YEARS.get(name, 52))
