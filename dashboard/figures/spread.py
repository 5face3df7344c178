"""The spread: the best, the median and the worst economy through time; below it, inequality.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard import theme
from dashboard.figures import axes, labels, lines
from dashboard.series import SpreadSeries
from dashboard.text.hover import group_hovers
from dashboard.text.spread import DECIMALS, kept, leaders, measured, spread_of, spread_span
from dashboard.text.subject import Subject

UPPER, LOWER = [0.46, 1.0], [0.0, 0.36]
# Within the sub-regions, and between them.
AREAS = {"within": 0.16, "between": 0.42}
MEDIAN = theme.CATEGORICAL[4]
Trace = dict[str, Any]
Values = list[float | None]


@dataclass(slots=True)
class Panel:
    """A panel as it is drawn: its traces, and where its lines end."""

    axis: str
    course: lines.Course
    traces: list[Trace] = field(default_factory=list)
    ends: list[tuple[str, float, str, bool]] = field(default_factory=list)

    def draw(self, heights: Values, line: Trace, **more: Any) -> None:
        """Add a line, and a label at its end if it has a name; a line without a value is left out."""
        known = [height for height in heights if height is not None]
        if not known:
            return
        points = {
            "yaxis": self.axis,
            "marker": {"size": 4, "color": line["color"]},
            "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
            **more,
        }
        self.traces += lines.drawn(self.course, heights, line, points)

    def close(self, label: str, heights: Values, colour: str, *, bold: bool = False) -> None:
        """Remember the label of a line's end."""
        known = [height for height in heights if height is not None]
        if known:
            self.ends.append((label, known[-1], colour, bold))

    @property
    def heights(self) -> list[float]:
        """All heights of its lines."""
        return [y for trace in self.traces for y in trace["y"] if y is not None]


def spread_figure(subject: Subject) -> dict[str, Any]:
    """The figure of a spread, for the years of the view that have values enough."""
    series = spread_of(subject)
    heights = kept(subject, series, series.median) if series else []
    if series is None or not any(height is not None for height in heights):
        return {"data": [], "layout": axes.empty(subject.words("figures.spread.empty"))}
    upper = _economies(subject, series)
    lower = _inequality(subject, series) if measured(subject, series) else None
    return {
        "data": [*upper.traces, *(lower.traces if lower else [])],
        "layout": _layout(subject, upper, lower),
    }


def _years(subject: Subject) -> list[int]:
    span = spread_span(subject)
    return subject.table.years[span.start : span.stop]


def _course(subject: Subject) -> lines.Course:
    return lines.Course(_years(subject), subject.breaks, subject.table.step)


def _economies(subject: Subject, series: SpreadSeries) -> Panel:
    """Highest, median and lowest economy, with the space between shaded, and the group's value."""
    panel, words = Panel("y", _course(subject)), subject.words
    high, low = kept(subject, series, series.high), kept(subject, series, series.low)
    median = kept(subject, series, series.median)
    panel.traces += _areas(panel, low, high, theme.SHADE_OPACITY)
    for key, heights, who in (("highest", high, series.highest), ("lowest", low, series.lowest)):
        line = {"color": theme.QUIET_INK, "width": 1.5}
        name, texts = words(f"figures.spread.{key}"), _named(subject, heights, who)
        panel.draw(heights, line, name=name, meta=key, text=texts)
        last = max(k for k, height in enumerate(heights) if height is not None)
        first = leaders(subject, spread_span(subject)[last], heights[last] or 0.0, who)[0]
        label = words("figures.spread.end", what=name, economy=words.economy(first))
        panel.close(label, heights, theme.QUIET_INK)
    name = words("figures.spread.median")
    texts = _texts(median, subject.number)
    panel.draw(median, {"color": MEDIAN, "width": 2.5}, name=name, meta="median", text=texts)
    panel.close(name, median, MEDIAN)
    _group(subject, panel)
    return panel


