"""The keys below a figure that is a picture: classes of a map with their "no data", marks of events.

Charts whose lines and points carry their names need none. Never imports dash.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dashboard import theme
from dashboard.drawing import letters
from dashboard.drawing.letters import Type
from dashboard.drawing.marks import points
from dashboard.drawing.svg import element
from dashboard.figures.events import COLOURS, HOLLOW, SMALLEST, SYMBOLS
from dashboard.figures.map import class_labels
from dashboard.text.subject import Subject, frame_series, value_place

KEY_WIDTH, KEY_HEIGHT = 26, 11
BETWEEN, LINE = 16, 22
LABEL = Type(11, theme.INK)


class Key(NamedTuple):
    """A colour and what it means; with `symbol` a mark of that colour, else a box."""

    colour: str
    text: str
    symbol: str = ""


def legend(chart: str, subject: Subject, width: float) -> tuple[str, float]:
    """The keys in lines of this width, and the height that they take; nothing for most charts."""
    keys = KEYS[chart](subject) if chart in KEYS else []
    return _drawn(keys, width, rtl=subject.words.direction == "rtl")


def map_keys(subject: Subject) -> list[Key]:
    """Colour and words of each class, then of filled values, of no data and of neutral areas."""
    words, limits = subject.words, subject.indicator.class_limits
    colours = theme.class_colours(len(limits) + 1)
    pale = theme.mixed(colours[-2], theme.FILLED_OPACITY)
    without = words("figures.keys.no_data", number=words.number(_without(subject)))
    return [
        *map(Key, colours, class_labels(subject)),
        Key(pale, words("controls.browser.filled")),
        Key(theme.NO_DATA, without),
        Key(theme.NEUTRAL, words("controls.browser.neutral")),
    ]


def timeline_keys(subject: Subject) -> list[Key]:
    """The mark of each status, as the page explains them."""
    words = subject.words
    return [
        Key(COLOURS[status], words(f"pages.programmes.keys.{status}"), symbol)
        for status, symbol in SYMBOLS.items()
    ]


def events_keys(subject: Subject) -> list[Key]:
    """The same, what is hollow, and the areas that are not coloured."""
    words, circle = subject.words, SYMBOLS["held"]
    hollow = Key(COLOURS["held"], words("pages.programmes.keys.country"), f"{circle}{HOLLOW}")
    neutral = Key(theme.NEUTRAL, words("controls.browser.neutral"))
    return [*timeline_keys(subject), hollow, neutral]


def _without(subject: Subject) -> int:
    """How many economies of the map have no value for its year."""
    table, at = subject.table, subject.table.year_index(subject.view.year)
    series = frame_series(table, subject.in_frame())
    age = subject.indicator.max_age
    known = sum(value_place(s, table.years, at, age) is not None for s in series.values())
    return len(subject.in_frame()) - known


KEYS: dict[str, Callable[[Subject], Sequence[Key]]] = {
    "map": map_keys,
    "events": events_keys,
    "timeline": timeline_keys,
}


def _drawn(keys: Sequence[Key], width: float, *, rtl: bool) -> tuple[str, float]:
    drawn, x, y = "", 0.0, 0.0
    for key in keys:
        wide = KEY_WIDTH + 6 + LABEL.width(key.text)
        if x and x + wide > width:
            x, y = 0.0, y + LINE
        middle = y + LINE / 2
        box = width - x - KEY_WIDTH if rtl else x
        words = width - x - KEY_WIDTH - 6 if rtl else x + KEY_WIDTH + 6
        drawn += _sign(key, box, middle)
        drawn += letters.line(key.text, words, middle, LABEL, "right" if rtl else "left")
        x += wide + BETWEEN
    return drawn, y + LINE if keys else 0.0


def _sign(key: Key, left: float, middle: float) -> str:
    """The mark or the box of a key."""
    if key.symbol:
        marker = {
            "symbol": key.symbol,
            "size": SMALLEST,
            "color": key.colour,
            "line": {"width": 1.5, "color": key.colour},
        }
        return "".join(points({"marker": marker}, [(left + KEY_WIDTH / 2, middle)]))
    return element(
        "rect",
        x=left,
        y=middle - KEY_HEIGHT / 2,
        width=KEY_WIDTH,
        height=KEY_HEIGHT,
        fill=key.colour,
        stroke=theme.GRID,
    )
