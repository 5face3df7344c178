"""Several indicators of one unit, for one place, through the years; with lines to compare with.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

from math import log10
from typing import Any

from dashboard import theme
from dashboard.figures import axes, labels
from dashboard.text.panel import line_of, panel_of, parts
from dashboard.text.subject import Subject

Points = list[tuple[int, float]]


def together_figure(subject: Subject) -> dict[str, Any]:
    """The figure of a panel with several lines; the years are those that any line has."""
    panel = panel_of(subject)
    lines = [(part, points) for part in parts(subject) if (points := _points(part))]
    if not lines:
        return {"data": [], "layout": empty(subject)}
    heights = [height for _, points in lines for _, height in points]
    years = [year for _, points in lines for year, _ in points]
    low, high = axes.bounds([*heights, *panel.lines], panel.scale)
    traces, ends = [], []
    for place, (part, points) in enumerate(lines):
        colour = theme.CATEGORICAL[place % len(theme.CATEGORICAL)]
        traces.append(_trace(part, points, colour))
        height = axes.share(points[-1][1], low, high, panel.scale)
        ends.append(labels.EndLabel(_label(part, points, max(years)), height, colour))
    layout = axes.time_layout(
        subject.words.lang,
        ends,
        xaxis=axes.time_axis(min(years), max(years)),
        yaxis=axes.value_axis(parts(subject)[0].unit, low, high, panel.scale),
        annotations=[*labels.annotations(ends), *_names_of_lines(subject)],
        shapes=[_reference(value) for value in panel.lines],
    )
    return {"data": traces, "layout": layout}


def _points(part: Subject) -> Points:
    values, _ = line_of(part)
    span = part.span() if values else range(0)
    found = ((part.table.years[k], values[k]) for k in span)
    return [(year, value) for year, value in found if value is not None]


def _label(part: Subject, points: Points, last: int) -> str:
    """The indicator's name; a line that ends more than a year early says when."""
    year = points[-1][0]
    if last - year > 1:
        return part.words("figures.ends", name=part.name, year=year)
    return part.name


def _trace(part: Subject, points: Points, colour: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": part.name,
        "meta": part.indicator.id,
        "x": [year for year, _ in points],
        "y": [height for _, height in points],
        "line": {"color": colour, "width": 2.5},
        "marker": {"size": 5, "color": colour},
        "text": [part.value(height) for _, height in points],
        "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
    }


def _reference(value: float) -> dict[str, Any]:
    line = {"color": theme.INK, "width": 1, "dash": "dash"}
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": value,
        "y1": value,
        "line": line,
    }


def _names_of_lines(subject: Subject) -> list[dict[str, Any]]:
    part = parts(subject)[0]
    return [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": log10(value) if panel_of(subject).scale == "log" else value,
            "yanchor": "bottom",
            "showarrow": False,
            "text": part.words(f"units.{part.indicator.unit}.value", value=f"{value:g}"),
            "font": {"size": 11, "color": theme.QUIET_INK},
        }
        for value in panel_of(subject).lines
    ]


def empty(subject: Subject) -> dict[str, Any]:
    """The layout that says that there is nothing to draw."""
    hidden = {"visible": False, "fixedrange": True}
    middle = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False}
    text = "<br>".join(labels.folded(subject.words("figures.empty_panel"), 44))
    return theme.layout(xaxis=hidden, yaxis=hidden, annotations=[{**middle, "text": text}])