def _group(subject: Subject, panel: Panel) -> None:
    """The value of the group itself, thick."""
    code, span = subject.view.region, spread_span(subject)
    series = subject.table.group(code)
    if series is None:
        return
    heights, label = series.values[span.start : span.stop], subject.group_label(code)
    colour = theme.group_colour(code, code)
    line = {"color": colour, "width": 3.5}
    texts = group_hovers(subject, series, span)
    panel.draw(heights, line, name=label, meta=code, text=texts)
    panel.close(label, heights, colour, bold=True)


def _inequality(subject: Subject, series: SpreadSeries) -> Panel:
    """The Theil index as two areas, between the parts and within them; the Gini index as a line."""
    panel, words = Panel("y2", _course(subject)), subject.words
    theil, between = (
        kept(subject, series, values) for values in (series.theil, series.theil_between)
    )
    if not series.parts:
        between = [None] * len(theil)
    floor = [None if value is None else 0.0 for value in theil]
    parted = [b if t is not None else None for b, t in zip(between, theil, strict=True)]
    foot = [f if b is None else b for f, b in zip(floor, parted, strict=True)]
    panel.traces += _areas(panel, foot, theil, AREAS["within"])
    panel.traces += _areas(panel, floor, parted, AREAS["between"])
    drawn = (
        ("theil", theil, {"color": theme.ACCENT, "width": 2}),
        ("between", parted, {"color": theme.ACCENT, "width": 1}),
        ("gini", kept(subject, series, series.gini), {"color": theme.WORLD, "width": 2}),
    )
    for key, heights, line in drawn:
        name = words(f"figures.spread.{key}")
        texts = _texts(heights, lambda value: words.number(value, DECIMALS))
        panel.draw(heights, line, name=name, meta=key, text=texts)
        panel.close(name, heights, str(line["color"]))
    return panel


def _areas(panel: Panel, low: Values, high: Values, opacity: float) -> list[Trace]:
    return lines.areas(panel.course, low, high, theme.ACCENT, opacity, yaxis=panel.axis)


def _texts(heights: Values, said: Callable[[float], str]) -> list[str]:
    return ["" if height is None else said(height) for height in heights]


def _named(subject: Subject, heights: Values, who: Sequence[int | None]) -> list[str]:
    """The values, each with the name of its economy."""
    return [
        ""
        if height is None
        else subject.words(
            "figures.spread.point",
            value=subject.number(height),
            economy=subject.words.economy(leaders(subject, k, height, who)[0]),
        )
        for height, k in zip(heights, spread_span(subject), strict=True)
    ]


def _layout(subject: Subject, upper: Panel, lower: Panel | None) -> dict[str, Any]:
    low, high = axes.bounds(upper.heights, "linear")
    domain = UPPER if lower else [0.0, 1.0]
    notes, ends = _labelled(upper, low, high, domain)
    years = _years(subject)
    more: dict[str, Any] = {
        "xaxis": axes.time_axis(years[0], years[-1]),
        "yaxis": axes.value_axis(subject.unit, low, high, "linear", domain=domain),
    }
    if lower:
        foot, head = axes.bounds(lower.heights, "linear")
        said, under = _labelled(lower, foot, head, LOWER)
        notes, ends = [*notes, *said], [*ends, *under]
        more["xaxis"]["anchor"] = "y2"
        title = subject.words("figures.spread.inequality")
        more["yaxis2"] = axes.value_axis(title, foot, head, "linear", domain=LOWER, nticks=5)
    return axes.time_layout(subject.words.lang, ends, annotations=notes, **more)


def _labelled(
    panel: Panel, low: float, high: float, domain: Sequence[float]
) -> tuple[list[dict[str, Any]], list[labels.EndLabel]]:
    """The labels of a panel, as annotations and as they are."""
    ends = [
        labels.EndLabel(text, axes.share(y, low, high, "linear"), colour, bold)
        for text, y, colour, bold in panel.ends
    ]
    place = f"{panel.axis} domain"
    notes = labels.annotations(ends, 1.0 / (domain[1] - domain[0]))
    return [{**note, "yref": place} for note in notes], ends
