"""The names on a map as SVG, with a rim of paper that keeps them apart from what they stand on."""

from dashboard import theme
from dashboard.drawing import letters
from dashboard.drawing.letters import Type
from dashboard.figures.names import SIZE, Name, leader, names
from dashboard.formats.svg import element, polyline
from dashboard.text.subject import Subject

RIM = 0.25  # of the size of the letters


def names_drawing(subject: Subject, size: float = SIZE) -> str:
    """The names of a map in a group `map-names`, each with its leader in `data-name`; may be empty."""
    drawn = "".join(_name(name, Type(size, theme.INK)) for name in names(subject, size))
    if not drawn:
        return ""
    return element(
        "g",
        drawn,
        **{"class": "map-names"},
        stroke=theme.PAPER,
        stroke_width=RIM * size,
        stroke_linejoin="round",
        paint_order="stroke",
    )


def _name(name: Name, type_: Type) -> str:
    left, top, right, bottom = name.box
    high = type_.leading * len(name.lines)
    middle = (top + bottom - high) / 2
    text = letters.block([*name.lines], (left + right) / 2, middle, type_, "center")
    line = ""
    if ends := leader(name):
        line = element(
            "path", d=polyline(ends), fill="none", stroke=theme.QUIET_INK, stroke_width=0.7
        )
    return element("g", line + text, **{"data-name": name.code})
