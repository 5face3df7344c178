"""Names at the ends of lines, as labels of the native chart, so that no legend has to be read.

The plot has a place of its own on the chart: only so is it known how far labels that would meet are
to be moved apart. Knows no words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10
from typing import Any

from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard import theme
from dashboard.drawing.letters import Type
from dashboard.exports.slides.page import Box
from dashboard.figures.labels import spread_within

LETTERS = Type(11.5, theme.INK)
POINTS = 11
# The place of the plot on its chart: beside it are the axis and its title, below it the years.
LEFT, TOP, BELOW, LEGEND = 0.075, 0.04, 0.11, 0.07
BESIDE = 14.0
Trace = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of the axis of values."""

    low: float
    high: float
    is_log: bool

    def share(self, value: float) -> float:
        """Where a value stands between the ends, from 0 to 1."""
        low, high, at = (log10(one) if self.is_log else one for one in (self.low, self.high, value))
        return (at - low) / (high - low)


def end_names(figure: Mapping[str, Any], traces: Sequence[Trace]) -> list[str]:
    """What stands at the end of each line, "" for one that the figure does not name there."""
    said = [_plain(one["text"]) for one in figure["layout"].get("annotations", ())]
    if len(traces) == 1:
        return [str(traces[0]["name"])]
    return [next((text for text in said if text.startswith(one["name"])), "") for one in traces]


def _plain(text: str) -> str:
    """The text of a label: "<b>of it between sub-<br>regions</b>" is "of it between sub-regions"."""
    return re.sub(r"<[^>]*>", "", re.sub(r"(?<!-)<br>", " ", text))


def label_ends(
    chart: Chart, traces: Sequence[Trace], names: Sequence[str], box: Box, scale: Scale
) -> None:
    """Write the names; series without one stay in a legend below."""
    legend = LEGEND if not all(names) else 0.0
    room = max((LETTERS.width(name) for name in names), default=0.0) + BESIDE
    width, height = 1 - LEFT - room / box.width, 1 - TOP - BELOW - legend
    place_plot(chart, (LEFT, TOP, width, height))
    known = [k for k, name in enumerate(names) if name and _last(traces[k]) is not None]
    wanted = [scale.share(float(traces[k]["y"][_last(traces[k]) or 0])) for k in known]
    line = LETTERS.leading / (box.height * height)
    for k, at, place in zip(known, wanted, spread_within(wanted, [line] * len(known)), strict=True):
        label_point(chart, k, traces[k], names[k], (at - place) * height)
    if legend:
        _legend(chart, [k for k, name in enumerate(names) if name])


def _last(trace: Trace) -> int | None:
    """The place of the last value of a line."""
    return next((k for k in reversed(range(len(trace["y"]))) if trace["y"][k] is not None), None)


def place_plot(chart: Chart, sides: tuple[float, float, float, float]) -> None:
    """Put the rectangle between the axes at its place, in shares of the chart."""
    area = chart._chartSpace.chart.plotArea  # noqa: SLF001  # nothing public places it
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    ends = "".join(
        f'<c:{name} val="{side:.4f}"/>' for name, side in zip("xywh", sides, strict=True)
    )
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
            f'<c:xMode val="edge"/><c:yMode val="edge"/>{ends}</c:manualLayout></c:layout>'
        ),
    )


def label_point(chart: Chart, k: int, trace: Trace, name: str, down: float) -> None:
    """The name beside the last point of a line, moved down by a share of the chart."""
    series = chart.plots[0].series[k]
    years = [str(year) for year in chart.plots[0].categories]
    label = series.points[years.index(str(trace["x"][_last(trace) or 0]))].data_label
    frame = label.text_frame
    frame.text, frame.word_wrap = name, False
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(POINTS), False
    colour = trace.get("line", {}).get("color") or trace.get("marker", {}).get("color")
    if isinstance(colour, str) and colour.startswith("#"):
        font.color.rgb = RGBColor.from_string(colour[1:].upper())
    label.position = XL_LABEL_POSITION.RIGHT
    written = label._dLbl  # noqa: SLF001  # nothing public moves it
    written.find(qn("c:idx")).addnext(
        parse_xml(
            f"<c:layout {nsdecls('c')}><c:manualLayout>"
            f'<c:x val="0"/><c:y val="{down:.4f}"/></c:manualLayout></c:layout>'
        )
    )


def _legend(chart: Chart, named: Sequence[int]) -> None:
    """A legend below, without the series that have their names at their ends."""
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    position = chart.legend._element.find(qn("c:legendPos"))  # noqa: SLF001  # nothing public leaves entries out
    for k in reversed(named):
        position.addnext(
            parse_xml(
                f'<c:legendEntry {nsdecls("c")}><c:idx val="{k}"/><c:delete val="1"/></c:legendEntry>'
            )
        )
