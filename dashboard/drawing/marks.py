"""What stands inside the axes: lines, filled shapes, points, cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat
from math import cos, pi, sin, sqrt
from typing import Any, NamedTuple

from dashboard import theme
from dashboard.drawing.axes import Axis
from dashboard.formats.svg import Point, element, number, polyline

DASHES = {"dot": (1, 2.5), "dash": (5, 4), "dashdot": (5, 3, 1, 3), "longdash": (9, 4)}
# Corners of symbols around the origin, for a radius of one; plotly's areas.
DIAMOND, TRIANGLE, STAR = 1.3, 1.2, 1.4
DEFAULT_COLOUR, DEFAULT_SIZE, DEFAULT_WIDTH = theme.ACCENT, 6, 2
Trace = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Axes:
    """The two axes of a trace."""

    x: Axis
    y: Axis

    def places(self, trace: Trace) -> list[Point | None]:
        """Where the points of a trace stand; None for those without a value."""
        places = zip(self.x.all(trace["x"]), self.y.all(trace["y"]), strict=True)
        return [None if x is None or y is None else (x, y) for x, y in places]


def drawn(trace: Trace, axes: Axes) -> tuple[str, str]:
    """A trace as SVG: what is cut off at the axes, and what may stand out of them."""
    if trace["type"] == "heatmap":
        return _cells(trace, axes), ""
    places, mode = axes.places(trace), trace.get("mode", "lines")
    inside = _line(trace, places) if "lines" in mode or trace.get("fill") else ""
    outside = "".join(points(trace, places)) if "markers" in mode else ""
    opacity = trace.get("opacity")
    return tuple(  # type: ignore[return-value]  # of the same two
        element("g", part, opacity=opacity) if part and opacity is not None else part
        for part in (inside, outside)
    )


def dashes(line: Mapping[str, Any]) -> str | None:
    """The dashes of a line, in units of its width."""
    pattern = DASHES.get(line.get("dash", "solid"))
    width = max(1.0, line.get("width", DEFAULT_WIDTH))
    return " ".join(f"{part * width:g}" for part in pattern) if pattern else None


def _line(trace: Trace, places: Sequence[Point | None]) -> str:
    line, closed = trace.get("line", {}), "fill" in trace
    path = "".join(polyline(run, closed=closed) for run in _runs(places))
    if not path:
        return ""
    width = line.get("width", DEFAULT_WIDTH)
    return element(
        "path",
        d=path,
        fill=trace.get("fillcolor", DEFAULT_COLOUR) if closed else "none",
        stroke=line.get("color", DEFAULT_COLOUR) if width else None,
        stroke_width=width or None,
        stroke_dasharray=dashes(line),
        stroke_linejoin="round",
    )


def _runs(places: Sequence[Point | None]) -> Iterator[list[Point]]:
    run: list[Point] = []
    for place in (*places, None):
        if place is not None:
            run.append(place)
            continue
        if run:
            yield run
        run = []


def _each(value: Any, place: int, default: Any) -> Any:
    """The property of one point: of its own, or that of all."""
    if isinstance(value, list | tuple):
        return value[place]
    return default if value is None else value


def points(trace: Trace, places: Sequence[Point | None]) -> Iterator[str]:
    """The points of a trace, those that look alike as one path."""
    alike: dict[Look, list[str]] = {}
    # Points that say nothing of themselves look like their line.
    marker = trace.get("marker", {"color": trace.get("line", {}).get("color")})
    looks = _looks(marker, len(places))
    for place, (outline, look) in zip(places, looks, strict=False):
        if place is not None:
            found = alike.setdefault(look, [])
            found.append(f"M{number(place[0])} {number(place[1])}{outline}")
    for look, paths in alike.items():
        yield element("path", d="".join(paths), **look._asdict())


class Look(NamedTuple):
    """The attributes of a point."""

    fill: str
    stroke: str | None
    stroke_width: float | None
    opacity: float | None


def _looks(marker: Mapping[str, Any], count: int) -> Iterator[tuple[str, Look]]:
    """The outline and the look of each point; found once where all are alike."""
    properties = (*marker.values(), *marker.get("line", {}).values())
    if not any(isinstance(value, list | tuple) for value in properties):
        return repeat((_outline(*_symbol(marker, 0)), _look(marker, 0)))
    return ((_outline(*_symbol(marker, k)), _look(marker, k)) for k in range(count))


def _look(marker: Mapping[str, Any], k: int) -> Look:
    """How a point looks; an open one has a line of its colour and no area."""
    colour, line = _colour(marker, k), marker.get("line", {})
    if str(_each(marker.get("symbol"), k, "")).endswith("-open"):
        return Look("none", colour, line.get("width") or 1, _each(marker.get("opacity"), k, None))
    width = _each(line.get("width"), k, 0) or None
    stroke = _each(line.get("color"), k, colour) if width else None
    return Look(colour, stroke, width, _each(marker.get("opacity"), k, None))


def _symbol(marker: Mapping[str, Any], k: int) -> tuple[str, float]:
    """The name and the radius of a point."""
    name = str(_each(marker.get("symbol"), k, "circle")).removesuffix("-open")
    return name, round(_radius(marker, k), 2)


def _colour(marker: Mapping[str, Any], k: int) -> str:
    """The colour of a point: named, or the step of the marker's scale that its number is on."""
    colour = _each(marker.get("color"), k, DEFAULT_COLOUR)
    if isinstance(colour, str):
        return colour
    return scaled(colour, marker["colorscale"], marker["cmin"], marker["cmax"])


