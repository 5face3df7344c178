"""The ids of all components that callbacks read or write; imports nothing of the dashboard.

A plain id is a member of `Ids`; components that come in numbers have a pattern id, built by one of
the functions below (a test forbids literal ids everywhere else). The browser's scripts read the
names they need from the store `Ids.FACTS`, so they hold no literals either.
"""

import json
from enum import StrEnum
from typing import Any

PatternId = dict[str, Any]
# A text in a layout, a wildcard (ALL, MATCH) in a callback.
Key = object


class Ids(StrEnum):
    """One member a component; layouts and callbacks use these and no literals."""

    VIEW = "view"
    FACTS = "facts"
    MAIN = "main"
    KEYS = "figure-keys"
    MAP = "map-figure"
    MAP_LEGEND = "map-legend"
    SCATTER = "scatter-figure"
    CHIPS = "economy-chips"
    OWN = "own-pages"
    YEAR = "year"
    YEAR_TYPED = "year-typed"
    YEAR_FIRST = "year-first"
    YEAR_LAST = "year-last"
    SPAN = "span"
    SPAN_FIRST = "span-first"
    SPAN_LAST = "span-last"
    PLAY = "play"
    TABLE = "data-table"
    TABLE_STATUS = "data-table-status"
    TABLE_TITLE = "data-table-title"
    TABLE_SOURCE = "data-table-source"
    TABLE_SEARCH = "data-table-search"
    DOWNLOAD = "data-download"
    PACK_LANGUAGES = "pack-languages"
    PACK_MAKE = "pack-make"
    PACK_FILE = "pack-file"
    PACK_STATUS = "pack-status"
    RANKING = "ranking-table"
    RANKING_TITLE = "ranking-title"
    RANKING_SENTENCE = "ranking-sentence"
    RANKING_ORDER = "ranking-order"
    RANKING_SOURCE = "ranking-source"
    RANKING_DOWNLOAD = "ranking-download"


def dom_id(identity: str | PatternId) -> str:
    """The id of an element as Dash writes it into the page, for attributes that refer to it."""
    if isinstance(identity, str):
        return identity
    return json.dumps(identity, sort_keys=True, separators=(",", ":"))


def caption(chart: str, part: str) -> PatternId:
    """A part (title, subtitle, sentence, source, notes) of a figure with a script of its own."""
    return {"caption": chart, "part": part}


def plain(chart: Key, of: Key, part: str) -> PatternId:
    """A part of a figure that is shown as its face has it: its plot (figure) or its caption.

    `of` is a query string with what the figure holds fast of the view, "" where it follows it all.
    """
    return {"chart": chart, "of": of, "part": part}


def panel(chart: Key, of: Key, part: str) -> PatternId:
    """A part of a panel, a chart beside others of the same year: picture, lines, title, sentence."""
    return {"panel": chart, "of": of, "part": part}


def way(path: Key, of: Key, part: Key) -> PatternId:
    """A link of the part `part` of a page to the page at `path`, which keeps the view but for `of`."""
    return {"way": path, "of": of, "part": part}


def control(name: Key) -> PatternId:
    """The native control (select, checkbox, input) of a parameter of the view."""
    return {"control": name}


def picker(name: Key, part: str) -> PatternId:
    """A part of the picker of a parameter: open, label, search, options."""
    return {"picker": name, "part": part}


def choice(name: Key, value: Key) -> PatternId:
    """A button that sets the parameter `name` to `value`, or adds and removes an economy."""
    return {"choose": name, "value": value}


def nav(path: Key) -> PatternId:
    """A link of the header to the page at `path`, which keeps the view."""
    return {"nav": path}


def language(lang: Key) -> PatternId:
    """A link of the header to the same view in another language."""
    return {"language": lang}
