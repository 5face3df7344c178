"""The trend: groups thick, highlighted economies thin, breaks drawn, filled values dotted and hollow.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dashboard import theme
from dashboard.catalogue import catalogue
from dashboard.figures import axes, labels, lines
from dashboard.series import GroupSeries, PublishedSeries
from dashboard.text.hover import economy_hovers, group_hovers
from dashboard.text.modelled import band, modelled_letters
from dashboard.text.subject import Subject, break_years
from dashboard.text.trend import (
    edition_name,
    edition_symbol,
    shown_editions,
    shown_groups,
    trend_span,
)

Values = list[float | None]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The traces so far, with what the axes and the labels need to know of them."""

    subject: Subject
    span: range
    traces: list[dict[str, Any]] = field(default_factory=list)
    ends: list[tuple[str, float, str, bool]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)

    @property
    def years(self) -> list[int]:
        """The years of the view."""
        return self.subject.table.years[self.span.start : self.span.stop]

    @property
    def course(self) -> lines.Course:
        """Where the line of a group is cut or dotted."""
        return lines.Course(self.years, self.subject.breaks, self.subject.table.step)

    def close(self, label: str, heights: Values, colour: str, *, bold: bool = False) -> None:
        """Remember where a line ends; one that ends more than a year early says when."""
        place = max(k for k, height in enumerate(heights) if height is not None)
        if self.years[-1] - self.years[place] > 1:
            label = self.subject.words("figures.ends", name=label, year=self.years[place])
        self.ends.append((label, heights[place] or 0.0, colour, bold))
        self.heights.extend(height for height in heights if height is not None)


def lines_figure(subject: Subject) -> dict[str, Any]:
    """All lines of a trend in one plot, for the years of the view."""
    return _figure(subject, shown_groups(subject), printed=True)


def trend_panel(subject: Subject) -> dict[str, Any]:
    """The figure for where there is little room: the region beside the world and its reference.

    Of the world, the groups of the comparison. What publishers printed is left out.
    """
    world, region = catalogue().world, subject.view.region
    compared = subject.compared
    groups = dict.fromkeys((world, *compared[: None if region == world else 1]))
    groups.pop(region, None)
    return _figure(subject, [*groups, region], printed=False)


def _figure(subject: Subject, groups: Sequence[str], *, printed: bool) -> dict[str, Any]:
    drawing = Drawing(subject, trend_span(subject))
    for code in groups:
        if printed:
            draw_published(drawing, code)
        draw_group(drawing, code)
    for code, colour in theme.economy_colours(subject.view.economies).items():
        draw_economy(drawing, code, colour)
    return {"data": drawing.traces, "layout": _layout(drawing)}


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


def _drawn(drawing: Drawing, values: Sequence[float | None]) -> Values | None:
    """The heights inside the span, None if nothing is left; a log scale has no place for zero."""
    drawn = indexed(drawing.subject, values)
    if drawn is None:
        return None
    drawn = drawn[drawing.span.start : drawing.span.stop]
    if drawing.subject.view.scale == "log":
        drawn = [value if value and value > 0 else None for value in drawn]
    return drawn if any(value is not None for value in drawn) else None


def draw_group(drawing: Drawing, code: str, behind: str = "") -> None:
    """The line of a group, with its interval; thin and of one colour where it lies behind others."""
    subject = drawing.subject
    series = subject.table.group(code)
    heights = _drawn(drawing, series.values) if series else None
    if series is None or heights is None:
        return
    main = code == subject.view.region and not behind
    colour = behind or theme.group_colour(code, subject.view.region)
    label = subject.group_label(code)
    points = {
        "name": label,
        "meta": code,
        "marker": {"size": 4 if main else 1 if behind else 3, "color": colour},
        **_hover(group_hovers(subject, series, drawing.span)),
    }
    line = {"color": colour, "width": 4 if main else 1.2 if behind else 2.5}
    drawing.traces.extend([] if behind else _band(drawing, series, colour))
    status = modelled_letters(subject, series, drawing.span)
    drawing.traces.extend(lines.drawn(drawing.course, heights, line, points, status))
    strokes = _member_breaks(drawing, series, heights)
    if strokes[0] and not behind:
        drawing.traces.append(_breaks(strokes, colour))
    drawing.close(label, heights, colour, bold=main)


def _member_breaks(drawing: Drawing, series: GroupSeries, heights: Values) -> lines.Coordinates:
    """Where the series of a weighty member breaks: at the first value after it."""
    found: lines.Coordinates = ([], [])
    for k, year in enumerate(drawing.years[1:], start=1):
        before, after = heights[k - 1], heights[k]
        if str(year) in series.breaks and before is not None and after is not None:
            found[0].append(year)
            found[1].append(after)
    return found


