"""The keys below a figure that is a picture, as SVG; never imports dash."""

from collections.abc import Sequence

from dashboard import theme
from dashboard.drawing import letters
from dashboard.drawing.letters import Type
from dashboard.drawing.marks import dashes, points
from dashboard.figures.events import SMALLEST
from dashboard.figures.keys import DOTTED, Key
from dashboard.figures.shapes import HATCHED
from dashboard.formats.svg import element, polyline

KEY_WIDTH, KEY_HEIGHT = 26, 11
BETWEEN, LINE, STROKE = 16, 22, 1.6
LABEL = Type(11, theme.INK)


def legend(keys: Sequence[Key], width: float, *, rtl: bool) -> tuple[str, float]:
    """The keys in lines of this width, and the height that they take."""
    drawn, x, y = "", 0.0, 0.0
    for key in keys:
        wide = KEY_WIDTH + 6 + LABEL.width(key.text)
        if x and x + wide > width:
            x, y = 0.0, y + LINE
        middle = y + LINE / 2
        box = width - x - KEY_WIDTH if rtl else x
        words = width - x - KEY_WIDTH - 6 if rtl else x + KEY_WIDTH + 6
        drawn += _sign(key, box, middle)
        drawn += letters.line(key.text, words, middle, LABEL, "right" if rtl else "left")
        x += wide + BETWEEN
    return drawn, y + LINE if keys else 0.0


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
