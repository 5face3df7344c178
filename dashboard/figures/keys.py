"""What colours and marks mean, for the keys below a figure; data that every medium draws in its way.

Charts whose lines and points carry their names need none. Never imports dash.
"""

from typing import NamedTuple

from dashboard import theme
from dashboard.figures.availability import age_colours
from dashboard.figures.change import BEFORE
from dashboard.figures.events import COLOURS, HOLLOW, SYMBOLS
from dashboard.figures.map import NO_DATA_CLASS, class_labels, shown
from dashboard.figures.scatter import SYMBOLS as CONTINENTS
from dashboard.text.availability import age_name
from dashboard.text.change import end_names
from dashboard.text.subject import Subject

# The signs of a text that look like the marks of a figure.
SIGNS = {
    "": "■",
    "circle": "●",
    "square": "■",
    "diamond": "◆",
    "triangle-up": "▲",
    "cross": "✚",
    "x": "✕",
    f"circle{HOLLOW}": "○",
}


class Key(NamedTuple):
    """A colour and what it means; with `symbol` a mark of that colour, else a box, or a hatched one."""

    colour: str
    text: str
    symbol: str = ""
    hatched: bool = False

    @property
    def sign(self) -> str:
        """The letter that looks like the mark."""
        return SIGNS[self.symbol]


def map_keys(subject: Subject) -> list[Key]:
    """Each class that has members in the view's year, paler values, no data, and neutral areas."""
    words, limits = subject.words, subject.indicator.class_limits
    colours = theme.class_colours(len(limits) + 1)
    levels = shown(subject).values()
    silent = sum(one.silent for one in levels)
    held = {one.level for one in levels}
    classes = [*map(Key, colours, class_labels(subject))]
    keys = [key for level, key in enumerate(classes) if level in held]
    if any(one.pale for one in levels):
        pale = theme.mixed(colours[-2], theme.FILLED_OPACITY)
        keys.append(Key(pale, words("controls.browser.filled")))
    if silent:
        said = words("figures.keys.silent", number=words.number(silent))
        keys.append(Key(theme.LAND, said, hatched=True))
    without = sum(one.level == NO_DATA_CLASS for one in levels) - silent
    if without:
        number = words.number(without)
        keys.append(Key(theme.NO_DATA, words("figures.keys.no_data", number=number)))
    return [*keys, Key(theme.NEUTRAL, words("controls.browser.neutral"))]


def timeline_keys(subject: Subject) -> list[Key]:
    """The mark of each status."""
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


def age_keys(subject: Subject) -> list[Key]:
    """The colours of the ages, the most recent first."""
    steps = reversed([*enumerate(age_colours())])
    return [Key(colour, age_name(subject, step)) for step, colour in steps]


def continent_keys(subject: Subject) -> list[Key]:
    """Shape and colour of each continent, and what is hollow."""
    hollow = Key(theme.INK, subject.words("pages.ranking.hollow"), f"circle{HOLLOW}")
    marks = [
        Key(theme.group_colour(region, subject.view.region), subject.group_label(region), symbol)
        for region, symbol in CONTINENTS.items()
    ]
    return [*marks, hollow]


def change_keys(subject: Subject) -> list[Key]:
    """The older and the newer value."""
    names = end_names(subject)
    return [Key(BEFORE, names["start"], "circle"), Key(theme.ACCENT, names["end"], "circle")]
