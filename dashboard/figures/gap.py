"""The gap: the lines of two or more groups with the gap shaded, and below it the chosen measure.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import theme
from dashboard.figures import axes, labels, lines
from dashboard.figures.measure import measure_panel
from dashboard.text.gap import Pair, apart, gap_place, gap_span, main_pair, pairs
from dashboard.text.modelled import modelled_letters
from dashboard.text.subject import Subject

UPPER, WHOLE = [0.44, 1.0], [0.0, 1.0]
# Sizes written inside the gap stand at least this share of the years apart, where the gap takes at
# least that share of the axis.
ROOM, LEAST_SIZE = 1 / 5, 1 / 8
# The years that such a size reaches over.
REACH = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn: the pairs, the one that is shaded, and the years that have a gap."""

    subject: Subject
    pairs: Sequence[Pair]
    main: Pair
    span: range

    @property
    def years(self) -> list[int]:
        """The years that are drawn."""
        return self.subject.table.years[self.span.start : self.span.stop]

    @property
    def course(self) -> lines.Course:
        """Where the lines are cut or dotted."""
        return lines.Course(self.years, self.subject.breaks, self.subject.table.step)


def gap_figure(subject: Subject) -> dict[str, Any]:
    """The figure of a gap, for the years of the view that have one."""
    found = pairs(subject)
    if not found:
        return {"data": [], "layout": axes.empty(subject.words("figures.empty_gap"))}
    scene = Scene(subject, found, main_pair(subject, found), gap_span(subject, found))
    traces = [*_shades(scene), *_group_lines(scene)]
    layout = _layout(scene, traces, UPPER)
    panel = measure_panel(subject, scene.pairs, scene.main, scene.span)
    layout["xaxis"]["anchor"] = "y2"
    layout["yaxis2"] = panel.axis
    layout["annotations"] += panel.annotations
    return {"data": [*traces, *panel.traces], "layout": layout}


def gap_panel(subject: Subject) -> dict[str, Any]:
    """The two lines that are spoken of, and the gap between them, for where there is little room."""
    found = pairs(subject)
    if not found:
        return {"data": [], "layout": axes.empty(subject.words("figures.empty_gap"))}
    main = main_pair(subject, found)
    scene = Scene(subject, [main], main, gap_span(subject, [main]))
    traces = [*_shades(scene), *_group_lines(scene)]
    return {"data": traces, "layout": _layout(scene, traces, WHOLE)}


def _shades(scene: Scene) -> list[dict[str, Any]]:
    """A closed shape between the two lines, one for every unbroken run of years."""
    series = scene.main.series
    low, high = ([values[k] for k in scene.span] for values in (series.lower, series.higher))
    return lines.areas(scene.course, low, high, theme.ACCENT, theme.SHADE_OPACITY)


def _group_lines(scene: Scene) -> list[dict[str, Any]]:
    """The reference group, over the economies of the main pair, and the others over their own."""
    main = scene.main
    drawn = [
        trace
        for pair in sorted(scene.pairs, key=lambda pair: pair is main)
        for trace in _line(scene, pair.lower, pair.series.lower, thick=pair is main)
    ]
    return [*drawn, *_line(scene, main.higher, main.series.higher, thick=True)]


def _line(
    scene: Scene, code: str, values: list[float | None], *, thick: bool
) -> list[dict[str, Any]]:
    subject, kept = scene.subject, [values[k] for k in scene.span]
    points = {
        "name": subject.group_label(code),
        "meta": code,
        "marker": {"size": 4, "color": theme.group_colour(code, subject.view.region)},
        "text": ["" if value is None else subject.number(value) for value in kept],
        "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
    }
    line = {"color": theme.group_colour(code, subject.view.region), "width": 4 if thick else 2}
    group = subject.table.group(code) if subject.view.members == "all" else None
    status = modelled_letters(subject, group, scene.span) if group else ""
    return lines.drawn(scene.course, kept, line, points, status)


def _layout(scene: Scene, traces: Sequence[dict[str, Any]], domain: list[float]) -> dict[str, Any]:
    subject, years = scene.subject, scene.years
    heights = [height for trace in traces for height in trace["y"] if height is not None]
    low, high = axes.bounds(heights, "linear")
    ends = [
        labels.EndLabel(
            trace["name"],
            axes.share(_last(trace["y"]), low, high, "linear"),
            trace["line"]["color"],
            trace["meta"] in {scene.main.higher, scene.main.lower},
        )
        for trace in traces
        if "meta" in trace
    ]
    panels = 1.0 / (domain[1] - domain[0])
    return axes.time_layout(
        subject.words.lang,
        ends,
        xaxis=axes.time_axis(years[0], years[-1]),
        yaxis=axes.value_axis(subject.unit, low, high, "linear", domain=domain),
        annotations=[*labels.annotations(ends, panels), *_sizes(scene, (high - low) * LEAST_SIZE)],
    )


def _last(values: Sequence[float | None]) -> float:
    return next((value for value in reversed(values) if value is not None), 0.0)


def _sizes(scene: Scene, least: float) -> list[dict[str, Any]]:
    """The size of the gap written inside it where it is at least `least`.

    At the year spoken of, at its widest, and in the last and the first year.
    """
    sizes = {k: abs(p) for k in scene.span if (p := scene.main.series.points[k]) is not None}
    known = list(sizes)
    widest = max(known, key=lambda k: sizes[k])
    chosen: list[int] = []
    for place in (gap_place(scene.subject, scene.main), widest, known[-1], known[0]):
        if sizes[place] >= least and all(
            abs(place - other) >= len(scene.span) * ROOM for other in chosen
        ):
            chosen.append(place)
    return [_size(scene, k, known) for k in chosen]


def _size(scene: Scene, place: int, known: Sequence[int]) -> dict[str, Any]:
    series = scene.main.series
    anchor = {known[0]: "left", known[-1]: "right"}.get(place, "center")
    return {
        "x": scene.subject.table.years[place],
        "y": _freest(scene, place, anchor),
        "xanchor": anchor,
        "xshift": {"left": 4, "right": -4, "center": 0}[anchor],
        "showarrow": False,
        "text": scene.subject.number(abs(apart(scene.subject, series, place))),
        "font": {"size": 12, "color": theme.ACCENT},
    }


def _freest(scene: Scene, place: int, anchor: str) -> float:
    """The middle of the widest part of the gap that no line of another group crosses."""
    main = scene.main.series
    before, after = {"left": (0, REACH), "right": (REACH, 0), "center": (REACH // 2, REACH // 2)}[
        anchor
    ]
    years = range(max(scene.span.start, place - before), min(scene.span.stop, place + after + 1))
    taken = [(main.lower[place] or 0.0,) * 2, (main.higher[place] or 0.0,) * 2]
    for pair in scene.pairs:
        known = [value for k in years if (value := pair.series.lower[k]) is not None]
        if pair is not scene.main and known:
            taken.append((min(known), max(known)))
    reached = min(taken[:2])[0]
    high, free = max(taken[:2])[0], []
    for foot, head in sorted(taken):
        free.append((min(foot, high) - reached, (reached + min(foot, high)) / 2))
        reached = max(reached, head)
    return max(free)[1]
