"""How the points of a native chart look: the symbol of each one's status, and the stroke that leads to it.

A point that looks like its series says nothing of its own. One that differs says everything: programs
take the rest from nowhere. Written as XML at once, for a point by the library's means takes a
millisecond. Knows no words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from dashboard.exports.slides.traces import CIRCLE, Trace, dotted_of, neighbours, symbols_of
from dashboard.figures.events import HOLLOW

# The symbols of plotly as programs know them; a cross of theirs has no area that could be hollow.
SYMBOLS = {
    CIRCLE: "circle",
    "square": "square",
    "diamond": "diamond",
    "triangle-up": "triangle",
    "cross": "dash",
}
USUAL, LARGER = 5, 7
DOTS = "sysDot"
DASHES = {"dot": DOTS, "dash": "dash", "dashdot": "dashDot"}
POINT = 12700  # EMU
EMPTY = "FFFFFF"
AREA = "<a:solidFill>{}</a:solidFill>"


@dataclass(frozen=True, slots=True)
class Look:
    """The colour of a series, the width of its line in points (0: none), its dashes; the size of points (0: none)."""

    colour: str
    width: float
    dash: str = ""
    size: int = USUAL

    def line(self, dash: str = "") -> str:
        """The properties of a line."""
        if not self.width:
            return "<a:ln><a:noFill/></a:ln>"
        dashes = f'<a:prstDash val="{dash or self.dash}"/>' if dash or self.dash else ""
        width = round(self.width * POINT)
        return f'<a:ln w="{width}" cap="rnd">{_filled(self.colour)}{dashes}<a:round/></a:ln>'

    def marker(self, symbol: str) -> str:
        """The properties of a marker, "" for none."""
        if not symbol:
            return '<c:marker><c:symbol val="none"/></c:marker>'
        hollow = symbol.endswith(HOLLOW)
        own = SYMBOLS[symbol.removesuffix(HOLLOW)]
        size = self.size if symbol == CIRCLE else LARGER * self.size // USUAL
        area = _filled(f"#{EMPTY}" if hollow else self.colour)
        rim = f'<a:ln w="{POINT}">{_filled(self.colour)}</a:ln>'
        return (
            f'<c:marker><c:symbol val="{own}"/><c:size val="{size}"/>'
            f"<c:spPr>{area}{rim}</c:spPr></c:marker>"
        )


def _filled(colour: str) -> str:
    return AREA.format(f'<a:srgbClr val="{colour[1:].upper()}"/>')


def dress_series(series: Any, trace: Trace, look: Look, places: Sequence[int | None]) -> None:
    """Give a series its line and its points; `places` says which of its points a value of the trace is."""
    element = series._element  # noqa: SLF001  # nothing public writes it at once
    for name in ("c:spPr", "c:marker", "c:dPt"):
        for old in element.findall(qn(name)):
            element.remove(old)
    usual = _usual(trace, places) if look.size else ""
    differing = _symbols(trace, places, usual) if look.size else {}
    strokes = {} if not look.width else _strokes(trace, places)
    points = "".join(
        f'<c:dPt><c:idx val="{k}"/>{look.marker(differing.get(k, usual))}<c:bubble3D val="0"/>'
        f"<c:spPr>{_stroke(look, strokes.get(k))}</c:spPr></c:dPt>"
        for k in sorted({*differing, *strokes})
    )
    xml = f"<c:spPr>{look.line()}</c:spPr>{look.marker(usual)}{points}"
    holder = parse_xml(f"<c:ser {nsdecls('c', 'a')}>{xml}</c:ser>")
    before = element.find(qn("c:tx"))
    for one in reversed(holder):
        before.addnext(one)


def _usual(trace: Trace, places: Sequence[int | None]) -> str:
    """The symbol that most points have, a circle where there is a choice; "" for none."""
    symbols = [
        one for one, k in zip(symbols_of(trace), places, strict=False) if k is not None
    ] or symbols_of(trace)
    return max(dict.fromkeys([CIRCLE, *symbols]), key=symbols.count) if symbols else ""


def _symbols(trace: Trace, places: Sequence[int | None], usual: str) -> dict[int, str]:
    """The points that do not look like most."""
    found = zip(places, symbols_of(trace), strict=False)
    return {k: symbol for k, symbol in found if k is not None and symbol != usual}


def _strokes(trace: Trace, places: Sequence[int | None]) -> dict[int, str]:
    """The points to which no stroke leads from their neighbour, "", or a dotted one."""
    if "lines" in trace.get("mode", "lines"):
        return {}
    joined = {pair for stroke in trace["strokes"] for pair in pairwise(stroke["x"])}
    place_of = dict(zip(trace["x"], places, strict=True))
    dotted = dotted_of(trace)
    return {
        place_of[year]: DOTS if (before, year) in dotted else ""
        for before, year in neighbours(trace)
        if (before, year) in dotted or (before, year) not in joined
    }


def _stroke(look: Look, stroke: str | None) -> str:
    return "<a:ln><a:noFill/></a:ln>" if stroke == "" else look.line(stroke or "")
