"""What colours and marks mean, for the keys below a figure; data that every medium draws in its way.

Charts whose lines and points carry their names need none. Each function takes the subject and the
figure, which is empty where a chart is drawn on the shapes of the map. Never imports dash.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from dashboard import theme
from dashboard.figures.availability import age_colours, estimated
from dashboard.figures.change import BEFORE
from dashboard.figures.events import COLOURS, HOLLOW, SYMBOLS
from dashboard.figures.map import NO_DATA_CLASS, class_labels, shown
from dashboard.figures.multiples import behind
from dashboard.figures.scatter import SYMBOLS as CONTINENTS
from dashboard.text.availability import age_name
from dashboard.text.change import end_names
from dashboard.text.subject import Subject
from dashboard.text.trend import edition_name, edition_symbol, shown_editions, shown_groups

DOTTED, MEDIAN = "dot", "line-ns-open"
Figure = Mapping[str, Any]
MARK, BAND = theme.QUIET_INK, theme.mixed(theme.ACCENT, 2 * theme.SHADE_OPACITY)
# The marks of statuses in charts of lines and points, each with its words; drawn alike wherever they occur.
MARKS = {
    "diamond": "figures.status.estimated",
    f"circle{HOLLOW}": "figures.marks.filled",
    "line-ns-open": "figures.marks.break",
}
# The signs of a text that look like the marks of a figure.
SIGNS = {
    "": "■",
    "circle": "●",
    "square": "■",
    "diamond": "◆",
    "triangle-up": "▲",
    "cross": "✚",
    "x": "✕",
    "line-ns-open": "│",
    DOTTED: "┈",
    **{
        f"{name}{HOLLOW}": sign
        for name, sign in zip(("diamond", "square", "triangle-up"), "◇□△", strict=True)
    },
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


def map_keys(subject: Subject, _: Figure | None = None) -> list[Key]:
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
        keys.append(Key(pale, words("figures.marks.filled")))
    if silent:
        said = words("figures.keys.silent", number=words.number(silent))
        keys.append(Key(theme.LAND, said, hatched=True))
    without = sum(one.level == NO_DATA_CLASS for one in levels) - silent
    if without:
        number = words.number(without)
        keys.append(Key(theme.NO_DATA, words("figures.keys.no_data", number=number)))
    return [*keys, Key(theme.NEUTRAL, words("controls.browser.neutral"))]


def trend_keys(subject: Subject, figure: Figure) -> list[Key]:
    """What lies behind every panel, what is printed, and the marks of statuses.

    Lines in one plot have their names at their ends.
    """
    greys = [Key(colour, subject.group_label(code)) for code, colour in behind(subject).items()]
    printed = {
        edition_symbol(subject, series.source): edition_name(subject, series)
        for code in shown_groups(subject)
        for series in shown_editions(subject, code)
    }
    marks = mark_keys(subject, figure)
    return [*greys, *marks, *(Key(MARK, name, symbol) for symbol, name in printed.items())]


def strip_keys(subject: Subject, figure: Figure) -> list[Key]:
    """The statuses of points, and the bar of each row."""
    statuses = [key for key in mark_keys(subject, figure) if key.symbol != MEDIAN]
    bars = {symbol for trace in figure["data"] for symbol in _symbols(trace)} & {MEDIAN}
    return [*statuses, *(Key(theme.INK, subject.words("figures.median"), bar) for bar in bars)]


def mark_keys(subject: Subject, figure: Figure) -> list[Key]:
    """The quiet key of statuses: those marks alone that a figure has, in one order."""
    traces, words = figure["data"], subject.words
    symbols = {symbol for trace in traces for symbol in _symbols(trace)}
    found = [Key(MARK, words(said), symbol) for symbol, said in MARKS.items() if symbol in symbols]
    # A dotted line with a name is no stroke of another.
    strokes = [trace for trace in traces if not trace.get("name")]
    if any(one.get("line", {}).get("dash") == DOTTED and one["x"] for one in strokes):
        found.append(Key(MARK, words("figures.marks.dotted"), DOTTED))
    if any(trace.get("meta") == "band" for trace in traces):
        found.append(Key(BAND, words("figures.marks.band")))
    return found


def _symbols(trace: Mapping[str, Any]) -> list[str]:
    """The symbols of the points that a trace has."""
    symbols = trace.get("marker", {}).get("symbol", "circle")
    if isinstance(symbols, str):
        return [symbols] if trace["x"] else []
    return [symbol for symbol, y in zip(symbols, trace["y"], strict=True) if y is not None]


def timeline_keys(subject: Subject, _: Figure | None = None) -> list[Key]:
    """The mark of each status."""
    words = subject.words
    return [
        Key(COLOURS[status], words(f"pages.programmes.keys.{status}"), symbol)
        for status, symbol in SYMBOLS.items()
    ]


def events_keys(subject: Subject, _: Figure | None = None) -> list[Key]:
    """The same, what is hollow, and the areas that are not coloured."""
    words, circle = subject.words, SYMBOLS["held"]
    hollow = Key(COLOURS["held"], words("pages.programmes.keys.country"), f"{circle}{HOLLOW}")
    neutral = Key(theme.NEUTRAL, words("controls.browser.neutral"))
    return [*timeline_keys(subject), hollow, neutral]


def age_keys(subject: Subject, _: Figure | None = None) -> list[Key]:
    """The colours of the ages, the most recent first, and the dot of estimates."""
    steps = reversed([*enumerate(age_colours())])
    ages = [Key(colour, age_name(subject, step)) for step, colour in steps]
    if not estimated(subject):
        return ages
    return [*ages, Key(theme.INK, subject.words("figures.status.estimated"), f"circle{HOLLOW}")]


def continent_keys(subject: Subject, _: Figure | None = None) -> list[Key]:
    """Shape and colour of each continent, and what is hollow."""
    hollow = Key(theme.INK, subject.words("pages.ranking.hollow"), f"circle{HOLLOW}")
    marks = [
        Key(theme.group_colour(region, subject.view.region), subject.group_label(region), symbol)
        for region, symbol in CONTINENTS.items()
    ]
    return [*marks, hollow]


def end_keys(subject: Subject) -> list[Key]:
    """The older and the newer value."""
    names = end_names(subject)
    return [Key(BEFORE, names["start"], "circle"), Key(theme.ACCENT, names["end"], "circle")]


def change_keys(subject: Subject, figure: Figure) -> list[Key]:
    """The older and the newer value, and the newer one of highlighted economies."""
    keys = end_keys(subject)
    colours = {c for one in figure["data"] for c in one.get("marker", {}).get("color", ())}
    if theme.HIGHLIGHT in colours:
        keys.append(Key(theme.HIGHLIGHT, subject.words("controls.economies.label"), "circle"))
    return keys
