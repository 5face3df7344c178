"""A figure as the card of a pasted link: title, what it says first, a large plot, sources, the name.

Cards are seen a third as large as they are made, beside a link that leads to notes and numbers, so
the plot has most of it and letters are large. Never imports dash.
"""

from html import escape

from dashboard import theme
from dashboard.charts.captions import caption
from dashboard.charts.registry import CHARTS
from dashboard.drawing import letters
from dashboard.drawing.letters import Type
from dashboard.exports.card import WIDE, document, drawing
from dashboard.exports.layout import MARGIN, Page
from dashboard.exports.legend import legend
from dashboard.formats.svg import element, moved
from dashboard.text.passport import brief_source
from dashboard.text.subject import Subject

TITLES = [Type(size, theme.INK, bold=True) for size in (29, 26, 23)]
SENTENCE = Type(19, theme.QUIET_INK)
SOURCE = Type(13, theme.QUIET_INK)
NAME = Type(15, theme.ACCENT, bold=True)
# The least letters of a plot, and of names on a map.
LETTERS, NAMES = 12, 8.5
MOST_LINES = 2
GAP = 12


def social(chart: str, subject: Subject, width: int, height: int) -> str:
    """The card as a whole SVG document of `width` x `height` pixels."""
    page = Page(WIDE, WIDE * height / width, subject.words.direction)
    said = caption(chart, subject)
    kind = next((one for one in TITLES if not _is_cut(said.title, page.room, one)), TITLES[-1])
    title, sentence = _cut(said.title, page.room, kind), _cut(said.sentence, page.room, SENTENCE)
    below = MARGIN * 0.8 + kind.leading * len(title) + 4
    top = below + SENTENCE.leading * len(sentence) + GAP
    figure = CHARTS[chart].drawn(subject)
    keys, keys_height = legend(CHARTS[chart].keys(subject, figure), page.room, rtl=page.is_rtl)
    name = subject.words("shell.product")
    source = brief_source(subject, CHARTS[chart].sources(subject), printed=True)
    lines = letters.wrapped(source, page.room - NAME.of_text(name) - 3 * GAP, SOURCE)
    foot = page.height - MARGIN * 0.7 - max(SOURCE.leading * len(lines), NAME.leading)
    room = foot - GAP - top - keys_height
    end = MARGIN if page.is_rtl else page.width - MARGIN
    size = NAMES if CHARTS[chart].shapes else LETTERS
    parts = [
        element("title", escape(said.title, quote=False)),
        element("rect", width=page.width, height=page.height, fill=theme.PAPER),
        letters.paragraph(title, page.edge, MARGIN * 0.8, kind, rtl=page.is_rtl),
        letters.paragraph(sentence, page.edge, below, SENTENCE, rtl=page.is_rtl),
        moved(drawing(chart, subject, figure, (page.room, room), size), MARGIN, top),
        moved(keys, MARGIN, top + room),
        letters.paragraph(lines, page.edge, foot, SOURCE, rtl=page.is_rtl),
        letters.block([name], end, foot, NAME, "left" if page.is_rtl else "right"),
    ]
    return document(page, parts, width)


def _is_cut(text: str, room: float, kind: Type) -> bool:
    return len(letters.wrapped(text, room, kind)) > MOST_LINES


def _cut(text: str, room: float, kind: Type) -> list[str]:
    """The first lines of a text; an ellipsis says that it goes on."""
    lines = letters.wrapped(text, room, kind)
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]
