"""Names of points: none on another, none beyond the picture or on its axis."""

import re
from itertools import combinations
from typing import Any

from dashboard.drawing.plot import plot

SIZE = 12


def drawn(xs: list[float], ys: list[float], names: list[str]) -> list[tuple[float, float]]:
    """Where the names of points stand: the middle of each, and its baseline."""
    named: dict[str, Any] = {"type": "scatter", "mode": "markers+text", "x": xs, "y": ys}
    named |= {"text": names, "textposition": "top center", "textfont": {"size": SIZE}}
    axes = {"xaxis": {"range": [0, 10]}, "yaxis": {"range": [0, 10]}}
    figure = {"data": [named], "layout": axes | {"margin": {"l": 40, "b": 40}}}
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)<', plot(figure, 600, 400))
    places = {text: (float(x), float(y)) for x, y, text in found}
    return [places[name] for name in names]


def test_names_of_points_at_one_place_stand_apart() -> None:
    """Six economies with one value have six names that can be read."""
    names = ["Kiribati", "Fiji", "Mongolia", "Lao", "Samoa", "Tonga"]
    for (_, above), (_, below) in combinations(drawn([5] * 6, [5] * 6, names), 2):
        assert abs(above - below) >= SIZE


def test_a_name_with_room_stands_above_its_point() -> None:
    """Names that cover none keep their place: above the middle of the point."""
    (left, low), (right, high) = drawn([2, 8], [5, 5], ["Fiji", "Tonga"])
    middle = 360 / 2
    assert (left, right) == (40 + 560 * 0.2, 40 + 560 * 0.8)
    assert low == high
    assert middle - 3 * SIZE < low < middle


def test_a_name_at_the_edge_stays_in_the_picture() -> None:
    """A long name of the last point begins further left; it took the words beside the plot before."""
    [(x, _)] = drawn([10], [5], ["Объединенные Арабские Эмираты"])
    # 29 letters of Noto Sans are 179 units wide in this size.
    assert x + 179 / 2 <= 600


def test_no_name_stands_on_the_axis() -> None:
    """Of two points at the foot, neither has its name on the years or values below the axis."""
    names = ["Lao People's Democratic Republic", "Micronesia (Federated States of)"]
    assert all(y < 360 for _, y in drawn([5, 5.2], [0.3, 0.3], names))
