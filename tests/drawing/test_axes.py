"""Axes of pictures: where values stand and which ticks are named."""

import pytest

from dashboard.drawing.axes import axis


def test_linear_axis_places_its_ends() -> None:
    """The range runs from edge to edge."""
    one = axis({"range": [0, 50]}, "x", (10, 110), [])
    assert one.at(0) == 10
    assert one.at(25) == 60
    assert one.at(50) == 110


def test_log_axis_steps_by_factors() -> None:
    """Each power of ten takes the same room; the ticks are whole powers."""
    one = axis({"type": "log", "range": [0, 3]}, "y", (300, 0), [])
    assert one.at(10) == pytest.approx(200)
    assert one.at(1000) == pytest.approx(0)
    assert [text for _, text in one.ticks(".,") if text.startswith("1")] == [
        "1",
        "10",
        "100",
        "1,000",
    ]


@pytest.mark.parametrize(
    ("span", "labels"),
    [
        ((0, 100), ["0", "20", "40", "60", "80", "100"]),
        ((-6, 4), ["−6", "−4", "−2", "0", "2", "4"]),
        ((0, 0.32), ["0.0", "0.1", "0.2", "0.3"]),
    ],
)
def test_ticks_are_round(span: tuple[float, float], labels: list[str]) -> None:
    """Ticks are multiples of one, two or five, with as many decimals as they need."""
    one = axis({"range": span, "tickformat": ","}, "y", (260, 0), [])
    assert [text for _, text in one.ticks(".,")] == labels


def test_numbers_follow_the_language() -> None:
    """French writes 12 345,5 with its own signs."""
    one = axis({"range": [0, 20000]}, "x", (0, 150), [])
    assert one.ticks(",\u202f")[1][1] == "10\u202f000"


def test_years_have_no_thousands_sign() -> None:
    """2010 is a year, not a number of something."""
    one = axis({"range": [1999.5, 2024.5], "tickformat": "d"}, "x", (0, 600), [])
    assert [text for _, text in one.ticks(".,")] == ["2000", "2005", "2010", "2015", "2020"]


def test_categories_stand_in_their_order() -> None:
    """Named rows stand where `categoryarray` says."""
    described = {"type": "category", "categoryarray": ["Kiribati", "Fiji"]}
    one = axis(described, "y", (100, 0), ["Fiji", "Kiribati"])
    assert one.at("Kiribati") > one.at("Fiji")
    assert [text for _, text in one.ticks(".,")] == ["Kiribati", "Fiji"]


def test_an_axis_without_values_is_still_one() -> None:
    """Nothing to show is no error."""
    assert axis({}, "x", (0, 100), [None]).at(0.5) == pytest.approx(50)
