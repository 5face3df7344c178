"""Several indicators of one unit, for one place, through the years; with lines to compare with.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

from dataclasses import dataclass
from math import log10
from typing import Any

from dashboard import theme
from dashboard.figures import axes, labels, lines
from dashboard.text.panel import line_of, panel_of, parts, place_of
from dashboard.text.subject import Subject, break_years


def together_figure(subject: Subject) -> dict[str, Any]:
    """The figure of a panel with several lines; the years are those that any line has."""
    panel = panel_of(subject)
    found = [line for part in parts(subject) if (line := _line(part))]
    if not found:
        return {"data": [], "layout": empty(subject)}
    heights = [height for line in found for height in line.heights if height is not None]
    years = [year for line in found for year in line.known]
    low, high = axes.bounds([*heights, *panel.lines], panel.scale)
    traces, ends = [], []
    for place, line in enumerate(found):
        colour = theme.CATEGORICAL[place % len(theme.CATEGORICAL)]
        traces += _traces(line, colour)
        last = next(height for height in reversed(line.heights) if height is not None)
        height = axes.share(last, low, high, panel.scale)
        ends.append(labels.EndLabel(_label(line, max(years)), height, colour))
    unit = parts(subject)[0].unit
    layout = axes.time_layout(
        subject.words.lang,
        ends,
        xaxis=axes.time_axis(min(years), max(years), **axes.read_together(unit)),
        yaxis=axes.value_axis(unit, low, high, panel.scale),
        hoversort=axes.FROM_THE_TOP,
        annotations=[*labels.annotations(ends), *_names_of_lines(subject)],
        shapes=[_reference(value) for value in panel.lines],
    )
    return {"data": traces, "layout": layout}


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator's values of the place in the years of the view, and their status letters."""

    part: Subject
    years: list[int]
    heights: list[float | None]
    status: str

    @property
    def known(self) -> list[int]:
        """The years with a value."""
        return [
            year
            for year, height in zip(self.years, self.heights, strict=True)
            if height is not None
        ]


def _line(part: Subject) -> Line | None:
    """None where no year of the view has a value."""
    values, letters = line_of(part)
    span = part.span() if values else range(0)
    kept = slice(span.start, span.stop)
    line = Line(part, part.table.years[kept], values[kept], letters[kept])
    return line if line.known else None


def _label(line: Line, last: int) -> str:
    """The indicator's name; a line that ends more than a year early says when."""
    year, part = line.known[-1], line.part
    if last - year > 1:
        return part.words("figures.ends", name=part.name, year=year)
    return part.name


def _traces(line: Line, colour: str) -> list[dict[str, Any]]:
    part = line.part
    course = lines.Course(line.years, breaks_of(part), part.table.step)
    points = {
        "name": part.name,
        "meta": part.indicator.id,
        "marker": {"size": 5, "color": colour},
        "text": ["" if height is None else part.value(height) for height in line.heights],
        "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
    }
    return lines.drawn(course, line.heights, {"color": colour, "width": 2.5}, points, line.status)


def breaks_of(part: Subject) -> frozenset[int]:
    """The years from which the line of the place is not comparable with the ones before."""
    series = part.table.economy(place_of(part))
    return break_years(part, series) if series else part.breaks


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
    return axes.empty(subject.words("figures.empty_panel"))
