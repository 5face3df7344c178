"""Lines of text in SVG: their width, where they break, how they stand.

Widths are estimates, the same on every machine. Text in a right-to-left script is isolated, so that
its full stop and its numbers stand where they belong in every renderer. Arabic and Chinese letters
name their font, because resvg mixes fonts badly by itself. Imports the widths alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import accumulate
from unicodedata import bidirectional

from dashboard import theme
from dashboard.drawing.widths import text_width
from dashboard.figures.labels import FONT_SIZE, balanced, width
from dashboard.formats.svg import element

LEADING = 1.3  # of the size of the letters, from line to line
MIDDLE = 0.35  # of the size, from the middle of a line to its baseline
BOLD = 1.08
RIM = 0.25  # of the size of the letters
LEFT_TO_RIGHT, RIGHT_TO_LEFT, ISOLATE_END = "\u2066", "\u2067", "\u2069"
MORE = " …"
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
ARABIC_FONT = '"Noto Sans Arabic", "Segoe UI", sans-serif'
CHINESE_FONT = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
ARABIC_RUN = re.compile(rf"([{ARABIC}]+(?: +[{ARABIC}]+)*)")
CHINESE_LETTER = re.compile(f"[{CHINESE}]")
# A line of Chinese never begins with the first and never ends with the others.
CLOSING, OPENING = "，。；：、！？）》」』”’%‰", "（《「『"
PART = re.compile(r"[^/?&=,]*[/?&=,]|[^/?&=,]+")
# Nor does a line break at a space that forbids it, as before French signs and within numbers, or
# between a number and its unit or year.
UNIT = rf"(?:(?<=\d)(?: [kMG]B[^ \n{CHINESE}]*|[年月日]))?"
TOKEN = re.compile(rf"[{OPENING}]*(?:[{CHINESE}]|[^ \n{CHINESE}]+{UNIT})[{CLOSING}]*|[ \n]+")


@dataclass(frozen=True, slots=True)
class Type:
    """How letters look: size in units of the picture, colour, bold or not."""

    size: float
    colour: str
    bold: bool = False

    def width(self, text: str) -> float:
        """About how wide a line is."""
        return self.scaled(width(text))

    def of_text(self, text: str) -> float:
        """How wide a line of running text is, a nearer estimate."""
        return self.scaled(text_width(text))

    def scaled(self, width: float) -> float:
        """A width of letters of `FONT_SIZE` in letters of this type."""
        return width * self.size / FONT_SIZE * (BOLD if self.bold else 1)

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * LEADING


def wrapped(text: str, room: float, type_: Type) -> list[str]:
    """The text in lines no wider than `room`; a single word that is wider keeps its line."""
    return balanced(["".join(tokens).rstrip() for tokens in _lines(text, room, type_)])


def shortened(text: str, room: float, type_: Type, most: int) -> str:
    """The text, or as much of it as so many lines hold with a sign that there is more."""
    lines = [*_lines(text, room, type_)]
    if len(lines) <= most:
        return text
    last = lines[most - 1]
    while len(last) > 1 and type_.of_text("".join(last).rstrip() + MORE) > room:
        last.pop()
    kept = [token for line in lines[:most] for token in line]
    return balanced(["".join(kept).rstrip() + MORE])[0]


def _lines(text: str, room: float, type_: Type) -> Iterator[list[str]]:
    """The words and spaces of each line."""
    tokens, ends = _tokens(text.strip())
    start, most = 0, room / type_.scaled(1)
    while start < len(tokens):
        end = bisect_right(ends, (ends[start - 1] if start else 0.0) + most, start + 1)
        # Spaces between two lines stand at the end of the first.
        while end < len(tokens) and tokens[end].isspace():
            end += 1
        yield tokens[start:end]
        start = end


# The same text is tried in several sizes.
@lru_cache(maxsize=64)
def _tokens(text: str) -> tuple[list[str], list[float]]:
    """What a text can be broken into, words and spaces, and where each ends in letters of `FONT_SIZE`."""
    tokens = TOKEN.findall(text)
    return tokens, [*accumulate(map(text_width, tokens))]


def broken(text: str, room: float, type_: Type) -> list[str]:
    """An address in lines no wider than `room`, after a sign or anywhere: none of it may get lost."""
    lines = [""]
    for part in PART.findall(text):
        if lines[-1] and type_.of_text(lines[-1] + part) > room:
            lines.append("")
        for letter in part if type_.of_text(part) > room else [part]:
            if lines[-1] and type_.of_text(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return lines


def _content(text: str) -> tuple[str, str | None]:
    """What stands inside a text element, and the font of the element.

    A line with Chinese has its font throughout. One with Arabic is isolated and begins in the Arabic
    font, of which resvg keeps the ligatures; the runs between have the other font.
    """
    written = escape(text, quote=False)
    if text.isascii() or not ARABIC_RUN.search(text):
        return written, CHINESE_FONT if CHINESE_LETTER.search(text) else None
    first = next(bidirectional(letter) for letter in text if letter.isalpha())
    opening = RIGHT_TO_LEFT if first in {"R", "AL"} else LEFT_TO_RIGHT
    between, arabic = ARABIC_RUN.split(written)[::2], ARABIC_RUN.split(written)[1::2]
    others = [element("tspan", run, font_family=theme.FONT) if run else "" for run in between]
    content = "".join(other + run for other, run in zip(others, [*arabic, ""], strict=True))
    return f"{opening}{content}{ISOLATE_END}", ARABIC_FONT


def line(text: str, x: float, middle: float, type_: Type, align: str = "left") -> str:
    """One line of text whose middle is at height `middle`; `align` says what stands at `x`."""
    content, font = _content(text)
    return element(
        "text",
        content,
        font_family=font,
        x=x,
        y=middle + type_.size * MIDDLE,
        font_size=type_.size,
        fill=type_.colour,
        font_weight="700" if type_.bold else None,
        text_anchor=None if align == "left" else ANCHORS[align],
    )


def block(lines: list[str], x: float, top: float, type_: Type, align: str = "left") -> str:
    """Lines of text below each other, the first one's upper edge at `top`."""
    leading = type_.leading
    return "".join(
        [line(text, x, top + (k + 0.5) * leading, type_, align) for k, text in enumerate(lines)]
    )


def rimmed(drawn: str, size: float, **attributes: str) -> str:
    """Text with a rim of paper, which keeps letters of this size apart from what they stand on."""
    return element(
        "g",
        drawn,
        **attributes,
        stroke=theme.PAPER,
        stroke_width=RIM * size,
        stroke_linejoin="round",
        paint_order="stroke",
    )


def paragraph(lines: list[str], edge: float, top: float, type_: Type, *, rtl: bool) -> str:
    """Lines of a text that begin at `edge`: at the right where the text runs from right to left.

    There a line does so too where it happens to hold no letter of that script.
    """
    if not rtl:
        return block(lines, edge, top, type_)
    turned = [f"{RIGHT_TO_LEFT}{text}{ISOLATE_END}" for text in lines]
    return block(turned, edge, top, type_, "right")


def marked_up(text: str) -> tuple[list[str], bool]:
    """The lines of a label of plotly, and whether it is bold: "<b>a<br>b</b>"."""
    bold = "<b>" in text
    return [re.sub(r"</?\w+[^>]*>", "", part) for part in text.split("<br>")], bold
