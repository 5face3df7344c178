"""A figure as one picture with all its words: title, sentence, plot, legend, source, notes, link.

Everything is laid out in units of a picture that is 1000 wide (800 where it is not wider than high),
so that letters have the same share of a slide and of a postcard. Never imports dash.
"""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from dashboard import theme
from dashboard.charts.captions import caption
from dashboard.charts.registry import CHARTS
from dashboard.drawing import plot
from dashboard.drawing.marks import points
from dashboard.drawing.names import SIZE, names_drawing
from dashboard.drawing.rows import height_of_rows
from dashboard.exports.brevity import briefer
from dashboard.exports.budget import grown, laid
from dashboard.exports.layout import Page, Words
from dashboard.exports.look import least_letters
from dashboard.figures import places
from dashboard.figures.keys import Figure
from dashboard.figures.labels import FONT_SIZE
from dashboard.figures.preview import shapes_drawing
from dashboard.figures.projected import place_in
from dashboard.figures.shapes import Mark
from dashboard.formats.svg import XMLNS, Point, element, moved, number
from dashboard.text.passport import brief_source
from dashboard.text.subject import Subject

WIDE, NARROW = 1000, 800
MARK_OPACITY = 0.85


def card(chart: str, subject: Subject, width: int, height: int, *, grows: bool = False) -> str:
    """The chart of a view as a whole SVG document of `width` x `height` pixels.

    One that `grows` is higher where rows with names need it.
    """
    units = WIDE if width > height else NARROW
    page = Page(units, units * height / width, subject.words.direction)
    said, own = caption(chart, subject), CHARTS[chart]
    figure = own.drawn(subject)
    keys = own.keys(subject, figure)

    def more(others: int) -> str:
        return subject.words("text.notes.more", n=others, number=subject.words.number(others))

    words, floor = Words(said, keys, more), least_letters(width, height)
    ratio = 0 if figure else _ratio(subject)
    layout, others = laid(page, words, ratio, floor)
    described: list[str] = []
    for brief, left_out in briefer(said, brief_source(subject, own.sources(subject))):
        if layout.size >= floor:
            break
        words, described = replace(words, said=brief), left_out
        layout, others = laid(page, words, ratio, floor)
    if grows and figure and (need := height_of_rows(figure, floor)) > layout.plot.height:
        layout, others = grown(page, words, need, floor), 0
    described += said.notes if others else ()
    box = layout.plot
    drawn = drawing(chart, subject, figure, (box.width, box.height), layout.size)
    parts = [
        element("title", escape(said.title, quote=False)),
        element("desc", escape(" ".join(described), quote=False)) if described else "",
        element("rect", width=layout.page.width, height=layout.page.height, fill=theme.PAPER),
        element("g", moved(drawn, box.left, box.top), data_plot=" ".join(map(number, box))),
        layout.words_drawn(keys),
    ]
    return document(layout.page, parts, width)


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


def _ratio(subject: Subject) -> float:
    """The width of a map by its height."""
    wide, tall = places.picture(subject.view.region).size
    return wide / tall


def drawing(
    name: str, subject: Subject, figure: Figure, box: tuple[float, float], size: float
) -> str:
    """The plot of a chart in a box, of its figure, its letters of a size; a map keeps its shape."""
    chart, (width, height) = CHARTS[name], box
    if chart.shapes is None:
        scale = size / FONT_SIZE
        inside = plot.plot(figure, width / scale, height / scale)
        return inside if scale == 1 else moved(inside, 0, 0, scale)
    shapes = chart.shapes(subject)
    (wide, tall), drawn = shapes_drawing(subject, shapes)
    scale = round(min(width / wide, height / tall), 2)
    placed = [place_in(panel) for panel in places.picture(subject.view.region).panels]
    marks = "".join(
        _mark(mark, place(mark.lon, mark.lat)) for place in placed for mark in shapes.marks
    )
    drawn += names_drawing(subject, max(SIZE, size / scale)) if shapes.circled else ""
    return moved(drawn + marks, (width - wide * scale) / 2, (height - tall * scale) / 2, scale)


def _mark(mark: Mark, at: Point | None) -> str:
    """A mark on the shapes, nothing where it is outside of the picture."""
    line = {"width": 1.5, "color": mark.colour}
    style = {"symbol": mark.symbol, "size": mark.size, "color": mark.colour, "line": line}
    return "".join(points({"marker": style | {"opacity": MARK_OPACITY}}, [at]))
