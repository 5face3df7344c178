"""How far apart the colours of maps are (CIEDE2000), for all eyes, in the light, in the dark and in grey.

The formulas stand here, and are held to published numbers; what is measured are the colours as shown.
"""

from itertools import combinations, pairwise
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from dashboard import theme
from tests.test_theme import SEEN_BY, as_seen, lab, luminance

GROUNDS = {"light": "#ffffff", "dark": "#14181c"}
ALL_CLASSES = sorted({colour for colours in theme.CLASSES.values() for colour in colours})
PALE = 0.55


def difference(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """CIEDE2000 of two colours in CIELAB (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    wider = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = hypot(a1 * wider, b1), hypot(a2 * wider, b2)
    h1, h2 = (degrees(atan2(b, a * wider)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn, middle = h2 - h1, (h1 + h2) / 2
    if not c1 * c2:
        turn, middle = 0.0, h1 + h2
    elif abs(turn) > 180:
        turn -= 360 if turn > 0 else -360
        middle += 180 if h1 + h2 < 360 else -180
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    weight = 1.0
    for part, times, shift in ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.2, 4, -63)):
        weight += part * cos(radians(times * middle + shift))
    by_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * weight)
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7))
    rotation *= sin(radians(60 * exp(-(((middle - 275) / 25) ** 2))))
    return sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_formula_gives_the_published_numbers(
    one: tuple[float, ...], other: tuple[float, ...], published: float
) -> None:
    """Pairs of the article's table that meet each of its cases."""
    assert difference(one, other) == pytest.approx(published, abs=5e-5)


def over(colour: str, ground: str) -> str:
    """A pale colour as it looks on its paper."""
    pairs = ((int(colour[k : k + 2], 16), int(ground[k : k + 2], 16)) for k in (1, 3, 5))
    return "#" + "".join(f"{round(under + (c - under) * PALE):02x}" for c, under in pairs)


def grey(colour: str) -> str:
    """A colour as a printer without colours has it."""
    y = luminance(colour)
    level = round(255 * (12.92 * y if y <= 0.0031308 else 1.055 * y ** (1 / 2.4) - 0.055))
    return f"#{level:02x}{level:02x}{level:02x}"


def apart(one: str, other: str, by: str) -> float:
    """The difference of two colours as somebody sees them."""
    seen = (grey(c) if by == "grey" else as_seen(c, by) for c in (one, other))
    return difference(*map(lab, seen))


@pytest.mark.parametrize("by", SEEN_BY)
@pytest.mark.parametrize("theme_name", GROUNDS)
def test_classes_can_be_told_apart(theme_name: str, by: str) -> None:
    """Any two classes of a map differ by 4.8 at least, twice what is just seen side by side."""
    for colours in theme.CLASSES.values():
        shown = [theme.in_palette(c, theme_name) for c in colours]
        assert min(apart(a, b, by) for a, b in combinations(shown, 2)) >= 4.8


@pytest.mark.parametrize("by", SEEN_BY)
@pytest.mark.parametrize("theme_name", GROUNDS)
def test_no_data_is_no_class_and_no_pale_one(theme_name: str, by: str) -> None:
    """No data and undetermined areas differ by 5 from every class, full or pale, and all that is around."""
    ground = GROUNDS[theme_name]
    classes = [theme.in_palette(c, theme_name) for c in ALL_CLASSES]
    around = [theme.in_palette(theme.OUTSIDE, theme_name), ground]
    nothing, neutral = (theme.in_palette(c, theme_name) for c in (theme.NO_DATA, theme.NEUTRAL))
    others = [*classes, *(over(c, ground) for c in classes), *around]
    for tone, more in ((nothing, neutral), (neutral, nothing)):
        near = {other: apart(tone, other, by) for other in (*others, more)}
        assert min(near.values()) >= 5, min(near, key=near.__getitem__)


@pytest.mark.parametrize("by", SEEN_BY)
@pytest.mark.parametrize(("theme_name", "least"), [("light", 2.6), ("dark", 6.5)])
def test_a_pale_class_is_not_the_full_one(theme_name: str, least: float, by: str) -> None:
    """A filled value can be told from one of its own class, and from the paper below it."""
    assert theme.FILLED_OPACITY == PALE
    ground = GROUNDS[theme_name]
    for colour in (theme.in_palette(c, theme_name) for c in ALL_CLASSES):
        assert apart(colour, over(colour, ground), by) >= least
        assert apart(ground, over(colour, ground), by) >= least


def test_a_print_without_colours_keeps_the_order_of_classes() -> None:
    """In grey neighbours differ by 5, no data by 3 from every class; pale ones are told by their notes."""
    for colours in theme.CLASSES.values():
        assert min(apart(a, b, "grey") for a, b in pairwise(colours)) >= 5
        assert min(apart(theme.NO_DATA, c, "grey") for c in colours) >= 3
