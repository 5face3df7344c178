"""The labels at the left of a plot: of values, or the names of rows, which fit their height and leave room."""

from collections.abc import Mapping
from dataclasses import replace
from math import inf
from typing import Any, NamedTuple

from dashboard import theme
from dashboard.drawing import letters
from dashboard.drawing.axes import Axis
from dashboard.drawing.letters import Type

# Names of rows are never smaller, and of a picture's width they take no more than half.
SMALLEST, WIDEST = 5.5, 0.5
# The height of a row whose name has letters of their own size, and of one that holds two lines.
ROW, TWO_LINES = 1.25, 2.6
# The height of a title below an x axis, and the share of a plot's width that the axis has at least.
TITLE, AXIS = 20.0, 0.8


class Labels(NamedTuple):
    """Their letters, the place and the text of each, which may have two lines, and how wide one may be."""

    kind: Type
    said: list[tuple[float, str]]
    most: float = float("inf")

    def kind_of(self, text: str) -> Type:
        """The letters of one label: those that are too wide have smaller ones."""
        share = self.most / (width_of(text, self.kind) or 1.0)
        if share >= 1:
            return self.kind
        return replace(self.kind, size=max(SMALLEST, share * self.kind.size))

    @property
    def width(self) -> float:
        """How wide the widest one is."""
        return max((width_of(text, self.kind_of(text)) for _, text in self.said), default=0.0)


def type_of(font: Mapping[str, Any]) -> Type:
    """The letters that a layout asks for."""
    return Type(font.get("size", 12), font.get("color", theme.INK))


def width_of(text: str, kind: Type) -> float:
    """How wide a label is, which may have several lines."""
    return max(map(kind.of_text, letters.marked_up(text)[0]))


def labels_of(one: Axis, separators: str, width: float) -> Labels:
    """The labels of a y axis in a picture of this width.

    Letters of names are as small as rows are low; names that are folded for pages are folded in high
    rows only; a name that is too wide has two lines, or smaller letters where rows are low.
    """
    described = one.described
    kind = type_of(described.get("tickfont", {}))
    said = one.ticks(separators)
    rows = len(one.places or described.get("tickvals", ()))
    if not rows or not said:
        return Labels(kind, said)
    row, most = abs(one.end - one.start) / rows, WIDEST * width
    kind = replace(kind, size=max(SMALLEST, min(kind.size, row)))
    if row < TWO_LINES * kind.size:
        said = [(y, text.replace("<br>", " ")) for y, text in said]
    else:
        said = [(y, _in_two(text, most, kind)) for y, text in said]
    return Labels(kind, said, most)


def _in_two(text: str, most: float, kind: Type) -> str:
    """A name that is too wide in two lines."""
    if width_of(text, kind) <= most:
        return text
    first, *others = letters.wrapped(text.replace("<br>", " "), most, kind)
    return f"{first}<br>{' '.join(others)}"


def height_of_rows(figure: Mapping[str, Any], size: float) -> float:
    """The height of a figure whose rows have names in letters of a size; 0 without such rows."""
    layout = figure["layout"]
    described = layout.get("yaxis", {})
    named = described.get("categoryarray") or described.get("ticktext", ())
    margin = layout.get("margin", {})
    beside = margin.get("t", 0) + margin.get("b", 0) + below(layout, inf)
    return beside + len(named) * ROW * size if named else 0.0


def below(layout: Mapping[str, Any], right: float) -> float:
    """The height that the title of the x axis takes where the margin grows by itself."""
    described = layout.get("xaxis", {})
    if not described.get("automargin") or not (lines := title_across(described, right)):
        return 0.0
    return TITLE + type_of(described["title"].get("font", {})).leading * (len(lines) - 1)


def title_across(described: Mapping[str, Any], right: float) -> list[str]:
    """The title of an x axis that ends at `right`, in as many lines as the axis asks for."""
    title = title_of(described)
    font = type_of(described.get("title", {}).get("font", {}))
    return letters.wrapped(title, AXIS * right, font) if title else []


def title_of(described: Mapping[str, Any]) -> str:
    """The title of an axis."""
    return str(described.get("title", {}).get("text", "")).replace("<br>", " ")
