"""The map as a static picture that is painted before the interactive one is ready.

The same crop, aspect, classes and colours as `map_figure`, from paths that the build projected; SVG
text, no words but the title. Never imports dash.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from dashboard import theme
from dashboard.figures import places
from dashboard.figures.map import class_of
from dashboard.tables import EconomySeries
from dashboard.text.subject import Subject, value_place

CIRCLE_RADIUS = 3.8  # of a picture 1000 wide: the circles of the interactive map, 9 across in 1200
DASHES = {"dashed": "7 4", "dotted": "1.5 3"}


def map_svg(subject: Subject, series: Mapping[str, EconomySeries], at: int, title: str) -> str:
    """The map for the year at place `at`, as a whole SVG document.

    `series` are the economies with data; `title` is read to those who cannot see the picture.
    """
    (width, height), drawing = map_drawing(subject, series, at)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f"<title>{escape(title)}</title>{drawing}</svg>"
    )


def map_drawing(
    subject: Subject, series: Mapping[str, EconomySeries], at: int
) -> tuple[tuple[int, int], str]:
    """The size of the map, and its areas, lines and circles as SVG elements."""
    drawn = places.preview(subject.view.region)
    circles = places.frame(subject.view.region)["circles"]
    filled = fills(subject, series, at)
    areas = f'<g stroke="{theme.BORDER}" stroke-width=".5">{_areas(drawn["paths"], filled)}</g>'
    lines, points = _lines(drawn["lines"]), _circles(circles, drawn["points"], filled)
    width, height = drawn["size"]
    return (width, height), f"{areas}{lines}{points}{_outlines(subject, drawn, circles)}"


def pale_drawing(subject: Subject) -> tuple[tuple[int, int], str]:
    """The same map without values, for marks to stand on; small economies need no circle there."""
    drawn = places.preview(subject.view.region)
    filled = dict.fromkeys(subject.in_frame(), Fill(theme.NO_DATA))
    areas = f'<g stroke="{theme.BORDER}" stroke-width=".5">{_areas(drawn["paths"], filled)}</g>'
    width, height = drawn["size"]
    return (width, height), areas + _lines(drawn["lines"])


def _outlines(subject: Subject, drawn: Mapping[str, Any], circles: Sequence[str]) -> str:
    """The highlighted economies outlined, as on the interactive map; small ones by their circle."""
    chosen = [code for code in subject.view.economies if code in subject.in_frame()]
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


class Fill(NamedTuple):
    """The colour of an economy; pale where its value was filled or is older."""

    colour: str
    pale: bool = False

    def __str__(self) -> str:
        """As the value of an attribute `fill`: '"#41b6c4" fill-opacity=".55"'."""
        return f'"{self.colour}"' + (f' fill-opacity="{theme.FILLED_OPACITY}"' if self.pale else "")


def fills(subject: Subject, series: Mapping[str, EconomySeries], at: int) -> dict[str, Fill]:
    """The colour of every economy in the frame, for the year at place `at`."""
    years, limits = subject.table.years, subject.indicator.class_limits
    colours = theme.class_colours(len(limits) + 1)
    found = dict.fromkeys(subject.in_frame(), Fill(theme.NO_DATA))
    for code, one in series.items():
        place = value_place(one, years, at, subject.indicator.max_age)
        if place is not None:
            value = round(one.values[place] or 0.0, subject.indicator.decimals)
            colour = colours[class_of(value, limits)]
            found[code] = Fill(colour, place != at or one.status[place] in "ic")
    return found


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
    return f'<g stroke="{theme.BOUNDARY}" stroke-width=".7">{circles}</g>'
