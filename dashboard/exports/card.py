"""A figure as one picture with all its words: title, sentence, plot, legend, source, notes, link.

Everything is laid out in units of a picture that is 1000 wide (800 where it is not wider than high),
so that letters have the same share of a slide and of a postcard. The words take the room that they
need and the plot gets the rest: nothing that must be said is ever cut. Never imports dash.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard import theme
from dashboard.charts.captions import Caption, caption
from dashboard.charts.registry import CHARTS
from dashboard.drawing import letters, plot
from dashboard.drawing.letters import Type
from dashboard.drawing.marks import points
from dashboard.drawing.names import names_drawing
from dashboard.exports.legend import legend
from dashboard.figures import places
from dashboard.figures.keys import Figure
from dashboard.figures.names import SIZE
from dashboard.figures.preview import shapes_drawing
from dashboard.figures.projected import place_in
from dashboard.figures.shapes import Mark
from dashboard.formats.svg import XMLNS, Point, element, moved
from dashboard.text.subject import Subject

MARGIN = 28
GAP = 10
WIDE, NARROW = 1000, 800
TITLE = Type(23, theme.INK, bold=True)
SUBTITLE = Type(14, theme.QUIET_INK)
SENTENCE = Type(15, theme.INK)
# The size of source and notes: the largest that leaves the plot this share of the height.
FOOTER_SIZES = (10.5, 9.5, 8.5, 7.5)
LEAST_PLOT = 0.45
LINK = 11
MARK_OPACITY = 0.85
# Names on a map are as large as this in units of the page, but not so large that few find room.
LEAST_NAME, LARGEST_NAME = 8.5, 17

Foot = list[tuple[list[str], Type]]


@dataclass(frozen=True, slots=True)
class Page:
    """The room of a picture, and on which side its lines begin."""

    width: float
    height: float
    direction: str

    @property
    def room(self) -> float:
        """The width of a line of text."""
        return self.width - 2 * MARGIN

    @property
    def is_rtl(self) -> bool:
        """Whether lines begin at the right."""
        return self.direction == "rtl"

    @property
    def edge(self) -> float:
        """Where lines begin."""
        return self.width - MARGIN if self.is_rtl else MARGIN


def card(chart: str, subject: Subject, width: int, height: int) -> str:
    """The chart of a view as a whole SVG document of `width` x `height` pixels."""
    units = WIDE if width > height else NARROW
    page = Page(units, units * height / width, subject.words.direction)
    said = caption(chart, subject)
    head, top = _head(page, said)
    figure = CHARTS[chart].drawn(subject)
    keys, keys_height = legend(CHARTS[chart].keys(subject, figure), page.room, rtl=page.is_rtl)
    feet = (_foot(page, said, size) for size in FOOTER_SIZES)
    foot = next((one for one in feet if _rest(page, one, top + keys_height) >= LEAST_PLOT), None)
    foot = foot or _foot(page, said, FOOTER_SIZES[-1])
    bottom = _foot_top(page, foot) - GAP
    room = bottom - top - keys_height
    parts = [
        element("title", escape(said.title, quote=False)),
        element("rect", width=page.width, height=page.height, fill=theme.PAPER),
        head,
        moved(drawing(chart, subject, figure, page.room, room), MARGIN, top),
        moved(keys, MARGIN, top + room),
        _foot_drawn(page, foot),
    ]
    return document(page, parts, width)


def document(page: Page, parts: Sequence[str], width: int) -> str:
    """The SVG document of a page, `width` pixels wide."""
    return element(
        "svg",
        "".join(parts),
        xmlns=XMLNS,
        viewBox=f"0 0 {page.width:g} {page.height:g}",
        width=width,
        height=round(page.height * width / page.width),
        font_family=theme.FONT,
        **{"xml:space": "preserve"},
    )


def _head(page: Page, said: Caption) -> tuple[str, float]:
    """Title, subtitle and sentence, and where they end."""
    drawn, top = "", MARGIN * 0.8
    for text, type_ in ((said.title, TITLE), (said.subtitle, SUBTITLE), (said.sentence, SENTENCE)):
        lines = letters.wrapped(text, page.room, type_)
        drawn += letters.paragraph(lines, page.edge, top, type_, rtl=page.is_rtl)
        top += type_.leading * len(lines) + (2 if type_ is TITLE else 5)
    return drawn, top + GAP


def _foot(page: Page, said: Caption, size: float) -> Foot:
    """Source, notes and link in lines of letters of a size."""
    source, notes = Type(size, theme.INK), Type(size, theme.QUIET_INK)
    link = Type(min(size + 0.5, LINK), theme.ACCENT)
    return [
        (letters.wrapped(said.source, page.room, source), source),
        (letters.wrapped(" ".join(said.notes), page.room, notes), notes),
        (letters.broken(said.link, page.room, link), link),
    ]


def _foot_top(page: Page, foot: Foot) -> float:
    """Where the foot of the page begins."""
    height = sum(type_.leading * len(lines) + 3 for lines, type_ in foot)
    return page.height - MARGIN * 0.7 - height


def _foot_drawn(page: Page, foot: Foot) -> str:
    drawn, top = "", _foot_top(page, foot)
    for lines, type_ in foot:
        drawn += letters.paragraph(lines, page.edge, top, type_, rtl=page.is_rtl)
        top += type_.leading * len(lines) + 3
    return drawn


def _rest(page: Page, foot: Foot, taken: float) -> float:
    """The share of the height that is left for the plot."""
    return (_foot_top(page, foot) - GAP - taken) / page.height


def drawing(name: str, subject: Subject, figure: Figure, width: float, height: float) -> str:
    """The plot of a chart in this room, of its figure; a map keeps its shape."""
    chart = CHARTS[name]
    if chart.shapes is None:
        return plot.plot(figure, width, height)
    shapes = chart.shapes(subject)
    (wide, tall), drawn = shapes_drawing(subject, shapes)
    scale = min(width / wide, height / tall)
    placed = [place_in(panel) for panel in places.picture(subject.view.region).panels]
    marks = "".join(
        _mark(mark, place(mark.lon, mark.lat)) for place in placed for mark in shapes.marks
    )
    size = min(max(SIZE, LEAST_NAME / scale), LARGEST_NAME)
    drawn += names_drawing(subject, size) if shapes.circled else ""
    return moved(drawn + marks, (width - wide * scale) / 2, (height - tall * scale) / 2, scale)


def _mark(mark: Mark, at: Point | None) -> str:
    """A mark on the shapes, nothing where it is outside of the picture."""
    line = {"width": 1.5, "color": mark.colour}
    style = {"symbol": mark.symbol, "size": mark.size, "color": mark.colour, "line": line}
    return "".join(points({"marker": style | {"opacity": MARK_OPACITY}}, [at]))
