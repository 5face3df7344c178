"""A plotly figure of lines, points and cells as SVG, at any size.

It draws what `figures/` makes use of, as plotly.js would: `tests/exports/test_pictures.py` renders every
chart of the dashboard. Maps are drawn from projected paths instead (`figures/preview.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard import theme
from dashboard.drawing import letters
from dashboard.drawing.axes import Axis, axis
from dashboard.drawing.marks import Axes, dashes, drawn
from dashboard.drawing.pointed import names_of_points, wanted
from dashboard.drawing.rows import (
    Labels,
    below,
    labels_of,
    title_across,
    title_of,
    type_of,
    width_of,
)
from dashboard.figures.grid import gridded
from dashboard.figures.labels import spread_within
from dashboard.formats.svg import element, polyline

CLIP, BAR = "plot", "bar"
TICK = 5
# Between the title of a y axis and its labels, and how far the title may be longer than the axis.
STANDOFF, OVERHANG = 8, 24
# Labels nearer than a part of their size are left out.
CLOSEST = 0.95
Figure = Mapping[str, Any]
Layout = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Box:
    """The rectangle between the axes."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Plot:
    """A figure with its axes placed."""

    figure: Figure
    box: Box
    axes: Mapping[str, Axis]
    labels: Mapping[str, Labels]

    @property
    def layout(self) -> Layout:
        """The layout of the figure."""
        layout: Layout = self.figure["layout"]
        return layout

    @property
    def separators(self) -> str:
        """The decimal sign and the sign between thousands."""
        return str(self.layout.get("separators", ".,"))

    def around(self, name: str) -> Box:
        """The rectangle that an axis belongs to: its own panel in a grid of several."""
        if "grid" not in self.layout:
            return self.box
        across, up = self.axes[f"x{name[1:]}"], self.axes[f"y{name[1:]}"]
        return Box(across.start, up.end, across.end, up.start)

    def of(self, trace: Mapping[str, Any]) -> Axes:
        """The axes of a trace."""
        return Axes(self.axes[trace.get("xaxis", "x")], self.axes[trace.get("yaxis", "y")])


def plot(figure: Figure, width: float, height: float) -> str:
    """The figure as SVG elements for a picture of this width and height."""
    placed = placed_in(figure, width, height)
    drawings = [drawn(trace, placed.of(trace)) for trace in figure["data"]]
    shapes = figure["layout"].get("shapes", [])
    under = [shape for shape in shapes if shape.get("layer") == "below"]
    above = [shape for shape in shapes if shape not in under]
    return "".join(
        [
            _clip(placed.box),
            *(_axis(replace(placed, box=placed.around(name)), name) for name in placed.axes),
            *(_shape(placed, shape) for shape in under),
            element("g", "".join(inside for inside, _ in drawings), clip_path=f"url(#{CLIP})"),
            *(outside for _, outside in drawings),
            *(_shape(placed, shape) for shape in above),
            *(_annotation(placed, said) for said in _spread(placed)),
            _names_of_points(placed, width),
            *(_colour_bar(placed, trace) for trace in figure["data"]),
        ]
    )


def placed_in(figure: Figure, width: float, height: float) -> Plot:
    """The axes in the room that the margins leave; labels of a y axis take room of their own."""
    layout = figure["layout"]
    if "grid" in layout:
        layout = gridded(layout, width, height)
        figure = {**figure, "layout": layout}
    margin = layout.get("margin", {})
    top, right = margin.get("t", 0), width - margin.get("r", 0)
    bottom = height - margin.get("b", 0) - below(layout, right)
    names = sorted({trace.get("yaxis", "y") for trace in figure["data"]} | {"y"})
    heights = {
        name: axis(_described(layout, name), "y", (bottom, top), _values(figure, name))
        for name in names
    }
    separators = str(layout.get("separators", ".,"))
    said = {name: labels_of(one, separators, width) for name, one in heights.items()}
    room = max(_room(one, said[name]) for name, one in heights.items())
    left = margin.get("l", 0) + room
    across = {
        name: axis(_described(layout, name), "x", (left, right), _values(figure, name))
        for name in sorted({f"x{name[1:]}" for name in heights} if "grid" in layout else {"x"})
    }
    return Plot(figure, Box(left, top, right, bottom), {**across, **heights}, said)


def _names_of_points(placed: Plot, width: float) -> str:
    """The names of points, those of all traces apart from each other."""
    named = (one for one in placed.figure["data"] if "text" in one.get("mode", ""))
    found = [name for one in named for name in wanted(one, placed.of(one).places(one))]
    return names_of_points(found, width, placed.box.bottom)


def _described(layout: Layout, name: str) -> Mapping[str, Any]:
    """The part of the layout on an axis: "y2" is `yaxis2`."""
    described: Mapping[str, Any] = layout.get(f"{name[0]}axis{name[1:]}", {})
    return described


