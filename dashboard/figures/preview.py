"""The map as a static picture that is painted before the interactive one is ready.

The same crop, aspect, classes and colours as `map_figure`, from paths that the build projected; SVG
text, no words but the title. Never imports dash.
"""

from collections.abc import Mapping, Sequence
from html import escape

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
    fills = _fills(subject, series, at)
    areas = f'<g stroke="{theme.BORDER}" stroke-width=".5">{_areas(drawn["paths"], fills)}</g>'
    lines, points = _lines(drawn["lines"]), _circles(circles, drawn["points"], fills)
    width, height = drawn["size"]
    return (width, height), f"{areas}{lines}{points}"


# '"#41b6c4"', or '"#41b6c4" fill-opacity=".55"' for a value that was filled or is older
def _fills(subject: Subject, series: Mapping[str, EconomySeries], at: int) -> dict[str, str]:
    """The colour of every economy in the frame, as the value of a `fill`."""
    years, limits = subject.table.years, subject.indicator.class_limits
    colours = [f'"{colour}"' for colour in theme.class_colours(len(limits) + 1)]
    pale = f' fill-opacity="{theme.FILLED_OPACITY}"'
    fills = dict.fromkeys(subject.in_frame(), f'"{theme.NO_DATA}"')
    for code, found in series.items():
        place = value_place(found, years, at, subject.indicator.max_age)
        if place is not None:
            colour = colours[class_of(found.values[place], limits)]
            fills[code] = colour + (pale if place != at or found.status[place] in "ic" else "")
    return fills


def _areas(paths: Mapping[str, str], fills: Mapping[str, str]) -> str:
    """One path a colour: the surroundings, areas of undetermined status, then the classes."""
    neutral = f'"{theme.NEUTRAL}"'
    colours = {**dict.fromkeys(places.neutral(), neutral), **fills}
    found: dict[str, list[str]] = {f'"{theme.OUTSIDE}"': [], neutral: []}
    for code, path in paths.items():
        found.setdefault(colours.get(code, f'"{theme.OUTSIDE}"'), []).append(path)
    return "".join(f'<path fill={fill} d="{"".join(ds)}"/>' for fill, ds in found.items() if ds)


def _lines(lines: Mapping[str, str]) -> str:
    return "".join(
        f'<path fill="none" stroke="{theme.BOUNDARY}" stroke-width=".9"'
        f' stroke-dasharray="{DASHES[kind]}" d="{path}"/>'
        for kind, path in lines.items()
        if path
    )


def _circles(
    codes: Sequence[str], points: Mapping[str, Sequence[int]], fills: Mapping[str, str]
) -> str:
    """The economies too small to see, as in the interactive map."""
    circles = "".join(
        f'<circle cx="{points[code][0]}" cy="{points[code][1]}" r="{CIRCLE_RADIUS}"'
        f" fill={fills[code]}/>"
        for code in codes
        if code in fills and code in points
    )
    return f'<g stroke="{theme.BOUNDARY}" stroke-width=".7">{circles}</g>'
