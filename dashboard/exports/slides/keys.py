"""The keys below a figure as shapes of the slide: a sign and its words each, from where lines begin."""

from collections.abc import Sequence
from dataclasses import replace

from lxml.etree import SubElement
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.connector import Connector
from pptx.slide import Slide
from pptx.util import Emu, Pt

from dashboard import theme
from dashboard.catalogue.languages import LANGUAGES
from dashboard.exports.legend import INDENT, KEY_HEIGHT, KEY_WIDTH, Placed, placed
from dashboard.exports.slides.axes import LETTERS
from dashboard.exports.slides.bands import BREAK_WIDTH, OPACITY, WIDTH
from dashboard.exports.slides.page import Box, pass_over, rgb, write
from dashboard.exports.slides.traces import BAR, BREAK
from dashboard.figures.events import HOLLOW, SMALLEST
from dashboard.figures.keys import DOTTED, Key

SHAPES = {
    "circle": MSO_SHAPE.OVAL,
    "diamond": MSO_SHAPE.DIAMOND,
    "x": MSO_SHAPE.MATH_MULTIPLY,
    "square": MSO_SHAPE.RECTANGLE,
    "triangle-up": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "cross": MSO_SHAPE.RECTANGLE,
}
FLAT = "cross"  # as native charts have it
LARGER = {"x": 1.5}  # what does not fill its box
# In other fonts words are wider.
SLACK = 12.0


def split(box: Box, keys: Sequence[Key]) -> tuple[Box, Box]:
    """The room for a figure, and below it that of its keys."""
    tall = max((y + tall for _, _, y, _, tall in _placed(keys, box.width)), default=0.0)
    above = replace(box, height=box.height - tall)
    return above, Box(box.left, box.top + above.height, box.width, tall)


def draw_keys(slide: Slide, keys: Sequence[Key], box: Box, lang: str) -> None:
    """The legend, in lines from the side where lines begin."""
    rtl = LANGUAGES[lang].direction == "rtl"
    for key, x, y, lines, tall in _placed(keys, box.width):
        words = max(map(LETTERS.of_text, lines)) + SLACK
        left = box.left + (box.width - x - KEY_WIDTH if rtl else x)
        beside = box.left + (box.width - x - INDENT - words if rtl else x + INDENT)
        middle = box.top + y + min(tall, LETTERS.leading) / 2
        _draw_sign(slide, key, Box(left, middle - KEY_HEIGHT / 2, KEY_WIDTH, KEY_HEIGHT))
        write(slide, Box(beside, box.top + y, words, tall), [key.text], LETTERS, lang)


def _placed(keys: Sequence[Key], width: float) -> list[Placed]:
    return list(placed(keys, width, LETTERS, SLACK))


def _draw_sign(slide: Slide, key: Key, box: Box) -> None:
    """The box, the mark or the line of a key."""
    if key.symbol in {DOTTED, BREAK, BAR}:
        _draw_line(slide, key, box)
        return
    if key.symbol:
        size = SMALLEST * LARGER.get(key.symbol, 1)
        aside, up = (box.width - size) / 2, (box.height - size) / 2
        box = Box(box.left + aside, box.top + up, size, size)
    if key.symbol.startswith(FLAT):
        box = replace(box, top=box.top + box.height / 3, height=box.height / 3)
    outline = SHAPES[key.symbol.removesuffix(HOLLOW) or "square"]
    shape = slide.shapes.add_shape(outline, *box.emu())
    if key.symbol.endswith(HOLLOW):
        shape.fill.background()
    else:
        if key.hatched:
            shape.fill.patterned()
            shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
            shape.fill.back_color.rgb = rgb(key.colour)
        else:
            shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(theme.BOUNDARY if key.hatched else key.colour)
    shape.line.color.rgb = rgb(key.colour if key.symbol else theme.GRID)
    shape.line.width = Pt(1 if key.symbol else 0.5)
    _plain(shape)


def _draw_line(slide: Slide, key: Key, box: Box) -> None:
    """A dotted line across, or a short one upright, wide and pale for an interval."""
    middle, half = box.left + box.width / 2, box.height / 2
    sides = (box.left, box.top + half, box.width, 0.0)
    upright = (middle, box.top, 0.0, box.height)
    left, top, wide, tall = Box(*(sides if key.symbol == DOTTED else upright)).emu()
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, left, top, left + wide, top + tall)
    line.line.color.rgb = rgb(key.colour)
    line.line.width = Emu(WIDTH if key.symbol == BAR else BREAK_WIDTH)
    if key.symbol == DOTTED:
        line.line.dash_style = MSO_LINE.ROUND_DOT
    if key.symbol == BAR:
        (colour,) = line._element.xpath(".//a:ln//a:srgbClr")  # noqa: SLF001  # nothing public thins it
        SubElement(colour, qn("a:alpha")).set("val", str(OPACITY))
    _plain(line)


def _plain(shape: Shape | Connector) -> None:
    """Without the theme's style, which would lay a shadow under it, and passed over by those who hear."""
    shape._element.remove(shape._element.find(qn("p:style")))  # noqa: SLF001
    pass_over(shape)