def _band(drawing: Drawing, series: GroupSeries, colour: str) -> list[dict[str, Any]]:
    """The interval of a group's value, a closed shape for every run of years with modelled members."""
    low, high = (_drawn(drawing, values) for values in band(drawing.subject, series))
    if low is None or high is None:
        return []
    return lines.areas(drawing.course, low, high, colour, theme.SHADE_OPACITY, meta=lines.BAND)


def draw_published(drawing: Drawing, code: str) -> None:
    """What publishers printed for a group, as far as it is asked for."""
    for series in shown_editions(drawing.subject, code):
        _draw_published(drawing, code, series)


def _draw_published(drawing: Drawing, code: str, series: PublishedSeries) -> None:
    subject, span = drawing.subject, drawing.span
    heights = _drawn(drawing, series.values)
    if heights is None:
        return
    facts = {"group": subject.group_label(code), "edition": edition_name(subject, series)}
    values = series.values[span.start : span.stop]
    colour = theme.group_colour(code, subject.view.region)
    drawing.traces.append(
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": subject.words("figures.published", **facts),
            "meta": f"published/{code}/{series.source}",
            "x": drawing.years,
            "y": heights,
            "opacity": 0.75,
            "line": {"color": colour, "width": 1, "dash": "dashdot"},
            "marker": {
                "size": 6,
                "symbol": edition_symbol(subject, series.source),
                "color": colour,
            },
            **_hover(["" if value is None else subject.number(value) for value in values]),
        }
    )
    drawing.heights.extend(height for height in heights if height is not None)


def draw_economy(drawing: Drawing, code: str, colour: str) -> None:
    """The line of an economy, each point with its status."""
    subject, span = drawing.subject, drawing.span
    series = subject.table.economy(code)
    heights = _drawn(drawing, series.values) if series else None
    if series is None or heights is None:
        return
    status = series.status[span.start : span.stop]
    course = replace(drawing.course, breaks=break_years(subject, series))
    parts = lines.pieces(course, heights, status)
    name = subject.words.economy(code)
    points = {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "meta": code,
        "x": drawing.years,
        "y": heights,
        "marker": _marker(status, colour),
        **_hover(economy_hovers(subject, series, span)),
    }
    drawing.traces.extend(
        [
            _stroke(parts.solid, {"color": colour, "width": 1.6}),
            _stroke(parts.dotted, {"color": colour, "width": 1.4, "dash": "dot"}),
            points,
        ]
    )
    if parts.breaks[0]:
        drawing.traces.append(_breaks(parts.breaks, colour))
    drawing.close(name, heights, colour)


def _stroke(coordinates: lines.Coordinates, line: dict[str, Any]) -> dict[str, Any]:
    x, y = coordinates
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _marker(status: str, colour: str) -> dict[str, Any]:
    symbols = [lines.SYMBOLS.get(letter, "circle") for letter in status]
    return {"size": 6, "symbol": symbols, "color": colour, "line": {"width": 1, "color": colour}}


def _breaks(coordinates: lines.Coordinates, colour: str) -> dict[str, Any]:
    x, y = coordinates
    marker = {"symbol": "line-ns-open", "size": 14, "color": colour, "line": {"width": 2}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": marker,
        "hoverinfo": "skip",
    }


def _hover(texts: list[str]) -> dict[str, Any]:
    return {"text": texts, "hovertemplate": "%{text}<extra>%{fullData.name}</extra>"}


def _layout(drawing: Drawing) -> dict[str, Any]:
    view, words = drawing.subject.view, drawing.subject.words
    low, high = axes.bounds(drawing.heights, view.scale)
    ends = [
        labels.EndLabel(text, axes.share(y, low, high, view.scale), colour, bold)
        for text, y, colour, bold in drawing.ends
    ]
    unit = drawing.subject.unit
    title = unit if view.index is None else words("figures.index", year=view.index)
    years = drawing.years
    xaxis = axes.time_axis(years[0], years[-1], **axes.read_together(title))
    yaxis = axes.value_axis(title, low, high, view.scale)
    if not ends:
        xaxis["visible"] = yaxis["visible"] = False
    return axes.time_layout(
        words.lang,
        ends,
        xaxis=xaxis,
        yaxis=yaxis,
        hoversort=axes.FROM_THE_TOP,
        annotations=labels.annotations(ends) or [_empty(why_empty(drawing.subject))],
    )


def why_empty(subject: Subject) -> str:
    """Why there is no line: no base year, nobody chosen where no group value is formed, or no value."""
    words, view = subject.words, subject.view
    if view.index is not None:
        return words("figures.empty_index", year=view.index)
    formed = any(subject.table.group(code) for code in shown_groups(subject))
    return words("figures.empty_lines" if formed or view.economies else "figures.empty_trend")


def _empty(text: str) -> dict[str, Any]:
    return {**labels.middle(text), "font": {"size": 14, "color": theme.QUIET_INK}}
