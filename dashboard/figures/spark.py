"""A spark line: the course of a series in a picture of a word's size, alone or beside another one.

Imports the theme and the kinds of series.
"""

from base64 import b64encode
from collections.abc import Callable, Container, Sequence

from dashboard import theme
from dashboard.series import OWN, EconomySeries, GroupSeries

WIDTH, HEIGHT, EDGE = 96, 24, 3
# The size of a picture of two courses, and the colour of the one in the background.
WIDE, TALL = 200, 84
BACKGROUND = "#a9b0b6"
Points = list[tuple[int, float]]


def course(
    series: EconomySeries | GroupSeries, breaks: Container[int], years: list[int]
) -> tuple[str, str, str] | None:
    """The path through the values and the place of the last one: own ones joined, a gap at a break."""
    own = own_points(series)
    if not own:
        return None
    low, high = min(v for _, v in own), max(v for _, v in own)
    first, last = own[0][0], own[-1][0]

    def spot(place: int, value: float) -> str:
        x = EDGE + (WIDTH - 2 * EDGE) * (place - first) / max(last - first, 1)
        y = (
            HEIGHT
            - EDGE
            - (HEIGHT - 2 * EDGE) * ((value - low) / (high - low) if high > low else 0.5)
        )
        return f"{x:.1f} {y:.1f}"

    x, y = spot(last, own[-1][1]).split()
    return _path(own, breaks, years, spot), x, y


def own_points(series: EconomySeries | GroupSeries) -> Points:
    """The places with a value of the series' own: of a group, every one."""
    status = series.status if isinstance(series, EconomySeries) else "o" * len(series.values)
    return [(k, v) for k, v in enumerate(series.values) if v is not None and status[k] in OWN]


def _path(
    own: Points, breaks: Container[int], years: Sequence[int], spot: Callable[[int, float], str]
) -> str:
    broken = [k for k, year in enumerate(years) if year in breaks]
    path, before = "", None
    for place, value in own:
        begins = before is None or any(before < k <= place for k in broken)
        path += ("M" if begins else "L") + spot(place, value)
        before = place
    return path


def spark(series: EconomySeries | GroupSeries, breaks: Container[int], years: list[int]) -> str:
    """The address of an SVG with the course of the values, the last one a dot; "" without values."""
    drawn = course(series, breaks, years)
    if drawn is None:
        return ""
    path, x, y = drawn
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<path fill="none" stroke="{theme.ACCENT}" stroke-width="1.5" d="{path}"/>'
        f'<circle cx="{x}" cy="{y}" r="2.2" fill="{theme.HIGHLIGHT}"/></svg>'
    )
    return svg_address(svg)


def pair(
    series: GroupSeries,
    beside: GroupSeries | None,
    breaks: Container[int],
    years: list[int],
    look: tuple[str, float],
) -> str:
    """The address of an SVG with the course of a group, and that of another behind it.

    `look` is the colour of the group and the value at the head of the picture; its foot is nought.
    """
    (colour, high), own = look, own_points(series)
    other = own_points(beside) if beside else []
    first, last = min((k for k, _ in (*own, *other)), default=0), len(years) - 1

    def spot(place: int, value: float) -> str:
        x = EDGE + (WIDE - 2 * EDGE) * (place - first) / max(last - first, 1)
        return f"{x:.1f} {TALL - EDGE - (TALL - 2 * EDGE) * value / (high or 1.0):.1f}"

    lines = "".join(
        f'<path fill="none" stroke="{stroke}" stroke-width="{width}" d="{path}"/>'
        for points, stroke, width in ((other, BACKGROUND, 1.5), (own, colour, 2.5))
        if (path := _path(points, breaks, years, spot))
    )
    foot = f"M0 {TALL - EDGE}H{WIDE}"
    return svg_address(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {TALL}">'
        f'<path stroke="{theme.GRID}" d="{foot}"/>{lines}</svg>'
    )


def svg_address(svg: str) -> str:
    """A picture as an address that holds it, in the colours of the theme around it."""
    drawn = theme.as_image(svg)
    return f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"
