"""Upright bars of a native chart: the interval of a modelled value, and the mark of a break.

Both are error bars. Intervals belong to their line; breaks, which look otherwise, to a series of their
own that has nothing else to show. Knows no words.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from dashboard.exports.slides.axes import Scale
from dashboard.exports.slides.traces import Trace, colour_of

WIDTH, OPACITY = 64_000, 45_000  # EMU; of 100000
BREAK_WIDTH, SOLID, REACH = 22_000, 100_000, 0.025  # the share of the axis on either side
DIGITS = 6
Ends = Mapping[int, tuple[float, float]]


def ends_of(bands: Sequence[Trace]) -> Ends:
    """The ends of each year of closed shapes, which go there by the high ones and come back by the low."""
    found: dict[int, tuple[float, float]] = {}
    for band in bands:
        half = len(band["x"]) // 2
        lows = band["y"][half:][::-1]
        ends = zip(band["x"][:half], lows, band["y"][:half], strict=True)
        found |= {year: (low, high) for year, low, high in ends if low != high}
    return found


def draw_band(series: Any, trace: Trace, years: range) -> None:
    """Draw the intervals of a trace's years in the colour of its line."""
    ends = ends_of(trace["bands"])
    heights = dict(zip(trace["x"], trace["y"], strict=True))
    around = {
        year: (heights[year] - low, high - heights[year]) for year, (low, high) in ends.items()
    }
    if around:
        _draw(series, around, years, _stroke(trace, WIDTH, OPACITY))


def breaks_of(trace: Trace) -> dict[int, float]:
    """The first value after each break."""
    return {
        year: height
        for one in trace["breaks"]
        for year, height in zip(one["x"], one["y"], strict=True)
    }


def draw_breaks(series: Any, trace: Trace, years: range, scale: Scale) -> None:
    """Draw a short bar through the first value after each break."""
    around = {year: scale.around(height, REACH) for year, height in breaks_of(trace).items()}
    _draw(series, around, years, _stroke(trace, BREAK_WIDTH, SOLID))


def _stroke(trace: Trace, width: int, opacity: int) -> str:
    return (
        f'<a:ln w="{width}" cap="flat"><a:solidFill><a:srgbClr val="{colour_of(trace)[1:].upper()}">'
        f'<a:alpha val="{opacity}"/></a:srgbClr></a:solidFill></a:ln>'
    )


def _draw(series: Any, around: Ends, years: range, stroke: str) -> None:
    down, up = ({year: ends[side] for year, ends in around.items()} for side in (0, 1))
    bars = (
        f'<c:errBars {nsdecls("c", "a")}><c:errDir val="y"/><c:errBarType val="both"/>'
        f'<c:errValType val="cust"/><c:noEndCap val="1"/>'
        f"<c:plus>{_listed(up, years)}</c:plus><c:minus>{_listed(down, years)}</c:minus>"
        f"<c:spPr>{stroke}</c:spPr></c:errBars>"
    )
    series._element.find(qn("c:cat")).addprevious(parse_xml(bars))  # noqa: SLF001  # nothing public adds it


def _listed(lengths: Mapping[int, float], years: range) -> str:
    """The lengths as numbers of the chart; none in a year without one."""
    points = "".join(
        f'<c:pt idx="{k}"><c:v>{round(max(lengths[year], 0.0), DIGITS):g}</c:v></c:pt>'
        for k, year in enumerate(years)
        if year in lengths
    )
    return (
        f"<c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(years)}"/>{points}</c:numLit>'
    )
