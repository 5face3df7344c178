"""Spark lines: own values only, a gap at a break."""

from base64 import b64decode

from dashboard.figures.spark import spark
from dashboard.series import EconomySeries


def _drawn(values: list[float | None], status: str, breaks: set[int]) -> str:
    series = EconomySeries(values, status, "a" * len(status), {}, ("", "", "", []))
    address = spark(series, breaks, list(range(2000, 2000 + len(values))))
    return b64decode(address.rpartition(",")[2]).decode() if address else ""


def test_filled_values_are_not_drawn() -> None:
    """Of three values, one of them carried, two are joined."""
    assert _drawn([1.0, 2.0, 2.0], "ooc", set()).count("L") == 1


def test_a_break_is_a_gap() -> None:
    """The line begins anew after a break."""
    assert _drawn([1.0, 2.0, 5.0], "ooo", {2002}).count("M") == 2


def test_one_value_is_a_dot_and_none_is_nothing() -> None:
    """A single value has its dot in the middle of the height; without a value there is no picture."""
    assert 'cy="12.0"' in _drawn([3.0], "o", set())
    assert _drawn([None], ".", set()) == ""
