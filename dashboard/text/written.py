"""Numbers as somebody writes them, in the scripts, signs and number words of the six languages; no figures.

"24.6", "24,6 %", "２４．６", "٢٤٫٦", "1 234,5", "4.1 billion", "45亿", "4,1 mil millones".
"""

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import decimal, normalize

from dashboard.catalogue.languages import LANGUAGES
from dashboard.text.claims import decimals_of

ARABIC = str.maketrans({"٫": ".", "٬": ",", "٪": "%", "−": "-"})
SPACES = re.compile(r"(?<=\d)[\s'’](?=\d)")
GROUPED = re.compile(r"\d{1,3}(?:([,.])\d{3})(?:\1\d{3})*")


class NumberError(ValueError):
    """A number that cannot be read for certain; the argument is the key of what is wrong."""


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it was written: "4.1 billion" is 4.1 with the scale 1e9 and one decimal."""

    body: float
    scale: float
    decimals: int

    @property
    def number(self) -> float:
        """The number that is meant."""
        return self.body * self.scale

    def agrees(self, number: float, decimals: int) -> bool:
        """Whether a number that is printed with `decimals` is the same after rounding both."""
        if self.scale > 1:
            return round(number / self.scale, self.decimals) == self.body
        return round(number, min(self.decimals, decimals)) == round(self.body, decimals)


def read_number(text: str, lang: str) -> Written:
    """The number that a text says to a reader of `lang`.

    NumberError("unreadable") for what is none, NumberError("ambiguous") for what could be two: after
    a single comma or point, three digits may be decimals or thousands.
    """
    digits = "".join(str(decimal(letter, letter)) for letter in normalize("NFKC", text.strip()))
    plain, scale = _scaled(digits.translate(ARABIC).casefold(), lang)
    body = _body(plain.removesuffix("%").strip(), scaled=scale > 1)
    return Written(body, scale, decimals_of(body))


def _scaled(text: str, lang: str) -> tuple[str, float]:
    """A text without the word behind its number, and what that word multiplies by."""
    for word, scale in _scales(lang).items():
        if text.endswith(word) and not text.removesuffix(word)[-1:].isalpha():
            return text.removesuffix(word).strip(), scale
    return text, 1.0


@cache
def _scales(lang: str) -> dict[str, float]:
    """Number words, the longest first: the reader's own language decides what "billion" is."""
    languages = [*reversed(LANGUAGES), lang]
    found = {word: size for code in languages for word, size in LANGUAGES[code].scales.items()}
    return {normalize("NFKC", word): found[word] for word in sorted(found, key=len, reverse=True)}


def _body(written: str, *, scaled: bool) -> float:
    spaced = SPACES.search(written) is not None
    plain = SPACES.sub("", written)
    sign, body = (-1, plain[1:]) if plain.startswith("-") else (1, plain)
    if not re.fullmatch(r"\d+(?:[,.]\d+)*", body):
        raise NumberError("unreadable")
    marks = re.findall("[,.]", body)
    if len(set(marks)) == 2:
        return sign * _with_both(body, marks[-1])
    if len(marks) > 1:
        if not GROUPED.fullmatch(body):
            raise NumberError("unreadable")
        return float(sign * int(re.sub("[,.]", "", body)))
    if marks and not spaced and not scaled and re.fullmatch(r"[1-9]\d{0,2}[,.]\d{3}", body):
        raise NumberError("ambiguous")
    return sign * float(body.replace(",", "."))


def _with_both(body: str, mark: str) -> float:
    """A number with thousands and decimals: the last sign stands before the decimals, once."""
    whole, _, rest = body.rpartition(mark)
    if mark in whole or not GROUPED.fullmatch(whole):
        raise NumberError("unreadable")
    return float(f"{re.sub('[,.]', '', whole)}.{rest}")
