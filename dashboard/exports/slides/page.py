"""A slide as a sheet of paper: where words stand, how they look, on which side they begin.

Everything is in the units of a picture (`exports/card.py`): a slide is 1000 wide. Knows no chart.
"""

from dataclasses import dataclass
from io import BytesIO

from lxml.etree import SubElement
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.shapes.connector import Connector
from pptx.shapes.picture import Picture
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from dashboard import theme
from dashboard.catalogue.languages import LANGUAGES
from dashboard.drawing.letters import Type

WIDTH, HEIGHT = 1000.0, 562.5
UNIT = 12192  # EMU: 13.333 inches in 1000
POINTS = 0.96  # of a unit, in typographic points
TITLE_ONLY = 5
ORNAMENT = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
BETWEEN = " · "
NUMBER_SIZE = "1400"  # hundredths of a point


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide."""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Left, top, width and height as PowerPoint counts."""
        sides = (self.left, self.top, self.width, self.height)
        left, top, width, height = (Emu(round(side * UNIT)) for side in sides)
        return left, top, width, height


def empty_deck() -> Deck:
    """A deck without slides, as wide as screens are."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(round(WIDTH * UNIT)), Emu(round(HEIGHT * UNIT))
    return deck


def new_slide(deck: Deck) -> Slide:
    """A slide with a title and nothing else."""
    return deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])


def write_title(slide: Slide, box: Box, text: str, type_: Type, lang: str) -> None:
    """The title goes to its placeholder, where outlines and screen readers look for it."""
    title = slide.shapes.title
    if title is None:
        raise LookupError("The layout of the slide has no title.")
    title.left, title.top, title.width, title.height = box.emu()
    _fill(title.text_frame, [text], type_, lang)


def write(slide: Slide, box: Box, paragraphs: list[str], type_: Type, lang: str) -> None:
    """Paragraphs in a box of their own."""
    frame = slide.shapes.add_textbox(*box.emu()).text_frame
    _fill(frame, paragraphs, type_, lang)


def describe(slide: Slide, text: str) -> None:
    """What all that has no words of its own on a slide shows, for those who hear it."""
    for properties in slide.shapes._spTree.xpath(  # noqa: SLF001  # nothing public describes
        "./p:graphicFrame/p:nvGraphicFramePr/p:cNvPr | ./p:pic/p:nvPicPr/p:cNvPr"
        " | ./p:grpSp/p:nvGrpSpPr/p:cNvPr"
    ):
        properties.set("descr", text)


def show_logo(slide: Slide, box: Box, png: bytes) -> None:
    """A picture that says nothing about the numbers."""
    pass_over(slide.shapes.add_picture(BytesIO(png), *box.emu()))


def pass_over(shape: Shape | Picture | Connector) -> None:
    """An ornament, which stands beside its words: those who hear the slide need not hear of it."""
    (properties,) = shape._element.xpath("./*/p:cNvPr")  # noqa: SLF001  # nothing public says so
    properties.attrib.pop("descr", None)
    properties.append(parse_xml(ORNAMENT))


def number_slide(slide: Slide, day: str, number: int, box: Box, lang: str) -> None:
    """The day, and the number of a slide, which programs renew when slides change places."""
    frame = slide.shapes.add_textbox(*box.emu()).text_frame
    frame.word_wrap = True  # else programs shrink the box around its middle
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]._p  # noqa: SLF001  # nothing public has fields
    properties = paragraph.get_or_add_pPr()
    properties.set("algn", "l" if LANGUAGES[lang].direction == "rtl" else "r")
    run = SubElement(paragraph, qn("a:r"))
    SubElement(run, qn("a:rPr")).set("sz", NUMBER_SIZE)
    SubElement(run, qn("a:t")).text = f"{day}{BETWEEN}"
    field = SubElement(paragraph, qn("a:fld"))
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    field.set("type", "slidenum")
    SubElement(field, qn("a:rPr")).set("sz", NUMBER_SIZE)
    SubElement(field, qn("a:t")).text = str(number)


def add_chart(
    slide: Slide, kind: XL_CHART_TYPE, box: Box, data: CategoryChartData | XyChartData
) -> Chart:
    """A chart; the library numbers some axes below zero, which the schema does not know."""
    chart: Chart = slide.shapes.add_chart(kind, *box.emu(), data).chart
    for number in chart._chartSpace.xpath(".//c:axId | .//c:crossAx"):  # noqa: SLF001  # nothing public has them
        number.set("val", number.get("val").removeprefix("-"))
    return chart


def dress(chart: Chart, size: Pt) -> None:
    """Letters of a chart; no title, which is the slide's, and no legend: keys stand below."""
    chart.has_title = chart.has_legend = False
    chart.font.size, chart.font.color.rgb = size, rgb(theme.INK)


def rgb(colour: str) -> RGBColor:
    """A colour such as "#0b5d92"."""
    return RGBColor.from_string(colour[1:].upper())


def _fill(frame: TextFrame, paragraphs: list[str], type_: Type, lang: str) -> None:
    rtl = LANGUAGES[lang].direction == "rtl"
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for k, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if k == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(round(type_.size * POINTS, 1)), type_.bold
        run.font.color.rgb = rgb(type_.colour)
