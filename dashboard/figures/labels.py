"""Labels at the ends of lines: their place, so that none covers another, their lines and their width.

Knows no words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from textwrap import wrap
from typing import Any
from unicodedata import east_asian_width

from dashboard import theme
from dashboard.i18n import END

ISOLATES = re.compile("[\u2066-\u2069]")
FONT_SIZE = 12
# The share of the plot's height that a line of text takes, on the lowest plot that we draw.
LINE_SHARE = 0.058
LONGEST, SENTENCE = 20, 44
# A label at the end of a line is never cut: it has three lines, a little wider where that is enough,
# else more of them. A telephone has no room for wider ones.
END_LINES, WIDEST_END = 3, 22
# What a line does not break inside where it can be held: a short bracket.
BRACKET, HOLD = re.compile(r"\([^()]{1,20}\)"), "\u2060"
# What a label in Chinese is not broken inside: a bracket, a number with its unit.
UNBROKEN = re.compile("（[^）]*）|[!-~]+[年%]?|.")
# Pixels a letter of that size takes: Chinese, Latin, and what capitals and other alphabets add.
WIDE, NARROW, BROADER = 12.5, 6.7, 1.3
LATIN_END = "\u024f"


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A label for a line that ends at height `y` (a share of the plot's height)."""

    text: str
    y: float
    colour: str
    bold: bool = False


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Middles as near as can be to the `wanted` ones, in the same order, so that none overlap.

    The sum of squared moves is the smallest possible: neighbours that are too close share the move
    (pool adjacent violators, on the middles less their room).
    """
    order = sorted(range(len(wanted)), key=lambda k: wanted[k])
    steps = ((heights[a] + heights[b]) / 2 for a, b in pairwise(order))
    rooms = list(accumulate(steps, initial=0.0))
    blocks: list[tuple[float, int]] = []
    for k, room in zip(order, rooms, strict=False):
        total, size = wanted[k] - room, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / size:
            before, members = blocks.pop()
            total, size = total + before, size + members
        blocks.append((total, size))
    means = (total / size for total, size in blocks for _ in range(size))
    places = {k: mean + room for k, mean, room in zip(order, means, rooms, strict=False)}
    return [places[k] for k in range(len(wanted))]


def spread_within(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """`spread`, kept between 0 and 1; heights shrink when the labels cannot all fit."""
    shrink = min(1.0, 1.0 / (sum(heights) or 1.0))
    heights = [height * shrink for height in heights]
    places = spread(wanted, heights)
    order = sorted(range(len(places)), key=lambda k: places[k])
    floor = 0.0
    for k in order:
        places[k] = max(places[k], floor + heights[k] / 2)
        floor = places[k] + heights[k] / 2
    ceiling = 1.0
    for k in reversed(order):
        places[k] = min(places[k], ceiling - heights[k] / 2)
        ceiling = places[k] - heights[k] / 2
    return places


# The same names stand in figure after figure.
@lru_cache(1024)
def folded(text: str, longest: int = LONGEST) -> Sequence[str]:
    """The text on one line or two; what does not fit ends in an ellipsis.

    Chinese breaks before a bracket where there is one: its words have no spaces to break at.
    """
    if not any(map(_wide, text)):
        return balanced(wrap(text, longest, max_lines=2, placeholder=" …") or [""])
    room = longest * 3 // 5
    head, bracket, tail = text.rpartition("（")
    if len(text) > room and head and len(head) <= room:
        return [head, *wrap(bracket + tail, room, max_lines=1, placeholder="…")]
    return wrap(text, room, max_lines=2, placeholder="…")


def balanced(lines: Sequence[str]) -> list[str]:
    """Lines of a text that each close what they isolate; the next one opens anew what goes on in it.

    A renderer orders each line by itself: an isolate that is closed on the next line would turn it.
    """
    held, found = "", []
    for line in lines:
        start = held
        for letter in ISOLATES.findall(line):
            held = held[:-1] if letter == END else held + letter
        found.append(start + line + END * len(held))
    return found


@lru_cache(1024)
def end_lines(text: str) -> Sequence[str]:
    """All of the text of a label at the end of a line."""
    return in_so_many_lines(text, END_LINES, range(LONGEST, WIDEST_END + 1))


def in_so_many_lines(text: str, most: int, lengths: range) -> list[str]:
    """All of a text in so many lines at most, each as short as can be of these lengths, else the longest."""
    tried = (in_lines(text, longest) for longest in lengths)
    return next((lines for lines in tried if len(lines) <= most), in_lines(text, lengths[-1]))


def in_lines(text: str, longest: int) -> list[str]:
    """All of a text in lines of about so many letters."""
    if not any(map(_wide, text)):
        held = BRACKET.sub(lambda found: found[0].replace(" ", HOLD), text)
        lines = wrap(held, longest, break_long_words=False) or [""]
        return balanced([line.replace(HOLD, " ") for line in lines])
    lines = [""]
    for part in UNBROKEN.findall(text):
        if lines[-1] and len(lines[-1] + part) > longest * 3 // 5:
            lines.append("")
        lines[-1] += part
    return lines


def middle(text: str) -> dict[str, Any]:
    """A sentence in the middle of a plot without anything, as an annotation."""
    place = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False}
    return {**place, "text": "<br>".join(in_lines(text, SENTENCE))}


def _wide(letter: str) -> bool:
    return east_asian_width(letter) in "WF"


@lru_cache(8192)
def width(text: str) -> float:
    """About how many pixels a line of text takes: capitals and other alphabets take more."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if _wide(letter):
        return WIDE
    return NARROW + (BROADER if letter.isupper() else 0) + (BROADER if letter > LATIN_END else 0)


def margin(labels: Sequence[EndLabel]) -> int:
    """The pixels to leave free on the right for the labels."""
    lines = [line for label in labels for line in end_lines(label.text)]
    return round(12 + max(map(width, lines), default=0.0))


def annotations(labels: Sequence[EndLabel], panels: float = 1.0) -> list[dict[str, Any]]:
    """The labels as plotly annotations in the right margin, spread out.

    `panels` is how often the height of their panel goes into the height of the plot.
    """
    texts = [end_lines(label.text) for label in labels]
    heights = [LINE_SHARE * panels * len(lines) for lines in texts]
    places = spread_within([label.y for label in labels], heights)
    return [
        {
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": 6,
            "yref": "y domain",
            "y": round(place, 4),
            "yanchor": "middle",
            "align": "left",
            "showarrow": False,
            "text": ("<b>{}</b>" if label.bold else "{}").format("<br>".join(text)),
            "font": {"size": FONT_SIZE, "color": theme.text_colour(label.colour)},
        }
        for label, text, place in zip(labels, texts, places, strict=True)
    ]