def _radius(marker: Mapping[str, Any], k: int) -> float:
    size = float(_each(marker.get("size"), k, DEFAULT_SIZE))
    if "sizeref" in marker:
        size /= marker["sizeref"]
        size = sqrt(size) if marker.get("sizemode") == "area" else size
    return max(size, float(marker.get("sizemin", 0)) * 2) / 2


@lru_cache(maxsize=512)
def _outline(name: str, radius: float) -> str:
    """The outline of a symbol as a path that starts at its middle."""
    r = number(radius)
    if name == "circle":
        return f"m-{r} 0a{r} {r} 0 1 0 {number(2 * radius)} 0a{r} {r} 0 1 0-{number(2 * radius)} 0z"
    if name == "line-ns":
        return f"m0-{r}v{number(2 * radius)}"
    corners = [(radius * dx, radius * dy) for dx, dy in _corners(name)]
    steps = ((bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(corners))
    joined = "".join(f"l{number(dx)} {number(dy)}" for dx, dy in steps)
    return f"m{number(corners[0][0])} {number(corners[0][1])}{joined}z"


def _corners(name: str) -> list[Point]:
    """The corners of a symbol of radius one; KeyError for one that no figure uses."""
    if name == "star":
        radii = [STAR if k % 2 == 0 else STAR * 0.4 for k in range(10)]
        return [(r * sin(k * pi / 5), -r * cos(k * pi / 5)) for k, r in enumerate(radii)]
    if name in {"x", "cross"}:
        return _cross(pi / 4 if name == "x" else 0)
    return {
        "diamond": [(0, -DIAMOND), (DIAMOND, 0), (0, DIAMOND), (-DIAMOND, 0)],
        "square": [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        "triangle-up": [(0, -TRIANGLE), (TRIANGLE, 0.75), (-TRIANGLE, 0.75)],
        "triangle-down": [(0, TRIANGLE), (TRIANGLE, -0.75), (-TRIANGLE, -0.75)],
    }[name]


def _cross(turn: float) -> list[Point]:
    """A cross with arms of this length and half thickness, turned."""
    arm, thick = 1.2, 0.4
    quarter = [(thick, -arm), (thick, -thick), (arm, -thick)]
    turns = [turn + k * pi / 2 for k in range(4)]
    return [(x * cos(t) - y * sin(t), x * sin(t) + y * cos(t)) for t in turns for x, y in quarter]


def _cells(trace: Trace, axes: Axes) -> str:
    """The cells of a heatmap, a path a colour."""
    found: dict[str, list[str]] = {}
    half_x, half_y = (trace.get(gap, 0) / 2 for gap in ("xgap", "ygap"))
    for y, row in zip(trace["y"], trace["z"], strict=True):
        bottom, top = axes.y.at(y - 0.5) - half_y, axes.y.at(y + 0.5) + half_y
        for x, value in zip(trace["x"], row, strict=True):
            if value is None:
                continue
            left, right = axes.x.at(x - 0.5) + half_x, axes.x.at(x + 0.5) - half_x
            colour = scaled(value, trace["colorscale"], trace["zmin"], trace["zmax"])
            corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
            found.setdefault(colour, []).append(polyline(corners, closed=True))
    return "".join(element("path", d="".join(paths), fill=fill) for fill, paths in found.items())


def scaled(value: float, scale: Sequence[Sequence[Any]], low: float, high: float) -> str:
    """The colour of a value on a plotly colour scale, mixed between two steps."""
    share = min(1.0, max(0.0, (value - low) / (high - low)))
    # Of two steps at one place, where the colour jumps, the first ends and the last begins.
    below = [step for step in scale if step[0] <= share][-1]
    above = next((step for step in scale if step[0] > share), below)
    if below[1] == above[1]:
        return str(below[1])
    part = (share - below[0]) / (above[0] - below[0])
    mixed = (round(a + (b - a) * part) for a, b in zip(_rgb(below[1]), _rgb(above[1]), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _rgb(colour: str) -> list[int]:
    return [int(colour[k : k + 2], 16) for k in (1, 3, 5)]
