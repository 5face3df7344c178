"""Shapes as a static picture: what is painted before the interactive map, and the map of copies.

The same crop, aspect, classes and colours as the interactive one, from paths that the build
projected; SVG text, no words but the title. Never imports dash.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from dashboard import theme
from dashboard.figures import places
from dashboard.figures.shapes import Fill, Shapes
from dashboard.text.subject import Subject

CIRCLE_RADIUS = 3.8  # of a picture 1000 wide: the circles of the interactive map, 9 across in 1200
DASHES = {"dashed": "7 4", "dotted": "1.5 3"}


def shapes_svg(subject: Subject, shapes: Shapes, title: str) -> str:
    """The shapes as a whole SVG document; `title` is read to those who cannot see the picture."""
    (width, height), drawing = shapes_drawing(subject, shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f"<title>{escape(title)}</title>{drawing}</svg>"
    )


def shapes_drawing(subject: Subject, shapes: Shapes) -> tuple[tuple[int, int], str]:
    """The size of the map, and its areas, lines and circles as SVG elements, without its marks."""
    drawn = places.preview(subject.view.region)
    filled, circles = shapes.fills, shapes.circles
    areas = f'<g stroke="{theme.BORDER}" stroke-width=".5">{_areas(drawn["paths"], filled)}</g>'
    lines, points = _lines(drawn["lines"]), _circles(circles, drawn["points"], filled)
    width, height = drawn["size"]
    return (width, height), f"{areas}{lines}{points}{_outlines(subject, drawn, circles)}"


def _outlines(subject: Subject, drawn: Mapping[str, Any], circles: Sequence[str]) -> str:
    """The highlighted economies outlined, as on the interactive map; small ones by their circle."""
    chosen = [code for code in subject.view.economies if code in subject.in_frame()]
    followers = places.followers(subject.view.region).items()
    chosen += [area for area, other in followers if other in chosen]
    areas = "".join(drawn["paths"].get(code, "") for code in chosen if code not in circles)
    rings = "".join(
        f'<circle cx="{x}" cy="{y}" r="{CIRCLE_RADIUS + 1}"/>'
        for code in chosen
        if code in drawn["points"] and (code in circles or code not in drawn["paths"])
        for x, y in [drawn["points"][code]]
    )
    if not areas and not rings:
        return ""
    path = f'<path d="{areas}"/>' if areas else ""
    return f'<g fill="none" stroke="{theme.HIGHLIGHT}" stroke-width="2">{path}{rings}</g>'


def surroundings() -> dict[str, Fill]:
    """The colour of the areas of undetermined status; all that has none is `theme.OUTSIDE`."""
    return dict.fromkeys(places.neutral(), Fill(theme.NEUTRAL))


def _areas(paths: Mapping[str, str], filled: Mapping[str, Fill]) -> str:
    """One path a colour: the surroundings, areas of undetermined status, then the classes."""
    outside, colours = Fill(theme.OUTSIDE), {**surroundings(), **filled}
    found: dict[Fill, list[str]] = {outside: [], Fill(theme.NEUTRAL): []}
    for code, path in paths.items():
        found.setdefault(colours.get(code, outside), []).append(path)
    return "".join(f'<path fill={fill} d="{"".join(ds)}"/>' for fill, ds in found.items() if ds)


def _lines(lines: Mapping[str, str]) -> str:
    return "".join(
        f'<path fill="none" stroke="{theme.BOUNDARY}" stroke-width=".9"'
        f' stroke-dasharray="{DASHES[kind]}" d="{path}"/>'
        for kind, path in lines.items()
        if path
    )


def _circles(
    codes: Sequence[str], points: Mapping[str, Sequence[int]], filled: Mapping[str, Fill]
) -> str:
    """The economies too small to see, as in the interactive map."""
    circles = "".join(
        f'<circle cx="{points[code][0]}" cy="{points[code][1]}" r="{CIRCLE_RADIUS}"'
        f" fill={filled[code]}/>"
        for code in codes
        if code in filled and code in points
    )
    return f'<g stroke="{theme.BOUNDARY}" stroke-width=".7">{circles}</g>' if codes else ""
