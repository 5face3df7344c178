"""Colours mean the same everywhere and can be told apart."""

from itertools import pairwise

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.catalogue import catalogue


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    channels = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2 between two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


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


def test_highlighted_economies_avoid_the_colours_of_groups() -> None:
    """Economies take colours that no line has yet, as long as there are any."""
    taken = theme.CATEGORICAL[:3]
    colours = theme.economy_colours(("KIR", "FJI", "MNG"), taken)
    assert set(colours.values()) == set(theme.CATEGORICAL[3:])


def test_twelve_economies_have_colours() -> None:
    """As many economies as may be highlighted get a colour each."""
    codes = tuple(catalogue().economies)[:12]
    assert set(theme.economy_colours(codes, ())) == set(codes)


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
