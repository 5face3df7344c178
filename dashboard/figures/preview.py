"""Shapes as SVG: the map of the pages, of files without a server and of copies.

Made of paths that the build projected, with no words but the title. Each shape that has a colour of
its own says by `data-of` whose it is, so that the browser can give it another (`frontend/src/svg-map.js`).
Never imports dash.
"""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard import theme
from dashboard.figures import places
from dashboard.figures.places import Panel
from dashboard.figures.shapes import HATCH, Fill, Shapes
from dashboard.text.subject import Subject

CIRCLE_RADIUS = 3.8  # of a picture 1000 wide: the circles of the interactive map, 9 across in 1200
DASHES = {"dashed": "7 4", "dotted": "1.5 3"}


def shapes_svg(subject: Subject, shapes: Shapes, title: str, names: str = "") -> str:
    """The shapes as a whole SVG document; `title` is read to those who cannot see the picture.

    `names` is drawn above them (`drawing/names.py`).
    """
    (width, height), drawing = shapes_drawing(subject, shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f"<title>{escape(title)}</title>{drawing}{names}</svg>"
    )


def shapes_markup(subject: Subject, shapes: Shapes, address: str = "", names: str = "") -> str:
    """The shapes as an element of a page, which the browser goes on with.

    `address` is where the browser finds the same shapes again; empty where it asks for none.
    """
    (width, height), drawing = shapes_drawing(subject, shapes)
    return (
        f'<svg class="map-svg" viewBox="0 0 {width} {height}" data-address="{escape(address)}">'
        f"{drawing}{names}</svg>"
    )


def shapes_drawing(subject: Subject, shapes: Shapes) -> tuple[tuple[int, int], str]:
    """The size of the map, and its panels as SVG elements, without its marks."""
    picture = places.picture(subject.view.region)
    drawn = "".join(_panel(subject, shapes, panel) for panel in picture.panels)
    windows = "".join(panel.window for panel in picture.panels)
    if windows:
        drawn += f'<path fill="none" stroke="{theme.BOUNDARY}" stroke-width=".7" d="{windows}"/>'
    return picture.size, HATCH * shapes.circled + drawn


def _panel(subject: Subject, shapes: Shapes, panel: Panel) -> str:
    """Areas, lines, circles and outlines of a panel; an inset has a rim."""
    areas = _areas(panel.paths, shapes.fills, places.followers(subject.view.region))
    circles = panel.circles if shapes.circled else ()
    dots = _circles(circles, panel.points, shapes.fills)
    rim = _rim(panel.box) if panel.key else ""
    return f"{areas}{_lines(panel.lines)}{dots}{_outlines(subject, panel, circles)}{rim}"


def _rim(box: Sequence[int]) -> str:
    left, top, width, height = box
    return (
        f'<rect x="{left + 0.5}" y="{top + 0.5}" width="{width - 1}" height="{height - 1}"'
        f' fill="none" stroke="{theme.BOUNDARY}" stroke-width=".7"/>'
    )


def _outlines(subject: Subject, panel: Panel, circles: Sequence[str]) -> str:
    """The highlighted economies outlined, as on the interactive map; small ones by their circle."""
    chosen = [code for code in subject.view.economies if code in subject.in_frame()]
    followers = places.followers(subject.view.region).items()
    chosen += [area for area, other in followers if other in chosen]
    areas = "".join(panel.paths.get(code, "") for code in chosen if code not in circles)
    rings = "".join(
        f'<circle cx="{x}" cy="{y}" r="{CIRCLE_RADIUS + 1}"/>'
        for code in chosen
        if code in panel.points and (code in circles or code not in panel.paths)
        for x, y in [panel.points[code]]
    )
    if not areas and not rings:
        return ""
    path = f'<path d="{areas}"/>' if areas else ""
    return (
        f'<g class="map-outlines" fill="none" stroke="{theme.HIGHLIGHT}" stroke-width="2">'
        f"{path}{rings}</g>"
    )


def surroundings() -> dict[str, Fill]:
    """The colour of the areas of undetermined status; all that has none is `theme.OUTSIDE`."""
    return dict.fromkeys(places.neutral(), Fill(theme.NEUTRAL))


def _areas(
    paths: Mapping[str, str], filled: Mapping[str, Fill], followers: Mapping[str, str]
) -> str:
    """The surroundings and the areas of undetermined status, a path a colour; then the economies.

    An area that follows another has that one's colour, and nothing is told of it.
    """
    quiet: dict[Fill, list[str]] = {Fill(theme.OUTSIDE): [], Fill(theme.NEUTRAL): []}
    around, own = surroundings(), []
    for code, path in paths.items():
        if code in filled:
            silent = ' data-silent=""' if code in followers else ""
            whose = followers.get(code, code)
            own.append(f'<path data-of="{whose}"{silent} fill={filled[code]} d="{path}"/>')
        else:
            quiet[around.get(code, Fill(theme.OUTSIDE))].append(path)
    still = "".join(f'<path fill={fill} d="{"".join(ds)}"/>' for fill, ds in quiet.items() if ds)
    return f'<g stroke="{theme.BORDER}" stroke-width=".5">{still}{"".join(own)}</g>'


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
        f'<circle data-of="{code}" cx="{points[code][0]}" cy="{points[code][1]}"'
        f' r="{CIRCLE_RADIUS}" fill={filled[code]}/>'
        for code in codes
        if code in filled and code in points
    )
    return f'<g stroke="{theme.BOUNDARY}" stroke-width=".7">{circles}</g>' if codes else ""
