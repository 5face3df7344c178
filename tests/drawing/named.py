"""What is wrong with the names on a drawn map, measured on its SVG alone.

Boxes of words come from the letters of the fonts, lines, circles and areas from what is drawn; nothing
is asked of the code that places names. A name belongs to a `data-name`; the same one is drawn once at
its place (a name, or a number), and where it is a number, once more in the list of names.
"""

import re
from collections.abc import Iterator
from functools import cache, reduce
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from PIL import ImageFont
from shapely import (
    LineString,
    Point,
    Polygon,
    box,
    make_valid,
    symmetric_difference,
    union_all,
)
from shapely.geometry.base import BaseGeometry

from dashboard.settings import settings

# Capitals and what hangs below the line, in shares of the size of the letters.
ABOVE, BELOW = 0.74, 0.2
TOUCH = 0.3  # of a unit: what rounding may cost
UNITS = 100  # of the letters that are measured
NUMBER = re.compile(r"-?[\d.]+")
MOVE = re.compile(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)(?: scale\(([\d.]+)\))?")
FONTS = {
    "Arabic": "NotoSansArabic-Regular.ttf",
    "CJK": "NotoSansCJK-Regular.ttc",
    "": "NotoSans-Regular.ttf",
}
Frame = tuple[float, float, float]  # what is added, and what everything is multiplied by before


class Word(NamedTuple):
    """A line of a name as it is drawn: whose, what, where, in letters of which size, with a leader or not."""

    code: str
    text: str
    box: BaseGeometry
    size: float
    is_led: bool


class Fault(NamedTuple):
    """What is wrong, with whom, and whose place or name it is at."""

    kind: str
    code: str
    other: str = ""


class Drawn(NamedTuple):
    """What a map has drawn, in units of the picture."""

    size: tuple[float, float]
    words: list[Word]
    leaders: list[tuple[str, BaseGeometry]]
    dots: dict[str, BaseGeometry]
    areas: dict[str, BaseGeometry]
    rims: list[BaseGeometry]
    least: float = 0.0  # the size of the smallest letters beside the map

    @property
    def names(self) -> dict[str, str]:
        """All that is written for each economy, without spaces."""
        found: dict[str, str] = {}
        for word in self.words:
            found[word.code] = found.get(word.code, "") + re.sub(r"\s", "", word.text)
        return found


def read(svg: bytes) -> Drawn:
    """The map of a picture."""
    root = etree.fromstring(svg)
    _, _, width, height = map(float, root.get("viewBox").split())
    drawn = Drawn((width, height), [], [], {}, {}, [])
    polygons: dict[str, list[BaseGeometry]] = {}
    for node, frame in _walked(root, (0.0, 0.0, 1.0)):
        tag, code = etree.QName(node).localname, node.get("data-of")
        if name := _named(node):
            if tag == "text":
                drawn.words.append(_word(node, frame, name))
            elif tag == "path" and node.get("stroke"):  # not its rim
                drawn.leaders.append((name, LineString(next(_lines(node, frame)))))
        elif tag == "circle" and code:
            x, y, r = (float(node.get(key)) for key in ("cx", "cy", "r"))
            drawn.dots[code] = Point(_at(frame, x, y)).buffer(r * frame[2])
        elif tag == "path" and code and node.get("data-silent") is None:
            polygons.setdefault(code, []).extend(
                make_valid(Polygon(line)) for line in _lines(node, frame) if len(line) > 2
            )
        elif tag == "rect" and node.get("fill") == "none":
            x, y, w, h = (float(node.get(key)) for key in ("x", "y", "width", "height"))
            drawn.rims.append(box(*_at(frame, x, y), *_at(frame, x + w, y + h)).exterior)
    others = [
        float(node.get("font-size")) for node in root.iterfind(".//{*}text") if not _named(node)
    ]
    # What is drawn twice is a hole.
    drawn.areas.update(
        {code: reduce(symmetric_difference, parts) for code, parts in polygons.items() if parts}
    )
    return drawn._replace(least=min(others, default=0.0))


def _walked(node: etree._Element, frame: Frame) -> Iterator[tuple[etree._Element, Frame]]:
    if not isinstance(node.tag, str) or node.tag.endswith("defs"):
        return
    if move := MOVE.match(node.get("transform", "")):
        (x, y), scale = _at(frame, float(move[1]), float(move[2])), float(move[3] or 1)
        frame = (x, y, frame[2] * scale)
    yield node, frame
    for child in node:
        yield from _walked(child, frame)


def _at(frame: Frame, x: float, y: float) -> tuple[float, float]:
    return frame[0] + x * frame[2], frame[1] + y * frame[2]


def _named(node: etree._Element) -> str:
    """Whose name an element is a part of."""
    group = next(node.iterancestors("{*}g"), None)
    return (group.get("data-name") or "") if group is not None else ""


def _word(node: etree._Element, frame: Frame, code: str) -> Word:
    text, size = "".join(node.itertext()), float(node.get("font-size"))
    wide = width(text) * size
    x, y = float(node.get("x")), float(node.get("y"))
    left = x - wide * {"middle": 0.5, "end": 1.0}.get(node.get("text-anchor"), 0.0)
    # An asterisk is in the upper half of its line.
    below = BELOW if text.strip("* \u2066\u2067\u2069") else -0.35
    shape = box(*_at(frame, left, y - ABOVE * size), *_at(frame, left + wide, y + below * size))
    led = any(child.tag.endswith("path") for child in node.getparent())
    return Word(code, re.sub("[\u2066-\u2069]", "", text), shape, size * frame[2], led)


