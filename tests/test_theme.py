"""Colours mean the same everywhere and can be told apart."""

import re
from itertools import combinations, pairwise
from math import dist
from pathlib import Path

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.catalogue import catalogue
from dashboard.theme import contrast, luminance


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#000000", 21), ("#0000ff", 8.59), ("#767676", 4.54), ("#777777", 4.48), ("#ff0000", 4)],
)
def test_contrast_is_that_of_the_guidelines(colour: str, ratio: float) -> None:
    """Well-known ratios on white, from either side."""
    assert contrast(colour, "#ffffff") == pytest.approx(ratio, abs=0.005)
    assert contrast("#ffffff", colour) == contrast(colour, "#ffffff")


@pytest.mark.parametrize("count", range(2, 8))
def test_classes_go_from_light_to_dark(count: int) -> None:
    """A higher class is always darker, so that maps can be read without seeing hues."""
    colours = theme.class_colours(count)
    assert len(colours) == count
    assert all(luminance(a) > 1.2 * luminance(b) for a, b in pairwise(colours))


def test_every_indicator_has_class_colours() -> None:
    """There are colours for as many classes as any indicator has."""
    for indicator in catalogue().indicators.values():
        assert len(indicator.class_limits) + 1 in theme.CLASSES, indicator.id


@pytest.mark.parametrize("count", range(2, 8))
def test_colour_scale_is_stepped(count: int) -> None:
    """The scale of a map has a step for no data and one for every class, without blending."""
    scale = theme.colour_scale(count)
    assert [colour for _, colour in scale[::2]] == [theme.NO_DATA, *theme.class_colours(count)]
    assert [edge for edge, _ in scale][0::2] == [k / (count + 1) for k in range(count + 1)]
    assert scale[-1][0] == 1


def test_no_data_and_outside_are_not_classes() -> None:
    """No data, areas of undetermined status and surroundings have tones of their own."""
    tones = {theme.NO_DATA, theme.NEUTRAL, theme.OUTSIDE}
    assert len(tones) == 3
    assert not tones & {colour for colours in theme.CLASSES.values() for colour in colours}


@pytest.mark.parametrize("scheme", catalogue().schemes)
def test_groups_of_a_comparison_differ(scheme: str) -> None:
    """No two groups of a comparison share a colour."""
    entry = catalogue().schemes[scheme]
    codes = (entry.reference, *entry.groups)
    assert len({theme.group_colour(code) for code in codes}) == len(codes)


def test_every_group_has_a_colour() -> None:
    """Every group of the catalogue can be drawn, and the world always looks the same."""
    assert all(theme.group_colour(code) for code in catalogue().groups)
    assert theme.group_colour("world") == theme.WORLD


def test_up_to_five_economies_are_strong() -> None:
    """Five chosen economies have a strong colour each, none of them one of a group."""
    codes = tuple(catalogue().economies)[:5]
    colours = set(theme.economy_colours(codes).values())
    assert len(colours) == 5
    assert not colours & {theme.group_colour(code, "escap") for code in catalogue().groups}


def test_of_more_economies_one_is_in_colour() -> None:
    """Of twelve, the one that was chosen first keeps its colour, and the others are grey."""
    codes = tuple(catalogue().economies)[:12]
    colours = theme.economy_colours(codes)
    assert set(colours) == set(codes)
    assert colours[codes[0]] == theme.economy_colours(codes[:1])[codes[0]]
    assert {colours[code] for code in codes[1:]} == {theme.GREY}


def test_the_own_region_is_the_accent_and_the_world_black() -> None:
    """The region of a view stands out from the other groups; the world does not change with it."""
    assert theme.group_colour("escap", "escap") == theme.ACCENT
    assert theme.group_colour("escap", "eclac") in theme.QUIET
    assert theme.group_colour("world", "world") == theme.group_colour("world", "escap")
    assert luminance(theme.WORLD) < 0.01


LINES = [*theme.CATEGORICAL, *theme.QUIET, *theme.STRONG, theme.GREY, theme.ACCENT, theme.WORLD]
GROUNDS = {"light": "#ffffff", "print": "#ffffff", "dark": "#14181c"}


@pytest.mark.parametrize("palette", GROUNDS)
@pytest.mark.parametrize("colour", LINES)
def test_a_line_is_seen_and_its_name_read(colour: str, palette: str) -> None:
    """On each ground a line has the contrast of 3 that WCAG asks of graphics, its name that of text."""
    line, name = (theme.in_palette(one, palette) for one in (colour, theme.text_colour(colour)))
    assert contrast(name, GROUNDS[palette]) >= 4.5
    if colour not in theme.CATEGORICAL:
        assert contrast(line, GROUNDS[palette]) >= 2.6 if colour == theme.GREY else 3


