"""The gap: the lines of two or more groups with the gap shaded, and below it the chosen measure.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

from typing import Any

from dashboard import theme
from dashboard.figures import axes, labels, lines
from dashboard.text.gap import Pair, gap_place, main_pair, pairs
from dashboard.text.subject import Subject

UPPER, LOWER = [0.42, 1.0], [0.0, 0.32]
COMPACT_UPPER = [0.0, 1.0]
FIELDS = {"points": "points", "ratio": "ratio", "logit": "logit", "years-behind": "years_behind"}
# The measure where both groups are equal.
EQUAL = {"points": 0.0, "ratio": 1.0, "logit": 0.0, "years-behind": 0.0}
DECIMALS = {"ratio": 1, "logit": 2, "years-behind": 0}


def gap_figure(subject: Subject, compact: bool = False) -> dict[str, Any]:
    """The figure of a gap; `compact` leaves out the lower panel, for small figures side by side."""
    found = pairs(subject)
    if not found:
        return {"data": [], "layout": _empty(subject.words("figures.empty_gap"))}
    main = main_pair(subject, found)
    span = _trimmed(subject, found)
    traces = [*_shades(subject, main, span), *_group_lines(subject, found, main, span)]
    heights = [y for trace in traces for y in trace["y"] if y is not None]
    layout = _layout(subject, found, main, heights, span, compact)
    if not compact:
        _add_measure(subject, found, main, span, traces, layout)
    return {"data": traces, "layout": layout}


def _trimmed(subject: Subject, found: list[Pair]) -> range:
    """The years of the view from the first to the last one with a gap."""
    places = [
        place
        for place in subject.span()
        if any(pair.series.points[place] is not None for pair in found)
    ]
    return range(places[0], places[-1] + 1)


def _shades(subject: Subject, pair: Pair, span: range) -> list[dict[str, Any]]:
    """A closed shape between the two lines, one for every unbroken run of years."""
    series, years = pair.series, subject.table.years
    shapes = []
    for run in lines.runs(series.points[span.start : span.stop]):
        places = [span.start + k for k in run]
        back = places[::-1]
        shapes.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [years[k] for k in (*places, *back)],
                "y": [series.higher[k] for k in places] + [series.lower[k] for k in back],
                "fill": "toself",
                "fillcolor": theme.ACCENT,
                "opacity": theme.SHADE_OPACITY,
                "line": {"width": 0},
                "hoverinfo": "skip",
            }
        )
    return shapes


def _group_lines(
    subject: Subject, found: list[Pair], main: Pair, span: range
) -> list[dict[str, Any]]:
    """The reference group, over the economies of the main pair, and the others over their own."""
    drawn = [
        _line(subject, pair.lower, pair.series.lower, span, pair is main)
        for pair in sorted(found, key=lambda pair: pair is main)
    ]
    return [*drawn, _line(subject, main.higher, main.series.higher, span, True)]


def _line(
    subject: Subject, code: str, values: list[float | None], span: range, main: bool
) -> dict[str, Any]:
    kept = values[span.start : span.stop]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": subject.group_label(code),
        "meta": code,
        "x": subject.table.years[span.start : span.stop],
        "y": kept,
        "line": {"color": theme.group_colour(code), "width": 4 if main else 2},
        "marker": {"size": 4, "color": theme.group_colour(code)},
        "text": ["" if value is None else subject.value(value) for value in kept],
        "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
    }


def _layout(
    subject: Subject,
    found: list[Pair],
    main: Pair,
    heights: list[float],
    span: range,
    compact: bool,
) -> dict[str, Any]:
    years = subject.table.years
    low, high = axes.bounds(heights, "linear")
    lines_shown = [(main.higher, main.series.higher)] + [(p.lower, p.series.lower) for p in found]
    ends = [
        labels.EndLabel(
            subject.group_label(code),
            (_last(values, span) - low) / (high - low),
            theme.group_colour(code),
            code in (main.higher, main.lower),
        )
        for code, values in lines_shown
    ]
    upper = COMPACT_UPPER if compact else UPPER
    scale = 1.0 / (upper[1] - upper[0])
    return theme.layout(
        separators=axes.separators(subject.words.lang),
        margin={"l": 8, "r": labels.margin(ends), "t": 10, "b": 30},
        hovermode="x unified",
        hoverlabel={"font": {"size": 12}},
        dragmode=False,
        xaxis=axes.time_axis(years[span.start], years[span.stop - 1]),
        yaxis=axes.value_axis("" if compact else subject.unit, low, high, "linear", domain=upper),
        annotations=labels.annotations(ends, scale) + _sizes(subject, main, span, compact),
    )


def _last(values: list[float | None], span: range) -> float:
    return next((v for k in reversed(span) if (v := values[k]) is not None), 0.0)


def _sizes(subject: Subject, pair: Pair, span: range, compact: bool) -> list[dict[str, Any]]:
    """The size of the gap written inside it: at the year spoken of, and the first and last year."""
    series, years = pair.series, subject.table.years
    known = [k for k in span if series.points[k] is not None]
    wanted = (known[0], gap_place(subject, pair), known[-1])
    chosen: list[int] = []
    room = max(1, len(span) // 6)
    for place in (wanted[1], wanted[2], wanted[0]):
        if all(abs(place - other) >= room for other in chosen):
            chosen.append(place)
    sides = {known[0]: "left", known[-1]: "right"}
    return [
        {
            "x": years[k],
            "y": ((series.higher[k] or 0.0) + (series.lower[k] or 0.0)) / 2,
            "xanchor": sides.get(k, "center"),
            "xshift": {"left": 4, "right": -4}.get(sides.get(k, ""), 0),
            "showarrow": False,
            "text": subject.number(abs(series.points[k] or 0.0)),
            "font": {"size": 12, "color": theme.ACCENT},
        }
        for k in chosen
    ]


def _add_measure(
    subject: Subject,
    found: list[Pair],
    main: Pair,
    span: range,
    traces: list[dict[str, Any]],
    layout: dict[str, Any],
) -> None:
    """The lower panel: the measure over time, one line a pair."""
    measure = subject.view.measure
    drawn = [
        _measure_line(subject, pair, measure, span, pair is main)
        for pair in sorted(found, key=lambda pair: pair is main)
    ]
    heights = [y for trace in drawn for y in trace["y"] if y is not None]
    traces += drawn
    low, high = axes.bounds([*heights, EQUAL[measure]], "linear")
    layout["xaxis"]["anchor"] = "y2"
    layout["yaxis2"] = axes.value_axis(
        subject.words(f"text.measures.{measure}.axis", unit=subject.unit),
        low,
        high,
        "linear",
        domain=LOWER,
        nticks=4,
    )
    if not heights:
        layout["yaxis2"]["visible"] = False
        layout["annotations"].append(_said(subject, main, measure, span))
    elif measure == "years-behind":
        layout["annotations"] += _not_numbers(subject, main, span)


def _measure_line(
    subject: Subject, pair: Pair, measure: str, span: range, main: bool
) -> dict[str, Any]:
    values = getattr(pair.series, FIELDS[measure])[span.start : span.stop]
    texts = [_measure_text(subject, measure, value) for value in values]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": subject.words(
            "figures.measure_of",
            measure=subject.words(f"text.measures.{measure}.name"),
            group=subject.group_label(pair.lower),
        ),
        "meta": f"{measure}/{pair.lower}",
        "x": subject.table.years[span.start : span.stop],
        "y": [value if isinstance(value, int | float) else None for value in values],
        "yaxis": "y2",
        "line": {"color": theme.group_colour(pair.lower), "width": 2.5 if main else 1.5},
        "marker": {"size": 5 if main else 3, "color": theme.group_colour(pair.lower)},
        "text": texts,
        "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
    }


def _measure_text(subject: Subject, measure: str, value: float | str | None) -> str:
    """ "20.2 percentage points", "5.6 times", "15 years"; not a number: in words."""
    if value is None:
        return ""
    if isinstance(value, str):
        return subject.words(f"figures.{value.replace('-', '_')}")
    if measure == "points":
        sign = "" if value >= 0 else "−"
        return sign + subject.points(value)
    number = subject.words.number(value, DECIMALS[measure])
    return subject.words(f"text.measures.{measure}.value", n=value, number=number)


def _not_numbers(subject: Subject, pair: Pair, span: range) -> list[dict[str, Any]]:
    """ "Not yet" and "before the series" written at the foot of the panel, once a run of years."""
    values, years = pair.series.years_behind, subject.table.years
    written = []
    for kind in ("not-yet", "before"):
        flags = [True if values[k] == kind else None for k in span]
        for run in lines.runs(flags):
            middle = (years[span.start + run[0]] + years[span.start + run[-1]]) / 2
            written.append(
                {
                    "x": middle,
                    "y": 0.04,
                    "yref": "y2 domain",
                    "yanchor": "bottom",
                    "showarrow": False,
                    "text": "<br>".join(labels.folded(_measure_text(subject, "", kind))),
                    "font": {"size": 11, "color": theme.QUIET_INK},
                }
            )
    return written


def _said(subject: Subject, pair: Pair, measure: str, span: range) -> dict[str, Any]:
    """Why the lower panel is empty."""
    kinds = {getattr(pair.series, FIELDS[measure])[k] for k in span} - {None}
    kind = next((k for k in kinds if isinstance(k, str)), None)
    text = _measure_text(subject, measure, kind) or subject.words("figures.undefined_measure")
    return {
        "xref": "paper",
        "x": 0.5,
        "yref": "paper",
        "y": sum(LOWER) / 2,
        "showarrow": False,
        "text": "<br>".join(labels.folded(text, 48)),
        "font": {"size": 13, "color": theme.QUIET_INK},
    }


def _empty(text: str) -> dict[str, Any]:
    hidden = {"visible": False, "fixedrange": True}
    middle = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False}
    return theme.layout(xaxis=hidden, yaxis=hidden, annotations=[{**middle, "text": text}])
