"""The pace: values so far, the threshold with its date, and the years to come as a fan.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from dashboard import theme
from dashboard.catalogue import catalogue
from dashboard.figures import axes, labels, lines
from dashboard.formulas import moved
from dashboard.series import Reading
from dashboard.text.hover import economy_hovers, group_hovers
from dashboard.text.pace import (
    aim,
    measure_of,
    pace_sentence,
    place_name,
    place_of,
    reading_of,
    target_of,
    threshold,
    whatif_year,
)
from dashboard.text.subject import Subject, break_years

# Years after the date that the axis may reach, to show an arrival.
BEYOND = 15
REQUIRED, CHOSEN = theme.CATEGORICAL[2], theme.CATEGORICAL[3]
Trace = dict[str, Any]


@dataclass(slots=True)
class Drawing:
    """The traces so far, and where their lines end."""

    traces: list[Trace] = field(default_factory=list)
    ends: list[tuple[str, float, str, bool]] = field(default_factory=list)

    @property
    def heights(self) -> list[float]:
        """All heights of its lines."""
        return [y for trace in self.traces for y in trace["y"] if y is not None]

    def line(self, meta: str, label: str, x: list[int], y: list[float], line: Trace) -> None:
        """Add a line, with its label at its end."""
        self.traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "name": label,
                "meta": meta,
                "x": x,
                "y": y,
                "line": line,
                "hovertemplate": "%{y:.1f}<extra>%{fullData.name}</extra>",
            }
        )
        self.ends.append((label, y[-1], line["color"], False))


def pace_figure(subject: Subject) -> dict[str, Any]:
    """The figure of a measure of a target for one place."""
    reading, drawing = reading_of(subject), Drawing()
    if not measure_of(subject.view).indicator or reading is None or reading.value is None:
        return {"data": [], "layout": axes.empty(pace_sentence(subject))}
    last = last_year(subject, reading)
    _draw_values(subject, drawing)
    _draw_fan(subject, drawing, reading, last)
    _draw_required(subject, drawing, reading)
    _draw_chosen(subject, drawing, reading, last)
    first = min(
        x
        for trace in drawing.traces
        for x, y in zip(trace["x"], trace["y"], strict=True)
        if y is not None
    )
    _draw_threshold(subject, drawing, int(first), last)
    return {"data": drawing.traces, "layout": _layout(subject, drawing, int(first), last)}


def last_year(subject: Subject, reading: Reading) -> int:
    """Where the axis ends: at the date, or at an arrival soon after it."""
    deadline = target_of(measure_of(subject.view)).deadline
    ends = [year for year in reading.arrival or () if year]
    if chosen := whatif_year(subject, reading):
        ends.append(chosen)
    latest = max(reading.year or deadline, deadline)
    return max([latest, *(min(year, latest + BEYOND) for year in ends)])


def _colour(place: str) -> str:
    """The colour that the place has in other charts."""
    if place in catalogue().economies:
        return theme.economy_colours((place,))[place]
    return theme.group_colour(place, place)


def _draw_values(subject: Subject, drawing: Drawing) -> None:
    place, years = place_of(subject.view), subject.table.years
    colour, span = _colour(place), range(len(years))
    course = lines.Course(years, subject.breaks, subject.table.step)
    points: Trace = {"type": "scatter", "name": place_name(subject), "meta": place, "x": years}
    points["hovertemplate"] = "%{text}<extra>%{fullData.name}</extra>"
    if place not in catalogue().economies:
        group = subject.table.group(place)
        if group:
            texts = group_hovers(subject, group, span)
            stroke = {"color": colour, "width": 3}
            marker = {"size": 6, "color": colour}
            own = {**points, "marker": marker, "text": texts}
            drawing.traces += lines.drawn(course, group.values, stroke, own)
        return
    series = subject.table.economy(place)
    if series is None:
        return
    course = replace(course, breaks=break_years(subject, series))
    parts = lines.pieces(course, series.values, series.status)
    for (x, y), dash in ((parts.solid, "solid"), (parts.dotted, "dot")):
        stroke = {"color": colour, "width": 2, "dash": dash}
        strokes = {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": stroke}
        drawing.traces.append({**strokes, "hoverinfo": "skip"})
    symbols = [lines.SYMBOLS.get(letter, "circle") for letter in series.status]
    marker = {"size": 8, "symbol": symbols, "color": colour}
    texts = economy_hovers(subject, series, span)
    drawing.traces.append(
        {**points, "mode": "markers", "y": series.values, "marker": marker, "text": texts}
    )


def _draw_fan(subject: Subject, drawing: Drawing, reading: Reading, last: int) -> None:
    """The projection as a shaded range around its middle; only where the pipeline made a fit."""
    if reading.fit is None:
        return
    origin, start, *slopes = reading.fit
    years = list(range(int(origin), last + 1))
    if len(years) < 2:
        return
    low, middle, high = (
        [moved(start, slope * (year - origin), reading.scale) for year in years] for slope in slopes
    )
    colour = _colour(place_of(subject.view))
    drawing.traces.append(
        {
            "type": "scatter",
            "mode": "lines",
            "meta": "fan",
            "x": years + years[::-1],
            "y": low + high[::-1],
            "fill": "toself",
            "fillcolor": colour,
            "opacity": theme.SHADE_OPACITY,
            "line": {"width": 0},
            "hoverinfo": "skip",
        }
    )
    label = subject.words("figures.pace.projection")
    drawing.line("projection", label, years, middle, {"color": colour, "width": 2, "dash": "dash"})


def _draw_required(subject: Subject, drawing: Drawing, reading: Reading) -> None:
    if reading.required is None or reading.value is None or reading.year is None:
        return
    deadline = target_of(measure_of(subject.view)).deadline
    goal = reading.value + reading.required * (deadline - reading.year)
    stroke = {"color": REQUIRED, "width": 2, "dash": "dot"}
    label = subject.words("figures.pace.required")
    drawing.line(
        "required", label, [reading.year, deadline], [reading.value, round(goal, 3)], stroke
    )


def _draw_chosen(subject: Subject, drawing: Drawing, reading: Reading, last: int) -> None:
    """The line of the pace that the reader chose, to the threshold or the end of the axis."""
    pace, goal = subject.view.pace, aim(subject, measure_of(subject.view))
    if pace is None or goal is None or reading.value is None or reading.year is None:
        return
    end = min(whatif_year(subject, reading) or last, last)
    if reading.verdict == "met" or end <= reading.year:
        return
    value = max(reading.value + pace * (end - reading.year), 0.0)
    value = max(value, goal) if pace < 0 and goal < reading.value else value
    value = min(value, goal) if pace > 0 and goal > reading.value else value
    stroke = {"color": CHOSEN, "width": 3}
    label = subject.words("figures.pace.chosen")
    drawing.line("chosen", label, [reading.year, end], [reading.value, round(value, 3)], stroke)


def _draw_threshold(subject: Subject, drawing: Drawing, first: int, last: int) -> None:
    measure = measure_of(subject.view)
    deadline = target_of(measure).deadline
    said = {"threshold": threshold(subject, measure), "year": deadline}
    for height in (measure.threshold, measure.upper):
        if height is None:
            continue
        label = subject.words("figures.pace.threshold", **said)
        stroke = {"color": theme.INK, "width": 1.5}
        drawing.line("threshold", label, [first, last], [height, height], stroke)
        drawing.traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "meta": "deadline",
                "x": [deadline],
                "y": [height],
                "marker": {"symbol": "star", "size": 14, "color": theme.INK},
                "hoverinfo": "skip",
            }
        )


def _layout(subject: Subject, drawing: Drawing, first: int, last: int) -> dict[str, Any]:
    low, high = axes.bounds(drawing.heights, "linear")
    ends = [
        labels.EndLabel(text, axes.share(y, low, high, "linear"), colour, bold)
        for text, y, colour, bold in drawing.ends
    ]
    return axes.time_layout(
        subject.words.lang,
        ends,
        xaxis=axes.time_axis(first, last, **axes.read_together(subject.unit)),
        hoversort=axes.FROM_THE_TOP,
        yaxis=axes.value_axis(subject.unit, low, high, "linear"),
        annotations=labels.annotations(ends),
    )