@cache
def width(text: str) -> float:
    """The width of a line in shares of the size of its letters, by the fonts of pictures."""
    text = re.sub("[\u2066-\u2069]", "", text)
    script = next((key for key in ("CJK", "Arabic") if re.search(SCRIPTS[key], text)), "")
    return float(_font(script).getlength(text)) / UNITS


SCRIPTS = {"Arabic": "[\u0600-\u06ff]", "CJK": "[\u2e80-\u9fff\uff00-\uffef]"}


@cache
def _font(script: str) -> ImageFont.FreeTypeFont:
    path = next(Path(settings().fonts).rglob(FONTS[script]))
    return ImageFont.truetype(path, UNITS)


def _lines(node: etree._Element, frame: Frame) -> Iterator[list[tuple[float, float]]]:
    """The lines of a path of moves, lines to a place or by a step, and closings."""
    for part in node.get("d").split("M")[1:]:
        steps = part.split("l")
        begun = [float(one) for one in NUMBER.findall(steps[0])]
        points = list(zip(begun[::2], begun[1::2], strict=True))
        for run in steps[1:]:
            moves = [float(one) for one in NUMBER.findall(run)]
            for dx, dy in zip(moves[::2], moves[1::2], strict=True):
                points.append((points[-1][0] + dx, points[-1][1] + dy))
        yield [_at(frame, *point) for point in points]


def faults(drawn: Drawn) -> Iterator[Fault]:
    """What is wrong with names, leaders, and what they are read as."""
    yield from _words_wrong(drawn)
    yield from _leaders_wrong(drawn)
    yield from _misread(drawn)


def _words_wrong(drawn: Drawn) -> Iterator[Fault]:
    for one, other in combinations(drawn.words, 2):
        if one.code != other.code and _over(one.box, other.box):
            yield Fault("names overlap", one.code, other.code)
    whole = box(0, 0, *drawn.size).buffer(TOUCH)
    for word in drawn.words:
        for other, dot in drawn.dots.items():
            if other != word.code and _over(word.box, dot):
                yield Fault("name over a dot", word.code, other)
        if not whole.contains(word.box) or any(map(word.box.intersects, drawn.rims)):
            yield Fault("name over an edge", word.code)


def _leaders_wrong(drawn: Drawn) -> Iterator[Fault]:
    for code, line in drawn.leaders:
        for word in drawn.words:
            if word.code != code and line.intersection(word.box.buffer(-TOUCH)).length > TOUCH:
                yield Fault("leader through a name", code, word.code)
        for other, dot in drawn.dots.items():
            if other != code and _apart(drawn, code, other) and line.intersects(dot.buffer(-1)):
                yield Fault("leader over a dot", code, other)
    for (one, line), (other, across) in combinations(drawn.leaders, 2):
        if line.intersects(across):
            yield Fault("leaders cross", one, other)


def _over(one: BaseGeometry, other: BaseGeometry) -> bool:
    return bool(one.buffer(-TOUCH).intersects(other.buffer(-TOUCH)))


def _apart(drawn: Drawn, code: str, other: str) -> bool:
    """Whether the dots of two economies share no place."""
    own = drawn.dots.get(code)
    return own is None or not own.intersects(drawn.dots[other])


def _misread(drawn: Drawn) -> Iterator[Fault]:
    """Names that a reader takes for another's: without a leader they are on or beside their own."""
    own = {**drawn.areas, **drawn.dots}
    listed = {word.code for word in drawn.words if NUMBER.fullmatch(word.text.rstrip("*"))}
    for code in {word.code for word in drawn.words} & set(own):
        words = [word for word in drawn.words if word.code == code]
        if code in listed:
            words = [word for word in words if NUMBER.fullmatch(word.text.rstrip("*"))]
        if any(word.is_led for word in words):
            continue
        shape = union_all([word.box for word in words])
        both = union_all([own[code], drawn.areas.get(code, own[code])])
        if (away := shape.distance(both)) > words[0].size:
            yield Fault("far from its own", code)
        for other, area in drawn.areas.items():
            over = area.intersection(shape).area
            if other != code and code not in drawn.dots and over > shape.area / 2:
                yield Fault("on another's area", code, other)
        for other, dot in drawn.dots.items():
            if other != code and away > 0 and shape.distance(dot) < away - TOUCH:
                yield Fault("nearer to another's dot", code, other)


def unnamed(drawn: Drawn, wanted: dict[str, str]) -> Iterator[Fault]:
    """The economies in the picture whose whole name stands nowhere on it."""
    there, whole = drawn.names, box(0, 0, *drawn.size)
    for code, name in wanted.items():
        shown = drawn.dots.get(code, drawn.areas.get(code))
        if shown is None or not shown.intersects(whole):
            continue
        if re.sub(r"\s", "", name) not in there.get(code, ""):
            yield Fault("not named", code)
