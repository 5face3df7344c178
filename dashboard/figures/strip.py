"""Every economy of a region as a dot, a row an indicator: who is where, and how far they spread.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

from collections import Counter
from collections.abc import Sequence
from math import log10
from statistics import median
from typing import Any

from dashboard import theme
from dashboard.figures import axes, labels
from dashboard.figures.lines import SYMBOLS
from dashboard.figures.together import empty
from dashboard.text.panel import Newest, newest_values, panel_of, parts
from dashboard.text.stated import stated
from dashboard.text.subject import Subject

# Dots that would cover each other stand above and below: so many columns share the width, and so
# much of a row's height is for one step.
COLUMNS, STEP, MOST_STEPS = 90, 0.055, 7
DOT = "#7fa8c9"
Rows = list[tuple[Subject, list[Newest]]]


def strip_figure(subject: Subject) -> dict[str, Any]:
    """The figure of a panel with a row an indicator, the first row on top."""
    panel = panel_of(subject)
    rows = [(part, values) for part in parts(subject) if (values := newest_values(part))]
    if not rows:
        return {"data": [], "layout": empty(subject)}
    heights = [newest.value for _, values in rows for newest in values]
    low, high = axes.bounds([*heights, *panel.lines, *panel.band], panel.scale)
    traces: list[dict[str, Any]] = []
    for row, (part, values) in enumerate(reversed(rows)):
        offsets = _offsets([axes.share(n.value, low, high, panel.scale) for n in values])
        traces.append(_dots(part, values, [row + offset for offset in offsets]))
        traces += _highlighted(part, values, row)
        traces.append(_median(part, values, row))
    layout = theme.layout(
        separators=axes.separators(subject.words.lang),
        margin={"l": 8, "r": 16, "t": 22, "b": 40},
        hovermode="closest",
        dragmode=False,
        xaxis=axes.value_axis(rows[0][0].unit, low, high, panel.scale),
        yaxis=_rows_axis(len(rows)),
        annotations=[*_names(rows), *_names_of_lines(rows[0][0], panel.scale)],
        shapes=_shapes(panel.lines, panel.band),
    )
    return {"data": traces, "layout": layout}


def _offsets(shares: Sequence[float]) -> list[float]:
    """How far above or below its row each dot stands, so that those at one place are seen."""
    taken: Counter[int] = Counter()
    found = []
    for share in shares:
        column = round(share * COLUMNS)
        step = taken[column] % (2 * MOST_STEPS)
        taken[column] += 1
        found.append(STEP * ((step + 1) // 2) * (1 if step % 2 else -1))
    return found


def _positive(part: Subject, value: float) -> float | None:
    """A log scale has no place for zero."""
    return value if value > 0 or panel_of(part).scale == "linear" else None


def _dots(part: Subject, values: Sequence[Newest], rows: Sequence[float]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": part.name,
        "meta": part.indicator.id,
        "x": [_positive(part, newest.value) for newest in values],
        "y": list(rows),
        "customdata": [newest.economy for newest in values],
        "marker": {
            "size": 8,
            "color": DOT,
            "symbol": [SYMBOLS[newest.letter] for newest in values],
            "line": {"width": 1, "color": "#ffffff"},
        },
        "text": [_said(part, newest) for newest in values],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _said(part: Subject, newest: Newest) -> str:
    value = stated(part, newest.value, newest.year, newest.letter)
    return part.words("text.panel.item", name=part.words.economy(newest.economy), value=value)


def _highlighted(part: Subject, values: Sequence[Newest], row: int) -> list[dict[str, Any]]:
    colours = theme.economy_colours(part.view.economies)
    chosen = [newest for newest in values if newest.economy in colours]
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [_positive(part, newest.value)],
            "y": [row],
            "text": [part.words.economy(newest.economy)],
            "textposition": "top center" if place % 2 == 0 else "bottom center",
            "textfont": {"size": 12, "color": theme.text_colour(colours[newest.economy])},
            "marker": {
                "size": 12,
                "color": colours[newest.economy],
                "line": {"width": 1.5, "color": "#ffffff"},
            },
            "hovertext": [_said(part, newest)],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
        for place, newest in enumerate(chosen)
    ]


def _median(part: Subject, values: Sequence[Newest], row: int) -> dict[str, Any]:
    middle = median(newest.value for newest in values)
    name = part.words("figures.median")
    return {
        "type": "scatter",
        "mode": "markers",
        "meta": f"median/{part.indicator.id}",
        "x": [_positive(part, middle)],
        "y": [row],
        "marker": {
            "symbol": "line-ns-open",
            "size": 34,
            "color": theme.INK,
            "line": {"width": 2.5},
        },
        "customdata": [name],
        "text": [part.words("text.panel.item", name=name, value=part.value(middle))],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _rows_axis(count: int) -> dict[str, Any]:
    return {
        "range": [-0.5, count - 0.35],
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "fixedrange": True,
    }


def _names(rows: Rows) -> list[dict[str, Any]]:
    """The name of each row above its dots, where no dot covers it."""
    return [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "align": "left",
            "y": row + 0.42,
            "yanchor": "bottom",
            "showarrow": False,
            "text": "<br>".join(labels.in_lines(part.name, 44)),
            "font": {"size": 13, "color": theme.INK},
        }
        for row, (part, _) in enumerate(reversed(rows))
    ]


def _names_of_lines(part: Subject, scale: str) -> list[dict[str, Any]]:
    """The value of each reference line, at its head."""
    return [
        {
            "x": log10(value) if scale == "log" else value,
            "yref": "paper",
            "y": 1,
            "xanchor": "left",
            "xshift": 3,
            "yanchor": "top",
            "showarrow": False,
            "text": part.words.number(value),
            "font": {"size": 12, "color": theme.QUIET_INK},
        }
        for value in panel_of(part).lines
    ]


def _shapes(lines: Sequence[float], band: Sequence[float]) -> list[dict[str, Any]]:
    """Reference lines from top to bottom, and the band behind the dots."""
    dashed = {"color": theme.INK, "width": 1, "dash": "dash"}
    whole = {"yref": "paper", "y0": 0, "y1": 1}
    drawn = [{"type": "line", **whole, "x0": x, "x1": x, "line": dashed} for x in lines]
    if band:
        soft = {"fillcolor": "#009e73", "opacity": 0.18, "line": {"width": 0}, "layer": "below"}
        drawn.append({"type": "rect", **whole, "x0": band[0], "x1": band[1], **soft})
    return drawn
