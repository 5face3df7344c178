"""The map: fixed classes, circles for small economies, neutral areas, lines by kind.

A pure function from a subject to a plotly figure as a plain dict; never imports dash. Shapes come
from the topology that our own server holds, so the figure names areas by their ISO 3166 codes.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dashboard import theme
from dashboard.figures import places
from dashboard.figures.places import Panel
from dashboard.series import EconomySeries
from dashboard.text.modelled import silent_economies
from dashboard.text.subject import Subject, frame_series, value_place

NO_DATA_CLASS = -1
CIRCLE_SIZE = 9
DASHES = {"dashed": "dash", "dotted": "dot"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the map shows of one economy: its class, whether it is pale, and whether it is silent.

    A silent one has no value, and is modelled inside its groups in that year.
    """

    level: int
    pale: bool
    silent: bool = False


NOTHING = Shown(NO_DATA_CLASS, pale=False)
SILENT = Shown(NO_DATA_CLASS, pale=False, silent=True)


def class_of(value: float | None, limits: Sequence[float]) -> int:
    """The class of a value: how many limits it has reached; -1 without a value."""
    return NO_DATA_CLASS if value is None else bisect_right(limits, value)


def class_labels(subject: Subject) -> list[str]:
    """The legend: "under 10", "10 to 20", ..., "80 and more"."""
    words, limits = subject.words, subject.indicator.class_limits
    decimals = max(_decimals(limit) for limit in limits)
    edges = [words.number(limit, decimals) for limit in limits]
    middle = [words("figures.classes.between", low=low, high=high) for low, high in pairwise(edges)]
    first = words("figures.classes.below", high=edges[0])
    return [first, *middle, words("figures.classes.above", low=edges[-1])]


def _decimals(limit: float) -> int:
    """How many decimals a class limit is printed with: 0.25 has two, 10 none."""
    return len(f"{limit:.6f}".rstrip("0").partition(".")[2])


def map_figure(subject: Subject) -> dict[str, Any]:
    """The figure of the map for the view's year.

    Values are not repeated here: they travel beside the figure, of this year and every other.
    """
    levels = shown(subject)
    panels = places.picture(subject.view.region).panels
    traces = [trace for panel in panels for trace in _panel(subject, panel, levels)]
    return {"data": traces, "layout": theme.layout(dragmode="pan", **geos(subject.view.region))}


def _panel(subject: Subject, panel: Panel, levels: Mapping[str, Shown]) -> list[dict[str, Any]]:
    """What is drawn in the frame, and again in an inset."""
    codes = subject.in_frame()
    return within(
        panel,
        context((*codes, *places.followers(subject.view.region))),
        _areas(subject, codes, levels),
        _circles(subject, panel.circles, levels),
        *boundary_lines(),
    )


def within(panel: Panel, *traces: dict[str, Any]) -> list[dict[str, Any]]:
    """The traces in a panel: those of an inset name its subplot."""
    return [{**trace, "geo": panel.subplot} for trace in traces] if panel.key else [*traces]


def shown(subject: Subject) -> dict[str, Shown]:
    """What the map shows of every economy in its frame, in the view's year."""
    series = frame_series(subject.table, subject.in_frame())
    at = subject.table.year_index(subject.view.year)
    found = {code: _shown(subject, series.get(code), at) for code in subject.in_frame()}
    silent = silent_economies(subject.table, subject.table.years[at])
    return found | {code: SILENT for code in silent if found.get(code) == NOTHING}


def _shown(subject: Subject, series: EconomySeries | None, at: int) -> Shown:
    if series is None:
        return NOTHING
    place = value_place(series, subject.table.years, at, subject.indicator.max_age)
    if place is None:
        return NOTHING
    value = round(series.values[place] or 0.0, subject.indicator.decimals)
    level = class_of(value, subject.indicator.class_limits)
    return Shown(level, series.status[place] in "ic" or place != at)


