"""The order of names in lists, by the rules of each language; imports the languages only.

CLDR's rules, as far as names need them: accents and case count last, a language's own script comes
first, Russian Й and Spanish Ñ are letters of their own, Chinese stands by pinyin. Not by CLDR, but as
in lists of the United Nations, Arabic names are ordered without their article and without hamza. A
test in a browser compares the order with the browser's own.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import TypeVar

from dashboard.catalogue.languages import LANGUAGES
from dashboard.settings import I18N

T = TypeVar("T")
Key = tuple[str, str]

# What CLDR puts before the digits, in its order; quotation marks and dashes are the plain ones.
SIGNS = "_-,;:!?.'\"()[]{}@*/\\&#%+<=>|~$"
PLAIN = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "–": "-", "—": "-", "،": ",", "、": ",", "؛": ";"}
)
# Letters that are another form of a letter.
FORMS = str.maketrans(
    {"ة": "ت", "ى": "ي", "ـ": "", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss"}
)
HAN = re.compile("[\u3400-\u9fff]")
# Where kinds of characters begin among the weights: signs, digits, letters of the language's own
# script, other letters.
SIGN, DIGIT, OWN, OTHER = 0x20, 0x100, 0x10000, 0x40000


def collated(lang: str, items: Iterable[T], name: Callable[[T], str] = str) -> list[T]:
    """The items in the order of their names in a language."""
    return sorted(items, key=lambda item: collation_key(lang, name(item)))


@lru_cache(maxsize=8192)
def collation_key(lang: str, text: str) -> Key:
    """What a name is ordered by: its letters without accents; the name itself settles ties."""
    plain = text.translate(PLAIN).lower()
    rules = LANGUAGES[lang]
    bare = re.sub(rf"\b{rules.article}(?=\w{{2}})", "", plain) if rules.article else plain
    # Letters that stand after their plain letter, which taking accents away would make equal to it.
    own = rules.letters
    letters = "".join(char if char in own else _without_marks(char) for char in bare)
    weights = (_weight(lang, char) for char in letters.translate(FORMS))
    return "".join(map(chr, weights)), plain


def _without_marks(text: str) -> str:
    return "".join(
        char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
    )


def _weight(lang: str, char: str) -> int:
    """The place of a character: spaces, signs, digits, letters of the own script, other letters."""
    if char.isspace():
        return SIGN
    if char in SIGNS:
        return SIGN + 1 + SIGNS.index(char)
    if char.isdecimal():
        return DIGIT + int(char)
    code = min(ord(char), 0xFFFF)
    if HAN.match(char):
        place = pinyin().find(char)
        return (OWN if LANGUAGES[lang].order == "pinyin" else OTHER) + (
            place if place >= 0 else code
        )
    if char == "ñ":
        return OTHER + 2 * ord("n") + 1
    script = LANGUAGES[lang].script
    return (OWN if script and re.match(f"[{script}]", char) else OTHER) + 2 * code


@cache
def pinyin() -> str:
    """The Chinese characters in the order of CLDR's pinyin collation (`frontend/pinyin.mjs`)."""
    return (I18N / "pinyin.txt").read_text(encoding="utf-8").replace("\n", "")
