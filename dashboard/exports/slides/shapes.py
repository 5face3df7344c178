"""A map as one group of shapes that a speaker can recolour, an economy a shape with its name.

Written as DrawingML at once: python-pptx builds a shape of this kind point by point, and takes two
seconds for the world. Inside the group, coordinates are those of the picture (`figures/preview.py`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide

from dashboard import theme
from dashboard.exports.slides.page import Box
from dashboard.figures import places
from dashboard.figures.events import HOLLOW
from dashboard.figures.places import Panel
from dashboard.figures.preview import CIRCLE_RADIUS, surroundings
from dashboard.figures.projected import place_in
from dashboard.figures.shapes import Fill, Mark, Shapes
from dashboard.text.subject import Subject

STEP = re.compile(r"([Mlz])|(-?\d+)")
FINE = 10  # units of the group in one of the picture
HATCHING = "wdUpDiag"  # the name of MSO_PATTERN.WIDE_UPWARD_DIAGONAL in a file
HAIR, STROKE, RING, OUTLINE = 5000, 11000, 15000, 22000  # EMU
DASHES = {"dashed": "dash", "dotted": "sysDot"}
# The shapes of PowerPoint that stand for the symbols of plotly.
OUTLINES = {"circle": "ellipse", "diamond": "diamond", "x": "mathMultiply", "square": "rect"}
LARGER = {"x": 1.5}  # what does not fill its box
Points = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of a shape, "" for no area; its line's width in EMU and its dashes; a hatched area."""

    area: str
    line: str
    width: int = HAIR
    dash: str = "solid"
    hatched: bool = False

    def xml(self) -> str:
        """As the end of the properties of a shape."""
        area = _solid(self.area) if self.area else "<a:noFill/>"
        if self.hatched:
            lines = f"<a:fgClr>{_rgb(theme.BOUNDARY)}</a:fgClr><a:bgClr>{_rgb(self.area)}</a:bgClr>"
            area = f'<a:pattFill prst="{HATCHING}">{lines}</a:pattFill>'
        dash = f'<a:prstDash val="{self.dash}"/>'
        return f'{area}<a:ln w="{self.width}">{_solid(self.line)}{dash}</a:ln>'


def draw_shapes(slide: Slide, subject: Subject, box: Box, shapes: Shapes, name: str) -> None:
    """The map as a group called `name`, as large as the box allows, in its middle."""
    panels = places.picture(subject.view.region).panels
    parts = chain.from_iterable(_panel(subject, shapes, panel) for panel in panels)
    _draw(slide, subject, box, (name, parts))


def _panel(subject: Subject, shapes: Shapes, panel: Panel) -> Iterator[str]:
    """The frame or an inset, which has a rim."""
    yield from _areas(subject, shapes.fills, panel)
    yield from _lines(panel.lines)
    circles = panel.circles if shapes.circled else ()
    yield from _circles(subject, shapes, panel) if shapes.circled else ()
    yield from _outlines(subject, panel, circles)
    yield from _marks(shapes.marks, panel)
    for path in (panel.window, _rim(panel)):
        yield from (_freeform("", [points], Paint("", theme.BOUNDARY)) for points in contours(path))


def _rim(panel: Panel) -> str:
    """The path around an inset."""
    left, top, width, height = panel.box
    return f"M{left} {top}l{width} 0 0 {height} {-width} 0 0 {-height}" if panel.key else ""


def _draw(slide: Slide, subject: Subject, box: Box, named: tuple[str, Iterable[str]]) -> None:
    """A group with this name and these shapes."""
    name, found = named
    wide, tall = places.picture(subject.view.region).size
    scale = min(box.width / wide, box.height / tall)
    left = box.left + (box.width - wide * scale) / 2
    top = box.top + (box.height - tall * scale) / 2
    across, down, width, height = Box(left, top, wide * scale, tall * scale).emu()
    first = max(int(one) for one in slide.shapes._spTree.xpath("//@id") if one.isdecimal()) + 1  # noqa: SLF001
    shapes = "".join(
        shape.replace(NUMBER, str(number), 1) for number, shape in enumerate(found, start=first + 1)
    )
    group = (
        f"<p:grpSp {nsdecls('p', 'a')}>"
        f'<p:nvGrpSpPr><p:cNvPr id="{first}" name="{escape(name)}"/>'
        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f'<p:grpSpPr><a:xfrm><a:off x="{across}" y="{down}"/><a:ext cx="{width}" cy="{height}"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="{wide * FINE}" cy="{tall * FINE}"/></a:xfrm></p:grpSpPr>'
        f"{shapes}</p:grpSp>"
    )
    slide.shapes._spTree.append(parse_xml(group))  # noqa: SLF001  # nothing public takes a group


# Stands for the number of a shape until all are known.
NUMBER = "#number"


def _areas(subject: Subject, filled: Mapping[str, Fill], panel: Panel) -> Iterator[str]:
    colours = {**surroundings(), **filled}
    for code, path in panel.paths.items():
        fill = colours.get(code, Fill(theme.OUTSIDE))
        yield _freeform(
            _name(subject, code),
            list(contours(path)),
            Paint(_flat(fill), theme.BORDER, hatched=fill.silent),
        )


