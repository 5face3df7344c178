"""The grid of a figure of small panels: how many columns fit a width and a height best.

`frontend/src/grid.js` says the same where a page has another size than was drawn for.
"""

import re
from math import ceil
from typing import Any, NamedTuple

from dashboard.figures.labels import width as width_of

# The panel that reads best, and the room above, below and beside one for its name, years and values.
WIDE, HIGH = 260, 170
HEAD, FOOT = 22, 24
SMALLEST, NARROW = 7.5, 150
MARKUP = re.compile("<[^>]*>")


class Grid(NamedTuple):
    """Rows and columns, and what lies between panels as plotly counts it: shares of a step."""

    rows: int
    columns: int
    xgap: float
    ygap: float


def grid_of(count: int, width: float, height: float, beside: float) -> Grid:
    """The grid of `count` panels in this room: that with the largest panels, the fewest columns of equals."""

    def fits(columns: int) -> float:
        return min(width / columns / WIDE, height / ceil(count / columns) / HIGH)

    columns = max(range(1, count + 1), key=lambda columns: (fits(columns), -columns))
    rows = ceil(count / columns)
    return Grid(
        rows,
        columns,
        beside * columns / (width + beside),
        (HEAD + FOOT) * rows / (height + HEAD + FOOT),
    )


def domains(grid: Grid, place: int) -> tuple[list[float], list[float]]:
    """The shares of width and height that a panel takes, as plotly.js gives them; the first on top."""
    row, column = divmod(place, grid.columns)
    across = _share(column, grid.columns, grid.xgap)
    up = _share(grid.rows - 1 - row, grid.rows, grid.ygap)
    return across, up


def _share(place: int, count: int, gap: float) -> list[float]:
    step = 1 / (count - gap)
    return [step * place, step * place + step * (1 - gap)]


def _named(said: dict[str, Any], wide: float) -> dict[str, Any]:
    """The name above a panel, in letters that do not reach into the next one; values as fits its width."""
    own = width_of(MARKUP.sub("", said["text"])) if said.get("yanchor") == "bottom" else NARROW
    size = said["font"]["size"] * min(1.0, wide / own)
    return {**said, "font": {**said["font"], "size": max(SMALLEST, round(size, 1))}}


def gridded(layout: dict[str, Any], width: float, height: float) -> dict[str, Any]:
    """A layout whose axes have their place in a plot of this size, margins and all."""
    margin = layout["margin"]
    count = sum(name.startswith("yaxis") for name in layout)
    inner = (width - margin["l"] - margin["r"], height - margin["t"] - margin["b"])
    grid = grid_of(count, *inner, margin["l"])
    wide = inner[0] * (1 - grid.xgap) / (grid.columns - grid.xgap)
    placed = {**layout, "annotations": [_named(said, wide) for said in layout["annotations"]]}
    for place in range(count):
        across, up = domains(grid, place)
        for axis, domain in (("xaxis", across), ("yaxis", up)):
            name = f"{axis}{place + 1 if place else ''}"
            placed[name] = {**layout[name], "domain": domain}
    return placed