def context(codes: Sequence[str]) -> dict[str, Any]:
    """Areas outside the frame, and areas of undetermined status a tone darker."""
    inside = set(codes)
    outside = [
        code for code, area in places.areas().items() if area["shape"] and code not in inside
    ]
    neutral = places.neutral()
    return {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": [*outside, *neutral],
        "z": [0] * len(outside) + [1] * len(neutral),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, theme.OUTSIDE], [1, theme.NEUTRAL]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": theme.BORDER, "width": 0.5}},
    }


def _scale(subject: Subject, letter: str) -> dict[str, Any]:
    """The stepped colour scale; its bounds are called zmin for areas, cmin for circles."""
    classes = len(subject.indicator.class_limits) + 1
    return {
        "colorscale": theme.colour_scale(classes),
        "showscale": False,
        f"{letter}min": NO_DATA_CLASS - 0.5,
        f"{letter}max": classes - 0.5,
    }


def _areas(subject: Subject, codes: Sequence[str], levels: Mapping[str, Shown]) -> dict[str, Any]:
    """The areas by class; where some follow others, `customdata` says whose class each has."""
    followers = places.followers(subject.view.region)
    whose = [*codes, *followers.values()]
    return {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": [*codes, *followers],
        "z": [levels[code].level for code in whose],
        **({"customdata": whose} if followers else {}),
        **_scale(subject, "z"),
        "marker": {
            "line": {"color": theme.BORDER, "width": 0.5},
            "opacity": [theme.FILLED_OPACITY if levels[code].pale else 1 for code in whose],
        },
        "hovertemplate": "%{location}<extra></extra>",
    }


def _circles(
    subject: Subject, circles: Sequence[str], levels: Mapping[str, Shown]
) -> dict[str, Any]:
    """Economies too small to see, as circles; `customdata` holds their codes."""
    areas = places.areas()
    codes = [code for code in circles if code in levels]
    points = [areas[code]["point"] for code in codes]
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [lon for lon, _ in points],
        "lat": [lat for _, lat in points],
        "customdata": codes,
        "marker": {
            "size": CIRCLE_SIZE,
            "color": [levels[code].level for code in codes],
            **_scale(subject, "c"),
            "opacity": [theme.FILLED_OPACITY if levels[code].pale else 1 for code in codes],
            "line": {"color": theme.BOUNDARY, "width": 0.8},
        },
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def boundary_lines() -> list[dict[str, Any]]:
    """Lines that are not settled boundaries."""
    return [
        {
            "type": "scattergeo",
            "mode": "lines",
            "lon": line["lon"],
            "lat": line["lat"],
            "line": {"color": theme.BOUNDARY, "width": 1, "dash": DASHES[kind]},
            "hoverinfo": "skip",
        }
        for kind, line in places.boundary_lines().items()
    ]


def geos(region: str) -> dict[str, Any]:
    """The layouts of a frame and of its insets, each where it is in the picture."""
    picture = places.picture(region)
    return {panel.subplot: _geo(panel, picture.size) for panel in picture.panels}


def _geo(panel: Panel, size: tuple[int, int]) -> dict[str, Any]:
    (left, top, across, down), (width, height) = panel.box, size
    frame = panel.frame
    projection: dict[str, Any] = {
        "type": frame["projection"],
        "rotation": {"lon": frame["rotation"]},
    }
    if parallels := frame.get("parallels"):
        projection["parallels"] = parallels
    return {
        "domain": {
            "x": [round(left / width, 4), round((left + across) / width, 4)],
            "y": [round(1 - (top + down) / height, 4), round(1 - top / height, 4)],
        },
        "resolution": 110,
        "fitbounds": False,
        "projection": projection,
        "center": dict(zip(("lon", "lat"), frame["center"], strict=True)),
        "lonaxis": {"range": frame["lon"]},
        "lataxis": {"range": frame["lat"]},
        "bgcolor": "rgba(0,0,0,0)",
        "showframe": bool(panel.key),
        "framecolor": theme.BOUNDARY,
        "framewidth": 0.7,
        "showcoastlines": False,
        "showcountries": False,
        "showland": False,
        "showlakes": False,
    }
