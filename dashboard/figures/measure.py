"""The lower panel of a gap: the chosen measure over time, words where there is no number.

Never imports dash.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from dashboard import theme
from dashboard.figures import axes, labels, lines
from dashboard.text.gap import MANY_TIMES, Pair, apart
from dashboard.text.subject import Subject

DOMAIN = [0.0, 0.32]
FIELDS = {"points": "points", "ratio": "ratio", "logit": "logit", "years-behind": "years_behind"}
# The value of a measure where both groups are equal: the axis always shows it.
EQUAL = {"points": 0.0, "ratio": 1.0, "logit": 0.0, "years-behind": 0.0}
DECIMALS = {"ratio": 1, "logit": 2, "years-behind": 0}
MINUS = "−"
Measured = float | str | None


@dataclass(frozen=True, slots=True)
class Panel:
    """What the lower panel adds to the figure."""

    traces: list[dict[str, Any]]
    axis: dict[str, Any]
    annotations: list[dict[str, Any]]


def measure_panel(subject: Subject, pairs: Sequence[Pair], main: Pair, span: range) -> Panel:
    """The panel of the view's measure, one line a pair, the main pair on top."""
    measure = subject.view.measure
    ordered = sorted(pairs, key=lambda pair: pair is main)
    traces = [trace for pair in ordered for trace in _line(subject, pair, span, thick=pair is main)]
    heights = [height for trace in traces for height in trace["y"] if height is not None]
    low, high = axes.bounds([*heights, EQUAL[measure]], "linear")
    title = subject.words(f"text.measures.{measure}.axis")
    axis = axes.value_axis(title, low, high, "linear", domain=DOMAIN, nticks=5)
    said = []
    if measure == "years-behind":
        said = _words_for_years(subject, main, span, Lines(traces, low, high))
    if not heights:
        axis["visible"] = False
        said = said or [_undefined(subject)]
    return Panel(traces, axis, said)


def _values(subject: Subject, pair: Pair, span: range) -> list[Measured]:
    values: list[Measured] = getattr(pair.series, FIELDS[subject.view.measure])
    return [values[place] for place in span]


def _printed(
    subject: Subject, pair: Pair, span: range, values: Sequence[Measured]
) -> list[Measured]:
    """The values as they are told: a difference is that of the two printed numbers."""
    if subject.view.measure != "points":
        return list(values)
    return [
        None if value is None else apart(subject, pair.series, k)
        for k, value in zip(span, values, strict=True)
    ]


def _line(subject: Subject, pair: Pair, span: range, *, thick: bool) -> list[dict[str, Any]]:
    measure, values = subject.view.measure, _values(subject, pair, span)
    name = subject.words(
        "figures.measure_of",
        measure=subject.words(f"text.measures.{measure}.name"),
        group=subject.group_label(pair.lower),
    )
    colour = theme.group_colour(pair.lower, subject.view.region)
    years = subject.table.years[span.start : span.stop]
    points = {
        "name": name,
        "meta": f"{measure}/{pair.lower}",
        "yaxis": "y2",
        "marker": {"size": 5 if thick else 3, "color": colour},
        "text": [_said(subject, value) for value in _printed(subject, pair, span, values)],
        "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
    }
    heights = [value if isinstance(value, int | float) else None for value in values]
    course = lines.Course(years, subject.breaks, subject.table.step)
    line = {"color": colour, "width": 2.5 if thick else 1.5}
    return lines.drawn(course, heights, line, points)


def _said(subject: Subject, value: Measured) -> str:
    """A text such as "20.2 percentage points", "5.6 times", "15 years", or "not yet reached"."""
    measure = subject.view.measure
    if value is None:
        return ""
    if isinstance(value, str):
        return subject.words(f"figures.{value.replace('-', '_')}")
    if measure == "points":
        return (MINUS if value < 0 else "") + subject.points(value)
    if measure == "years-behind" and round(value) < 0:
        ahead = round(-value)
        return subject.words("text.measures.ahead", n=ahead, number=subject.words.number(ahead))
    decimals = 0 if measure == "ratio" and abs(value) >= MANY_TIMES else DECIMALS[measure]
    # The form is that of the number as printed: "5,0 раза", but "170 раз".
    printed = Decimal(f"{value:.{decimals}f}")
    number = subject.words.number(value, decimals)
    return subject.words(f"text.measures.{measure}.value", n=printed, number=number)


class Lines(NamedTuple):
    """The lines of a panel, and the ends of its axis."""

    traces: Sequence[dict[str, Any]]
    low: float
    high: float

    def side(self, first: int, last: int) -> dict[str, Any]:
        """The foot of the panel, or its head where the lines of these years leave more room."""
        near = [
            y
            for trace in self.traces
            for x, y in zip(trace["x"], trace["y"], strict=True)
            if y is not None and first <= x <= last
        ]
        below, above = min(near, default=self.high) - self.low, self.high - max(near, default=0.0)
        foot = below >= above
        return {"y": 0.04 if foot else 0.96, "yanchor": "bottom" if foot else "top"}


def _words_for_years(
    subject: Subject, pair: Pair, span: range, drawn: Lines
) -> list[dict[str, Any]]:
    """The words for years without a number, once a run of years, beside the lines of the others."""
    values, years = _values(subject, pair, span), [subject.table.years[place] for place in span]
    return [
        {
            "x": (years[run[0]] + years[run[-1]]) / 2,
            **drawn.side(years[run[0]], years[run[-1]]),
            "yref": "y2 domain",
            "showarrow": False,
            "text": "<br>".join(labels.in_lines(_said(subject, word), labels.LONGEST)),
            "font": {"size": 11, "color": theme.QUIET_INK},
            "bgcolor": theme.VEIL,
        }
        for word in ("not-yet", "before")
        for run in lines.runs([value if value == word else None for value in values])
    ]


def _undefined(subject: Subject) -> dict[str, Any]:
    """Why the panel is empty."""
    text = subject.words("figures.undefined_measure")
    return {
        "xref": "paper",
        "x": 0.5,
        "yref": "paper",
        "y": sum(DOMAIN) / 2,
        "showarrow": False,
        "text": "<br>".join(labels.in_lines(text, 48)),
        "font": {"size": 13, "color": theme.QUIET_INK},
    }