def _values(figure: Figure, name: str) -> list[Any]:
    """The values that are drawn on an axis."""
    letter = name[0]
    return [
        value
        for trace in figure["data"]
        if trace.get(f"{letter}axis", letter) == name
        for value in trace[letter]
    ]


def _room(one: Axis, said: Labels) -> float:
    """The room that labels and title of a y axis take on the left."""
    described = one.described
    if not one.is_visible or not described.get("automargin"):
        return 0
    font, lines = type_of(described.get("title", {}).get("font", {})), _title_lines(one)
    width = said.width if described.get("showticklabels", True) else 0.0
    return width + TICK + (font.leading * len(lines) + STANDOFF if lines else 0)


def _title_lines(one: Axis) -> list[str]:
    """The title of a y axis, in as many lines as its height asks for."""
    font = type_of(one.described.get("title", {}).get("font", {}))
    return letters.wrapped(title_of(one.described), abs(one.end - one.start) + OVERHANG, font)


def _clip(box: Box) -> str:
    cut = element(
        "rect", x=box.left, y=box.top, width=box.right - box.left, height=box.bottom - box.top
    )
    return element("defs", element("clipPath", cut, id=CLIP))


def _axis(placed: Plot, name: str) -> str:
    one = placed.axes[name]
    if not one.is_visible:
        return ""
    drawing = _across(placed, one) if one.letter == "x" else _upright(placed, one, name)
    return "".join(drawing)


def _across(placed: Plot, one: Axis) -> Iterator[str]:
    """The x axis: at the foot, or on top, its labels upright there if they are turned."""
    box, described = placed.box, one.described
    on_top, type_ = described.get("side") == "top", type_of(described.get("tickfont", {}))
    edge, turned = (box.top if on_top else box.bottom), described.get("tickangle")
    middle = edge + (-1 if on_top else 1) * (TICK + type_.size * 0.6)
    last = float("-inf")
    for x, text in one.ticks(placed.separators):
        if described.get("showgrid", True):
            yield _stroke([(x, box.top), (x, box.bottom)], described)
        if described.get("ticks") == "outside":
            yield _stroke([(x, edge), (x, edge + TICK)], described)
        half = type_.size / 2 if turned else type_.width(text) / 2
        if x - half < last:
            continue
        last = x + half * (2 * CLOSEST - 1)
        said = letters.line(text, x, middle, type_, "left" if turned else "center")
        if turned:
            said = element("g", said, transform=f"rotate({turned} {x:.1f} {middle:.1f})")
        yield said
    if lines := title_across(described, box.right):
        font = type_of(described["title"].get("font", {}))
        top = middle + type_.size * 0.6 + font.leading * 0.1
        yield letters.block(lines, (box.left + box.right) / 2, top, font, "center")


def _upright(placed: Plot, one: Axis, name: str) -> Iterator[str]:
    """A y axis on the left, its title turned beside the labels."""
    box, described = placed.box, one.described
    labels = placed.labels[name]
    widest, last = 0.0, float("inf")
    for y, text in sorted(labels.said, reverse=True):
        if described.get("showgrid", True):
            yield _stroke([(box.left, y), (box.right, y)], described)
        type_ = labels.kind_of(text)
        if not described.get("showticklabels", True) or last - y < type_.size * CLOSEST:
            continue
        last, widest = y, max(widest, width_of(text, type_))
        yield _label(text, box.left - TICK, y, type_)
    if lines := _title_lines(one):
        font = type_of(described["title"].get("font", {}))
        x = box.left - TICK - widest - STANDOFF - font.leading * len(lines)
        y = (one.start + one.end) / 2
        turned = f"rotate(-90 {x:.1f} {y:.1f})"
        yield element("g", letters.block(lines, x, y, font, "center"), transform=turned)


def _label(text: str, right: float, middle: float, type_: letters.Type) -> str:
    lines, bold = letters.marked_up(text)
    top = middle - type_.leading * len(lines) / 2
    return letters.block(lines, right, top, replace(type_, bold=bold), "right")


def _stroke(points: Sequence[tuple[float, float]], described: Mapping[str, Any]) -> str:
    colour = described.get("gridcolor", theme.GRID)
    return element("path", d=polyline(points), fill="none", stroke=colour)


def _reference(placed: Plot, described: Mapping[str, Any], letter: str, key: str) -> float:
    """A place on "paper", on the "domain" of an axis, or at a value.

    Values of labels are logarithms already where the axis is logarithmic; those of shapes are not.
    """
    reference, value, box = described.get(f"{letter}ref", letter), described[key], placed.box
    if reference == "paper":
        low, high = (box.left, box.right) if letter == "x" else (box.bottom, box.top)
        return float(low + (high - low) * value)
    name, _, domain = reference.partition(" ")
    one = placed.axes[name]
    if domain:
        return float(one.start + (one.end - one.start) * value)
    return one.at_scaled(value) if one.is_log and key == letter else one.at(value)


