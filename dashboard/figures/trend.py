"""The trend: groups thick, highlighted economies thin, breaks drawn, filled values dotted and hollow.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10
from typing import Any

from dashboard import theme
from dashboard.figures import axes, labels, lines
from dashboard.tables import EconomySeries, GroupSeries
from dashboard.text.hover import economy_hovers, group_hovers
from dashboard.text.subject import Subject

BREAK_NOTE = "break"
Values = list[float | None]
Heights = Callable[[Values], Values]


@dataclass(slots=True)
class Drawing:
    """The traces so far, with what the axes and the labels need to know of them."""

    traces: list[dict[str, Any]]
    ends: list[tuple[str, float, str, bool]]
    heights: list[float]


def trend_figure(subject: Subject) -> dict[str, Any]:
    """The figure of a trend, for the years of the view."""
    span = subject.span()
    years = subject.table.years[span.start : span.stop]
    drawing = Drawing([], [], [])
    for code in shown_groups(subject):
        _draw_published(drawing, subject, code, span)
        _draw_group(drawing, subject, code, span)
    colours = theme.economy_colours(subject.view.economies)
    for code, colour in colours.items():
        _draw_economy(drawing, subject, code, colour, span)
    return {"data": drawing.traces, "layout": _layout(drawing, subject, years)}


def shown_groups(subject: Subject) -> list[str]:
    """The groups with a line: the comparison, the world and the region, each once, region last."""
    codes = dict.fromkeys(("world", *subject.compared))
    codes.pop(subject.view.region, None)
    return [*codes, subject.view.region]


def indexed(subject: Subject, values: Sequence[float | None]) -> Values | None:
    """The values as they are drawn: themselves, or relative to the base year; None without a base.

    `values` cover all years of the table.
    """
    base_year = subject.view.index
    if base_year is None:
        return list(values)
    years = subject.table.years
    base = values[years.index(base_year)] if base_year in years else None
    if not base:
        return None
    return [None if value is None else 100 * value / base for value in values]


def _drawn(subject: Subject, values: Sequence[float | None], span: range) -> Values | None:
    """The heights inside the span, None if nothing is left; a log scale has no place for zero."""
    drawn = indexed(subject, values)
    if drawn is None:
        return None
    drawn = drawn[span.start : span.stop]
    if subject.view.scale == "log":
        drawn = [value if value and value > 0 else None for value in drawn]
    return drawn if any(value is not None for value in drawn) else None


def _draw_group(drawing: Drawing, subject: Subject, code: str, span: range) -> None:
    series = subject.table.group(code)
    heights = _drawn(subject, series.values, span) if series else None
    if series is None or heights is None:
        return
    main = code == subject.view.region
    colour = theme.group_colour(code)
    label = subject.group_label(code)
    drawing.traces.append(
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": label,
            "meta": code,
            "x": subject.table.years[span.start : span.stop],
            "y": heights,
            "line": {"color": colour, "width": 4 if main else 2.5},
            "marker": {"size": 4 if main else 3, "color": colour},
            **_hover(group_hovers(subject, series, span)),
        }
    )
    _close(drawing, subject, label, heights, span, colour, main)


def _draw_published(drawing: Drawing, subject: Subject, code: str, span: range) -> None:
    series = subject.table.published(code)
    heights = _drawn(subject, series.values, span) if series else None
    if series is None or heights is None:
        return
    name = subject.words(
        "figures.published", group=subject.group_label(code), edition=series.edition
    )
    values = series.values[span.start : span.stop]
    texts = ["" if value is None else subject.value(value) for value in values]
    drawing.traces.append(
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": name,
            "meta": f"published/{code}",
            "x": subject.table.years[span.start : span.stop],
            "y": heights,
            "opacity": 0.75,
            "line": {"color": theme.group_colour(code), "width": 1, "dash": "dashdot"},
            "marker": {"size": 6, "symbol": "diamond-open", "color": theme.group_colour(code)},
            **_hover(texts),
        }
    )
    drawing.heights.extend(height for height in heights if height is not None)


def _draw_economy(drawing: Drawing, subject: Subject, code: str, colour: str, span: range) -> None:
    series = subject.table.economy(code)
    heights = _drawn(subject, series.values, span) if series else None
    if series is None or heights is None:
        return
    years = subject.table.years[span.start : span.stop]
    status = series.status[span.start : span.stop]
    parts = lines.pieces(years, heights, status, break_years(subject, series))
    name = subject.words.economy(code)
    drawing.traces += [
        _stroke(parts.solid, {"color": colour, "width": 1.6}),
        _stroke(parts.dotted, {"color": colour, "width": 1.4, "dash": "dot"}),
        _points(name, code, years, heights, status, colour)
        | _hover(economy_hovers(subject, series, span)),
    ]
    if parts.breaks[0]:
        drawing.traces.append(_breaks(parts.breaks, subject.words("figures.break"), colour))
    _close(drawing, subject, name, heights, span, colour, False)


def break_years(subject: Subject, series: EconomySeries) -> set[int]:
    """The years whose value is not comparable with the ones before."""
    notes = subject.table.notes
    return {
        int(year)
        for year, codes in series.notes.items()
        if any(notes[code] == BREAK_NOTE for code in codes)
    }


def _stroke(coordinates: lines.Coordinates, line: dict[str, Any]) -> dict[str, Any]:
    x, y = coordinates
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _points(
    name: str, code: str, years: list[int], heights: Values, status: str, colour: str
) -> dict[str, Any]:
    symbols = [lines.SYMBOLS.get(letter, "circle") for letter in status]
    marker = {"size": 6, "symbol": symbols, "color": colour, "line": {"width": 1, "color": colour}}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "meta": code,
        "x": years,
        "y": heights,
        "marker": marker,
    }


def _breaks(coordinates: lines.Coordinates, text: str, colour: str) -> dict[str, Any]:
    x, y = coordinates
    marker = {"symbol": "line-ns-open", "size": 16, "color": colour, "line": {"width": 2}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": marker,
        "name": text,
        "hoverinfo": "name",
    }


def _hover(texts: list[str]) -> dict[str, Any]:
    return {"text": texts, "hovertemplate": "%{text}<extra>%{fullData.name}</extra>"}


def _close(
    drawing: Drawing,
    subject: Subject,
    label: str,
    heights: Values,
    span: range,
    colour: str,
    bold: bool,
) -> None:
    """Remember where a line ends; one that ends early says when."""
    place = max(k for k, height in enumerate(heights) if height is not None)
    year = subject.table.years[span.start + place]
    if place < len(heights) - 1:
        label = subject.words("figures.ends", name=label, year=year)
    drawing.ends.append((label, heights[place] or 0.0, colour, bold))
    drawing.heights.extend(height for height in heights if height is not None)


def _layout(drawing: Drawing, subject: Subject, years: list[int]) -> dict[str, Any]:
    scale = subject.view.scale
    low, high = axes.bounds(drawing.heights, scale)
    share: Callable[[float], float] = (
        (lambda y: (log10(y) - log10(low)) / (log10(high) - log10(low)))
        if scale == "log"
        else (lambda y: (y - low) / (high - low))
    )
    ends = [labels.EndLabel(t, share(y), colour, bold) for t, y, colour, bold in drawing.ends]
    base = subject.view.index
    title = subject.unit if base is None else subject.words("figures.index", year=base)
    return theme.layout(
        separators=axes.separators(subject.words.lang),
        margin={"l": 8, "r": labels.margin(ends), "t": 10, "b": 30},
        hovermode="x unified",
        hoverlabel={"font": {"size": 12}},
        dragmode=False,
        xaxis=axes.time_axis(years[0], years[-1]),
        yaxis=axes.value_axis(title, low, high, scale),
        annotations=labels.annotations(ends) or [_empty(subject.words("figures.empty_trend"))],
    )


def _empty(text: str) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False}
    return {**place, "text": text, "font": {"size": 14, "color": theme.QUIET_INK}}
