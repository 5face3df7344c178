"""Colours of cells and points in pictures are those that the page shows."""

import re

import pytest

from dashboard.drawing.marks import scaled
from dashboard.faces import render
from dashboard.tables import tables
from dashboard.view import View

STEPPED = [[0, "#aa0000"], [0.5, "#aa0000"], [0.5, "#00bb00"], [1, "#00bb00"]]
RAMP = [[0, "#000000"], [1, "#646464"]]


@pytest.mark.parametrize(
    ("value", "scale", "colour"),
    [
        (0.2, STEPPED, "#aa0000"),
        (0.7, STEPPED, "#00bb00"),
        (0.0, STEPPED, "#aa0000"),
        (1.0, STEPPED, "#00bb00"),
        (0.5, RAMP, "#323232"),
        (1.0, RAMP, "#646464"),
        (9.0, RAMP, "#646464"),
    ],
)
def test_a_stepped_scale_is_not_mixed(
    value: float, scale: list[list[float | str]], colour: str
) -> None:
    """A value between two equal steps has exactly their colour; between two others a mixture."""
    assert scaled(value, scale, 0, 1) == colour


def test_cells_have_the_colours_of_their_key() -> None:
    """Every class of age on a picture is one that the key below it explains."""
    view = View(region="escap-pac", lang="en")
    drawing = render(view, "ages", "svg", tables())[0].decode()
    cells = set(re.findall(r'<path[^>]*fill="(#[0-9a-f]{6})"', drawing))
    keys = set(re.findall(r'<rect[^>]*fill="(#[0-9a-f]{6})" stroke=', drawing))
    assert len(keys) == 5
    assert len(cells & keys) >= 4
    assert cells - keys <= {"#ffffff"}
