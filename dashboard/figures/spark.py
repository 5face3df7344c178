"""A spark line: the course of a series in a picture of a word's size; imports the theme only."""

from base64 import b64encode
from collections.abc import Container

from dashboard import theme
from dashboard.series import EconomySeries

WIDTH, HEIGHT, EDGE = 96, 24, 3


def course(
    series: EconomySeries, breaks: Container[int], years: list[int]
) -> tuple[str, str, str] | None:
    """The path through the values and the place of the last one: own ones joined, a gap at a break."""
    own = [
        (k, v) for k, v in enumerate(series.values) if v is not None and series.status[k] in "oe"
    ]
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

    path, before = "", None
    for place, value in own:
        broken = before is None or any(years[k] in breaks for k in range(before + 1, place + 1))
        path += ("M" if broken else "L") + spot(place, value)
        before = place
    x, y = spot(last, own[-1][1]).split()
    return path, x, y


def spark(series: EconomySeries, breaks: Container[int], years: list[int]) -> str:
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
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
