"""The axes of a native chart: round ticks on values, and a year a place on time. Knows no words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor, log10
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard import theme
from dashboard.drawing.letters import Type
from dashboard.exports.slides.page import POINTS, rgb
from dashboard.exports.slides.traces import Trace

LETTERS = Type(14.6, theme.INK)  # 14 points
SMALLEST = 11.5
SIZE = Pt(14)
# As many years are named one by one; of more, those that come after so many.
MOST_LABELS, FIFTH = 12, 5
# About so many steps along an axis of values; ends that are round but for this share stay.
STEPS, SLACK = 6, 1e-6
# The share of an axis that its title may take: in other fonts it is longer.
TITLE_SHARE = 0.75
# As the middle of a year's first day: a language that counts years from elsewhere must not name it.
YEAR = "[$-409]yyyy"


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of an axis of values, and the step between its ticks."""

    low: float
    high: float
    step: float
    is_log: bool

    def share(self, value: float) -> float:
        """Where a value stands between the ends, from 0 to 1."""
        low, high, at = (log10(one) if self.is_log else one for one in (self.low, self.high, value))
        return (at - low) / (high - low)

    def around(self, value: float, share: float) -> tuple[float, float]:
        """How far below and above a value the ends of a mark are that takes this share on both sides."""
        if self.is_log:
            times = (self.high / self.low) ** share
            return value - value / times, value * times - value
        reach = (self.high - self.low) * share
        return min(reach, value - self.low), min(reach, self.high - value)

    @property
    def widest(self) -> str:
        """The longest of its numbers."""
        ends = (f"{one:,.2f}".rstrip("0").rstrip(".") for one in (self.high, self.low + self.step))
        return max(ends, key=len)


def scale_of(described: Mapping[str, Any]) -> Scale | None:
    """The scale of an axis, from a round start; None for one without ends."""
    if not (ends := described.get("range")):
        return None
    low, high = ends
    if described.get("type") == "log":
        return Scale(10 ** floor(low + SLACK), 10 ** ceil(high - SLACK), 10, is_log=True)
    rough = (high - low) / STEPS
    power = 10 ** floor(log10(rough))
    step = next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= rough)
    return Scale(floor(low / step + SLACK) * step, high, step, is_log=False)


def dress_axis(one: Any, described: Mapping[str, Any], length: float) -> None:
    """Title, range and scale of an axis of values as the figure has them, with round ticks."""
    if scale := scale_of(described):
        one.minimum_scale, one.maximum_scale = scale.low, scale.high
        one.major_unit = scale.step
    if described.get("type") == "log":
        scaling = one._element.find(qn("c:scaling"))  # noqa: SLF001  # nothing public sets the base
        scaling.insert(0, scaling.makeelement(qn("c:logBase"), {"val": "10"}))
    one.major_gridlines.format.line.color.rgb = rgb(theme.GRID)
    one.format.line.color.rgb = rgb(theme.GRID)
    one.tick_labels.number_format, one.tick_labels.number_format_is_linked = "#,##0.##", False
    if title := described.get("title", {}).get("text"):
        _name(one, title.split("<br>"), length)
    if not described.get("showticklabels", True) or not described.get("visible", True):
        one.visible = False
    if not described.get("showgrid", True):
        one.has_major_gridlines = False


def fits(described: Mapping[str, Any], length: float) -> bool:
    """Whether the title of an axis stands along it in letters that can be read."""
    title = described.get("title", {}).get("text", "")
    return replace(LETTERS, size=SMALLEST).width(title) <= TITLE_SHARE * length


def _name(one: Any, lines: Sequence[str], length: float) -> None:
    """The title of an axis, in letters that keep each line whole: programs would break it."""
    one.has_title = True
    frame = one.axis_title.text_frame
    share = TITLE_SHARE * length / max(map(LETTERS.width, lines))
    size = max(min(LETTERS.size, LETTERS.size * share), SMALLEST)
    frame.text = "\n".join(lines)
    for paragraph in frame.paragraphs:
        font = paragraph.runs[0].font
        font.size, font.bold = Pt(round(size * POINTS, 1)), False
        font.color.rgb = rgb(theme.QUIET_INK)


def years_of(traces: Sequence[Trace]) -> range:
    """The years of an axis; where not all are named, from one that is round."""
    known = [
        int(year)
        for trace in traces
        for year, value in zip(trace["x"], trace["y"], strict=True)
        if value is not None
    ]
    first, last = min(known), max(known)
    return range(first - (first % FIFTH if last - first >= MOST_LABELS else 0), last + 1)


def days_of(years: range) -> list[date]:
    """The first days of years: on an axis of dates every program names those that it is told to."""
    return [date(year, 1, 1) for year in years]


def name_years(axis: Any, step: int) -> None:
    """Name every year that comes after so many."""
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = YEAR, False
    element = axis._element  # noqa: SLF001  # nothing public sets units
    element.find(qn("c:baseTimeUnit")).set("val", "years")
    for name, value in (("c:majorUnit", str(step)), ("c:majorTimeUnit", "years")):
        element.append(element.makeelement(qn(name), {"val": value}))
    axis.format.line.color.rgb = rgb(theme.GRID)


def usual_step(years: range) -> int:
    """Every fifth year where there are many."""
    return FIFTH if len(years) > MOST_LABELS else 1
