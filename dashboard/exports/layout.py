"""How a picture shares its room: the plot first, then letters that can be read, then the notes that fit.

A picture wider than high has title and plot above each other and all other words in a column beside
the plot; others have their words above and below it. A plot that keeps its shape, a map, leaves room
below itself, where keys, source and notes begin. Everything is in units of the picture. Knows no
chart.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard import theme
from dashboard.charts.captions import Caption
from dashboard.drawing import letters
from dashboard.drawing.letters import ISOLATE_END, LEFT_TO_RIGHT, Type
from dashboard.exports.legend import legend, legend_height
from dashboard.figures.keys import Key
from dashboard.formats.svg import moved

MARGIN, EDGE = 28, 20
GAP, BETWEEN, AFTER = 10, 20, 4
TITLES = [Type(size, theme.INK, bold=True) for size in (23, 21.5, 20, 18.5)]
TITLE_LINES = 2
# The share of the area that a plot has, and what it yields to where words need the room.
GOAL, LEAST = 0.552, 0.50
NARROWEST = 200  # a column of words
Paragraphs = list[tuple[list[str], Type]]


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


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around the plot; `more` says how many notes are not drawn."""

    said: Caption
    keys: Sequence[Key]
    more: Callable[[int], str]
    # What is asked for again and again while layouts are tried.
    wrapped: dict[tuple[str, float, Type], list[str]] = field(default_factory=dict)
    heights: dict[tuple[float, float], float] = field(default_factory=dict)

    def lines(self, text: str, room: float, kind: Type) -> list[str]:
        """A text in lines."""
        key = (text, room, kind)
        if key not in self.wrapped:
            self.wrapped[key] = letters.wrapped(text, room, kind)
        return self.wrapped[key]

    def keys_height(self, room: float, size: float) -> float:
        """The height that the keys take."""
        key = (room, size)
        if key not in self.heights:
            self.heights[key] = legend_height(self.keys, room, Type(size, theme.INK))
        return self.heights[key]

    def notes(self, kept: Collection[int]) -> list[str]:
        """The notes with these places, and how many others there are."""
        notes = [note for k, note in enumerate(self.said.notes) if k in kept]
        others = len(self.said.notes) - len(notes)
        return [*notes, self.more(others)] if others else notes

    @property
    def held(self) -> frozenset[int]:
        """The places of the notes that are always drawn."""
        return frozenset(k for k, note in enumerate(self.said.notes) if note in self.said.held)


class Box(NamedTuple):
    """A rectangle of the picture."""

    left: float
    top: float
    width: float
    height: float


class Block(NamedTuple):
    """Paragraphs of a width, from a height on; lines begin at `edge`."""

    edge: float
    top: float
    paragraphs: Paragraphs


