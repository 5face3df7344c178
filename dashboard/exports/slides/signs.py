"""The keys of a native chart: what it draws and does not name itself, in the words of its pictures.

A picture may draw more, such as areas between lines; a slide explains what is on it.
"""

from collections.abc import Collection, Sequence

from dashboard.exports.slides.ends import end_names
from dashboard.exports.slides.traces import (
    BAR,
    BREAK,
    CIRCLE,
    Figure,
    Trace,
    colours_of,
    differing_of,
    dotted_of,
    has_rows,
    is_over_time,
    panels_of,
    series_of,
    symbols_of,
)
from dashboard.figures.events import HOLLOW
from dashboard.figures.keys import BAND, DOTTED, MARK, Key


def native_keys(figure: Figure, keys: Sequence[Key]) -> list[Key]:
    """Those of the chart's keys whose signs the native chart draws, after the series without a name."""
    panels = [traces for _, traces in panels_of(figure) if traces]
    drawn = signs_of([trace for traces in panels for trace in traces])
    if not is_over_time(figure):
        # A shape is a kind there, and whatever is hollow is so for one reason.
        hollow = {f"{CIRCLE}{HOLLOW}" for symbol in drawn if symbol.endswith(HOLLOW)}
        drawn = {symbol.removesuffix(HOLLOW) for symbol in drawn} | hollow
    found = _drawn(keys, drawn)
    if any(has_rows(traces) for traces in panels):
        coloured = {c for traces in panels for one in traces for c in differing_of(one).values()}
        others = [key._replace(symbol="") for key in keys if key.colour in coloured]
        return [*_named(panels), *others]
    if not is_over_time(figure):
        said = {key.text for key in found}
        return [*(key for key in _named(panels) if key.text not in said), *found]
    unnamed = [
        Key(colours_of([trace])[trace["name"]], trace["name"], CIRCLE)
        for traces in panels
        for trace, name in zip(traces, end_names(figure, traces), strict=True)
        if not name and not _is_explained(trace, found)
    ]
    return [*unnamed, *found]


def panel_keys(figure: Figure, keys: Sequence[Key]) -> list[Key]:
    """The same of small multiples, whose lines behind are among the keys."""
    axes = {trace["yaxis"] for trace in figure["data"]}
    drawn: set[str] = set()
    for axis in axes:
        drawn |= signs_of(series_of([one for one in figure["data"] if one["yaxis"] == axis]))
    return _drawn(keys, drawn)


def _drawn(keys: Sequence[Key], signs: Collection[str]) -> list[Key]:
    """The keys of these signs; an interval is a bar, not an area."""
    return [
        key._replace(colour=MARK, symbol=BAR) if key.colour == BAND else key
        for key in keys
        if not key.symbol or key.symbol in signs
    ]


def break_name(keys: Sequence[Key]) -> str:
    """What a break is called, "" where none is drawn."""
    return next((key.text for key in keys if key.symbol == BREAK), "")


def signs_of(traces: Sequence[Trace]) -> set[str]:
    """The symbols that are drawn."""
    signs = {
        symbol
        for trace in traces
        for symbol, x, y in zip(symbols_of(trace), trace["x"], trace["y"], strict=False)
        if x is not None and y is not None
    }
    signs |= {BREAK for trace in traces if any(one["x"] for one in trace["breaks"])}
    return signs | {DOTTED for trace in traces if dotted_of(trace)}


def _named(panels: Sequence[Sequence[Trace]]) -> list[Key]:
    """The name of each series, as a box of its colour where it is bars."""
    return [
        Key(colour, name, "" if has_rows(traces) else CIRCLE)
        for traces in panels
        for name, colour in colours_of(traces).items()
    ]


def _is_explained(trace: Trace, keys: Sequence[Key]) -> bool:
    """Whether the symbol of a line says what it is, as that of a printed edition does."""
    own = set(symbols_of(trace)) - {CIRCLE}
    return bool(own) and own <= {key.symbol for key in keys}