def lab(colour: str) -> tuple[float, float, float]:
    """CIELAB (D65) of a colour."""
    r, g, b = linear(colour)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue without gamma."""
    red, green, blue = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    return tuple(  # type: ignore[return-value]
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    )


# Machado, Oliveira and Fernandes (2009), severity 1.0.
SEEN_BY = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopes": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopes": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopes": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def as_seen(colour: str, by: str) -> str:
    """A colour as colour-blind eyes see it."""
    rgb = linear(colour)
    seen = (sum(a * c for a, c in zip(row, rgb, strict=True)) for row in SEEN_BY[by])
    clipped = (min(1.0, max(0.0, c)) for c in seen)
    coded = (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in clipped)
    return "#" + "".join(f"{round(255 * c):02x}" for c in coded)


def apart(one: str, other: str, by: str) -> float:
    """The distance of two colours in CIELAB (1976)."""
    return dist(lab(as_seen(one, by)), lab(as_seen(other, by)))


@pytest.mark.parametrize("by", SEEN_BY)
@pytest.mark.parametrize("palette", GROUNDS)
@pytest.mark.parametrize("count", range(4, 8))
def test_classes_and_no_data_can_be_told_apart(count: int, palette: str, by: str) -> None:
    """No two of the classes, no data and neutral areas look alike, to any eyes, on any ground."""
    tones = [*theme.class_colours(count), theme.NO_DATA, theme.NEUTRAL]
    shown = [theme.in_palette(tone, palette) for tone in tones]
    near = {(a, b): apart(a, b, by) for a, b in combinations(shown, 2)}
    assert min(near.values()) >= 8, min(near, key=near.__getitem__)


@pytest.mark.parametrize("by", SEEN_BY)
def test_five_economies_can_be_told_apart(by: str) -> None:
    """No two of the strong colours look alike, nor one like the world or the own region."""
    tones = [*theme.STRONG, theme.WORLD, theme.ACCENT]
    near = {(a, b): apart(a, b, by) for a, b in combinations(tones, 2)}
    assert min(near.values()) >= 8, min(near, key=near.__getitem__)


@pytest.mark.parametrize("colour", [theme.ACCENT, theme.INK, theme.QUIET_INK, theme.WORLD])
def test_text_is_legible(colour: str) -> None:
    """Texts in the accent and ink colours stand out from white as WCAG AA asks."""
    assert contrast(colour, "#ffffff") >= 4.5


def test_placeholder_is_invisible() -> None:
    """Until a figure arrives nothing is drawn: no axes, no background."""
    figure = go.Figure(theme.placeholder())
    assert not figure.data
    assert figure.layout.xaxis.visible is False
    assert figure.layout.paper_bgcolor == "rgba(0,0,0,0)"


STYLES = Path(__file__).resolve().parent.parent / "assets"


def properties(sheet: str) -> dict[str, str]:
    """The custom properties of a style sheet with their values."""
    text = (STYLES / sheet).read_text(encoding="utf-8")
    return dict(re.findall(r"--([\w-]+): ([^;]+);", text))


def test_the_dark_theme_of_pages_is_that_of_pictures() -> None:
    """A page in the dark has the colours that dark pictures have, each named after its light one."""
    dark = properties("dark.css")
    changes = theme.changes_of("dark")
    named = {colour[1:]: to for colour, to in changes.items() if colour.startswith("#")}
    assert {
        name: value for name, value in dark.items() if re.fullmatch("[0-9a-f]{6}", name)
    } == named
    assert dark["veil"] == changes[theme.VEIL]
    light = properties("tokens.css")
    for name in ("ink", "accent", "paper", "land", "no-data", "neutral", "highlight", "hatch"):
        assert dark[name] == changes.get(light[name], light[name])


@pytest.mark.parametrize("sheet", ["tokens.css", "dark.css"])
def test_words_of_pages_can_be_read(sheet: str) -> None:
    """Every colour that a page writes in has the contrast of text on its papers; edges of fields that of marks."""
    own = properties("tokens.css") | properties(sheet)
    for ground in ("paper", "soft", "accent-soft"):
        for name in ("ink", "quiet", "accent", "good", "warning", "bad"):
            assert contrast(own[name], own[ground]) >= 4.5, (name, ground)
    assert contrast(own["paper"], own["accent"]) >= 4.5
    assert contrast(own["field"], own["paper"]) >= 3
    link = "#" + "".join(f"{int(part):02x}" for part in own["bs-link-color-rgb"].split(","))
    assert link == own["accent"]


def test_what_a_page_draws_follows_its_theme() -> None:
    """What changes in the dark is a property with its light colour, what does not change is plain."""
    assert theme.on_page("#23282d") == "var(--23282d,#23282d)"
    assert theme.on_page(f'<path fill="{theme.CLASSES[7][6]}"/>') == '<path fill="#0c2c84"/>'
    image = theme.as_image('<svg viewBox="0 0 1 1"><path fill="#e4e4e1" stroke="#0c2c84"/></svg>')
    assert image == (
        '<svg viewBox="0 0 1 1"><style>@media(prefers-color-scheme:dark)'
        "{svg:root{--e4e4e1:#4a5056}}</style>"
        '<path fill="var(--e4e4e1,#e4e4e1)" stroke="#0c2c84"/></svg>'
    )


@pytest.mark.parametrize("path", sorted(STYLES.glob("*.css")), ids=lambda path: path.name)
def test_styles_name_their_colours(path: Path) -> None:
    """Colours stand in the sheets of the themes alone; the room and forced colours have a paper of their own."""
    if path.name in ("tokens.css", "dark.css", "room.css", "access.css"):
        return
    bare = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    masks = re.sub(r"mask-image: [^;]+;", "", bare)
    assert (
        re.findall(r"#[0-9a-f]{3,8}\b|rgba?\([^)]*\)", masks.replace("rgb(0 0 0 / 45%)", "")) == []
    )
