"""How everything looks: colours, fonts and the layout that all figures share; imports the catalogue only.

The classes of a map go from light to dark and stay apart for colour-blind eyes (ColorBrewer YlGnBu,
its lightest step a little darker so that it shows on white). The world is black, the own region of a view
the accent, other groups are quiet; up to five economies are strong, and of more all but the first grey.
What a line is called is written in the text twin of its colour (`text_colour`), which has contrast enough.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from dashboard.catalogue import catalogue

THEMES = ("light", "dark")  # that a page may be asked for by its address
PAPER = "#ffffff"
DARK = "#14181c"  # the paper of dark pages and pictures
ACCENT = "#0b5d92"
INK = "#23282d"
QUIET_INK = "#5b646d"
GRID = "#e3e6e8"
WORLD = "#101214"
LAND = "#e4e4e1"  # below a hatch, or marks
NO_DATA = "#bab29f"  # between the classes for all eyes, and no paler one looks like it
NEUTRAL = "#a3a3a0"
OUTSIDE = "#f1f1ef"
BORDER = "#ffffff"
BOUNDARY = "#6f767c"
HIGHLIGHT = "#d55e00"
VEIL = "rgba(255,255,255,0.75)"
FILLED_OPACITY = 0.55
SHADE_OPACITY = 0.13

HEX = re.compile("#[0-9a-f]{6}")
# What changes in the dark, and on paper; classes keep their colours, and lines as far as they can be read.
PALETTES: dict[str, dict[str, str]] = {
    "light": {},
    "dark": {
        PAPER: DARK,
        ACCENT: "#6cb6e8",
        INK: "#f1f3f5",
        QUIET_INK: "#b3bcc4",
        GRID: "#3a4249",
        WORLD: "#fafbfc",
        LAND: "#4a5056",
        NO_DATA: "#4a5056",
        NEUTRAL: "#98a0a4",
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
# Groups recede behind the world, the own region and economies.
QUIET = ("#6f87a6", "#a98a5f", "#6d9a84", "#a0789b", "#b98174", "#8b9452", "#5f8fa3")
# Up to five economies, and what is left of more.
STRONG = ("#d55e00", "#18a860", "#7818f0", "#d860a8", "#6078f0")
GREY = "#9aa1a8"
# The order for regions, so that few look like the two sides of a comparison.
REGIONAL = (*QUIET[2:], *QUIET[:2])
AA = 4.5  # the contrast that WCAG asks of text

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
        order = REGIONAL if scheme.reference == world else QUIET
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


def group_colour(code: str, own: str = "") -> str:
    """The colour of a group, the same in every chart of a view; `own` is the region of the view."""
    is_own = code == own != catalogue().world
    return ACCENT if is_own else _group_colours()[code]


def economy_colours(codes: tuple[str, ...]) -> dict[str, str]:
    """Colours of highlighted economies: strong ones for five, of more all are grey but the first."""
    if len(codes) > len(STRONG):
        return {code: GREY if place else STRONG[0] for place, code in enumerate(codes)}
    return dict(zip(codes, STRONG, strict=False))


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    channels = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2 between two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def text_colour(colour: str, ground: str = PAPER) -> str:
    """The text twin of a colour: as near to it as has the contrast of `AA` on white, or on another ground."""
    towards = 0 if luminance(ground) > 0.5 else 255
    twins = (_towards(colour, towards, step / 50) for step in range(51))
    return next(twin for twin in twins if contrast(twin, ground) >= AA)


def _towards(colour: str, end: int, share: float) -> str:
    channels = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return "#" + "".join(f"{round(c + (end - c) * share):02x}" for c in channels)


@cache
def changes_of(palette: str) -> dict[str, str]:
    """What changes in a palette; on dark ground also lines and their text twins, as far as they must.

    Of what the keys show as pale, it is the paper that shines through.
    """
    changes = PALETTES[palette]
    if palette != "dark":
        return changes
    lines = [*CATEGORICAL, *QUIET, *STRONG, GREY]
    lighter = {c: text_colour(c, DARK) for c in (*lines, *map(text_colour, lines))}
    classes = {c for colours in CLASSES.values() for c in colours}
    pale = {mixed(c, FILLED_OPACITY): mixed(c, FILLED_OPACITY, DARK) for c in sorted(classes)}
    return {c: to for c, to in {**lighter, **pale, **changes}.items() if c != to}


def in_palette(drawing: str, palette: str) -> str:
    """An SVG drawing in the colours of one of `PALETTES`."""
    changes = changes_of(palette)
    if not changes:
        return drawing
    drawing = drawing.replace(VEIL, changes.get(VEIL, VEIL))
    return HEX.sub(lambda found: changes.get(found[0], found[0]), drawing)


def on_page(drawing: str) -> str:
    """A colour, or a drawing, as a page has it: what changes in the dark is a custom property.

    `assets/dark.css` has their dark values; else each is the colour that it is named after.
    """
    changes = changes_of("dark")
    drawing = drawing.replace(VEIL, f"var(--veil,{VEIL})")
    return HEX.sub(lambda found: _property(found[0]) if found[0] in changes else found[0], drawing)


def _property(colour: str) -> str:
    return f"var(--{colour[1:]},{colour})"


def as_image(drawing: str) -> str:
    """An SVG that is an image of a page: it has its dark colours itself.

    It takes them where the page is dark, for an image has the colour scheme of its element. The page
    itself, into which some are put, is no `svg:root`.
    """
    changes = changes_of("dark")
    used = sorted({colour for colour in HEX.findall(drawing) if colour in changes})
    dark = ";".join(f"--{colour[1:]}:{changes[colour]}" for colour in used)
    head, end, rest = on_page(drawing).partition(">")
    style = f"<style>@media(prefers-color-scheme:dark){{svg:root{{{dark}}}}}</style>"
    return f"{head}{end}{style}{rest}"


def mixed(colour: str, opacity: float, ground: str = PAPER) -> str:
    """A colour as it looks on paper, or on another ground, at this opacity."""
    pairs = ((int(colour[k : k + 2], 16), int(ground[k : k + 2], 16)) for k in (1, 3, 5))
    return "#" + "".join(f"{round(under + (c - under) * opacity):02x}" for c, under in pairs)


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