def height_of(paragraphs: Paragraphs) -> float:
    """The height that paragraphs take."""
    return sum(kind.leading * len(lines) + AFTER for lines, kind in paragraphs if lines)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands; `over` is by how much the words are too many."""

    page: Page
    size: float
    plot: Box
    blocks: Sequence[Block]
    keys: Box
    over: float

    def words_drawn(self, keys: Sequence[Key]) -> str:
        """All words and keys as SVG."""
        drawn, rtl = "", self.page.is_rtl
        for block in self.blocks:
            top = block.top
            for lines, kind in block.paragraphs:
                drawn += letters.paragraph(lines, block.edge, top, kind, rtl=rtl)
                top += kind.leading * len(lines) + (AFTER if lines else 0)
        signs, _ = legend(keys, self.keys.width, Type(self.size, theme.INK), rtl=rtl)
        return drawn + (moved(signs, self.keys.left, self.keys.top) if keys else "")


@dataclass(frozen=True, slots=True)
class Trial:
    """One way to lay out a page; `ratio` is the width by the height of a plot that keeps its shape, or 0."""

    page: Page
    words: Words
    ratio: float

    def spans(self) -> tuple[float, float, float]:
        """The length that the plot yields to, the one it shall have, and the most it can have."""
        raise NotImplementedError

    def tried(self, span: float, size: float, kept: Collection[int]) -> Layout:
        """The layout with a plot of this length, letters of this size and these notes."""
        raise NotImplementedError

    def title(self) -> Paragraphs:
        """The title in one line where it fits, else in two."""
        text, room = self.words.said.title, self.page.room
        whole = next((kind for kind in TITLES if kind.of_text(text) <= room), None)
        if whole:
            return [([text], whole)]
        tried = [(self.words.lines(text, room, kind), kind) for kind in TITLES[1:]]
        return [next((one for one in tried if len(one[0]) <= TITLE_LINES), tried[-1])]

    def lead(self, size: float, width: float) -> Paragraphs:
        """Subtitle and sentence."""
        subtitle, sentence = Type(max(size, 13), theme.QUIET_INK), Type(max(size, 14), theme.INK)
        said, lines = self.words.said, self.words.lines
        return [
            (lines(said.subtitle, width, subtitle), subtitle),
            (lines(said.sentence, width, sentence), sentence),
        ]

    def foot(self, size: float, width: float, texts: Sequence[str]) -> Paragraphs:
        """Source and notes, as far as they are given."""
        ink, quiet = Type(size, theme.INK), Type(size, theme.QUIET_INK)
        lines = self.words.lines
        begins = int(texts[:1] == [self.words.said.source])
        # Chinese has no space after its full stop.
        source, notes = "".join(texts[:begins]), " ".join(texts[begins:]).replace("。 ", "。")
        return [
            (lines(source, width, ink), ink),
            (lines(notes, width, quiet), quiet),
        ]

    def link(self, size: float, width: float) -> Paragraphs:
        """The way back."""
        kind = Type(size, theme.ACCENT)
        lines = letters.broken(self.words.said.link, width, kind)
        if self.page.is_rtl:
            lines = [f"{LEFT_TO_RIGHT}{line}{ISOLATE_END}" for line in lines]
        return [(lines, kind)]


class Beside(Trial):
    """The plot at the start, words in a column beside it; tried by the width of the plot."""

    def spans(self) -> tuple[float, float, float]:
        """A map as wide as it can be; others as their area asks for."""
        page, tall = self.page, self.page.height - EDGE - self._top()
        width = page.width * page.height / tall
        most = page.room - BETWEEN - NARROWEST
        if self.ratio:
            most = min(most, tall * self.ratio)
            return min(most, LEAST * width), most, most
        return LEAST * width, min(most, GOAL * width), most

    def _top(self) -> float:
        return EDGE + height_of(self.title()) + GAP

    def tried(self, span: float, size: float, kept: Collection[int]) -> Layout:
        """Keys stand below a map or in the column, wherever that leaves more room."""
        aside = self._tried(span, size, kept, under=False)
        if aside.over <= 0 or not self.ratio or not self.words.keys:
            return aside
        return min(aside, self._tried(span, size, kept, under=True), key=lambda one: one.over)

    def _tried(self, span: float, size: float, kept: Collection[int], *, under: bool) -> Layout:
        """What finds no room below a map stands in the column, as all does beside other plots."""
        page, top = self.page, self._top()
        tall, width = page.height - EDGE - top, page.room - BETWEEN - span
        high = min(tall, span / self.ratio) if self.ratio else tall
        start = page.width - MARGIN - span if page.is_rtl else MARGIN
        column = MARGIN if page.is_rtl else MARGIN + span + BETWEEN
        lead, beneath, left = self.lead(size, width), top + high + GAP, tall - high - GAP
        signs = self.words.keys_height(span if under else width, size)
        keys = (
            Box(start, beneath, span, signs)
            if under
            else Box(column, top + height_of(lead) + GAP / 2, width, signs)
        )
        texts = [self.words.said.source, *self.words.notes(kept)]
        below = self._below(size, span, texts, left - signs * under)
        rest = [text for text in texts if text not in below]
        foot = self.foot(size, width, rest) + self.link(size, width)
        edge = column + width * page.is_rtl
        blocks = [
            Block(page.edge, EDGE, self.title()),
            Block(edge, top, lead),
            Block(edge, page.height - EDGE - height_of(foot), foot),
            Block(page.edge, beneath + signs * under, self.foot(size, span, below)),
        ]
        used = height_of(lead) + (0 if under else signs + GAP / 2) + GAP + height_of(foot)
        over = max(used - tall, signs - left if under else 0)
        return Layout(page, size, Box(start, top, span, high), blocks, keys, over)

    def _below(self, size: float, width: float, texts: Sequence[str], room: float) -> list[str]:
        """The texts that have room below the plot, in their order."""
        kind = Type(size, theme.INK)
        left = ((room - 2 * AFTER) // kind.leading - 1) * width
        found: list[str] = []
        for text in texts:
            if (wide := kind.of_text(text)) <= left:
                found.append(text)
                left -= wide
        return found


class Below(Trial):
    """Words above and below the plot; tried by its height."""

    def spans(self) -> tuple[float, float, float]:
        """A map as high as its shape allows; others as their area asks for."""
        page = self.page
        height = page.width * page.height / page.room
        most = page.room / self.ratio if self.ratio else page.height
        return min(most, LEAST * height), min(most, GOAL * height), most

    def tried(self, span: float, size: float, kept: Collection[int]) -> Layout:
        """The plot has what is left; if that is less than `span`, the words are too many."""
        page, title, lead = self.page, self.title(), self.lead(size, self.page.room)
        texts = [self.words.said.source, *self.words.notes(kept)]
        foot = self.foot(size, page.room, texts) + self.link(size, page.room)
        below = EDGE + height_of(title)
        top, bottom = below + height_of(lead) + GAP, page.height - EDGE - height_of(foot)
        signs = self.words.keys_height(page.room, size)
        rest = bottom - top - GAP - signs
        blocks = [
            Block(page.edge, EDGE, title),
            Block(page.edge, below, lead),
            Block(page.edge, bottom, foot),
        ]
        keys = Box(MARGIN, top + rest + GAP / 2, page.room, signs)
        plot = Box(MARGIN, top, page.room, rest)
        return Layout(page, size, plot, blocks, keys, span - rest)