def _shape(placed: Plot, shape: Mapping[str, Any]) -> str:
    (x0, x1), (y0, y1) = (
        [_reference(placed, shape, letter, f"{letter}{end}") for end in "01"] for letter in "xy"
    )
    line = shape.get("line", {})
    is_line = shape["type"] == "line"
    corners = [(x0, y0), (x1, y1)] if is_line else [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    width = line.get("width", 2)
    return element(
        "path",
        d=polyline(corners, closed=not is_line),
        fill="none" if is_line else shape.get("fillcolor", "none"),
        stroke=line.get("color", theme.INK) if width else None,
        stroke_width=width or None,
        stroke_dasharray=dashes(line),
        opacity=shape.get("opacity"),
    )


def _spread(placed: Plot) -> list[Mapping[str, Any]]:
    """The labels; those at the ends of lines spread for the height that their panel has here.

    Where they are too many for it, their letters are as small as it takes.
    """
    found = list(placed.layout.get("annotations", []))
    for name, one in placed.axes.items():
        ends = [k for k, said in enumerate(found) if _is_end_label(said, name)]
        tall = abs(one.end - one.start)
        shrink = min(1.0, tall / (sum(_height(found[k]) for k in ends) or 1.0))
        for k in ends:
            font = found[k].get("font", {})
            found[k] = {**found[k], "font": {**font, "size": font.get("size", 12) * shrink}}
        heights = [_height(found[k]) / tall for k in ends]
        places = spread_within([found[k]["y"] for k in ends], heights)
        for k, place in zip(ends, places, strict=True):
            found[k] = {**found[k], "y": place}
    return found


def _is_end_label(said: Mapping[str, Any], axis_name: str) -> bool:
    at_end = said.get("xref") == "paper" and said["x"] == 1
    return at_end and said.get("yref") == f"{axis_name} domain" and said.get("yanchor") == "middle"


def _height(said: Mapping[str, Any]) -> float:
    """The height of a label in units of the picture."""
    type_ = type_of(said.get("font", {}))
    return type_.leading * len(letters.marked_up(said["text"])[0])


def _annotation(placed: Plot, said: Mapping[str, Any]) -> str:
    """A label; where it says not how it is anchored, its place on the paper decides."""
    lines, bold = letters.marked_up(said["text"])
    font = {**placed.layout.get("font", {}), **said.get("font", {})}
    type_ = letters.Type(font.get("size", 12), font.get("color", theme.INK), bold)
    x = _reference(placed, said, "x", "x") + said.get("xshift", 0)
    y = _reference(placed, said, "y", "y") - said.get("yshift", 0)
    anchor = said.get("xanchor") or _auto(said, "x", ("left", "center", "right"))
    upright = said.get("yanchor") or _auto(said, "y", ("bottom", "middle", "top"))
    tall = type_.leading * len(lines)
    top = y - tall * {"top": 0, "middle": 0.5, "bottom": 1}[upright]
    background = ""
    if colour := said.get("bgcolor"):
        wide = max(map(type_.width, lines))
        left = x - wide * {"left": 0, "center": 0.5, "right": 1}[anchor]
        background = element("rect", x=left, y=top, width=wide, height=tall, fill=colour)
    return background + letters.block(lines, x, top, type_, anchor)


def _auto(said: Mapping[str, Any], letter: str, anchors: Sequence[str]) -> str:
    """Plotly's rule for labels without an arrow: thirds of the paper, else the middle."""
    if said.get(f"{letter}ref", letter) != "paper":
        return anchors[1]
    return anchors[min(2, max(0, int(said[letter] * 3)))]


def _colour_bar(placed: Plot, trace: Mapping[str, Any]) -> str:
    """The bar of a heatmap's colours above the plot, with its title and the ends of the scale."""
    bar = trace.get("colorbar")
    if trace["type"] != "heatmap" or not bar or not trace.get("showscale", True):
        return ""
    box, type_ = placed.box, type_of(bar.get("tickfont", {}))
    width, height = min(260.0, box.right - box.left), float(bar.get("thickness", 10))
    top = box.top - bar.get("ypad", 10) - height
    steps = trace["colorscale"]
    stops = "".join(element("stop", offset=share, stop_color=colour) for share, colour in steps)
    suffix = bar.get("ticksuffix", "")
    low, high = (f"{trace[end]:g}{suffix}" for end in ("zmin", "zmax"))
    middle = top + height + type_.size * 0.75
    title = title_of(bar)
    start = max(0.0, min(box.left, box.right - type_.width(title)))
    return "".join(
        [
            element("defs", element("linearGradient", stops, id=BAR)),
            letters.line(title, start, top - type_.size * 0.75, type_),
            element("rect", x=box.left, y=top, width=width, height=height, fill=f"url(#{BAR})"),
            letters.line(low, box.left, middle, type_),
            letters.line(high, box.left + width, middle, type_, "right"),
        ]
    )
