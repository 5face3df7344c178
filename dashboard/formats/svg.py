"""SVG as text: elements, numbers, paths; imports nothing of the dashboard."""

from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape

XMLNS = "http://www.w3.org/2000/svg"
COMMON_LENGTH = 60
Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate with at most two decimals: "12", "0.5"."""
    text = f"{value:.2f}"
    if text.endswith("00"):
        return text[:-3]
    return text.removesuffix("0")


def element(name: str, content: str = "", **attributes: str | float | None) -> str:
    """An element; `stroke_width` becomes stroke-width, attributes that are None are left out."""
    written = "".join(
        [
            f' {_name(key)}="{_value(value)}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    if not isinstance(value, str):
        return number(value)
    return _escaped(value) if len(value) <= COMMON_LENGTH else escape(value)


# Colours, fonts and anchors come back in every element; paths do not.
_escaped = lru_cache(maxsize=1024)(escape)


def polyline(points: Iterable[Point], *, closed: bool = False) -> str:
    """The `d` of a path through the points."""
    joined = "L".join([f"{number(x)} {number(y)}" for x, y in points])
    return f"M{joined}{'Z' if closed else ''}"


def moved(content: str, x: float, y: float, scale: float = 1) -> str:
    """The content with its origin at (x, y), `scale` times as large."""
    enlarged = f" scale({number(scale)})" if scale != 1 else ""
    return element("g", content, transform=f"translate({number(x)} {number(y)}){enlarged}")