def _lines(lines: Mapping[str, str]) -> Iterator[str]:
    for kind, path in lines.items():
        for points in contours(path):
            yield _freeform("", [points], Paint("", theme.BOUNDARY, STROKE, DASHES[kind]))


def _marks(marks: Iterable[Mark], panel: Panel) -> Iterator[str]:
    """The marks that are in a panel."""
    place = place_in(panel)
    for mark in marks:
        if at := place(mark.lon, mark.lat):
            size = mark.size * LARGER.get(mark.symbol, 1)
            left, top = (round((middle - size / 2) * FINE) for middle in at)
            across = round(size * FINE)
            paint = Paint("" if mark.is_hollow else mark.colour, mark.colour, RING)
            sides = (left, top, across, across)
            yield _shape(mark.name, sides, _outline(mark.symbol), paint)


def _outline(symbol: str) -> str:
    outline = OUTLINES[symbol.removesuffix(HOLLOW)]
    return f'<a:prstGeom prst="{outline}"><a:avLst/></a:prstGeom>'


def _circles(subject: Subject, shapes: Shapes, panel: Panel) -> Iterator[str]:
    across = round(2 * CIRCLE_RADIUS * FINE)
    for code in panel.circles:
        if code in shapes.fills and code in panel.points:
            x, y = (round((middle - CIRCLE_RADIUS) * FINE) for middle in panel.points[code])
            fill = shapes.fills[code]
            paint = Paint(_flat(fill), theme.BOUNDARY, hatched=fill.silent)
            sides = (x, y, across, across)
            yield _shape(_name(subject, code), sides, _outline("circle"), paint)


def _outlines(subject: Subject, panel: Panel, circles: Sequence[str]) -> Iterator[str]:
    """The highlighted economies, outlined as on the page; small ones by their circle."""
    across = round(2 * (CIRCLE_RADIUS + 1) * FINE)
    followers = places.followers(subject.view.region).items()
    chosen = [code for code in subject.view.economies if code in subject.in_frame()]
    chosen += [area for area, other in followers if other in chosen]
    for code in chosen:
        paint = Paint("", theme.HIGHLIGHT, OUTLINE)
        if code in panel.paths and code not in circles:
            yield _freeform(_name(subject, code), list(contours(panel.paths[code])), paint)
        elif code in panel.points:
            x, y = (round((middle - CIRCLE_RADIUS - 1) * FINE) for middle in panel.points[code])
            yield _shape(_name(subject, code), (x, y, across, across), _outline("circle"), paint)


def contours(path: str) -> Iterator[Points]:
    """The contours of a path of the preview, which has moves, relative lines and closings only."""
    points: Points = []
    numbers: list[int] = []
    command = ""
    for letter, number in STEP.findall(path):
        if letter:
            command = letter
            if letter == "M" and points:
                yield points
                points = []
            continue
        numbers.append(int(number))
        if len(numbers) == 2:
            x, y = numbers
            points.append((x, y) if command == "M" else (points[-1][0] + x, points[-1][1] + y))
            numbers = []
    if points:
        yield points


def _freeform(name: str, found: Sequence[Points], paint: Paint) -> str:
    """A shape of these contours; closed where it has an area."""
    across, down = ([point[k] for points in found for point in points] for k in (0, 1))
    left, top = min(across), min(down)
    width, height = (max(max(across) - left, 1), max(max(down) - top, 1))
    close = "<a:close/>" if paint.area else ""
    drawn = "".join(
        f"<a:moveTo>{_point(points[0], left, top)}</a:moveTo>"
        + "".join(f"<a:lnTo>{_point(point, left, top)}</a:lnTo>" for point in points[1:])
        + close
        for points in found
    )
    path = f'<a:path w="{width}" h="{height}">{drawn}</a:path>'
    geometry = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
    )
    sides = (left * FINE, top * FINE, width * FINE, height * FINE)
    return _shape(name, sides, geometry, paint)


def _point(point: tuple[int, int], left: int, top: int) -> str:
    return f'<a:pt x="{point[0] - left}" y="{point[1] - top}"/>'


def _shape(name: str, sides: tuple[int, int, int, int], geometry: str, paint: Paint) -> str:
    left, top, width, height = sides
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{NUMBER}" name="{escape(name)}"/><p:cNvSpPr/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>{geometry}{paint.xml()}</p:spPr></p:sp>'
    )


def _solid(colour: str) -> str:
    return f"<a:solidFill>{_rgb(colour)}</a:solidFill>"


def _rgb(colour: str) -> str:
    return f'<a:srgbClr val="{colour[1:].upper()}"/>'


def _flat(fill: Fill) -> str:
    """The colour of an area without transparency."""
    return theme.mixed(fill.colour, theme.FILLED_OPACITY) if fill.pale else fill.colour


def _name(subject: Subject, code: str) -> str:
    """The economy's name, for the list of shapes and for those who hear the slide."""
    return subject.words.economy(code) if code in subject.in_frame() else ""
