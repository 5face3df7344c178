"""The trend as small multiples: a panel an economy or group, all on one scale, region and world behind.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log10
from typing import Any

from dashboard import theme
from dashboard.catalogue import catalogue
from dashboard.figures import axes, labels
from dashboard.figures.grid import FOOT, HEAD, grid_of
from dashboard.figures.trend import (
    Drawing,
    draw_economy,
    draw_group,
    draw_published,
    lines_figure,
    why_empty,
)
from dashboard.text.subject import Subject
from dashboard.text.trend import panelled, trend_span

# The world and the region behind the line of a panel.
BEHIND, REGION_BEHIND = theme.GREY, theme.QUIET_INK
# The size that a figure is made for, where nobody asks for another.
USUAL = (900, 500)
PANEL = 200
RIGHT, BESIDE = 8, 6
# Marks are smaller than in one large plot, as panels are.
SMALLER = 0.6


@dataclass(frozen=True, slots=True)
class Panel:
    """The traces of a panel, what it is called, and where its line ends, None without a value."""

    drawing: Drawing
    name: str
    colour: str
    end: tuple[int, float] | None

    @property
    def newest(self) -> str:
        """The value at the end of the line, with its year where the line ends early; "" without one."""
        if self.end is None:
            return ""
        subject, (year, height) = self.drawing.subject, self.end
        is_index = subject.view.index is not None
        value = subject.words.number(height, 0) if is_index else subject.number(height)
        if self.drawing.years[-1] - year <= 1:
            return value
        return subject.words("figures.ends", name=value, year=year)


def trend_figure(subject: Subject) -> dict[str, Any]:
    """The figure of a trend: lines in one plot, or a panel each."""
    codes = panelled(subject)
    return _panels_figure(subject, codes) if codes else lines_figure(subject)


def behind(subject: Subject) -> dict[str, str]:
    """The groups behind every panel, with their colours; none where all lines are in one plot."""
    if not panelled(subject):
        return {}
    return {catalogue().world: BEHIND} | (
        {} if subject.view.region == catalogue().world else {subject.view.region: REGION_BEHIND}
    )


def _panels_figure(subject: Subject, codes: Sequence[str]) -> dict[str, Any]:
    panels = [_panel(subject, code) for code in codes]
    if not any(panel.end for panel in panels):
        return lines_figure(subject)
    traces = [
        {**_smaller(trace), "xaxis": _axis("x", place), "yaxis": _axis("y", place)}
        for place, panel in enumerate(panels)
        for trace in panel.drawing.traces
    ]
    return {"data": traces, "layout": _layout(subject, panels)}


def _smaller(trace: dict[str, Any]) -> dict[str, Any]:
    marker = trace.get("marker", {})
    sizes = marker.get("size")
    if not sizes:
        return trace
    smaller = [SMALLER * one for one in sizes] if isinstance(sizes, list) else SMALLER * sizes
    return {**trace, "marker": {**marker, "size": smaller}}


def _panel(subject: Subject, code: str) -> Panel:
    """A panel: the world and the region behind, then what it is about."""
    drawing = Drawing(subject, trend_span(subject))
    for group, grey in behind(subject).items():
        if group != code:
            draw_published(drawing, group)
            draw_group(drawing, group, grey)
    if code in subject.view.economies:
        name, colour = subject.words.economy(code), _colour(subject, code)
        draw_economy(drawing, code, colour)
    else:
        name, colour = subject.group_label(code), theme.group_colour(code, subject.view.region)
        draw_published(drawing, code)
        draw_group(drawing, code)
    return Panel(drawing, name, colour, _end_of(drawing, code))


def _end_of(drawing: Drawing, code: str) -> tuple[int, float] | None:
    """The last year and height of the line of an economy or a group."""
    own = (trace for trace in reversed(drawing.traces) if trace.get("meta") == code)
    trace: dict[str, Any] = next(own, {"x": [], "y": []})
    return next(
        (
            end
            for end in reversed([*zip(trace["x"], trace["y"], strict=True)])
            if end[1] is not None
        ),
        None,
    )


def _colour(subject: Subject, code: str) -> str:
    """The colour of an economy; what would be grey among many lines stands alone here."""
    colour = theme.economy_colours(subject.view.economies)[code]
    return theme.STRONG[0] if colour == theme.GREY else colour


def _axis(letter: str, place: int) -> str:
    return f"{letter}{place + 1 if place else ''}"


def _layout(subject: Subject, panels: Sequence[Panel]) -> dict[str, Any]:
    view, drawing = subject.view, panels[0].drawing
    heights = [height for panel in panels for height in panel.drawing.heights]
    low, high = axes.bounds(heights, view.scale)
    left = round(16 + labels.width(subject.words.number(high, 0)))
    room = max(_room(panel) for panel in panels)
    layout = axes.time_layout(
        subject.words.lang,
        [],
        margin={"l": left, "r": RIGHT, "t": HEAD, "b": FOOT},
        meta={"unit": _unit(subject)},
        grid=_grid(len(panels), left),
        annotations=[
            said
            for place, panel in enumerate(panels)
            for said in (_heading(place, panel), _end(subject, place, panel))
        ],
    )
    for place in range(len(panels)):
        across = _years_axis(drawing.years, room)
        up = axes.value_axis("", low, high, view.scale, automargin=False, nticks=4)
        layout[f"xaxis{_axis('', place)}"] = {**across, "anchor": _axis("y", place)}
        layout[f"yaxis{_axis('', place)}"] = {**up, "anchor": _axis("x", place)}
    return layout


def _unit(subject: Subject) -> str:
    index = subject.view.index
    return subject.unit if index is None else subject.words("figures.index", year=index)


def _grid(count: int, left: float) -> dict[str, Any]:
    """The grid of a page of the usual size; each place asks for that of its own (`frontend/src/grid.js`)."""
    return {"pattern": "independent", **grid_of(count, *USUAL, left)._asdict()}


def _room(panel: Panel) -> float:
    """The years that the axis goes on so that the newest value has its place beside the line."""
    if panel.end is None:
        return 0.0
    first, last = panel.drawing.years[0], panel.drawing.years[-1]
    wide = min(max(map(labels.width, _lines(panel.newest))) + BESIDE, PANEL / 2)
    return ((wide * (last - first)) - (last - panel.end[0]) * PANEL) / (PANEL - wide)


def _lines(newest: str) -> list[str]:
    """A value, and below it the year of an old one: a phone has no room for both in one line."""
    return re.sub(r"\s*[（(](.*)[）)]", r"\n\1", newest).split("\n")


def _years_axis(years: Sequence[int], room: float) -> dict[str, Any]:
    """The years with the first and the last one named, and so many more that are empty."""
    first, last = years[0], years[-1]
    described = axes.time_axis(first, last)
    low, high = described["range"]
    described.pop("dtick", None)
    ends = sorted({first, last})
    return {
        **described,
        "range": [low, high + max(0.0, room)],
        "tickvals": ends,
        "ticktext": [str(year) for year in ends],
    }


def _heading(place: int, panel: Panel) -> dict[str, Any]:
    """The name of a panel above it."""
    return {
        "xref": f"{_axis('x', place)} domain",
        "yref": f"{_axis('y', place)} domain",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "text": f"<b>{panel.name}</b>",
        "font": {"size": labels.FONT_SIZE, "color": theme.text_colour(panel.colour)},
    }


def _end(subject: Subject, place: int, panel: Panel) -> dict[str, Any]:
    """The newest value at the end of the line, or that there is none."""
    said = {"showarrow": False, "font": {"size": labels.FONT_SIZE, "color": theme.QUIET_INK}}
    if panel.end is None:
        middle = {"xref": f"{_axis('x', place)} domain", "yref": f"{_axis('y', place)} domain"}
        text = "<br>".join(labels.in_lines(why_empty(subject), 32))
        return {**said, **middle, "x": 0.5, "y": 0.5, "text": text}
    year, height = panel.end
    return {
        **said,
        "xref": _axis("x", place),
        "yref": _axis("y", place),
        "x": year,
        "y": log10(height) if subject.view.scale == "log" else height,
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": 4,
        "align": "left",
        "text": "<br>".join(_lines(panel.newest)),
        "font": {"size": labels.FONT_SIZE, "color": theme.text_colour(panel.colour)},
    }
