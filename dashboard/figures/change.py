"""The change between two years: a row an economy, from the older value to the newer one.

A pure function from a subject to a plotly figure as a plain dict; never imports dash.
"""

from textwrap import wrap
from typing import Any

from dashboard import theme
from dashboard.figures import axes
from dashboard.figures.together import empty
from dashboard.series import EconomySeries
from dashboard.text.change import drawn, end_names
from dashboard.text.movers import Mover
from dashboard.text.stated import stated
from dashboard.text.subject import Subject

BEFORE = "#9aa5ae"
# The older value is smaller too: colour alone does not tell them apart.
SIZES = {"start": 7, "end": 11}
LONGEST_NAME = 28
# Room for half a dot at the foot of the axis, as a share of it: names of rows end there.
DOT_ROOM = 0.03
Row = tuple[Mover, EconomySeries]


def change_figure(subject: Subject) -> dict[str, Any]:
    """The figure: a row an economy, the largest rise on top."""
    found = ((one, subject.table.economy(one.code)) for one in drawn(subject))
    rows = [(one, series) for one, series in found if series]
    if not rows:
        return {"data": [], "layout": empty(subject)}
    scale = subject.indicator.scale
    heights = [series.values[k] or 0.0 for one, series in rows for k in (one.start, one.end)]
    scale = "linear" if min(heights) <= 0 else scale
    low, high = axes.bounds(heights, scale)
    low -= DOT_ROOM * (high - low) if scale == "linear" else 0.0
    names = [subject.words.economy(one.code) for one, _ in rows]
    layout = theme.layout(
        separators=axes.separators(subject.words.lang),
        margin={"l": 8, "r": 16, "t": 30, "b": 40},
        hovermode="closest",
        dragmode=False,
        xaxis=axes.value_axis(subject.unit, low, high, scale),
        yaxis={
            "type": "category",
            "categoryarray": names[::-1],
            "categoryorder": "array",
            # Folded for phones; pictures have the room, and write the names themselves.
            "tickvals": names,
            "ticktext": ["<br>".join(wrap(name, LONGEST_NAME)) for name in names],
            "dtick": 1,
            "automargin": True,
            "fixedrange": True,
            "showgrid": False,
            "tickfont": {"size": 12},
        },
    )
    return {
        "data": [
            _strokes(rows, names),
            _dots(subject, rows, names, "start"),
            _dots(subject, rows, names, "end"),
        ],
        "layout": layout,
    }


def _strokes(rows: list[Row], names: list[str]) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[str | None] = []
    for (one, series), name in zip(rows, names, strict=True):
        x += [series.values[one.start], series.values[one.end], None]
        y += [name, name, None]
    line = {"color": theme.GRID, "width": 4}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _dots(subject: Subject, rows: list[Row], names: list[str], which: str) -> dict[str, Any]:
    places = [getattr(one, which) for one, _ in rows]
    values = [series.values[k] or 0.0 for (_, series), k in zip(rows, places, strict=True)]
    chosen = subject.view.economies
    late = [theme.HIGHLIGHT if one.code in chosen else theme.ACCENT for one, _ in rows]
    years = [subject.table.years[k] for k in places]
    letters = [series.status[k] for (_, series), k in zip(rows, places, strict=True)]
    said = [
        stated(subject, value, year, letter)
        for value, year, letter in zip(values, years, letters, strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": end_names(subject)[which],
        "meta": which,
        "x": values,
        "y": names,
        "customdata": [one.code for one, _ in rows],
        "marker": {"size": SIZES[which], "color": BEFORE if which == "start" else late},
        "text": said,
        "hovertemplate": "%{y} %{text}<extra></extra>",
    }
