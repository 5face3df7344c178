"""The keys beside or below a figure that is a picture, as SVG; never imports dash."""

from collections.abc import Iterator, Sequence

from dashboard import theme
from dashboard.drawing import letters
from dashboard.drawing.letters import Type
from dashboard.drawing.marks import dashes, points
from dashboard.figures.events import SMALLEST
from dashboard.figures.keys import DOTTED, Key
from dashboard.figures.shapes import HATCHED
from dashboard.formats.svg import element, polyline

KEY_WIDTH, KEY_HEIGHT = 26, 11
INDENT = KEY_WIDTH + 6
BETWEEN, LINE, STROKE = 16, 22, 1.6
LABEL = Type(11, theme.INK)
# A key, its place, the lines of its words and the height that it takes.
Placed = tuple[Key, float, float, list[str], float]


def legend(
    keys: Sequence[Key], width: float, label: Type = LABEL, *, rtl: bool
) -> tuple[str, float]:
    """The keys in lines of this width, and the height that they take."""
    drawn, height = "", 0.0
    for key, x, y, lines, tall in placed(keys, width, label):
        box = width - x - KEY_WIDTH if rtl else x
        words = width - x - INDENT if rtl else x + INDENT
        middle = y + min(tall, _line(label)) / 2
        drawn += _sign(key, box, middle)
        for k, text in enumerate(lines):
            at = middle + k * label.leading
            drawn += letters.line(text, words, at, label, "right" if rtl else "left")
        height = y + tall
    return drawn, height


def legend_height(keys: Sequence[Key], width: float, label: Type = LABEL) -> float:
    """The height that the keys take in lines of this width."""
    return max((y + tall for _, _, y, _, tall in placed(keys, width, label)), default=0.0)


def _line(label: Type) -> float:
    return max(LINE, label.leading + 4)


def placed(keys: Sequence[Key], width: float, label: Type, slack: float = 0.0) -> Iterator[Placed]:
    """Where each key stands; one whose words are wider than the room has several lines of them.

    With `slack` for words that are wider in other fonts.
    """
    x, y, tall = 0.0, 0.0, _line(label)
    for key in keys:
        wide = INDENT + label.of_text(key.text) + slack
        if x and x + wide > width:
            x, y = 0.0, y + tall
            tall = _line(label)
        lines = (
            letters.wrapped(key.text, width - INDENT - slack, label) if wide > width else [key.text]
        )
        tall = max(tall, _line(label) + label.leading * (len(lines) - 1))
        yield key, x, y, lines, tall
        x += wide + BETWEEN


def _sign(key: Key, left: float, middle: float) -> str:
    """The mark or the box of a key."""
    if key.symbol == DOTTED:
        ends = [(left, middle), (left + KEY_WIDTH, middle)]
        return element(
            "path",
            d=polyline(ends),
            fill="none",
            stroke=key.colour,
            stroke_width=STROKE,
            stroke_dasharray=dashes({"dash": DOTTED, "width": STROKE}),
        )
    if key.symbol:
        marker = {
            "symbol": key.symbol,
            "size": SMALLEST,
            "color": key.colour,
            "line": {"width": 1.5, "color": key.colour},
        }
        return "".join(points({"marker": marker}, [(left + KEY_WIDTH / 2, middle)]))
    return element(
        "rect",
        x=left,
        y=middle - KEY_HEIGHT / 2,
        width=KEY_WIDTH,
        height=KEY_HEIGHT,
        fill=HATCHED if key.hatched else key.colour,
        stroke=theme.GRID,
    )
