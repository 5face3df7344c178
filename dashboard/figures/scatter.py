"""One indicator against another: a bubble an economy, its area by population, its colour and shape by
continent. Pure functions from a subject to a plotly figure as a plain dict; never import dash.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboard import theme
from dashboard.catalogue import catalogue
from dashboard.figures import axes
from dashboard.figures.labels import in_lines
from dashboard.ranks import MOST_AGE
from dashboard.text.scatter import REGIONS, Pair, across, pairs_at, population, scatter_year
from dashboard.text.stated import stated
from dashboard.text.subject import Subject, frame_series

SYMBOLS = dict(zip(REGIONS, ("circle", "square", "diamond", "triangle-up", "cross"), strict=True))
# The widest bubble (of 1.4 billion people) and the smallest, in pixels.
WIDEST, SMALLEST, MOST_PEOPLE = 56, 5, 1.4e9
# Letters of the horizontal axis' title that a phone has room for.
LONGEST_TITLE = 44


def scatter_figure(subject: Subject) -> dict[str, Any]:
    """The figure for the view's year; the axes are those of all years."""
    year = scatter_year(subject)
    found, sizes = pairs_at(subject, year), bubble_sizes(subject)
    traces = [_bubbles(subject, region, found, sizes, year) for region in REGIONS]
    return {"data": [*traces, _names(subject, found)], "layout": _layout(subject)}


def bubble_sizes(subject: Subject) -> dict[str, float]:
    """The diameter of every economy's bubble; its area follows the population."""
    return {
        code: round(max(SMALLEST, WIDEST * (people / MOST_PEOPLE) ** 0.5), 1)
        for code, people in population(subject).items()
    }


def scale_of(subject: Subject) -> str:
    """The scale of an indicator's axis, as the catalogue has it."""
    return subject.indicator.scale


def _bubbles(
    subject: Subject, region: str, found: Sequence[Pair], sizes: Mapping[str, float], year: int
) -> dict[str, Any]:
    """The economies of a continent, hollow where either value is of an earlier year."""
    members = set(catalogue().groups[region].members)
    own = sorted(
        (pair for pair in found if pair.economy in members),
        key=lambda pair: -sizes.get(pair.economy, SMALLEST),
    )
    symbol, colour = SYMBOLS[region], theme.group_colour(region, subject.view.region)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": subject.group_label(region),
        "meta": region,
        "x": [pair.x[0] for pair in own],
        "y": [pair.y[0] for pair in own],
        "customdata": [pair.economy for pair in own],
        "text": [_hover(subject, pair) for pair in own],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "size": [sizes.get(pair.economy, SMALLEST) for pair in own],
            "symbol": [f"{symbol}-open" if pair.is_older(year) else symbol for pair in own],
            "color": colour,
            "opacity": 0.72,
            "line": {"width": 1, "color": colour},
        },
    }


def _hover(subject: Subject, pair: Pair) -> str:
    words = subject.words
    sides = ((subject, pair.y), (across(subject), pair.x))
    lines = [
        words("text.join.named", name=of.name, value=stated(of, *value)) for of, value in sides
    ]
    return "<br>".join([f"<b>{words.economy(pair.economy)}</b>", *lines])


def _names(subject: Subject, found: Sequence[Pair]) -> dict[str, Any]:
    """The highlighted economies by name, with a ring."""
    own = [pair for pair in found if pair.economy in subject.view.economies]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "meta": "chosen",
        "x": [pair.x[0] for pair in own],
        "y": [pair.y[0] for pair in own],
        "text": [subject.words.economy(pair.economy) for pair in own],
        "textposition": "top center",
        "textfont": {"size": 13, "color": theme.INK},
        "hoverinfo": "skip",
        "marker": {
            "size": 15,
            "symbol": "circle-open",
            "color": theme.HIGHLIGHT,
            "line": {"width": 2.5},
        },
    }


def _axis_title(subject: Subject) -> str:
    return subject.words("text.panel.title", name=subject.name, unit=subject.unit)


def _layout(subject: Subject) -> dict[str, Any]:
    other, scale = across(subject), scale_of(subject)
    low, high = axes.bounds(list(_all_values(subject)), scale)
    left, right = axes.bounds(list(_all_values(other)), scale_of(other))
    return theme.layout(
        separators=axes.separators(subject.words.lang),
        margin={"l": 8, "r": 16, "t": 16, "b": 44},
        hovermode="closest",
        dragmode=False,
        xaxis=axes.value_axis(
            "<br>".join(in_lines(_axis_title(other), LONGEST_TITLE)),
            left,
            right,
            scale_of(other),
        ),
        yaxis=axes.value_axis(_axis_title(subject), low, high, scale),
    )


def _all_values(part: Subject) -> Iterable[float]:
    """Every value of the region's economies, so that the axes stand still while years pass."""
    for series in frame_series(part.table, part.in_frame()).values():
        yield from (value for value in series.values if value is not None)


def scatter_rule() -> dict[str, Any]:
    """What the browser needs to draw another year: the shapes, and the age a value may have."""
    return {"symbols": list(SYMBOLS.values()), "age": MOST_AGE}
