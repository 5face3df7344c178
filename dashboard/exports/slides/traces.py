"""What of a figure becomes a series of a native chart, with what is drawn around it. Knows no words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, pairwise
from typing import Any

from dashboard import theme
from dashboard.figures.keys import DOTTED
from dashboard.figures.lines import BAND

Trace = Mapping[str, Any]
Figure = Mapping[str, Any]
# The symbol of a break, in figures and keys.
BREAK = "line-ns-open"
# That of an interval, in keys of slides.
BAR = "bar"
CIRCLE = "circle"


def panels_of(figure: Figure) -> Iterator[tuple[str, list[Trace]]]:
    """The series of each y axis, the upper panel first."""
    for name in ("y", "y2"):
        axis = axis_of(figure["layout"], name)
        named = "ticktext" in axis and axis.get("type") != "category"
        own = [trace for trace in figure["data"] if trace.get("yaxis", "y") == name]
        yield name, [] if named else series_of(own)


def series_of(traces: Sequence[Trace]) -> list[Trace]:
    """The traces that have points of their own.

    Each with the strokes and bands that are drawn before it, and the marks of breaks that follow it.
    """
    found: list[dict[str, Any]] = []
    strokes: list[Trace] = []
    bands: list[Trace] = []
    for trace in traces:
        if _is_series(trace):
            found.append({**trace, "strokes": strokes, "bands": bands, "breaks": []})
            strokes, bands = [], []
        elif trace.get("meta") == BAND:
            bands.append(trace)
        elif trace.get("mode") == "lines" and "fill" not in trace:
            strokes.append(trace)
        elif trace.get("marker", {}).get("symbol") == BREAK and "meta" not in trace and found:
            found[-1]["breaks"].append(trace)
    return [*found]


def _is_series(trace: Trace) -> bool:
    """Whether a trace has a name and points of its own: areas between lines have none."""
    return bool(trace.get("name") and "fill" not in trace and len(trace.get("x", ())))


def axis_of(layout: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The axis "y" or "y2" of a layout."""
    found: Mapping[str, Any] = layout.get(f"{name[0]}axis{name[1:]}", {})
    return found


def share_of(layout: Mapping[str, Any], name: str) -> float:
    """The share of a figure's height that an axis has."""
    low, high = axis_of(layout, name).get("domain", (0, 1))
    return float(high - low)


def is_over_time(figure: Figure) -> bool:
    """Whether years run from left to right."""
    return bool(figure["layout"].get("xaxis", {}).get("tickformat") == "d")


def has_rows(traces: Sequence[Trace]) -> bool:
    """Whether its heights are names."""
    return any(isinstance(y, str) for trace in traces for y in trace["y"])


def colour_of(trace: Trace) -> str:
    """The colour of a series; that of most of its points where they have one each."""
    colour = trace.get("line", {}).get("color") or trace.get("marker", {}).get("color")
    if isinstance(colour, list | tuple):
        colour = max(colour, key=list(colour).count)
    return colour if isinstance(colour, str) and colour.startswith("#") else theme.ACCENT


def colours_of(traces: Sequence[Trace]) -> dict[str, str]:
    """The colour of each series by its name; apart from each other where the figure's are all one."""
    own = {trace["name"]: colour_of(trace) for trace in traces}
    if len(set(own.values())) == len(own):
        return own
    return dict(zip(own, cycle(theme.CATEGORICAL), strict=False))


def differing_of(trace: Trace) -> dict[int, str]:
    """The colours of the points that do not have that of their series, by their place."""
    colours = trace.get("marker", {}).get("color")
    if not isinstance(colours, list | tuple):
        return {}
    return {k: colour for k, colour in enumerate(colours) if colour != colour_of(trace)}


def symbols_of(trace: Trace) -> list[str]:
    """The symbol of each point; none where only a line is drawn."""
    if trace.get("mode") == "lines":
        return []
    symbol = trace.get("marker", {}).get("symbol", CIRCLE)
    return [symbol] * len(trace["x"]) if isinstance(symbol, str) else list(symbol)


def neighbours(trace: Trace) -> list[tuple[int, int]]:
    """The years with a value that follow one with a value: between others no program draws a line."""
    known = [x for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None]
    return [(before, year) for before, year in pairwise(known) if year == before + 1]


def dotted_of(trace: Trace) -> set[tuple[int, int]]:
    """The neighbouring years whose stroke is dotted."""
    dotted = {
        pair
        for stroke in trace["strokes"]
        if stroke.get("line", {}).get("dash") == DOTTED
        for pair in pairwise(stroke["x"])
    }
    return dotted & set(neighbours(trace))
