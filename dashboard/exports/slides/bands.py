"""The interval of a line of a native chart, as error bars whose ends a speaker can read and edit.

A band between two lines would be two more series in the data of the chart. Knows no words.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

WIDTH, OPACITY = 28_000, 45_000  # EMU; of 100000
DIGITS = 6
Trace = Mapping[str, Any]
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
    if not ends:
        return
    up = {year: high - heights[year] for year, (_, high) in ends.items()}
    down = {year: heights[year] - low for year, (low, _) in ends.items()}
    colour = series.format.line.color.rgb
    bars = (
        f'<c:errBars {nsdecls("c", "a")}><c:errDir val="y"/><c:errBarType val="both"/>'
        f'<c:errValType val="cust"/><c:noEndCap val="1"/>'
        f"<c:plus>{_listed(up, years)}</c:plus><c:minus>{_listed(down, years)}</c:minus>"
        f'<c:spPr><a:ln w="{WIDTH}" cap="flat"><a:solidFill>'
        f'<a:srgbClr val="{colour}"><a:alpha val="{OPACITY}"/></a:srgbClr>'
        f"</a:solidFill></a:ln></c:spPr></c:errBars>"
    )
    series._element.find(qn("c:cat")).addprevious(parse_xml(bars))  # noqa: SLF001  # nothing public adds it


def _listed(lengths: Mapping[int, float], years: range) -> str:
    """The lengths as numbers of the chart; none in a year without an interval."""
    points = "".join(
        f'<c:pt idx="{k}"><c:v>{round(max(lengths[year], 0.0), DIGITS):g}</c:v></c:pt>'
        for k, year in enumerate(years)
        if year in lengths
    )
    return (
        f"<c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(years)}"/>{points}</c:numLit>'
    )
