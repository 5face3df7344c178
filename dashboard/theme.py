"""How everything looks: colours, fonts and the layout that all figures share; imports the catalogue only.

The classes of a map go from light to dark and stay apart for colour-blind eyes (ColorBrewer YlGnBu,
its lightest step a little darker so that it shows on white). Lines use the Okabe-Ito set without
yellow and black; a group has the same colour in every chart.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from dashboard.catalogue import catalogue

PAPER = "#ffffff"
ACCENT = "#0b5d92"
INK = "#23282d"
QUIET_INK = "#5b646d"
GRID = "#e3e6e8"
WORLD = "#4a5056"
NO_DATA = "#e4e4e1"
NEUTRAL = "#c9c9c6"
OUTSIDE = "#f1f1ef"
BORDER = "#ffffff"
BOUNDARY = "#6f767c"
HIGHLIGHT = "#d55e00"
VEIL = "rgba(255,255,255,0.75)"
FILLED_OPACITY = 0.55
SHADE_OPACITY = 0.13

HEX = re.compile("#[0-9a-f]{6}")
# What changes in pictures for dark slides, and on paper; classes and lines keep their colours.
PALETTES: dict[str, dict[str, str]] = {
    "light": {},
    "dark": {
        PAPER: "#14181c",
        ACCENT: "#6cb6e8",
        INK: "#f1f3f5",
        QUIET_INK: "#b3bcc4",
        GRID: "#3a4249",
        WORLD: "#d5dade",
        NO_DATA: "#4a5056",
        NEUTRAL: "#6b7177",
        OUTSIDE: "#242a2f",
        BOUNDARY: "#aab2b9",
        VEIL: "rgba(20,24,28,0.75)",
    },
    "print": {ACCENT: "#000000", INK: "#000000", QUIET_INK: "#333333", GRID: "#cccccc"},
}

FONT = (
    'system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", '
    '"PingFang SC", "Microsoft YaHei", sans-serif'
)

# Blue, vermillion, bluish green, reddish purple, orange, sky blue.
CATEGORICAL = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
# The order for regions, so that few look like the two sides of a comparison; wine is Paul Tol's.
REGIONAL = (*CATEGORICAL[2:], "#882255", *CATEGORICAL[:2])

CLASSES: dict[int, tuple[str, ...]] = {
    2: ("#c7e9b4", "#225ea8"),
    3: ("#eaf2b1", "#7fcdbb", "#2c7fb8"),
    4: ("#f4f2b6", "#a1dab4", "#41b6c4", "#225ea8"),
    5: ("#f4f2b6", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"),
    6: ("#f4f2b6", "#bde2ab", "#7fcdbb", "#41b6c4", "#2c7fb8", "#253494"),
    7: ("#f4f2b6", "#bde2ab", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#0c2c84"),
}


def class_colours(count: int) -> tuple[str, ...]:
    """The colours of `count` classes (2 to 7), from low to high."""
    return CLASSES[count]


def colour_scale(count: int) -> list[list[float | str]]:
    """A stepped plotly colour scale: no data (class -1), then `count` classes."""
    colours = (NO_DATA, *class_colours(count))
    steps = len(colours)
    return [[edge / steps, colour] for k, colour in enumerate(colours) for edge in (k, k + 1)]


@cache
def _group_colours() -> dict[str, str]:
    """Groups of a comparison first, in its order; then the other groups, in order of their kind.

    Families of regions have an order of their own.
    """
    world = catalogue().world
    colours = {world: WORLD}
    for scheme in catalogue().schemes.values():
        order = REGIONAL if scheme.reference == world else CATEGORICAL
        _assign(colours, (scheme.reference, *scheme.groups), order)
    siblings: dict[tuple[str, str], list[str]] = {}
    for group in catalogue().groups.values():
        siblings.setdefault((group.kind, group.parent), []).append(group.code)
    for family in siblings.values():
        _assign(colours, family, REGIONAL)
    return colours


def _assign(colours: dict[str, str], family: Sequence[str], order: Sequence[str]) -> None:
    """Give every group of a family that has no colour yet one that no other of the family has."""
    for place, code in enumerate(family):
        taken = {colours.get(other) for other in family}
        free = [colour for colour in order if colour not in taken]
        colours.setdefault(code, free[0] if free else order[place % len(order)])


def group_colour(code: str) -> str:
    """The colour of a group, the same in every chart."""
    return _group_colours()[code]


def economy_colours(codes: tuple[str, ...], taken: Collection[str]) -> dict[str, str]:
    """Colours of highlighted economies, other than the `taken` ones while there are enough."""
    colours: dict[str, str] = {}
    for place, code in enumerate(codes):
        used = {*taken, *colours.values()}
        free = [colour for colour in CATEGORICAL if colour not in used]
        free = free or [c for c in CATEGORICAL if c not in colours.values()]
        colours[code] = free[0] if free else CATEGORICAL[place % len(CATEGORICAL)]
    return colours


def in_palette(drawing: str, palette: str) -> str:
    """An SVG drawing in the colours of one of `PALETTES`."""
    changes = PALETTES[palette]
    if not changes:
        return drawing
    drawing = drawing.replace(VEIL, changes.get(VEIL, VEIL))
    return HEX.sub(lambda found: changes.get(found[0], found[0]), drawing)


def mixed(colour: str, opacity: float) -> str:
    """A colour as it looks on paper at this opacity."""
    channels = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (c - 255) * opacity):02x}" for c in channels)


def layout(**more: Any) -> dict[str, Any]:
    """The layout that all figures share: transparent, system fonts, no legend, and `more`."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": INK},
        "showlegend": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        **more,
    }


def placeholder() -> dict[str, Any]:
    """The figure that stands until the first one arrives: transparent and without axes."""
    hidden = {"visible": False, "fixedrange": True}
    return {"data": [], "layout": layout(xaxis=hidden, yaxis=hidden)}
