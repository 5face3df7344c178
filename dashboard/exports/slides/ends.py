"""Names at the ends of lines, as labels of the native chart, so that no legend has to be read.

The plot has a place of its own on the chart: only so is it known how far labels that would meet are
to be moved apart. Knows no words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard.exports.slides.axes import LETTERS, Scale
from dashboard.exports.slides.page import POINTS, Box, rgb
from dashboard.exports.slides.traces import Trace, colour_of
from dashboard.figures.labels import spread_within

BESIDE, TOP = 14.0, 10.0
# How what a label adds to a name begins.
ADDED = "(（:："
UNLED = (
    f'<c:extLst {nsdecls("c")}><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}"'
    ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot on its chart: the chart's place, the room on each side for axes and names, its axes."""

    box: Box
    left: float
    right: float
    below: float
    years: range
    scale: Scale

    @property
    def room(self) -> Box:
        """The rectangle between the axes."""
        box = self.box
        wide, tall = self.wide * box.width, self.tall * box.height
        return Box(box.left + self.left, box.top + TOP, wide, tall)

    @property
    def wide(self) -> float:
        """Its width as a share of the chart's."""
        return 1 - (self.left + self.right) / self.box.width

    @property
    def tall(self) -> float:
        """Its height as a share of the chart's."""
        return 1 - (TOP + self.below) / self.box.height


@dataclass(frozen=True, slots=True)
class End:
    """A label: its words, and by how much of the chart it is moved from the last point of its line."""

    text: str
    right: float = 0.0
    down: float = 0.0
    size: float = LETTERS.size


def end_names(figure: Mapping[str, Any], traces: Sequence[Trace]) -> list[str]:
    """What stands at the end of each line, "" for one that the figure does not name there."""
    said = [_plain(one["text"]) for one in figure["layout"].get("annotations", ())]
    if len(traces) == 1:
        return [str(traces[0]["name"])]
    return [_end_name(str(one["name"]), said) for one in traces]


def _end_name(name: str, said: Sequence[str]) -> str:
    """The name, with what a label adds to it, such as a year; "" where no label says it."""
    bare = _bare(name)
    if any(_bare(text) == bare for text in said):
        return name
    added = (text for text in said if text.startswith(name))
    return next((text for text in added if text[len(name) :].lstrip()[:1] in {*ADDED}), "")


def _plain(text: str) -> str:
    """The text of a label: "<b>of it between sub-<br>regions</b>" is "of it between sub-regions"."""
    return re.sub(r"<[^>]*>", "", re.sub(r"(?<!-)<br>", " ", text))


def _bare(text: str) -> str:
    """A text without isolates and spaces, of which labels of several lines have others."""
    return re.sub("[\u2066-\u2069\\s]", "", text)


def room_of(names: Sequence[str]) -> float:
    """The room that names take beside the plot."""
    return max((LETTERS.width(name) for name in names), default=0.0) + BESIDE


def label_ends(chart: Chart, traces: Sequence[Trace], names: Sequence[str], plot: Plot) -> None:
    """Write the names beside the plot, where the lines end or would."""
    known = [k for k, name in enumerate(names) if name and last_of(traces[k]) is not None]
    ends = [last_of(traces[k]) or 0 for k in known]
    wanted = [
        plot.scale.share(float(traces[k]["y"][end])) for k, end in zip(known, ends, strict=True)
    ]
    line = LETTERS.leading / (plot.box.height * plot.tall)
    places = spread_within(wanted, [line] * len(known))
    for k, end, at, place in zip(known, ends, wanted, places, strict=True):
        early = plot.years[-1] - int(traces[k]["x"][end])
        right = early / len(plot.years) * plot.wide
        label_point(chart, k, traces[k], plot, End(names[k], right, (at - place) * plot.tall))


def last_of(trace: Trace) -> int | None:
    """The place of the last value of a line."""
    return next((k for k in reversed(range(len(trace["y"]))) if trace["y"][k] is not None), None)


def place_plot(chart: Chart, box: Box, room: Box) -> None:
    """Put the rectangle between the axes at its place on the chart, which is `box`."""
    area = chart._chartSpace.chart.plotArea  # noqa: SLF001  # nothing public places it
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    sides = {
        "x": (room.left - box.left) / box.width,
        "y": (room.top - box.top) / box.height,
        "w": room.width / box.width,
        "h": room.height / box.height,
    }
    ends = "".join(f'<c:{name} val="{side:.4f}"/>' for name, side in sides.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
            f'<c:xMode val="edge"/><c:yMode val="edge"/>{ends}</c:manualLayout></c:layout>'
        ),
    )


def label_point(chart: Chart, k: int, trace: Trace, plot: Plot, end: End) -> None:
    """The name beside the last point of a line."""
    series = chart.plots[0].series[k]
    year = int(trace["x"][last_of(trace) or 0])
    label = series.points[plot.years.index(year)].data_label
    frame = label.text_frame
    frame.text, frame.word_wrap = end.text, False
    for paragraph in frame.paragraphs:
        font = paragraph.runs[0].font
        font.size, font.bold = Pt(round(end.size * POINTS, 1)), False
        font.color.rgb = rgb(colour_of(trace))
    label.position = XL_LABEL_POSITION.RIGHT
    _unlead(series)
    written = label._dLbl  # noqa: SLF001  # nothing public moves it
    written.find(qn("c:idx")).addnext(
        parse_xml(
            f"<c:layout {nsdecls('c')}><c:manualLayout>"
            f'<c:x val="{end.right:.4f}"/><c:y val="{end.down:.4f}"/></c:manualLayout></c:layout>'
        )
    )


def _unlead(series: Any) -> None:
    """No lines between points and labels that are moved: they would look like data."""
    labels = series._element.find(qn("c:dLbls"))  # noqa: SLF001  # nothing public has extensions
    labels.append(parse_xml(UNLED))
