"""A map as one group of shapes that a speaker can recolour, an economy a shape with its name.

Written as DrawingML at once: python-pptx builds a shape of this kind point by point, and takes two
seconds for the world. Inside the group, coordinates are those of the picture (`figures/preview.py`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide
from pptx.util import Pt

from dashboard import theme
from dashboard.drawing.letters import Type
from dashboard.exports.slides.page import Box, rgb, write
from dashboard.figures import places
from dashboard.figures.preview import CIRCLE_RADIUS, Fill, fills, surroundings
from dashboard.text.subject import Subject, frame_series

STEP = re.compile(r"([Mlz])|(-?\d+)")
FINE = 10  # units of the group in one of the picture
HAIR, STROKE = 5000, 11000  # EMU
DASHES = {"dashed": "dash", "dotted": "sysDot"}
KEY, LABEL, LINE, BETWEEN = Box(0, 0, 26, 11), Type(11, theme.INK), 21.0, 16.0
Points = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of a shape, "" for no area; its line's width in EMU and its dashes."""

    area: str
    line: str
    width: int = HAIR
    dash: str = "solid"

    def xml(self) -> str:
        """As the end of the properties of a shape."""
        area = _solid(self.area) if self.area else "<a:noFill/>"
        dash = f'<a:prstDash val="{self.dash}"/>'
        return f'{area}<a:ln w="{self.width}">{_solid(self.line)}{dash}</a:ln>'


def draw_map(slide: Slide, subject: Subject, box: Box) -> None:
    """The map of the view's year, as large as the box allows, in its middle."""
    wide, tall = places.preview(subject.view.region)["size"]
    scale = min(box.width / wide, box.height / tall)
    left = box.left + (box.width - wide * scale) / 2
    top = box.top + (box.height - tall * scale) / 2
    across, down, width, height = Box(left, top, wide * scale, tall * scale).emu()
    first = max(int(one) for one in slide.shapes._spTree.xpath("//@id") if one.isdecimal()) + 1  # noqa: SLF001
    shapes = "".join(
        shape.replace(NUMBER, str(number), 1)
        for number, shape in enumerate(_shapes(subject), start=first + 1)
    )
    group = (
        f"<p:grpSp {nsdecls('p', 'a')}>"
        f'<p:nvGrpSpPr><p:cNvPr id="{first}" name="{escape(subject.name)}"/>'
        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f'<p:grpSpPr><a:xfrm><a:off x="{across}" y="{down}"/><a:ext cx="{width}" cy="{height}"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="{wide * FINE}" cy="{tall * FINE}"/></a:xfrm></p:grpSpPr>'
        f"{shapes}</p:grpSp>"
    )
    slide.shapes._spTree.append(parse_xml(group))  # noqa: SLF001  # nothing public takes a group


# Stands for the number of a shape until all are known.
NUMBER = "#number"


def _shapes(subject: Subject) -> Iterator[str]:
    """Areas, lines and circles of the map, each as a shape."""
    picture = places.preview(subject.view.region)
    at = subject.table.year_index(subject.view.year)
    filled = fills(subject, frame_series(subject.table, subject.in_frame()), at)
    colours = {**surroundings(), **filled}
    for code, path in picture["paths"].items():
        fill = colours.get(code, Fill(theme.OUTSIDE))
        yield _freeform(
            _name(subject, code), list(contours(path)), Paint(_flat(fill), theme.BORDER)
        )
    for kind, path in picture["lines"].items():
        for points in contours(path):
            yield _freeform("", [points], Paint("", theme.BOUNDARY, STROKE, DASHES[kind]))
    yield from _circles(subject, picture["points"], filled)


def _circles(
    subject: Subject, points: Mapping[str, Sequence[int]], filled: Mapping[str, Fill]
) -> Iterator[str]:
    across = round(2 * CIRCLE_RADIUS * FINE)
    for code in places.frame(subject.view.region)["circles"]:
        if code in filled and code in points:
            x, y = (round((middle - CIRCLE_RADIUS) * FINE) for middle in points[code])
            circle = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
            paint = Paint(_flat(filled[code]), theme.BOUNDARY)
            yield _shape(_name(subject, code), (x, y, across, across), circle, paint)


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
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>'


def _flat(fill: Fill) -> str:
    """The colour of an area without transparency."""
    return theme.mixed(fill.colour, theme.FILLED_OPACITY) if fill.pale else fill.colour


def _name(subject: Subject, code: str) -> str:
    """The economy's name, for the list of shapes and for those who hear the slide."""
    return subject.words.economy(code) if code in subject.in_frame() else ""


def draw_keys(slide: Slide, keys: Sequence[tuple[str, str]], box: Box, lang: str) -> None:
    """The legend: a coloured box and its words each, in lines from the side where lines begin."""
    x, y = 0.0, 0.0
    for colour, text in keys:
        width = KEY.width + 6 + LABEL.width(text) + BETWEEN
        if x and x + width > box.width:
            x, y = 0.0, y + LINE
        left = box.left + (box.width - x - width if lang == "ar" else x)
        key_left = left + width - KEY.width if lang == "ar" else left
        words_left = left if lang == "ar" else left + KEY.width + 6
        sides = replace(KEY, left=key_left, top=box.top + y + 5).emu()
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *sides)
        shape.fill.solid()
        shape.fill.fore_color.rgb, shape.line.color.rgb = rgb(colour), rgb(theme.GRID)
        shape.line.width, shape.shadow.inherit = Pt(0.5), False
        room = Box(words_left, box.top + y + 2, width - KEY.width - 6, LINE)
        write(slide, room, [text], LABEL, lang)
        x += width
