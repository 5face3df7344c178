"""The register on a map and along the years: a mark a place, its shape says what became of it.

Pure functions from a subject to a plotly figure as a plain dict; never import dash.
"""

from collections.abc import Sequence
from math import sqrt
from typing import Any, NamedTuple

from dashboard import theme
from dashboard.catalogue.programmes import STATUSES, Event
from dashboard.figures import axes, labels, places
from dashboard.figures.map import boundary_lines, context, geos, within
from dashboard.text.programmes import is_mapped, recorded, what, when, where
from dashboard.text.subject import Subject

SYMBOLS = {"held": "circle", "planned": "diamond", "postponed": "x", "undated": "square"}
COLOURS = dict(zip(STATUSES, (theme.ACCENT, "#d55e00", "#d55e00", "#009e73"), strict=True))
SMALLEST, MOST_NAMED = 9, 6
# Letters of a line of a programme's name, where rows are few, and where many have room for two lines.
FEW_ROWS, MANY_ROWS, MANY = 22, range(34, 39), 16
HOLLOW = "-open"  # the end of plotly's name of a hollow symbol
Place = tuple[float, float, bool]


class Mark(NamedTuple):
    """The records of one status at one place; the mark is hollow where the town is not known."""

    lon: float
    lat: float
    symbol: str
    size: float
    events: Sequence[Event]


def events_figure(subject: Subject) -> dict[str, Any]:
    """The records with a place; hollow marks stand for a country whose town is not known."""
    region = subject.view.region
    traces = [
        trace
        for panel in places.picture(region).panels
        for trace in within(
            panel,
            context([event.economy for event in _mapped(subject)]),
            _areas(subject),
            *boundary_lines(),
            *(_marks(subject, status) for status in STATUSES),
        )
    ]
    return {"data": traces, "layout": theme.layout(dragmode="pan", **geos(region))}


def _areas(subject: Subject) -> dict[str, Any]:
    """The economies of the region, in one pale tone: the marks are what is told."""
    codes = [*subject.in_frame(), *places.followers(subject.view.region)]
    return {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": codes,
        "z": [0] * len(codes),
        "colorscale": [[0, theme.LAND], [1, theme.LAND]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": theme.BORDER, "width": 0.5}},
    }


def _mapped(subject: Subject) -> list[Event]:
    return [event for event in recorded(subject.view) if is_mapped(event)]


def marks(subject: Subject, status: str) -> list[Mark]:
    """A mark for each place that has records of this status, its area by their number."""
    found: dict[Place, list[Event]] = {}
    for event in _mapped(subject):
        if event.status == status:
            found.setdefault(_place(event), []).append(event)
    symbol = SYMBOLS[status]
    return [
        Mark(
            lon,
            lat,
            symbol if town else f"{symbol}{HOLLOW}",
            round(SMALLEST * sqrt(len(events)), 1),
            events,
        )
        for (lon, lat, town), events in found.items()
    ]


def _marks(subject: Subject, status: str) -> dict[str, Any]:
    """The marks of a status as a trace."""
    drawn = marks(subject, status)
    return {
        "type": "scattergeo",
        "mode": "markers",
        "name": subject.words(f"programmes.statuses.{status}"),
        "meta": status,
        "lon": [mark.lon for mark in drawn],
        "lat": [mark.lat for mark in drawn],
        "text": [_said(subject, mark.events) for mark in drawn],
        "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
        "marker": {
            "size": [mark.size for mark in drawn],
            "symbol": [mark.symbol for mark in drawn],
            "color": COLOURS[status],
            "opacity": 0.85,
            "line": {"width": 1.5, "color": COLOURS[status]},
        },
    }


def _place(event: Event) -> Place:
    """Longitude, latitude, and whether they are of a town."""
    if event.point:
        return (*event.point, True)
    lon, lat = places.areas()[event.economy]["point"]
    return lon, lat, False


def _said(subject: Subject, events: Sequence[Event]) -> str:
    words = subject.words
    head = f"<b>{where(words, events[0])}</b>"
    lines = [
        words("text.join.named", name=when(words, event), value=what(words, event))
        for event in events[:MOST_NAMED]
    ]
    more = len(events) - MOST_NAMED
    if more > 0:
        lines.append(words("text.programmes.more", n=more, number=words.number(more)))
    return "<br>".join([head, *lines])


def timeline_figure(subject: Subject) -> dict[str, Any]:
    """A row a programme, a mark a record, at its year; records of one year stand above each other."""
    words, events = subject.words, recorded(subject.view)
    programmes = sorted(
        {event.programme for event in events}, key=lambda p: _first(events, p), reverse=True
    )
    rows = {name: row for row, name in enumerate(programmes)}
    years = [event.year for event in events] or [2005, 2018]
    traces = []
    for status in STATUSES:
        own = [event for event in events if event.status == status]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": words(f"programmes.statuses.{status}"),
                "meta": status,
                "x": [_moment(event) for event in own],
                "y": [rows[event.programme] for event in own],
                "text": [f"{when(words, e)}: {what(words, e)}<br>{where(words, e)}" for e in own],
                "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
                "marker": {
                    "size": 10,
                    "symbol": SYMBOLS[status],
                    "color": COLOURS[status],
                    "opacity": 0.6,
                    "line": {"width": 1, "color": COLOURS[status]},
                },
            }
        )
    return {"data": traces, "layout": _layout(subject, programmes, min(years), max(years))}


def _first(events: Sequence[Event], programme: str) -> tuple[int, str]:
    return min(event.year for event in events if event.programme == programme), programme


def _moment(event: Event) -> float:
    """The year with its months as a fraction; the middle of a year or month that is all we know."""
    parts = [int(part) for part in (event.start or event.end).split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    day = parts[2] if len(parts) > 2 else 15
    return round(parts[0] + (parts[1] - 1 + day / 31) / 12, 3)


def _layout(subject: Subject, programmes: Sequence[str], first: int, last: int) -> dict[str, Any]:
    words = subject.words
    said = [words(f"programmes.names.{name}") for name in programmes]
    names = (
        [labels.in_so_many_lines(name, 2, MANY_ROWS) for name in said]
        if len(said) > MANY
        else [labels.in_lines(name, FEW_ROWS) for name in said]
    )
    return theme.layout(
        separators=axes.separators(words.lang),
        margin={"l": 8, "r": 16, "t": 8, "b": 30},
        hovermode="closest",
        dragmode=False,
        xaxis=axes.time_axis(first, last + 1, showgrid=True),
        yaxis={
            "range": [-0.7, max(1, len(names)) - 0.3],
            "tickvals": list(range(len(names))),
            "ticktext": ["<br>".join(lines) for lines in names],
            "tickfont": axes.TICK_FONT,
            "gridcolor": theme.GRID,
            "zeroline": False,
            "automargin": True,
            "fixedrange": True,
        },
    )
