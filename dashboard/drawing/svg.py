"""SVG as text: elements, numbers, paths; imports nothing of the dashboard."""

from collections.abc import Iterable
from html import escape

XMLNS = "http://www.w3.org/2000/svg"
Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate with at most two decimals: "12", "0.5"."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def element(name: str, content: str = "", **attributes: str | float | None) -> str:
    """An element; `stroke_width` becomes stroke-width, attributes that are None are left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)


def polyline(points: Iterable[Point], *, closed: bool = False) -> str:
    """The `d` of a path through the points."""
    joined = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{joined}{'Z' if closed else ''}"


def moved(content: str, x: float, y: float, scale: float = 1) -> str:
    """The content with its origin at (x, y), `scale` times as large."""
    enlarged = f" scale({number(scale)})" if scale != 1 else ""
    return element("g", content, transform=f"translate({number(x)} {number(y)}){enlarged}")
